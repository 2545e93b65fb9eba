"""Which articles are worth comparing: an inverted index over the heaviest words of each, bounded work per article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from retold.group.collection import Collection
from retold.group.matrices import Matrix, entries_where
from retold.group.reading import Flags, Floats, Ints
from retold.group.settings import Settings

# Rows looked up at once: small enough for the product to stay in memory, large enough for its overhead not to count.
_BLOCK = 2000
_STEPS = (1 << 20) - 1


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
    """Each article's nearest neighbours by its heaviest words (union of both directions).

    Those of about the same time are looked up by all words, those of other times (whose date may be wrong) by words rare everywhere.
    """
    rows = collection.words.shape[0]
    elsewhere = _index_of_rare(collection.words, settings)
    found = [_block_neighbours(collection, elsewhere, start, settings) for start in range(0, rows, _BLOCK)]
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


def _block_neighbours(collection: Collection, elsewhere: _Index, start: int, settings: Settings) -> tuple[Ints, Ints, Floats]:
    words = collection.words
    stop = min(start + _BLOCK, words.shape[0])
    begin, end = _window(collection.days, start, stop, settings)
    near = words[begin:end]
    frequency = np.bincount(near.indices, minlength=words.shape[1])
    inside = (_heaviest(words[start:stop], frequency, settings.lookup_postings, settings) @ near.T.tocsr()).tocoo()
    found = [(inside.row, inside.col + begin, inside.data)]
    if begin > 0 or end < words.shape[0]:
        outside = (_heaviest(words[start:stop], elsewhere.frequency, settings.rare_budget, settings) @ elsewhere.columns).tocoo()
        kept = (outside.col < begin) | (outside.col >= end)
        found.append((outside.row[kept], outside.col[kept], outside.data[kept]))
    row, column, value = (np.concatenate([part[number] for part in found]) for number in range(3))
    kept = (value > settings.least_likeness) & (column != row + start)
    row, column, value = _best(row[kept].astype(np.int64), column[kept].astype(np.int64), value[kept].astype(float), settings)
    return row + start, column, value


def _window(days: Floats, start: int, stop: int, settings: Settings) -> tuple[int, int]:
    """Rows published within the window of rows `start` to `stop`, and never fewer than `settings.window_least` of those next in time.

    Rows are in order of time, those without a date at the end.
    """
    known = int(np.searchsorted(np.isnan(days), True))
    first, last = days[min(start, known - 1)] if known else 0.0, days[min(stop, known) - 1] if known else 0.0
    begin = int(np.searchsorted(days[:known], first - settings.window_days))
    end = int(np.searchsorted(days[:known], last + settings.window_days, "right"))
    half = settings.window_least // 2
    return max(0, min(begin, start - half)), min(len(days), max(end, stop + half))


@dataclass(frozen=True, slots=True)
class _Index:
    """The articles of all times by their rarer words. `frequency` is out of reach for the other words."""

    columns: Matrix
    frequency: Ints


def _index_of_rare(words: Matrix, settings: Settings) -> _Index:
    frequency = np.bincount(words.indices, minlength=words.shape[1])
    few = (frequency[words.indices] <= settings.rare_postings) & (frequency[words.indices] > 1)
    return _Index(entries_where(words, few).T.tocsr(), np.where(frequency <= settings.rare_postings, frequency, settings.rare_budget + 1))


def _heaviest(words: Matrix, frequency: Ints, budget: int, settings: Settings) -> Matrix:
    """The words that each article is looked up by: its heaviest, as long as their postings stay within the budget."""
    length = np.diff(words.indptr)
    row = np.repeat(np.arange(words.shape[0], dtype=np.int64), length)
    place = np.arange(len(row)) - np.repeat(words.indptr[:-1], length)
    # Sorted as one number of row, weight (in steps of a millionth) and place.
    packed = row << 40 | ((1 << 20) - (words.data * (1 << 20)).astype(np.int64)) << 16 | place
    packed.sort()
    order = (packed & 0xFFFF) + np.repeat(words.indptr[:-1], length)
    cost = frequency[words.indices[order]]
    cost = np.where(cost > budget, 0, cost)
    postings = np.cumsum(cost)
    spent = postings - np.repeat(np.concatenate([[0], postings])[words.indptr[:-1]], length)
    keep = np.zeros(len(order), dtype=bool)
    keep[order] = (place < settings.lookup_words) & (spent <= budget) & (cost > 0)
    return entries_where(words, keep)


def _best(row: Ints, column: Ints, value: Floats, settings: Settings) -> tuple[Ints, Ints, Floats]:
    """The most alike of each row, equal ones by column, so that the order of work cannot show."""
    # Sorted as one number of row, likeness (in steps of a millionth) and column.
    steps = (np.minimum(value, 1.0) * _STEPS).astype(np.int64)
    packed = row << 51 | (_STEPS - steps) << 31 | column
    packed.sort()
    row, steps, column = packed >> 51, _STEPS - (packed >> 31 & _STEPS), packed & 0x7FFFFFFF
    begins = np.flatnonzero(np.diff(row, prepend=-1))
    rank = np.arange(len(row)) - np.repeat(begins, np.diff(begins, append=len(row)))
    best = rank < settings.neighbours
    return row[best], column[best], steps[best] / _STEPS


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
