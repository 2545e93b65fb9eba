"""A group of pieces becomes a claim: its sides, its sentence, its independent origins and its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold.ids import make_id
from retold.types import Claim, ClaimState, Story
from retold.weigh.lineage import Lineage
from retold.weigh.origins import Registry
from retold.weigh.tellings import Piece


def make_claims(
    story: Story, grouped: Sequence[Sequence[Piece]], found: Mapping[str, str], registry: Registry, lineage: Lineage
) -> tuple[Claim, ...]:
    """One claim a group, the most told first."""
    claims = [make_claim(story, group, found, registry, lineage) for group in grouped]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.support) - len(claim.deny), claim.id)))


def make_claim(story: Story, group: Sequence[Piece], found: Mapping[str, str], registry: Registry, lineage: Lineage) -> Claim:
    support, deny = sides(group)
    supporting = unique(piece.statement.id for piece in support)
    denying = tuple(one for one in unique(piece.statement.id for piece in deny) if one not in supporting)
    behind = independent(support, found, registry, lineage)
    identity = make_id("c", story.id, *sorted((*supporting, *denying)), *sorted({piece.text for piece in group}))
    return Claim(identity, story.id, sentence(support), supporting, denying, behind, state(behind, denying))


def unique(identities: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identities))  # type: ignore[call-overload]


def sides(group: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The side that more articles tell, and the other; where they are even, what is asserted stands against what is denied."""
    positive = [piece for piece in group if not piece.negative]
    negative = [piece for piece in group if piece.negative]
    if len({piece.statement.article for piece in negative}) > len({piece.statement.article for piece in positive}):
        return negative, positive
    return positive, negative


def independent(support: Sequence[Piece], found: Mapping[str, str], registry: Registry, lineage: Lineage) -> tuple[str, ...]:
    return tuple(sorted({found[piece.statement.id] for piece in support if piece.statement.id in found}))


def sentence(support: Sequence[Piece]) -> str:
    """The fullest telling, in its own words."""
    fullest = max(support, key=lambda piece: (piece.meaning.weight, -piece.number))
    text = " ".join(fullest.text.split()).strip(" ,;")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”", '"')) else ".")


def state(behind: Sequence[str], denying: Sequence[str]) -> ClaimState:
    if denying:
        return "disputed"
    return "several independent origins" if len(behind) > 1 else "one origin" if behind else "unknown"
