"""The tunable constants of weighing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Set on the cases' claims with statements and derivations as they truly are, for pairwise F1; one default for all data."""

    # Two pieces of statements are one claim from this likeness on; at the pairwise F1's plateau (0.42 to 0.5).
    same: float = 0.38
    # Groups of pieces join where the mean likeness across them reaches this share of `same`; lower chains unlike pieces together.
    group_share: float = 0.85
    # How much of that likeness is each piece's to its best match in the other group, the rest being its mean likeness.
    best_share: float = 0.25
    # A further origin counts from this likeness to a statement of one already counted.
    corroborates: float = 0.48
    # So does a piece that another holds whole, taken at this share, if its telling weight is this much or more.
    contained_share: float = 0.7
    contained_least: float = 3.5
    # From here on two origins' words are one another's copy.
    same_words: float = 0.75
    # What a passage that runs through both adds, at its full similarity.
    passage_bonus: float = 0.25
    # The same resolved speaker in both.
    speaker_bonus: float = 0.1
    same_article_bonus: float = 0.0
    # Both accuse: what is charged is likely the same.
    accuse_bonus: float = 0.05
    # One asserts, the other condemns, declines or promises.
    stance_malus: float = 0.12
    # A piece that lies wholly in a longer one counts for this share of full likeness ...
    containment_share: float = 0.85
    # ... less where both count the same thing differently ...
    number_malus: float = 0.85
    # Two that give different figures for one thing keep this share of their likeness, or that where the later figure is but newer.
    dispute_share: float = 0.9
    update_share: float = 0.85
    # ... if it says at least this much (about two telling words).
    least_weight: float = 2.0
    # Pieces that share only what they borrow from their sentences keep this share of their likeness.
    borrowed_share: float = 0.7
    # ... and so do those that share a small figure alone.
    figure_share: float = 0.85
    # ... or this, where the same speaker repeats it.
    least_repeated: float = 1.0
    # How telling a term is: from `rare` in one statement of the story to `everywhere` in all of them.
    rare: float = 1.3
    everywhere: float = 0.1
    # A piece denies another speaker's from this likeness on, and its own speaker's from that one.
    opposes: float = 0.45
    takes_back: float = 0.6
    # ... and stays with what its own speaker says there from here on.
    repeats: float = 0.22
    # A denial answers the group that it fits best, from this much on: the share of its topic that the other speaks of,
    # and what standing right behind it in every article adds.
    answer: float = 0.6
    nearness: float = 0.35
    answer_fit: float = 0.3
    # Candidates: this many of a piece's most telling terms are looked up, and this many candidates are kept.
    probes: int = 24
    candidates: int = 40
    # ... if they share this much of the one that says less.
    least_shared: float = 0.1
    # Of a term that many share, the last this many pieces are candidates.
    common: int = 150
    # A copy's statement is its source's from this likeness on, where a passage tells the place ... and where none does.
    same_at_place: float = 0.4
    same_anywhere: float = 0.55
    # A passage carries a statement where it covers this share of the statement's words.
    passage_share: float = 0.5


DEFAULT = Settings()
