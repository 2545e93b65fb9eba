"""Whom the articles of a cell are like, and what speaks for each pair: of a cell, the one before it and the one after it.

All of it is a function of the articles of these cells and of what is common (statistics.py). What is known already is not worked out again.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retold.group.arrays import Flags, Floats, Ints, Singles, offsets, positions
from retold.group.candidates import (
    Neighbours,
    Surroundings,
    best_of,
    expected_postings,
    find_neighbours,
    lookups,
    surroundings,
)
from retold.group.cells import Cell, Links, PairTable, cells_of, keys_of, rows_of
from retold.group.collection import Collection, side_by_side
from retold.group.evidence import Evidence, log_odds, textual_evidence
from retold.group.matrices import rows_where
from retold.group.moments import delay
from retold.group.settings import Settings
from retold.group.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Known:
    """A cell with what grouping made of it: `common` tells which statistics its matrices rest on."""

    cell: Cell
    collection: Collection
    statistics: Statistics
    common: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A cell (the one at `middle`) and those beside it, rows one after the other."""

    known: Sequence[Known]
    middle: int
    collection: Collection
    starts: Ints  # by cell
    rank: Ints  # by row: its place in time
    active: Flags

    @classmethod
    def of(cls, known: Sequence[Known], middle: int) -> Neighbourhood:
        starts = offsets(np.array([each.cell.rows for each in known], dtype=np.int64))
        rank = np.concatenate([each.cell.rank + start for each, start in zip(known, starts, strict=False)])
        active = np.concatenate([each.cell.active for each in known])
        return cls(known, middle, side_by_side([each.collection for each in known]), starts, rank, active)

    @property
    def cell(self) -> Cell:
        return self.known[self.middle].cell

    def keys(self, rows: Ints) -> Ints:
        """The keys of rows of the neighbourhood."""
        place = np.searchsorted(self.starts, rows, "right") - 1
        numbers = np.array([each.cell.number for each in self.known], dtype=np.int64)
        return keys_of(numbers[place], rows - self.starts[place])

    def rows(self, keys: Ints) -> Ints:
        """The rows of keys, -1 for those of other cells."""
        numbers = np.array([each.cell.number for each in self.known], dtype=np.int64)
        place = positions(numbers, cells_of(keys))
        return np.where(place >= 0, self.starts[place] + rows_of(keys), -1)

    def of_cell(self, place: int) -> Flags:
        """The rows of one of the cells."""
        found = np.zeros(len(self.rank), dtype=bool)
        found[self.starts[place] : self.starts[place + 1]] = True
        return found

    def neighbours(self, place: int) -> Neighbours:
        """The links of one of the cells, as far as they stay in the neighbourhood."""
        links = self.known[place].cell.links
        column = self.rows(links.key)
        inside = column >= 0
        return Neighbours(links.row[inside] + self.starts[place], column[inside], links.likeness[inside])


def link(hood: Neighbourhood, settings: Settings) -> Links:
    """The links of the cell in the middle: only new rows are looked up where nothing else changed."""
    words = hood.collection.words
    postings = expected_postings(hood.collection, hood.active, hood.known[hood.middle].statistics, settings)
    versions = [value for each in hood.known for value in (each.cell.number, each.cell.version, each.common)]
    barred = zlib.crc32(hood.collection.terms[np.isinf(postings)].tobytes())
    basis = (*versions, (len(hood.rank) - 1).bit_length(), barred)
    before = hood.cell.links
    own = hood.of_cell(hood.middle) & hood.active
    looked_up = lookups(rows_where(words, own), postings, settings)
    among = rows_where(words, hood.active)
    if before.basis == basis:
        new = np.concatenate([np.arange(each.cell.rows) >= seen for each, seen in zip(hood.known, before.seen, strict=True)])
        found = best_of(
            [
                hood.neighbours(hood.middle),
                find_neighbours(rows_where(looked_up, ~new), rows_where(among, new), hood.rank, settings),
                find_neighbours(rows_where(looked_up, new), among, hood.rank, settings),
            ],
            hood.rank,
            settings,
        )
    else:
        found = find_neighbours(looked_up, among, hood.rank, settings)
    seen = tuple(each.cell.rows for each in hood.known)
    return Links(found.row - hood.starts[hood.middle], hood.keys(found.column), found.likeness, basis, seen)


def pair_up(hood: Neighbourhood, telling: Floats, settings: Settings) -> PairTable:
    """The pairs of the cell in the middle with itself and with the cell before, and what is thought of them.

    `telling` says by row how much being published soon after each other counts.
    """
    pairs, evidence = judged_pairs(hood, telling, settings)
    copy = (evidence.words >= settings.copy_likeness) & (evidence.days <= delay(np.array(settings.copy_days)))
    page = np.concatenate([each.cell.pages for each in hood.known])
    versions = (page[pairs.first] == page[pairs.second]) & (page[pairs.first] > 0) & (evidence.words >= settings.version_likeness)
    copy |= versions
    common = tuple(each.common for each in hood.known[: hood.middle + 1])
    return PairTable(hood.keys(pairs.first), hood.keys(pairs.second), pairs.textual, log_odds(evidence, settings), copy, common)


