"""A stretch of time with its articles: what is known of them, whom they are like, and the story each is in.

Rows are numbered as they came and keep their number; a row has a key that is unique in the whole index.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from retold.group.arrays import Flags, Floats, Ints, Singles
from retold.group.heads import Head
from retold.group.reading import Terms, joined_terms
from retold.group.reprints import find_reprints
from retold.group.settings import Settings

_ROW_BITS = 32


def keys_of(number: int | Ints, rows: int | Ints) -> Ints:
    return np.asarray((number << _ROW_BITS) + rows, dtype=np.int64)


def cells_of(keys: Ints) -> Ints:
    return keys >> _ROW_BITS


def rows_of(keys: Ints) -> Ints:
    return keys & ((1 << _ROW_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Links:
    """By row of a cell, in one stretch each, the keys of the rows most like it. `basis` stands for all that they were made from."""

    row: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    key: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    likeness: Floats = field(default_factory=lambda: np.zeros(0))
    basis: tuple[int, ...] = ()
    seen: tuple[int, ...] = (0, 0, 0)  # rows of the cell before, this one and the one after that were looked at


@dataclass(frozen=True, slots=True)
class PairTable:
    """Pairs of rows by their keys, sorted, the later of each in this cell; `textual` as in evidence.py."""

    first: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    second: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    textual: Singles = field(default_factory=lambda: np.zeros((0, 5), np.float32))
    odds: Floats = field(default_factory=lambda: np.zeros(0))
    copy: Flags = field(default_factory=lambda: np.zeros(0, bool))
    common: tuple[int, ...] = ()  # which statistics `textual` rests on

    def where(self, kept: Flags) -> PairTable:
        return replace(
            self,
            first=self.first[kept],
            second=self.second[kept],
            textual=self.textual[kept] if len(self.textual) else self.textual,
            odds=self.odds[kept],
            copy=self.copy[kept],
        )


@dataclass(slots=True)
class Cell:
    """The articles of some days. A row is all articles that say exactly the same, the first in time first; rows that left are `gone`."""

    number: int
    heads: list[list[Head]] = field(default_factory=list)
    parts: list[Terms] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    story: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # by row a label, -1 while new
    version: int = 0  # grows whenever something changed about rows that were there already
    row_of: dict[int, int] = field(default_factory=dict)  # by digest
    print_of: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # by row: the row that stands for it
    rank: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    cut: Flags = field(default_factory=lambda: np.zeros(0, bool))  # by row: there are more like it than its links say
    links: Links = field(default_factory=Links)
    pairs: PairTable = field(default_factory=PairTable)
    _ids: dict[int, set[str]] = field(default_factory=dict)  # by row, where somebody asked

    @property
    def rows(self) -> int:
        return len(self.heads)

    @property
    def terms(self) -> Terms:
        if len(self.parts) != 1:
            self.parts = [joined_terms(self.parts)]
        return self.parts[0]

    @property
    def days(self) -> Floats:
        """NaN where unknown."""
        days = np.array([heads[0].day for heads in self.heads], dtype=float)
        return np.where(np.isinf(days), np.nan, days)

    @property
    def digests(self) -> Ints:
        return np.array([heads[0].digest for heads in self.heads], dtype=np.int64)

    @property
    def pages(self) -> Ints:
        """What stands for each row's address, 0 where nothing does."""
        return np.array([heads[0].page for heads in self.heads], dtype=np.int64)

    @property
    def present(self) -> Ints:
        """Rows that did not leave, in order of time."""
        ordered = np.argsort(self.rank)
        return ordered[~np.isin(ordered, list(self.gone))] if self.gone else ordered

    @property
    def active(self) -> Flags:
        """Rows that are compared: those that are there and stand for themselves."""
        active: Flags = self.print_of == np.arange(self.rows)
        active[list(self.gone)] = False
        return active

    def knows(self, head: Head) -> bool:
        """Whether the very article is there."""
        row = self.row_of.get(head.digest)
        if row is None or row in self.gone:
            return False
        if row not in self._ids:
            self._ids[row] = {other.id for other in self.heads[row]}
        return head.id in self._ids[row]

    def take(self, heads: Sequence[Head], terms: Terms, labels: Ints) -> None:
        """Articles with their terms and the stories that they come from; `settle` has to follow."""
        fresh: list[int] = []
        for place, head in enumerate(heads):
            row = self.row_of.get(head.digest)
            if row is None:
                self.row_of[head.digest] = len(self.heads)
                self.heads.append([head])
                fresh.append(place)
            else:
                self._add_copy(row, head, int(labels[place]))
        chosen = np.array(fresh, dtype=np.int64)
        self.parts.append(terms.of_rows(chosen))
        self.story = np.concatenate([self.story, labels[chosen]])

    def _add_copy(self, row: int, head: Head, label: int) -> None:
        if row in self.gone:
            self.gone.discard(row)
            self.heads[row], self.story[row] = [head], label
            self._ids.pop(row, None)
            self.version += 1
            return
        first = self.heads[row][0]
        if row in self._ids:
            self._ids[row].add(head.id)
        insort(self.heads[row], head, key=lambda each: each.moment)
        self.version += self.heads[row][0].day != first.day

    def let_go(self, row: int, staying: list[Head]) -> None:
        """Some of the articles of a row go elsewhere."""
        self._ids.pop(row, None)
        if staying:
            self.heads[row] = staying
        else:
            self.gone.add(row)
        self.version += 1

    def settle(self, settings: Settings) -> None:
        """Bring the order of time and the reprints up to date."""
        moments = [heads[0].moment for heads in self.heads]
        ordered = sorted(range(self.rows), key=moments.__getitem__)
        self.rank = np.empty(self.rows, dtype=np.int64)
        self.rank[ordered] = np.arange(self.rows)
        stood = self.print_of == np.arange(len(self.print_of))
        self.print_of = self._prints(settings)
        stands = self.print_of[: len(stood)] == np.arange(len(stood))
        self.version += bool((stood != stands).any())

    def _prints(self, settings: Settings) -> Ints:
        """Of each text printed by dozens the longest print stands for the others."""
        stands = np.arange(self.rows)
        for rows in find_reprints(self.terms, self.days, self.present, settings):
            longest = max(rows.tolist(), key=lambda row: (int(self.terms.words[row]), -int(self.rank[row])))
            stands[rows] = longest
        return stands
