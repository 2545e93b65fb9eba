"""Which tellings are set against each other: a copy against what it was made from, and two tellings of a source that is not here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.compare.telling import Telling
from retold.types import How, Traced


@dataclass(frozen=True, slots=True)
class Pair:
    """`how` the later was made; for `siblings`, the way in which the later was made from their common source."""

    earlier: str
    later: str
    how: How
    siblings: bool = False
    confidence: float = 1.0

    @property
    def close(self) -> bool:
        """Whether the later telling as a whole follows the earlier, so that what differs was altered."""
        return not self.siblings and self.how != "cited"


_CLOSENESS: dict[How, int] = {"verbatim": 0, "light-edit": 1, "reworded": 2, "translated": 3, "summary": 4, "spun": 5, "cited": 6}


def pairs(tellings: Mapping[str, Telling], traced: Traced) -> list[Pair]:
    """Derivations first, then siblings that no derivation joins; the fuller sibling is the earlier one."""
    found: dict[tuple[str, str], Pair] = {}
    by_ghost: dict[str, dict[str, How]] = defaultdict(dict)
    for edge in sorted(traced.derivations, key=lambda d: (d.article, d.source, _CLOSENESS[d.how])):
        if edge.article not in tellings or edge.article == edge.source:
            continue
        if edge.source in tellings:
            found.setdefault((edge.source, edge.article), Pair(edge.source, edge.article, edge.how, confidence=edge.confidence))
        else:
            by_ghost[edge.source].setdefault(edge.article, edge.how)
    for _, members in sorted(by_ghost.items()):
        for pair in _siblings(members, tellings):
            if (pair.earlier, pair.later) not in found and (pair.later, pair.earlier) not in found:
                found[pair.earlier, pair.later] = pair
    return sorted(found.values(), key=lambda p: (p.siblings, p.earlier, p.later))


def _siblings(members: Mapping[str, How], tellings: Mapping[str, Telling]) -> list[Pair]:
    """Each telling against the one that follows their source most closely and tells most of it: never all against all."""
    order = sorted(members, key=lambda a: (_standing(members[a]), -len(tellings[a].text), a))
    return [Pair(order[0], later, members[later], siblings=True) for later in order[1:]]


def _standing(how: How) -> int:
    """A machine-spun or translated telling is a poor witness of its source; the rest differ by how much they tell."""
    return {"spun": 2, "translated": 1}.get(how, 0)
