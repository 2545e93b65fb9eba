"""Stories from pairs: where pairs changed, the articles that hang together with them find their stories anew, and no others.

Articles that no chain of joining pairs or copies connects cannot be in one story, so each such component is a problem of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retold.group.arrays import Flags, Floats, Ints, offsets, positions
from retold.group.cells import Cell, PairTable, keys_of
from retold.group.clusters import Pairs, agglomerate
from retold.group.families import find_families
from retold.group.matrices import components
from retold.group.refining import refine
from retold.group.settings import Settings

# Components worked on at once: so many rows keep the working memory small.
_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Joined:
    """All that stories rest on: rows in order of time by their keys, the likely pairs of them, and which rows' lists were cut off."""

    keys: Ints
    first: Ints  # places in `keys`
    second: Ints
    odds: Floats
    copy: Flags
    cut: Flags

    def linked(self, settings: Settings) -> Flags:
        return (self.odds > settings.join) | self.copy

    def of_rows(self, chosen: Flags) -> Joined:
        """Of some rows only, with the pairs among them."""
        place = offsets(chosen)[:-1]
        kept = chosen[self.first] & chosen[self.second]
        return Joined(
            self.keys[chosen], place[self.first[kept]], place[self.second[kept]], self.odds[kept], self.copy[kept], self.cut[chosen]
        )


def components_of(joined: Joined, settings: Settings) -> Ints:
    """By row the component that it is in."""
    linked = joined.linked(settings)
    return components(joined.first[linked], joined.second[linked], len(joined.keys))[1]


def stories_of(joined: Joined, component: Ints, settings: Settings) -> Iterator[Ints]:
    """The keys of the rows of each story. Rows are taken some components at a time."""
    size = np.bincount(component)
    batch = np.cumsum(size) // _ROWS
    for number in range(int(batch.max(initial=-1)) + 1):
        part = joined.of_rows(batch[component] == number)
        inside = part.linked(settings)
        label = components(part.first[inside], part.second[inside], len(part.keys))[1]
        same = label[part.first] == label[part.second]
        pairs = Pairs(part.first[same], part.second[same], part.odds[same], len(part.keys))
        for rows in _grouped(pairs, part.copy[same], part.cut, settings):
            yield part.keys[rows]


def _grouped(pairs: Pairs, copy: Flags, cut: Flags, settings: Settings) -> Sequence[Sequence[int]]:
    families = find_families(pairs, copy)
    # Where most of a list that was cut off would join, more of the story lies behind the cut.
    full = families.marked(cut & (pairs.joining(settings.join) * 2 > settings.neighbours))
    return families.members(refine(agglomerate(families.pairs, full, settings), families.pairs, full, settings))


def changed_rows(before: PairTable, after: PairTable) -> Ints:
    """The keys of the rows of pairs that came, went, or are judged otherwise."""
    everything = np.concatenate([before.first, before.second, after.first, after.second])
    keys, number = np.unique(everything, return_inverse=True)
    one, two = len(before.first), len(after.first)
    old = number[:one] * len(keys) + number[one : 2 * one]
    new = number[2 * one : 2 * one + two] * len(keys) + number[2 * one + two :]
    order = np.argsort(old)
    place = positions(old[order], new)
    there = np.flatnonzero(place >= 0)
    match = order[place[there]]
    alike = there[(before.odds[match] == after.odds[there]) & (before.copy[match] == after.copy[there])]
    same = np.zeros(two, dtype=bool)
    same[alike] = True
    gone = ~np.isin(old, new[same])
    return np.unique(np.concatenate([before.first[gone], before.second[gone], after.first[~same], after.second[~same]]))


def joined_cells(cells: Sequence[Cell], settings: Settings) -> Joined:
    """The rows of some cells, given in order of time, and what links them: pairs that join, and copies."""
    keys = np.concatenate([keys_of(cell.number, standing(cell)) for cell in cells])
    cut = np.concatenate([cell.cut[standing(cell)] for cell in cells])
    return _with_pairs(Joined(keys, *_NO_PAIRS, cut), cells, None, settings)


def completed(joined: Joined, component: Ints, cells: Sequence[Cell], settings: Settings) -> Joined:
    """With all likely pairs of the same component; rows of component -1 have none."""
    return _with_pairs(joined, cells, component, settings)


def standing(cell: Cell) -> Ints:
    """The rows that are compared, in order of time."""
    rows = cell.present
    return rows[cell.active[rows]]


_NO_PAIRS = np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0, bool)


def _with_pairs(joined: Joined, cells: Sequence[Cell], component: Ints | None, settings: Settings) -> Joined:
    """A cell at a time, as most of the pairs of a large collection are not wanted."""
    order = np.argsort(joined.keys)
    ordered = joined.keys[order]
    parts = [_NO_PAIRS]
    for cell in cells:
        pairs = cell.pairs
        first, second = order[positions(ordered, pairs.first)], order[positions(ordered, pairs.second)]
        # A cell that is not among these may hold the other row of a pair.
        there = (joined.keys[first] == pairs.first) & (joined.keys[second] == pairs.second)
        if component is None:
            there &= (pairs.odds > settings.join) | pairs.copy
        else:
            there &= (pairs.odds > settings.stranger) & (component[first] == component[second]) & (component[first] >= 0)
        parts.append((first[there], second[there], pairs.odds[there], pairs.copy[there]))
    first, second, odds, copy = (np.concatenate([part[place] for part in parts]) for place in range(4))
    return Joined(joined.keys, first, second, odds, copy, joined.cut)
