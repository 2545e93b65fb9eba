"""A group of pieces becomes a claim: its sides, its sentence, its independent origins and its state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from retold.ids import make_id
from retold.text.likeness import likeness
from retold.text.outlets import same_name
from retold.types import Claim, ClaimState, Origin, Story
from retold.weigh.affiliations import speaks_for
from retold.weigh.origins import Registry
from retold.weigh.pairing import Comparison
from retold.weigh.tellings import Piece

# Origins of one claim are compared by at most this many pieces each; the rest are copies of them.
MOST_COMPARED = 30


def make_claims(
    story: Story, grouped: Sequence[Sequence[Piece]], found: Mapping[str, str], registry: Registry, comparison: Comparison
) -> tuple[Claim, ...]:
    """One claim a group, the most told first."""
    claims = [make_claim(story, group, found, registry, comparison) for group in grouped]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.support) - len(claim.deny), claim.id)))


def make_claim(story: Story, group: Sequence[Piece], found: Mapping[str, str], registry: Registry, comparison: Comparison) -> Claim:
    support, deny = sides(group)
    supporting = unique(piece.statement.id for piece in support)
    denying = tuple(one for one in unique(piece.statement.id for piece in deny) if one not in supporting)
    behind = independent(support, found, registry, comparison)
    identity = make_id("c", story.id, *sorted((*supporting, *denying)), *sorted({piece.text for piece in group}))
    return Claim(identity, story.id, sentence(support), supporting, denying, behind, state(behind, denying))


def unique(identities: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identities))  # type: ignore[call-overload]


def sides(group: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The side that more articles tell, and the other; where they are even, what is asserted stands against what is denied."""
    core = common_terms(group)
    negative = [piece for piece in group if piece.statement.stance in ("deny", "doubt") or piece.negated & core]
    against = {piece.number for piece in negative}
    positive = [piece for piece in group if piece.number not in against]
    if len({piece.statement.article for piece in negative}) > len({piece.statement.article for piece in positive}):
        return negative, positive
    return positive, negative


def common_terms(group: Sequence[Piece]) -> set[str]:
    """What the group speaks of: terms of more than a third of its pieces, copies aside."""
    distinct = {tuple(term.stem for term in piece.meaning.terms) for piece in group}
    counts = Counter(stem for stems in distinct for stem in stems)
    return {stem for stem, count in counts.items() if count > len(distinct) / 3}


def independent(support: Sequence[Piece], found: Mapping[str, str], registry: Registry, comparison: Comparison) -> tuple[str, ...]:
    """The origins of the supporting statements, one for an organisation and those who speak for it, none for an outlet that only passes on."""
    tellers: dict[str, list[Piece]] = defaultdict(list)
    for piece in support:
        tellers[found[piece.statement.id]].append(piece)
    known = {identity: registry.origin(identity) for identity in sorted(tellers)}
    kept = dict.fromkeys(identity for identity in known if not only_relays(known[identity], tellers, known))
    texts = [comparison.lineage.articles[key].text for key in sorted({piece.statement.article for piece in support})]
    for person in [one for one in kept if known[one].kind == "person"]:
        for body in [one for one in kept if known[one].kind in ("organisation", "outlet", "agency")]:
            if person in kept and speaks_for(known[person].name, known[body].name, texts):
                weaker, stronger = sorted((person, body), key=lambda one: (len(tellers[one]), one))
                tellers[stronger] = tellers[stronger] + tellers[weaker]
                del kept[weaker]
    return corroborating({identity: tellers[identity] for identity in kept}, comparison)


def corroborating(tellers: Mapping[str, Sequence[Piece]], comparison: Comparison) -> tuple[str, ...]:
    """The origin that most articles carry, and each other one that clearly says the same as one already counted, in other words.

    A vague likeness is no second origin; nor are the very same words under another name, which are a copy with its attribution swapped.
    """
    ordered = sorted(tellers, key=lambda one: (-len({piece.statement.article for piece in tellers[one]}), -len(tellers[one]), one))
    counted = ordered[:1]
    for identity in ordered[1:]:
        others = [piece for one in counted for piece in tellers[one]]
        pairs = [(a, b) for a in tellers[identity][:MOST_COMPARED] for b in others[:MOST_COMPARED]]
        if corroborated(pairs, comparison):
            counted.append(identity)
    return tuple(sorted(counted))


def corroborated(pairs: Sequence[tuple[Piece, Piece]], comparison: Comparison) -> bool:
    """Whether a pair says the same in words of its own and counts the same, and no pair of two articles is word for word a copy."""
    best = 0.0
    for a, b in pairs:
        found = likeness(a.own, b.own, comparison.rarity)
        if found.score >= comparison.settings.same_words and a.statement.article != b.statement.article:
            return False
        if not found.numbers_differ:
            best = max(best, found.score)
    return best >= comparison.settings.corroborates


def only_relays(origin: Origin, tellers: Mapping[str, Sequence[Piece]], known: Mapping[str, Origin]) -> bool:
    """ "The Courier reports that", where somebody else in the claim told the Courier."""
    if origin.kind not in ("outlet", "agency") or any(piece.statement.source_kind == "anonymous" for piece in tellers[origin.id]):
        return False
    others = [piece.statement for identity, told in tellers.items() if identity != origin.id for piece in told]
    return any(one.via is not None and same_name(one.via, origin.name) for one in others)


def sentence(support: Sequence[Piece]) -> str:
    """The fullest telling, in its own words."""
    fullest = max(support, key=lambda piece: (piece.meaning.weight, -piece.number))
    text = " ".join(fullest.text.split()).strip(" ,;")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”", '"')) else ".")


def state(behind: Sequence[str], denying: Sequence[str]) -> ClaimState:
    if denying:
        return "disputed"
    return "several independent origins" if len(behind) > 1 else "one origin" if behind else "unknown"
