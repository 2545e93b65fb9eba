"""A collection as sparse matrices: what is rare in it weighs more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.group.background import guess_languages, term_rates
from retold.group.matrices import Matrix, by_rows, unit_rows
from retold.group.moments import days_of
from retold.group.reading import Flags, Floats, Ints, Terms
from retold.group.settings import Settings
from retold.types import Article


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles in a fixed order, no two alike in title and text, and their weighted terms.

    `words`, `names`, `phrases` and `leads` have rows of length 1 (or 0 where an article has none of the kind);
    `lead_*` hold squared rarities of the terms of title and lead; `presence` holds ones. `days` is NaN where a date is missing.
    `rarity` is by language and term, `language` by article.
    """

    articles: Sequence[Article]
    stem_length: int
    terms: Terms
    rarity: Floats
    language: Ints
    words: Matrix
    presence: Matrix
    names: Matrix
    phrases: Matrix
    lead: Matrix
    lead_numbers: Matrix
    days: Floats


def collect(articles: Sequence[Article], read: Terms, settings: Settings) -> Collection:
    """The matrices of `articles`, which must be sorted and distinct, from their terms."""
    rates = term_rates(read.names)
    language = guess_languages(read, rates)
    rarity = _rarities(read, rates, settings)
    terms = read.only(rarity[np.repeat(language, np.diff(read.starts)), read.term] >= settings.least_rarity)
    by_entry = rarity[np.repeat(language, np.diff(terms.starts)), terms.term]
    weighted = terms.weight * by_entry
    squared = by_entry**2
    return Collection(
        articles=articles,
        stem_length=settings.stem_length,
        terms=terms,
        rarity=rarity,
        language=language,
        words=unit_rows(_matrix(terms, weighted)),
        presence=_matrix(terms, np.ones(len(terms.term))),
        names=unit_rows(_matrix(terms, weighted, terms.name)),
        phrases=unit_rows(_phrase_matrix(terms, settings)),
        lead=_matrix(terms, squared, terms.lead),
        lead_numbers=_matrix(terms, squared, terms.lead & terms.numeric[terms.term]),
        days=days_of(articles),
    )


def _rarities(terms: Terms, rates: Floats, settings: Settings) -> Floats:
    """By language and term: logarithm of how rare it is, as if articles of other news had been read too (idf with a prior)."""
    frequency = np.bincount(terms.term, minlength=rates.shape[1]).astype(float)
    usual_length = terms.words / max(1, terms.rows)
    expected = 1 - np.exp(-rates * usual_length)
    rarity = _rarity(frequency + settings.background_articles * expected, terms.rows, settings)
    # What stands in much of a collection is common there, whatever the background says: names of outlets, and their pages' furniture.
    prior = settings.trusted_articles * (1 + 100 / max(1, terms.rows))
    here: Floats = np.log((terms.rows + prior) / np.maximum(frequency, 1.0))
    return np.minimum(rarity, here)


def _rarity(frequency: Floats, rows: int, settings: Settings) -> Floats:
    return np.log((rows + settings.background_articles + 1.0) / np.maximum(frequency, 1.0))


def _matrix(terms: Terms, values: Floats, where: Flags | None = None) -> Matrix:
    shape = (terms.rows, max(1, len(terms.names)))
    if where is None:
        return by_rows(values.astype(np.float32), terms.term, terms.starts, shape)
    kept = np.concatenate([[0], np.cumsum(where)])
    return by_rows(values[where].astype(np.float32), terms.term[where], kept[terms.starts], shape)


def _phrase_matrix(terms: Terms, settings: Settings) -> Matrix:
    _, column, count = np.unique(terms.phrase, return_inverse=True, return_counts=True)
    values = _rarity(count.astype(float), terms.rows, settings)[column].astype(np.float32)
    starts = np.concatenate([[0], np.cumsum(np.bincount(terms.phrase_row, minlength=terms.rows))])
    return by_rows(values, column, starts, (terms.rows, max(1, len(count))))
