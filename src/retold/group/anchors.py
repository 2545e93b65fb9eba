"""Where articles without a date belong: in the days of the dated ones that share most of their telling terms, else nowhere.

Only a few terms of each article are kept, so that time long past need not be kept in memory for the sake of what has no date.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from retold.group.arrays import Ints, spans
from retold.group.background import background
from retold.group.reading import BLOCK, Terms
from retold.group.settings import Settings

Keys = NDArray[np.int32]

_NONE = -1
_STEPS = (1 << 21) - 1
# Articles without a date looked up at once.
_BLOCK = 20_000


def telling_terms(read: Terms, settings: Settings) -> Keys:
    """By row its weightiest terms: often and early in the text, and not common in any language."""
    keys = np.full((read.rows, settings.anchor_terms), _NONE, dtype=np.int32)
    for start in range(0, read.rows, BLOCK):
        rows = np.arange(start, min(start + BLOCK, read.rows))
        _fill(keys[start : start + BLOCK], read.of_rows(rows))
    return keys


def _fill(keys: Keys, read: Terms) -> None:
    size = np.diff(read.starts)
    row = np.repeat(np.arange(read.rows), size)
    weight = read.weight * -np.log(np.maximum(background().highest(read.term), 1e-6))
    # Sorted as one number of row, weight (in steps) and term.
    packed = row << 52 | (_STEPS - np.minimum(weight * 1e4, _STEPS).astype(np.int64)) << 31 | read.term
    packed.sort()
    rank = np.arange(len(packed)) - np.repeat(read.starts[:-1], size)
    kept = rank < keys.shape[1]
    keys[row[kept], rank[kept]] = (packed & 0x7FFFFFFF)[kept]


@dataclass(slots=True)
class Anchors:
    """Undated texts by their digests, and the telling terms of the dated articles of each cell."""

    settings: Settings
    number: dict[int, int] = field(default_factory=dict)  # by digest
    parts: list[Keys] = field(default_factory=list)
    cells: dict[int, list[Keys]] = field(default_factory=dict)
    best: dict[int, tuple[Ints, Ints]] = field(default_factory=dict)  # by cell: undated texts and how many terms they share with it

    def add_dated(self, cell: int, keys: Keys) -> None:
        self.cells.setdefault(cell, []).append(keys)

    def add_undated(self, digests: list[int], keys: Keys) -> None:
        fresh = []
        for place, digest in enumerate(digests):
            if digest not in self.number:
                self.number[digest] = len(self.number)
                fresh.append(place)
        self.parts.append(keys[np.array(fresh, dtype=np.int64)])

    def update(self, touched: set[int], known: int) -> Ints:
        """By undated text the cell it belongs to, -1 for none. Cells not `touched` since are asked about those from `known` on only."""
        keys = self._keys()
        for cell in sorted(self.cells):
            texts = np.arange(0 if cell in touched else known, len(keys))
            found = _shared(keys, texts, self._joined(cell), self.settings)
            if cell not in touched and cell in self.best:
                found = tuple(np.concatenate(pair) for pair in zip(self.best[cell], found, strict=True))  # type: ignore[assignment]
            self.best[cell] = found
        return self._choice(len(keys))

    def _keys(self) -> Keys:
        if not self.parts:
            return np.zeros((0, self.settings.anchor_terms), np.int32)
        self.parts = [np.concatenate(self.parts)]
        return self.parts[0]

    def _joined(self, cell: int) -> Keys:
        self.cells[cell] = [np.concatenate(self.cells[cell])]
        return self.cells[cell][0]

    def _choice(self, texts: int) -> Ints:
        """The cell with the most terms in common, the earliest of several."""
        chosen, most = np.full(texts, -1, dtype=np.int64), np.zeros(texts, dtype=np.int64)
        for cell in sorted(self.best):
            text, shared = self.best[cell]
            better = shared > most[text]
            chosen[text[better]], most[text[better]] = cell, shared[better]
        return chosen


def _shared(keys: Keys, texts: Ints, dated: Keys, settings: Settings) -> tuple[Ints, Ints]:
    """Undated texts and the most terms that each shares with one dated article, where those are enough."""
    term = dated.ravel()
    row = np.repeat(np.arange(len(dated)), dated.shape[1])[term >= 0]
    order = np.argsort(term[term >= 0], kind="stable")
    term, row = term[term >= 0][order], row[order]
    parts = [_most_shared(keys, texts[at : at + _BLOCK], term, row, settings) for at in range(0, len(texts), _BLOCK)]
    none = np.zeros(0, np.int64)
    text, shared = (np.concatenate([part[side] for part in parts] or [none]) for side in range(2))
    return text, shared


def _most_shared(keys: Keys, texts: Ints, term: Keys, row: Ints, settings: Settings) -> tuple[Ints, Ints]:
    asked, text = keys[texts].ravel(), np.repeat(texts, keys.shape[1])
    begin, end = np.searchsorted(term, asked), np.searchsorted(term, asked, "right")
    # A term that many share says where an article belongs no more than an outlet's name does.
    few = (asked >= 0) & (end > begin) & (end - begin <= settings.anchor_postings)
    hits, starts = spans(np.stack([begin[few], end[few]]).T.ravel(), np.arange(0, 2 * int(few.sum()), 2))
    size = int(row.max(initial=0)) + 1
    pair, count = np.unique(np.repeat(text[few], np.diff(starts)) * size + row[hits], return_counts=True)
    enough = count >= settings.anchor_shared
    pair, count = pair[enough] // size, count[enough]
    begins = np.flatnonzero(np.diff(pair, prepend=-1))
    return pair[begins], np.maximum.reduceat(count, begins) if len(begins) else count
