"""After articles came: bring the links and pairs of the cells they touched up to date, and of no others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from retold.group.arrays import Flags, Floats, Ints
from retold.group.cells import Cell, PairTable, keys_of
from retold.group.collection import collect
from retold.group.comparing import Known, Neighbourhood, link, pair_up
from retold.group.moments import soon
from retold.group.placing import EVERYTHING, Places
from retold.group.regrouping import changed_rows
from retold.group.samples import Samples, telling_rows
from retold.group.settings import Settings
from retold.group.shelf import Shelf

# Cells whose matrices are kept: one with both neighbours, and one more for the next.
_MATRICES = 4


@dataclass(slots=True)
class Updates:
    """What is known about the cells beyond the cells themselves."""

    shelf: Shelf
    places: Places
    settings: Settings
    counts: dict[int, int] = field(default_factory=dict)  # by cell the rows that a sample may hold
    versions: dict[int, int] = field(default_factory=dict)  # by cell the version that its links were made from
    samples: Samples = field(init=False)
    known: dict[int, tuple[tuple[int, ...], Known]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.samples = Samples(self.settings, self.shelf.open)

    def run(self, touched: set[int]) -> Ints:
        """The keys of all rows about which something may have changed."""
        for number in sorted(touched & set(self.shelf.numbers)):
            cell = self.shelf.open(number)
            cell.settle(self.settings)
            self.counts[number] = len(telling_rows(cell))
            self.shelf.tidy()
        for number in set(self.counts) - set(self.shelf.numbers):
            del self.counts[number]
        touched = touched | self.samples.update(self.counts, touched)
        stale = {near for number in touched if number in self.shelf for near in self.around(number)}
        changed: list[Ints] = []
        for number in sorted(stale | {number + 1 for number in stale if number != EVERYTHING}):
            if number in self.shelf:
                changed += self._update(number, relink=number in stale)
                self.shelf.tidy()
        return np.unique(np.concatenate(changed)) if changed else np.zeros(0, np.int64)

    def around(self, number: int) -> list[int]:
        """A cell and those beside it, as far as they are there."""
        return [near for near in (number - 1, number, number + 1) if near in self.shelf] if number != EVERYTHING else [number]

    def hood(self, numbers: Sequence[int]) -> Neighbourhood:
        """Some cells side by side, with their links."""
        for number in numbers:
            self._linked(number)
        return Neighbourhood.of([self._known(number) for number in numbers], 0)

    def _linked(self, number: int) -> None:
        """Links that were put away are worked out again."""
        if not self.shelf.open(number).links.basis:
            self._relink(self._around(number))

    def _around(self, number: int) -> Neighbourhood:
        numbers = self.around(number)
        return Neighbourhood.of([self._known(near) for near in numbers], numbers.index(number))

    def _relink(self, hood: Neighbourhood) -> None:
        cell = hood.cell
        cell.links = link(hood, self.settings)
        cell.cut = np.bincount(cell.links.row, minlength=cell.rows) >= self.settings.neighbours

    def _update(self, number: int, *, relink: bool) -> Iterator[Ints]:
        hood = self._around(number)
        cell = hood.cell
        before, cut = likely(cell.pairs, self.settings), cell.cut
        if relink:
            self._relink(hood)
        for known in hood.known[: hood.middle + 1]:
            self._linked(known.cell.number)
        cell.pairs = pair_up(hood, self.telling(hood), self.settings)
        yield changed_rows(before, likely(cell.pairs, self.settings))
        yield keys_of(number, self._changed_alone(cell, cut))

    def _known(self, number: int) -> Known:
        """A cell with its matrices, made anew only where it or what is common changed."""
        cell, mark = self.shelf.open(number), self.samples.marks[number]
        made_of = (cell.rows, cell.version, mark)
        found = self.known.pop(number, None)
        if found is None or found[0] != made_of:
            statistics = self.samples.statistics(number, self.counts)
            found = made_of, Known(cell, collect(cell.terms, cell.days, statistics, self.settings), statistics, mark)
        self.known[number] = found
        while len(self.known) > _MATRICES:
            del self.known[next(iter(self.known))]
        return replace(found[1], cell=cell)

    def telling(self, hood: Neighbourhood) -> Floats:
        """By row how telling it is to be published within days of it."""
        most, within = self.settings.soon_most, self.settings.soon_days
        if self.places.spread:
            return np.full(len(hood.rank), min(most, math.log(3 * self.settings.window_days / (2 * within))))
        return soon(hood.collection.days, within, most)

    def _changed_alone(self, cell: Cell, cut: Flags) -> Ints:
        """Rows that changed though no pair of theirs did, or that may have: new ones, and all where something old changed."""
        if self.versions.get(cell.number) != cell.version:
            self.versions[cell.number] = cell.version
            return np.flatnonzero(cell.active)
        fresh = cell.story < 0
        fresh[: len(cut)] |= cut != cell.cut[: len(cut)]
        return np.unique(cell.print_of[fresh])


def likely(pairs: PairTable, settings: Settings) -> PairTable:
    """The pairs that stories rest on."""
    return pairs.where(pairs.odds > settings.stranger)
