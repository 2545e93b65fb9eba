"""Articles as sparse matrices: what is rare weighs more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.group.arrays import Flags, Floats, Ints, distinct, offsets, positions
from retold.group.background import guess_languages
from retold.group.matrices import Matrix, by_rows, stacked, unit_rows
from retold.group.reading import LEAD, NAME, NUMBER, Terms
from retold.group.settings import Settings
from retold.group.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles in a fixed order and their weighted terms; columns are places in `terms` and `phrase_terms`, which are sorted.

    `words`, `names` and `phrases` have rows of length 1 (or 0 where an article has none of the kind);
    `lead*` hold squared rarities of the terms of title and lead. `days` is NaN where a date is missing,
    `weekdays` has a bit for each day of the week that title and lead name.
    """

    terms: NDArray[np.int32]
    phrase_terms: NDArray[np.int32]
    words: Matrix
    names: Matrix
    phrases: Matrix
    lead: Matrix
    lead_numbers: Matrix
    days: Floats
    weekdays: NDArray[np.uint8]

    @property
    def rows(self) -> int:
        return len(self.days)

    @property
    def presence(self) -> Matrix:
        """Ones where a row has a term."""
        words = self.words
        return by_rows(np.ones(len(words.data), np.float32), words.indices, words.indptr, words.shape)


def collect(read: Terms, days: Floats, statistics: Statistics, settings: Settings) -> Collection:
    """The matrices of the articles."""
    row = np.repeat(np.arange(read.rows), np.diff(read.starts))
    terms, place = np.unique(read.term, return_inverse=True)
    language = guess_languages(row, place, terms, read.rows)
    language[language < 0] = statistics.language
    rarity = statistics.rarities(terms, settings)[language[row], place]
    # What stands in every fifth article tells nothing.
    kept = rarity >= settings.least_rarity
    row, place, rarity, mark = row[kept], place[kept], rarity[kept], read.mark[kept]
    weighted, squared = read.weight[kept] * rarity, rarity**2
    shape = read.rows, max(1, len(terms))

    def matrix(values: Floats, where: Flags) -> Matrix:
        starts = offsets(np.bincount(row[where], minlength=read.rows))
        return by_rows(values[where].astype(np.float32), place[where], starts, shape)

    lead, name, number = ((mark & bit) > 0 for bit in (LEAD, NAME, NUMBER))
    phrase_terms, phrases = _phrases(read, statistics, settings)
    return Collection(
        terms=terms,
        phrase_terms=phrase_terms,
        words=unit_rows(matrix(weighted, np.ones(len(row), dtype=bool))),
        names=unit_rows(matrix(weighted, name)),
        phrases=phrases,
        lead=matrix(squared, lead),
        lead_numbers=matrix(squared, lead & number),
        days=days,
        weekdays=read.weekdays,
    )


def _phrases(read: Terms, statistics: Statistics, settings: Settings) -> tuple[NDArray[np.int32], Matrix]:
    terms, place = np.unique(read.phrase, return_inverse=True)
    values = statistics.phrase_rarities(terms, settings)[place].astype(np.float32)
    return terms, unit_rows(by_rows(values, place, read.phrase_starts, (read.rows, max(1, len(terms)))))


def side_by_side(collections: Sequence[Collection]) -> Collection:
    """The rows of several collections, one after the other."""
    if len(collections) == 1:
        return collections[0]
    terms, columns = _merged([each.terms for each in collections])
    phrase_terms, phrase_columns = _merged([each.phrase_terms for each in collections])
    width, phrase_width = max(1, len(terms)), max(1, len(phrase_terms))
    return Collection(
        terms=terms,
        phrase_terms=phrase_terms,
        words=stacked([each.words for each in collections], columns, width),
        names=stacked([each.names for each in collections], columns, width),
        phrases=stacked([each.phrases for each in collections], phrase_columns, phrase_width),
        lead=stacked([each.lead for each in collections], columns, width),
        lead_numbers=stacked([each.lead_numbers for each in collections], columns, width),
        days=np.concatenate([each.days for each in collections]),
        weekdays=np.concatenate([each.weekdays for each in collections]),
    )


def _merged(parts: Sequence[NDArray[np.int32]]) -> tuple[NDArray[np.int32], list[Ints]]:
    """All terms of several sorted lists, and by list where its own are among them."""
    everything = distinct(np.concatenate(parts))
    return everything, [positions(everything, part) for part in parts]
