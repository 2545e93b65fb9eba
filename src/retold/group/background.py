"""How common words are in news that is not in the collection: without it, what a small collection is about would pass for common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from retold.group.arrays import Floats, Ints
from retold.group.vocabulary import term_of

# A language's commonest words tell it: those above this rate, per million, are enough even for a paragraph.
_TELLING_RATE = 1500.0
# With fewer of them than this in an article its language is that of most articles.
_TELLING_LEAST = 3


@dataclass(frozen=True, slots=True)
class Background:
    """Common terms in ascending order, and languages x terms: occurrences per word of running text."""

    terms: Ints
    rates: Floats

    def rates_of(self, terms: NDArray[np.int32]) -> Floats:
        """Languages x terms: 0 for words that are not common."""
        place = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        return np.where(self.terms[place] == terms, self.rates[:, place], 0.0)

    def highest(self, terms: NDArray[np.int32]) -> Floats:
        """The rate in the language in which each term is commonest."""
        place = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        return np.where(self.terms[place] == terms, self.rates.max(axis=0)[place], 0.0)


@cache
def background() -> Background:
    """The table that comes with the package."""
    rates: dict[int, dict[int, float]] = {}
    languages: dict[str, int] = {}
    for line in files("retold").joinpath("data/background.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, rate, stems = line.split("\t")
            row = languages.setdefault(language, len(languages))
            for stem in stems.split(" "):
                rates.setdefault(term_of(stem), {})[row] = float(rate) / 1e6
    terms = sorted(rates)
    table = np.zeros((len(languages), len(terms)))
    for column, term in enumerate(terms):
        for row, rate_of_term in rates[term].items():
            table[row, column] = rate_of_term
    return Background(np.array(terms, dtype=np.int64), table)


def guess_languages(row: Ints, term: Ints, terms: NDArray[np.int32], rows: int) -> Ints:
    """By row the language whose commonest words it has most of, -1 where it has hardly any of any. `term` are places in `terms`."""
    telling = background().rates_of(terms) * 1e6 > _TELLING_RATE
    scores = np.stack([np.bincount(row[hit], minlength=rows) for hit in (there[term] for there in telling)])
    sure = scores.max(axis=0, initial=0) >= _TELLING_LEAST
    return np.where(sure, scores.argmax(axis=0), -1)
