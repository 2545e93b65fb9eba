"""A collection as sparse matrices: what is rare in it weighs more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from retold.group.moments import days_of
from retold.group.reading import Floats, Terms, read_terms
from retold.group.settings import Settings
from retold.types import Article

Matrix = sparse.csr_matrix


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles in a fixed order, no two alike in title and text, and their weighted terms.

    `words`, `names`, `phrases` and `leads` have rows of length 1 (or 0 where an article has none of the kind);
    `lead_*` hold squared rarities of the terms of title and lead; `presence` holds ones. `days` is NaN where a date is missing.
    """

    articles: Sequence[Article]
    terms: Terms
    rarity: Floats
    words: Matrix
    presence: Matrix
    names: Matrix
    phrases: Matrix
    lead: Matrix
    lead_names: Matrix
    lead_numbers: Matrix
    days: Floats


def collect(articles: Sequence[Article], settings: Settings) -> Collection:
    """The matrices of `articles`, which must be sorted and distinct."""
    terms = read_terms(articles, settings)
    frequency = np.bincount(terms.term, minlength=len(terms.names)).astype(float)
    rarity = _rarity(frequency, terms.rows, settings)
    weighted = terms.weight * rarity[terms.term]
    squared = rarity[terms.term] ** 2
    number = terms.numeric[terms.term] if len(terms.term) else np.zeros(0, bool)
    return Collection(
        articles=articles,
        terms=terms,
        rarity=rarity,
        words=_unit(_matrix(terms, weighted)),
        presence=_matrix(terms, np.ones(len(terms.term))),
        names=_unit(_matrix(terms, weighted, terms.name)),
        phrases=_unit(_phrase_matrix(terms, settings)),
        lead=_matrix(terms, squared, terms.lead),
        lead_names=_matrix(terms, squared, terms.lead & terms.name),
        lead_numbers=_matrix(terms, squared, terms.lead & number),
        days=days_of(articles),
    )


def _rarity(frequency: Floats, rows: int, settings: Settings) -> Floats:
    """Logarithm of how rare a term is, smoothed as if some other news had been read too (Robertson and Sparck Jones's idf, with a prior)."""
    seen = settings.background_articles
    return np.log((rows + seen + 1.0) / np.maximum(frequency, 1.0))


def _matrix(terms: Terms, values: Floats, where: np.ndarray | None = None) -> Matrix:  # type: ignore[type-arg]
    shape = (terms.rows, max(1, len(terms.names)))
    if where is None:
        return sparse.csr_matrix((values.astype(np.float32), terms.term, terms.starts), shape=shape)
    kept = np.concatenate([[0], np.cumsum(where)])
    return sparse.csr_matrix((values[where].astype(np.float32), terms.term[where], kept[terms.starts]), shape=shape)


def _phrase_matrix(terms: Terms, settings: Settings) -> Matrix:
    if not len(terms.phrase):
        return sparse.csr_matrix((terms.rows, 1), dtype=np.float32)
    _, column, count = np.unique(terms.phrase, return_inverse=True, return_counts=True)
    values = _rarity(count.astype(float), terms.rows, settings)[column].astype(np.float32)
    matrix = sparse.csr_matrix((values, (terms.phrase_row, column)), shape=(terms.rows, len(count)))
    matrix.sort_indices()
    return matrix


def _unit(matrix: Matrix) -> Matrix:
    """Rows scaled to length 1."""
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1), dtype=float).ravel())
    matrix.data /= np.repeat(np.where(length > 0, length, 1), np.diff(matrix.indptr)).astype(np.float32)
    return matrix
