"""Groups from pairs: average linkage over log-odds, the pair of groups with the strongest mean first; then single articles find their place.

Pairs that are no candidates count as strangers, unless both articles had more neighbours than were kept: nothing is known of those,
so that a big story is not cut into pieces of the length of the list.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import numpy as np

from retold.group.arrays import Flags, Floats, Ints
from retold.group.settings import Settings


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows that may belong together, `first` < `second`, and their log-odds; `rows` is how many there are in all."""

    first: Ints
    second: Ints
    odds: Floats
    rows: int

    def joining(self, least: float) -> Ints:
        """By row the number of pairs above `least`."""
        above = self.odds > least
        return np.bincount(self.first[above], minlength=self.rows) + np.bincount(self.second[above], minlength=self.rows)


@dataclass(slots=True)
class _Groups:
    """The state of the agglomeration; a group's number is never used again after it was joined."""

    members: list[list[int]]
    open: list[int]  # by group: members whose list of neighbours was not cut off
    links: list[dict[int, tuple[float, int]]]  # by group: sum and number of known pairs with other groups
    heap: list[tuple[float, int, int]] = field(default_factory=list)


def agglomerate(pairs: Pairs, full: Flags, settings: Settings) -> list[list[int]]:
    """Rows grouped; each row is in exactly one group, groups and rows in ascending order."""
    groups = _Groups([[row] for row in range(len(full))], [int(not cut) for cut in full.tolist()], [{} for _ in range(len(full))])
    for one, other, value in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.odds.tolist(), strict=True):
        groups.links[one][other] = groups.links[other][one] = (value, 1)
        if value > settings.join:
            groups.heap.append((-value, one, other))
    heapq.heapify(groups.heap)
    while groups.heap:
        _, one, other = heapq.heappop(groups.heap)
        if groups.members[one] and groups.members[other]:
            _join(groups, one, other, settings)
    return sorted(sorted(rows) for rows in groups.members if rows)


def _join(groups: _Groups, one: int, other: int, settings: Settings) -> None:
    made = len(groups.members)
    links = _summed(groups.links[one], groups.links[other])
    links.pop(one, None)
    links.pop(other, None)
    groups.members.append(groups.members[one] + groups.members[other])
    groups.open.append(groups.open[one] + groups.open[other])
    groups.links.append(links)
    for gone in (one, other):
        groups.members[gone] = []
        groups.links[gone] = {}
    for third, link in links.items():
        theirs = groups.links[third]
        theirs.pop(one, None)
        theirs.pop(other, None)
        theirs[made] = link
        mean = _mean(groups, made, third, link, settings)
        if mean > settings.join:
            heapq.heappush(groups.heap, (-mean, third, made))


def _summed(one: dict[int, tuple[float, int]], other: dict[int, tuple[float, int]]) -> dict[int, tuple[float, int]]:
    """Links of both; the larger is reused, so that a group that grows by single articles costs little."""
    large, small = (one, other) if len(one) >= len(other) else (other, one)
    for group, (value, count) in small.items():
        before = large.get(group, (0.0, 0))
        large[group] = (before[0] + value, before[1] + count)
    return large


def _mean(groups: _Groups, one: int, other: int, link: tuple[float, int], settings: Settings) -> float:
    value, known = link
    size = len(groups.members[one]), len(groups.members[other])
    pairs = size[0] * size[1]
    unknown = (size[0] - groups.open[one]) * (size[1] - groups.open[other])
    strangers = max(pairs - known - unknown, 0)
    # A few chance links between two big stories must not join them where all the rest is unknown.
    strangers = max(strangers, min(pairs - known, min(size) // 2))
    return (value + strangers * settings.stranger) / (known + strangers)
