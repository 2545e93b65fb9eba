"""Which articles are worth comparing: an inverted index over the heaviest words of each, bounded work per article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.group.arrays import Flags, Floats, Ints, offsets, positions
from retold.group.collection import Collection
from retold.group.matrices import Matrix, entries_where, rows_where
from retold.group.settings import Settings
from retold.group.statistics import Statistics

# Rows looked up at once: small enough for the product to stay in memory, large enough for its overhead not to count.
_BLOCK = 2000
_STEPS = (1 << 20) - 1


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For some rows the others most like them, by row and then the most alike first."""

    row: Ints
    column: Ints
    likeness: Floats


def expected_postings(collection: Collection, active: Flags, statistics: Statistics, settings: Settings) -> Floats:
    """By term in how many rows it may be expected to stand; without end where far too many have it for it to be looked up.

    The sample tells, and the rows count as the next power of two: what is looked up then hardly ever changes as articles are added.
    What really stands in the rows is looked at only for bursts, and pages stuffed with words a thousand times over.
    """
    rows = 1 << max(0, len(active) - 1).bit_length()
    place = positions(statistics.terms, collection.terms)
    known = np.where(place >= 0, statistics.frequency[place] if len(statistics.frequency) else 0, 0.5)
    expected: Floats = known / max(1, statistics.rows) * rows
    real = np.bincount(rows_where(collection.words, active).indices, minlength=len(collection.terms))[: len(collection.terms)]
    return np.where(real > settings.lookup_most, np.inf, np.minimum(expected, rows))


def lookups(words: Matrix, postings: Floats, settings: Settings) -> Matrix:
    """The words that each row is looked up by: its heaviest, as long as their postings stay within the budget."""
    length = np.diff(words.indptr)
    row = np.repeat(np.arange(words.shape[0], dtype=np.int64), length)
    place = np.arange(len(row)) - np.repeat(words.indptr[:-1], length)
    # Sorted as one number of row, weight (in steps of a millionth) and place.
    packed = row << 40 | ((1 << 20) - (words.data * (1 << 20)).astype(np.int64)) << 16 | place
    packed.sort()
    order = (packed & 0xFFFF) + np.repeat(words.indptr[:-1], length)
    cost = postings[words.indices[order]] if len(postings) else np.zeros(0)
    affordable = (cost <= settings.lookup_postings) & (place < settings.lookup_words)
    spent = np.cumsum(np.where(affordable, np.ceil(cost), 0))
    spent -= np.repeat(np.concatenate([[0], spent])[words.indptr[:-1]], length)
    keep = np.zeros(len(order), dtype=bool)
    keep[order] = affordable & (spent <= settings.lookup_postings)
    return entries_where(words, keep)


def find_neighbours(looked_up: Matrix, among: Matrix, rank: Ints, settings: Settings) -> Neighbours:
    """For each row of `looked_up` the rows of `among` most like it; rows without entries have none. Equal ones by `rank`.

    Rows of the two are numbered alike: no row is its own neighbour.
    """
    columns = among.T.tocsr()
    filled = np.flatnonzero(np.diff(looked_up.indptr))
    parts = []
    for start in range(0, len(filled), _BLOCK):
        rows = filled[start : start + _BLOCK]
        product = (looked_up[rows] @ columns).tocoo()
        row, value = rows[product.row], product.data
        kept = (value > settings.least_likeness) & (product.col != row)
        steps = np.rint(np.minimum(value[kept], 1.0) * _STEPS).astype(np.int64)
        parts.append(_best(row[kept].astype(np.int64), steps, rank[product.col[kept]], settings))
    return _neighbours(parts, rank)


def best_of(parts: Sequence[Neighbours], rank: Ints, settings: Settings) -> Neighbours:
    """The most alike of each row in several lists."""
    row, column, value = (np.concatenate([getattr(part, field) for part in parts]) for field in ("row", "column", "likeness"))
    return _neighbours([_best(row, np.rint(value * _STEPS).astype(np.int64), rank[column], settings)], rank)


def _neighbours(parts: Sequence[tuple[Ints, Ints, Ints]], rank: Ints) -> Neighbours:
    row, steps, ranked = (np.concatenate([part[number] for part in parts] or [np.zeros(0, np.int64)]) for number in range(3))
    return Neighbours(row, np.argsort(rank)[ranked], steps / _STEPS)


def _best(row: Ints, steps: Ints, ranked: Ints, settings: Settings) -> tuple[Ints, Ints, Ints]:
    """The most alike of each row, equal ones by rank, so that the order of work cannot show."""
    if not len(row):
        return row, steps, ranked
    first, bits = int(row.min()), int(ranked.max()).bit_length()
    if int(row.max() - first).bit_length() + 20 + bits < 64:
        # Sorted as one number of row, likeness and rank.
        packed = (row - first) << (20 + bits) | (_STEPS - steps) << bits | ranked
        packed.sort()
        row, steps, ranked = (packed >> (20 + bits)) + first, _STEPS - (packed >> bits & _STEPS), packed & ((1 << bits) - 1)
    else:
        order = np.lexsort((ranked, -steps, row))
        row, steps, ranked = row[order], steps[order], ranked[order]
    begins = np.flatnonzero(np.diff(row, prepend=-1))
    best = np.arange(len(row)) - np.repeat(begins, np.diff(begins, append=len(row))) < settings.neighbours
    return row[best], steps[best], ranked[best]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """By row: the likeness of its best neighbour, how much ordinary company of its topic it has, and whether its list was cut off."""

    best: Floats
    crowd: Floats
    cut: Flags


def surroundings(found: Neighbours, rows: int, settings: Settings) -> Surroundings:
    """What the neighbours say about the rows: `found` has each row's in one stretch, the most alike first."""
    count = np.bincount(found.row, minlength=rows)
    rank = np.arange(len(found.row)) - np.repeat(offsets(count)[:-1], count)
    best = np.zeros(rows)
    best[found.row[rank == 0]] = found.likeness[rank == 0]
    far = rank >= settings.crowd_from
    crowd = np.bincount(found.row[far], np.minimum(found.likeness[far], settings.crowd_cap), minlength=rows)
    return Surroundings(best, crowd / (settings.neighbours - settings.crowd_from), count >= settings.neighbours)
