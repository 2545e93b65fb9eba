"""A denial belongs to the claim that it denies, though it may share few words with it: it comes soon after it, and turns round what it speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from retold.text.stems import FUNCTION_WORDS, meaning_of
from retold.text.tokens import tokens
from retold.weigh.denials import STAND_INS, denies, stands_in
from retold.weigh.links import pointed_to
from retold.weigh.settings import Settings
from retold.weigh.tellings import Piece

# What a denial turns round is spoken of by this share of the group that it answers.
HEAD_SHARE = 0.34
LOOK_BACK = 3
REACH = 900
# About one telling word and a half.
LEAST_TOPIC = 1.6
NO_TOPIC = frozenset(meaning_of(word) for word in STAND_INS) | {"exist", "mention", "accord", "absolute"}

Group = Sequence[Piece]


def answered(groups: Sequence[Group], rarity: Mapping[str, float], settings: Settings) -> list[tuple[int, int]]:
    """Pairs of places of groups: a group of denials, and the one group that it best answers."""
    place_of = {piece.number: place for place, group in enumerate(groups) for piece in group}
    told_before = before(groups)
    terms = [weights(group) for group in groups]
    by_term: dict[str, set[int]] = defaultdict(set)
    for place, found in enumerate(terms):
        for stem in found:
            by_term[stem].add(place)
    pairs = []
    for place, group in enumerate(groups):
        if not is_answer(group):
            continue
        near = nearness(group, told_before, place_of)
        others = sorted(({other for stem in topic(group, rarity) for other in by_term[stem]} | set(near)) - {place})
        heads = {head for piece in group for head in piece.turned}
        fits = [
            (fit(group, terms[other], rarity), other)
            for other in others
            if may_answer(group, groups[other]) and (not heads or any(terms[other].get(head, 0.0) >= HEAD_SHARE for head in heads))
        ]
        scored = [(share + settings.nearness * near[other], -other) for share, other in fits if share >= settings.answer_fit]
        best = max(scored, default=(0.0, 0))
        if best[0] >= settings.answer:
            pairs.append((place, -best[1]))
    return pairs


def is_answer(group: Group) -> bool:
    return 2 * sum(denies(piece) for piece in group) >= len(group)


def may_answer(group: Group, other: Group) -> bool:
    """Nobody denies what mostly he says himself, nor another denial."""
    deniers = {piece.statement.speaker for piece in group}
    return not is_answer(other) and 2 * sum(piece.statement.speaker in deniers for piece in other) < len(other)


def before(groups: Sequence[Group]) -> dict[int, list[Piece]]:
    """For each denying piece, those that others said before it in its article, nearest first."""
    by_article: dict[str, list[Piece]] = defaultdict(list)
    for group in groups:
        for piece in group:
            by_article[piece.statement.article].append(piece)
    found: dict[int, list[Piece]] = {}
    for inside in by_article.values():
        ordered = sorted(inside, key=lambda piece: (piece.span, piece.number))
        for place, piece in enumerate(ordered):
            if denies(piece):
                others = [
                    one
                    for one in reversed(ordered[max(0, place - 12) : place])
                    if one.statement.speaker != piece.statement.speaker and piece.span[0] - one.span[1] < REACH
                ]
                found[piece.number] = others[:LOOK_BACK]
    return found


def nearness(group: Group, told_before: Mapping[int, Sequence[Piece]], place_of: Mapping[int, int]) -> Counter[int]:
    """How often, 0 to 1, a group is what was said just before these denials; a stand-in ("the claim") counts for what it points to."""
    near: Counter[int] = Counter()
    for piece in group:
        others = told_before.get(piece.number, ())
        if stands_in(piece.text):
            others = sorted(others, key=lambda one: -pointed_to(piece, one))
        for rank, other in enumerate(others):
            near[place_of[other.number]] += 1 / (1 + rank) / len(group)  # type: ignore[assignment]
    return near


def topic(group: Group, rarity: Mapping[str, float]) -> dict[str, float]:
    """What the denials turn round; where no negation stands in their words, all that they say. Stand-ins ("the reports") are no topic."""
    found: dict[str, float] = {}
    for piece in group:
        for term in piece.own.terms:
            if (term.stem in piece.negated or not piece.negated) and term.stem not in NO_TOPIC:
                found[term.stem] = term.weight * rarity.get(term.stem, 1.0)
    return found


def weights(group: Group) -> dict[str, float]:
    """The share of the group's pieces that speak of each term, or that a document of that name states ("there was no letter")."""
    counts = Counter(stem for piece in group for stem in {term.stem for term in piece.own.terms} | document_words(piece))
    return {stem: count / len(group) for stem, count in counts.items()}


def fit(group: Group, terms: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    """The share of the denials' topic that the other group speaks of, less where the topic is next to nothing."""
    asked = topic(group, rarity)
    held = sum(weight * min(1.0, 2 * terms.get(stem, 0.0)) for stem, weight in asked.items())
    return held / max(sum(asked.values()), LEAST_TOPIC)


def document_words(piece: Piece) -> set[str]:
    if piece.statement.source_kind != "document":
        return set()
    return {meaning_of(word.removesuffix("'s")) for word in tokens(piece.statement.speaker or "").words if word not in FUNCTION_WORDS}
