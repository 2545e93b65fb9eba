"""A group of pieces becomes a claim: its sides, its sentence, its independent origins and its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold.ids import make_id
from retold.text.stamps import sortable
from retold.types import Claim, ClaimState, Story
from retold.weigh.independence import independent
from retold.weigh.pairing import Comparison
from retold.weigh.registry import Registry
from retold.weigh.retractions import Retraction, is_retracted, retractions
from retold.weigh.sides import Sides
from retold.weigh.tellings import Piece
from retold.weigh.wording import sentence


def make_claims(
    story: Story, grouped: Sequence[Sides], found: Mapping[str, str], registry: Registry, comparison: Comparison
) -> tuple[Claim, ...]:
    """One claim a group, the most told first."""
    ways = comparison.lineage
    taken_back = retractions(ways.articles, ways.derivations, comparison.rarity)
    claims = [make_claim(story, group, found, registry, comparison, taken_back) for group in grouped]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.support) - len(claim.deny), claim.id)))


def make_claim(
    story: Story, group: Sides, found: Mapping[str, str], registry: Registry, comparison: Comparison, taken_back: Sequence[Retraction]
) -> Claim:
    supporting = unique(group.support)
    denying = tuple(one for one in unique(group.deny) if one not in supporting)
    behind = independent(group.support, found, registry, comparison)
    identity = make_id("c", *sorted((*supporting, *denying)), *sorted({piece.text for piece in (*group.support, *group.deny)}))
    withdrawn = is_withdrawn(group.support, group.deny, found, comparison) or is_retracted(group.support, taken_back, comparison)
    words = sentence(group.support, comparison)
    return Claim(identity, story.id, words, supporting, denying, behind, state(behind, denying, withdrawn=withdrawn))


def unique(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.statement.id for piece in pieces))


def is_withdrawn(support: Sequence[Piece], deny: Sequence[Piece], found: Mapping[str, str], comparison: Comparison) -> bool:
    """Whether all who said so took it back later."""
    if not deny:
        return False
    said: dict[str, str] = {}
    taken: dict[str, str] = {}
    for pieces, dates, best in ((support, said, max), (deny, taken, min)):
        for piece in pieces:
            origin, day = found[piece.statement.id], sortable(comparison.lineage.articles[piece.statement.article].published)
            dates[origin] = best(dates.get(origin, day), day)
    return all(origin in taken and taken[origin] > first for origin, first in said.items())


def state(behind: Sequence[str], denying: Sequence[str], *, withdrawn: bool) -> ClaimState:
    if withdrawn:
        return "withdrawn"
    if denying:
        return "disputed"
    return "several independent origins" if len(behind) > 1 else "one origin" if behind else "unknown"