def judged_pairs(hood: Neighbourhood, telling: Floats, settings: Settings) -> tuple[Pairing, Evidence]:
    """The pairs that are near enough to be one story, and the evidence on each."""
    places = range(hood.middle + 1)
    lists = [hood.neighbours(place) for place in places]
    around = surroundings_of(hood, places, settings)
    row, column, likeness = (np.concatenate([getattr(part, field) for part in lists]) for field in ("row", "column", "likeness"))
    later = np.maximum(row, column)
    here = (later >= hood.starts[hood.middle]) & (later < hood.starts[hood.middle + 1])
    first, second, likeness = _once(row[here], column[here], likeness[here], hood.rank)
    nearness = nearness_of(likeness, around, first, second, settings)
    near = nearness >= settings.least_nearness
    first, second, nearness = first[near], second[near], nearness[near]
    pairs = Pairing(first, second, nearness, _textual(hood, first, second))
    return pairs, evidence_of(hood, pairs, around, telling, settings)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of rows of a neighbourhood, how near they are and their textual evidence."""

    first: Ints
    second: Ints
    nearness: Floats
    textual: Singles


def nearness_of(likeness: Floats, around: Surroundings, first: Ints, second: Ints, settings: Settings) -> Floats:
    """Likeness relative to the best neighbour of either."""
    measure = np.clip(np.minimum(around.best[first], around.best[second]), settings.best_least, settings.best_most)
    nearness: Floats = np.minimum(1.0, likeness / measure)
    return nearness


def evidence_of(hood: Neighbourhood, pairs: Pairing, around: Surroundings, telling: Floats, settings: Settings) -> Evidence:
    """All that is known of the pairs. `telling` says by row how much being published soon after each other counts."""
    first, second = pairs.first, pairs.second
    gap = np.abs(hood.collection.days[first] - hood.collection.days[second])
    named = hood.collection.weekdays
    words, lead, names, numbers, phrases = pairs.textual.T.astype(float)
    return Evidence(
        words=words,
        lead=lead,
        names=names,
        numbers=numbers,
        phrases=phrases,
        nearness=pairs.nearness,
        crowd=(around.crowd[first] + around.crowd[second]) / 2,
        soon=np.where(gap < settings.soon_days, (telling[first] + telling[second]) / 2, 0.0),
        days=delay(gap),
        weekdays=((named[first] > 0) & (named[second] > 0) & (named[first] & named[second] == 0)).astype(float),
    )


def surroundings_of(hood: Neighbourhood, places: Iterable[int], settings: Settings) -> Surroundings:
    """Those of the rows of the first cells; links that lead out of the neighbourhood count as well."""
    chosen = list(places)
    rows = int(hood.starts[len(chosen)])
    parts = [hood.known[place].cell.links for place in chosen]
    row = np.concatenate([part.row + start for part, start in zip(parts, hood.starts, strict=False)])
    likeness = np.concatenate([part.likeness for part in parts])
    return surroundings(Neighbours(row, row, likeness), rows, settings)


def _once(row: Ints, column: Ints, likeness: Floats, rank: Ints) -> tuple[Ints, Ints, Floats]:
    """Each pair once, the one earlier in time first, with the larger likeness of both directions."""
    size = max(1, len(rank))
    place = np.argsort(rank)
    key = np.minimum(rank[row], rank[column]) * size + np.maximum(rank[row], rank[column])
    order = np.argsort(key, kind="stable")
    key, likeness = key[order], likeness[order]
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    top = np.maximum.reduceat(likeness, begins) if len(begins) else likeness
    return place[key[begins] // size], place[key[begins] % size], top


def _textual(hood: Neighbourhood, first: Ints, second: Ints) -> Singles:
    """Textual evidence, that of pairs known before as it was."""
    before = hood.cell.pairs
    made = np.zeros((len(first), before.textual.shape[1]), np.float32)
    common = tuple(each.common for each in hood.known[: hood.middle + 1])
    if before.common != common or not len(before.first):
        return textual_evidence(hood.collection, first, second)
    size = len(hood.rank)
    key = hood.rank[first] * size + hood.rank[second]
    old = hood.rank[hood.rows(before.first)] * size + hood.rank[hood.rows(before.second)]
    order = np.argsort(old)
    place = positions(old[order], key)
    known = place >= 0
    made[known] = before.textual[order][place[known]]
    made[~known] = textual_evidence(hood.collection, first[~known], second[~known])
    return made
