"""What is common in a collection: a sample of its articles tells, so that new articles change nothing about old ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.group.arrays import Floats, Ints, positions
from retold.group.background import background, guess_languages
from retold.group.reading import Terms
from retold.group.settings import Settings


@dataclass(frozen=True, slots=True)
class Statistics:
    """In how many of the `rows` articles of a sample each term and each phrase stands; `language` is that of most of them."""

    rows: int
    length: float  # running words per article
    language: int
    terms: NDArray[np.int32]
    frequency: Ints
    phrases: NDArray[np.int32]
    phrase_frequency: Ints

    def rarities(self, terms: NDArray[np.int32], settings: Settings) -> Floats:
        """By language and term: logarithm of how rare it is, as if articles of other news had been read too (idf with a prior)."""
        frequency = _counts(self.terms, self.frequency, terms)
        expected = 1 - np.exp(-background().rates_of(terms) * self.length)
        rarity = self._rarity(frequency + settings.background_articles * expected, settings)
        # What stands in much of a collection is common there, whatever the background says: names of outlets, and their pages' furniture.
        prior = settings.trusted_articles * (1 + 100 / max(1, self.rows))
        here: Floats = np.log((self.rows + prior) / np.maximum(frequency, 1.0))
        return np.minimum(rarity, here)

    def phrase_rarities(self, phrases: NDArray[np.int32], settings: Settings) -> Floats:
        return self._rarity(_counts(self.phrases, self.phrase_frequency, phrases), settings)

    def _rarity(self, frequency: Floats, settings: Settings) -> Floats:
        return np.log((self.rows + settings.background_articles + 1.0) / np.maximum(frequency, 1.0))


def statistics_of(sample: Terms) -> Statistics:
    """The statistics of a sample of articles."""
    terms, place, frequency = np.unique(sample.term, return_inverse=True, return_counts=True)
    phrases, phrase_frequency = np.unique(sample.phrase, return_counts=True)
    row = np.repeat(np.arange(sample.rows), np.diff(sample.starts))
    languages = guess_languages(row, place, terms, sample.rows)
    counts = np.bincount(languages[languages >= 0], minlength=1)
    length = float(sample.words.sum()) / max(1, sample.rows)
    return Statistics(sample.rows, length, int(counts.argmax()), terms, frequency, phrases, phrase_frequency)


def _counts(known: NDArray[np.int32], frequency: Ints, asked: NDArray[np.int32]) -> Floats:
    place = positions(known, asked)
    return np.where(place >= 0, frequency[place] if len(frequency) else 0, 0).astype(float)
