"""Which articles are worth comparing: an inverted index over the heaviest words of each, bounded work per article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from retold.group.collection import Collection, Matrix
from retold.group.reading import Flags, Floats, Ints
from retold.group.settings import Settings

# Rows looked up at once: small enough for the product to stay in memory, large enough for its overhead not to count.
_BLOCK = 1000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of rows, `first` < `second`, sorted; `crowd` tells by row how much ordinary company of its topic it has."""

    first: Ints
    second: Ints
    nearness: Floats  # likeness relative to the best neighbour of either
    crowd: Floats  # by row
    best: Floats  # by row: the likeness of its best neighbour
    cut: Flags  # by row: the list of neighbours was cut off

    def nearness_of(self, likeness: Any, first: Any, second: Any, settings: Settings) -> Any:
        """Likeness relative to the best neighbour of either, one pair or many."""
        measure = np.clip(np.minimum(self.best[first], self.best[second]), settings.best_least, settings.best_most)
        return np.minimum(1.0, likeness / measure)


def find_candidates(collection: Collection, settings: Settings) -> Candidates:
    """Each article's nearest neighbours by its heaviest words (union of both directions)."""
    rows = collection.words.shape[0]
    index = collection.words.T.tocsr()
    frequency = np.diff(index.indptr)
    found = [
        _neighbours(_heaviest(collection.words[start : start + _BLOCK], frequency, settings), index, start, settings)
        for start in range(0, rows, _BLOCK)
    ]
    row, column, likeness = (np.concatenate([part[number] for part in found] or [np.zeros(0)]) for number in range(3))
    best, crowd, cut = _surroundings(row.astype(np.int64), likeness, rows, settings)
    first, second, likeness = _once(row.astype(np.int64), column.astype(np.int64), likeness, rows)
    all_pairs = Candidates(first, second, np.zeros(len(first)), crowd, best, cut)
    nearness = all_pairs.nearness_of(likeness, first, second, settings)
    near = nearness >= settings.least_nearness
    return replace(all_pairs, first=first[near], second=second[near], nearness=nearness[near])


def _once(row: Ints, column: Ints, likeness: Floats, rows: int) -> tuple[Ints, Ints, Floats]:
    """Each pair once, the smaller row first, with the larger likeness of both directions."""
    key = np.minimum(row, column) * rows + np.maximum(row, column)
    order = np.argsort(key, kind="stable")
    key, likeness = key[order], likeness[order]
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    top = np.maximum.reduceat(likeness, begins) if len(begins) else likeness
    return key[begins] // max(1, rows), key[begins] % max(1, rows), top


def _heaviest(words: Matrix, frequency: Ints, settings: Settings) -> Matrix:
    """The words that each article is looked up by: its heaviest, as long as their postings stay within the budget."""
    length = np.diff(words.indptr)
    row = np.repeat(np.arange(words.shape[0], dtype=np.int64), length)
    place = np.arange(len(row)) - np.repeat(words.indptr[:-1], length)
    # Sorted as one number of row, weight (in steps of a millionth) and place.
    packed = row << 40 | ((1 << 20) - (words.data * (1 << 20)).astype(np.int64)) << 16 | place
    packed.sort()
    order = (packed & 0xFFFF) + np.repeat(words.indptr[:-1], length)
    postings = np.cumsum(frequency[words.indices[order]])
    spent = postings - np.repeat(np.concatenate([[0], postings])[words.indptr[:-1]], length)
    keep = np.zeros(len(order), dtype=bool)
    keep[order] = (place < settings.lookup_words) & (spent <= settings.lookup_postings)
    ends = np.concatenate([[0], np.cumsum(keep)])
    return sparse.csr_matrix((words.data[keep], words.indices[keep], ends[words.indptr]), shape=words.shape)


def _neighbours(query: Matrix, index: Matrix, start: int, settings: Settings) -> tuple[Ints, Ints, Floats]:
    block = (query @ index).tocsr()
    rows, columns, values = [], [], []
    for number in range(block.shape[0]):
        begin, end = block.indptr[number], block.indptr[number + 1]
        column, value = block.indices[begin:end], block.data[begin:end]
        keep = (value > settings.least_likeness) & (column != start + number)
        column, value = column[keep], value[keep]
        if len(value) > settings.neighbours:
            column, value = _top(column, value, settings.neighbours)
        rows.append(np.full(len(column), start + number, dtype=np.int64))
        columns.append(column.astype(np.int64))
        values.append(value.astype(float))
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(values)


def _top(column: NDArray[np.int32], value: NDArray[np.float32], count: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The largest, equal ones by column, so that the order of work cannot show."""
    edge = np.partition(value, len(value) - count)[len(value) - count]
    near = np.flatnonzero(value >= edge)
    chosen = near[np.lexsort((column[near], -value[near]))[:count]]
    return column[chosen], value[chosen]


def _surroundings(row: Ints, likeness: Floats, rows: int, settings: Settings) -> tuple[Floats, Floats, Flags]:
    """By row: its best likeness, its crowd (mean likeness of the farther neighbours), and whether its list is full."""
    order = np.lexsort((-likeness, row))
    count = np.bincount(row, minlength=rows)
    start = np.concatenate([[0], np.cumsum(count)])[:-1]
    rank = np.arange(len(order)) - np.repeat(start, count)
    ordered = likeness[order]
    best = np.zeros(rows)
    np.maximum.at(best, row, likeness)
    far = rank >= settings.crowd_from
    crowd = np.bincount(row[order][far], np.minimum(ordered[far], settings.crowd_cap), minlength=rows)
    return best, crowd / (settings.neighbours - settings.crowd_from), count >= settings.neighbours
