"""Which cell an article belongs to: everything is one cell while it is little, then stretches of days."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from retold.group.anchors import Anchors, telling_terms
from retold.group.arrays import Ints
from retold.group.cells import Cell
from retold.group.heads import Head
from retold.group.reading import Terms
from retold.group.settings import Settings
from retold.group.shelf import Shelf

# The one cell of a small collection; in a large one that of articles without a date whose time nothing tells.
EVERYTHING = 0
# The cell of the first days there can be, away from that of no days.
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Articles on their way to a cell: their terms, and the labels of the stories that they come from (-1: none)."""

    heads: Sequence[Head]
    terms: Terms
    labels: Ints

    def of_rows(self, rows: Ints) -> Arrivals:
        return Arrivals([self.heads[row] for row in rows.tolist()], self.terms.of_rows(rows), self.labels[rows])


@dataclass(slots=True)
class Places:
    """Puts articles into cells, and says which cells that touched."""

    shelf: Shelf
    settings: Settings
    spread: bool = False
    articles: int = 0
    anchors: Anchors = field(init=False)
    home: list[int] = field(default_factory=list)  # by undated text its cell
    waiting: list[Arrivals] = field(default_factory=list)
    awaited: set[tuple[int, str]] = field(default_factory=set)  # the undated articles among them

    def __post_init__(self) -> None:
        self.anchors = Anchors(self.settings)

    def put(self, heads: Sequence[Head], terms: Terms) -> set[int]:
        """Take in new articles; `finish` has to follow. What has become too much for one cell is spread at once: copying all costs memory."""
        self.articles += len(heads)
        arrivals = Arrivals(heads, terms, np.full(len(heads), -1, dtype=np.int64))
        if self.spread:
            return self._distribute(arrivals)
        self._into(EVERYTHING, arrivals)
        return self._spread_out() if self.articles > self.settings.whole else {EVERYTHING}

    def finish(self, touched: set[int]) -> set[int]:
        """Once a batch is in: let undated articles follow dated ones."""
        return touched | self._follow(touched) if self.spread else touched

    def _spread_out(self) -> set[int]:
        self.spread = True
        everything = self.shelf.open(EVERYTHING)
        self.shelf.drop(EVERYTHING)
        return self._distribute(taken_out(everything, range(everything.rows)))

    def knows(self, head: Head) -> bool:
        """Whether an article is there already."""
        if (head.digest, head.id) in self.awaited:
            return True
        number = self._home(head)
        return number in self.shelf and self.shelf.open(number).knows(head)

    def found(self, head: Head) -> tuple[Cell, int]:
        """The cell and the row of an article that is there."""
        cell = self.shelf.open(self._home(head))
        return cell, cell.row_of[head.digest]

    def _home(self, head: Head) -> int:
        """The cell that an article is in, if it is in any."""
        if not self.spread:
            return EVERYTHING
        if head.day != math.inf:
            return self._number(head)
        text = self.anchors.number.get(head.digest, len(self.home))
        return self.home[text] if text < len(self.home) else -1

    def _number(self, head: Head) -> int:
        return int(head.day // self.settings.window_days) + _FIRST

    def _into(self, number: int, arrivals: Arrivals) -> None:
        if arrivals.heads:
            self.shelf.open(number).take(arrivals.heads, arrivals.terms, arrivals.labels)

    def _distribute(self, arrivals: Arrivals) -> set[int]:
        keys = telling_terms(arrivals.terms, self.settings)
        rows: dict[int, list[int]] = defaultdict(list)
        for row, head in enumerate(arrivals.heads):
            rows[-1 if head.day == math.inf else self._number(head)].append(row)
        undated = np.array(rows.pop(-1, []), dtype=np.int64)
        for number in sorted(rows):
            chosen = np.array(rows[number], dtype=np.int64)
            self._into(number, arrivals.of_rows(chosen))
            self.anchors.add_dated(number, keys[chosen])
        self.waiting.append(arrivals.of_rows(undated))
        self.awaited.update((head.digest, head.id) for head in self.waiting[-1].heads)
        self.anchors.add_undated([arrivals.heads[row].digest for row in undated.tolist()], keys[undated])
        return set(rows)

    def _follow(self, touched: set[int]) -> set[int]:
        """Undated articles go where the dated ones like them are."""
        chosen = np.maximum(self.anchors.update(touched, len(self.home)), EVERYTHING)
        moved = np.flatnonzero(chosen[: len(self.home)] != np.array(self.home, dtype=np.int64))
        left = self._left(moved)
        self.home = chosen.tolist()
        reached: dict[int, list[Arrivals]] = defaultdict(list)
        for arrivals in [*self.waiting, *(left.values())]:
            cells = chosen[[self.anchors.number[head.digest] for head in arrivals.heads]] if arrivals.heads else np.zeros(0)
            for number in np.unique(cells).tolist():
                reached[number].append(arrivals.of_rows(np.flatnonzero(cells == number)))
        self.waiting = []
        self.awaited = set()
        for number in sorted(reached):
            for arrivals in reached[number]:
                self._into(number, arrivals)
        return {*left, *reached}

    def _left(self, moved: Ints) -> dict[int, Arrivals]:
        """The undated articles of some texts, out of the cells they were in."""
        digests = list(self.anchors.number)
        rows: dict[int, list[int]] = defaultdict(list)
        for text in moved.tolist():
            number = self.home[text]
            rows[number].append(self.shelf.open(number).row_of[digests[text]])
        return {number: taken_out(self.shelf.open(number), rows[number], undated=True) for number in sorted(rows)}


def taken_out(cell: Cell, rows: Sequence[int], *, undated: bool = False) -> Arrivals:
    """Articles of some rows, or the undated ones of them, as they leave their cell."""
    heads: list[Head] = []
    origin: list[int] = []
    for row in rows:
        if row in cell.gone:
            continue
        leaving = [head for head in cell.heads[row] if not undated or head.day == math.inf]
        heads += leaving
        origin += [row] * len(leaving)
        cell.let_go(row, [head for head in cell.heads[row] if head not in leaving])
    chosen = np.array(origin, dtype=np.int64)
    return Arrivals(heads, cell.terms.of_rows(chosen), cell.story[chosen])
