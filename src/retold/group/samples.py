"""Which articles tell what is common in a cell: those of the time before, so that what comes later changes nothing."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from retold.group.arrays import Ints
from retold.group.cells import Cell
from retold.group.reading import joined_terms
from retold.group.settings import Settings
from retold.group.statistics import Statistics, statistics_of

Rows = list[tuple[int, Ints]]  # by cell the rows of a sample


@dataclass(slots=True)
class Samples:
    """The statistics of each cell."""

    settings: Settings
    cell: Callable[[int], Cell]
    marks: dict[int, int] = field(default_factory=dict)  # by cell a number that stands for the articles of its sample
    sources: dict[int, tuple[int, ...]] = field(default_factory=dict)  # by cell the cells that these are in
    made: dict[int, tuple[int, Statistics]] = field(default_factory=dict)  # the one used last comes last

    def update(self, counts: Mapping[int, int], touched: set[int]) -> set[int]:
        """The cells whose samples changed. `counts` are articles by cell, undated ones in cell 0; `touched` are those that changed."""
        changed = set()
        for number in sorted(counts):
            sources, _ = self._sources(number, counts)
            if self.sources.get(number) != sources or touched & set(sources):
                self.sources[number] = sources
                mark = zlib.crc32(self._digests(self._rows(number, counts)).tobytes())
                if self.marks.get(number) != mark:
                    self.marks[number] = mark
                    changed.add(number)
        return changed

    def statistics(self, number: int, counts: Mapping[int, int]) -> Statistics:
        """What is common in a cell."""
        mark, made = self.made.pop(number, (None, None))
        if made is None or mark != self.marks[number]:
            parts = [self.cell(cell).terms.of_rows(rows) for cell, rows in self._rows(number, counts)]
            made = statistics_of(joined_terms(parts))
        self.made[number] = (self.marks[number], made)
        while len(self.made) > self.settings.open_cells:
            del self.made[next(iter(self.made))]
        return made

    def _rows(self, number: int, counts: Mapping[int, int]) -> Rows:
        sources, before = self._sources(number, counts)
        return self._by_digest(sources) if before else self._earliest(sources)

    def _sources(self, number: int, counts: Mapping[int, int]) -> tuple[tuple[int, ...], bool]:
        """The cells just before this one, if they hold enough articles; else the first of all cells, undated articles last."""
        dated = sorted(cell for cell in counts if cell)
        before = _enough([cell for cell in reversed(dated) if cell < number], counts, self.settings.sample) if number else None
        if before:
            return before, True
        everything = [*dated, *([0] if counts.get(0) else [])]
        return _enough(everything, counts, self.settings.sample) or tuple(everything), False

    def _by_digest(self, sources: Sequence[int]) -> Rows:
        """A sample spread over all of the time: the articles with the least digests."""
        cells = [self.cell(number) for number in sources]
        rows = [telling_rows(cell) for cell in cells]
        digests = np.concatenate([cell.digests[chosen] for cell, chosen in zip(cells, rows, strict=True)])
        largest = np.sort(digests)[min(self.settings.sample, len(digests)) - 1]
        return [(number, chosen[cell.digests[chosen] <= largest]) for number, cell, chosen in zip(sources, cells, rows, strict=True)]

    def _earliest(self, sources: Sequence[int]) -> Rows:
        left, found = self.settings.sample, []
        for number in sources:
            cell = self.cell(number)
            rows = telling_rows(cell)
            chosen = rows[np.lexsort((cell.digests[rows], cell.days[rows]))][:left]
            left -= len(chosen)
            found.append((number, chosen))
        return found

    def _digests(self, rows: Rows) -> Ints:
        parts = [self.cell(number).digests[chosen] for number, chosen in rows]
        return np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.int64)


def telling_rows(cell: Cell) -> Ints:
    """Rows that may be in a sample: in a stretch of days those with a date, as others may yet turn out to belong elsewhere."""
    return np.flatnonzero(cell.active & ~np.isnan(cell.days)) if cell.number else np.flatnonzero(cell.active)


def _enough(numbers: Sequence[int], counts: Mapping[int, int], least: int) -> tuple[int, ...] | None:
    """As many of the cells as hold so many articles, None if all of them do not."""
    total, chosen = 0, []
    for number in numbers:
        total += counts[number]
        chosen.append(number)
        if total >= least:
            return tuple(chosen)
    return None
