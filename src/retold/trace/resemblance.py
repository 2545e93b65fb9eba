"""How much each unit of one text resembles each of another: cosine of word vectors and Dice coefficient of word sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retold.trace.settings import AlignSettings
from retold.trace.units import Units

if TYPE_CHECKING:
    from scipy import sparse


@dataclass(frozen=True, slots=True)
class Vectors:
    """The units of a text as rows of word weights (tf-isf), and as word sets.

    `columns[first[u] : first[u + 1]]` are the words of unit `u`, `values` their weights; `size` is the number of words of both texts.
    """

    weights: sparse.csr_matrix
    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    first: NDArray[np.int64]
    norms: NDArray[np.float64]
    size: int

    def bag(self, units: tuple[int, int]) -> NDArray[np.float64]:
        """The weights of a stretch of units, last included, added up."""
        inside = slice(int(self.first[units[0]]), int(self.first[units[1] + 1]))
        summed: NDArray[np.float64] = np.bincount(self.columns[inside], weights=self.values[inside], minlength=self.size).astype(np.float64)
        return summed

    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.first)


@dataclass(frozen=True, slots=True)
class Seeds:
    """Pairs of units that resemble each other: index into the later text, index into the earlier, cosine."""

    later: NDArray[np.int64]
    earlier: NDArray[np.int64]
    cosine: NDArray[np.float64]


def vectors(earlier: Units, later: Units, settings: AlignSettings) -> tuple[Vectors, Vectors]:
    """Both texts' units over one vocabulary. A word weighs the less, the more units of the two texts it is in."""
    _, codes = np.unique(np.concatenate([earlier.stems, later.stems]), return_inverse=True)
    size = int(codes.max()) + 1
    counted = [_counts(u, c, size) for u, c in ((earlier, codes[: len(earlier.stems)]), (later, codes[len(earlier.stems) :]))]
    spread = sum(np.bincount(columns, minlength=size) for _, columns, _ in counted)
    weight = np.log((len(earlier) + len(later)) / np.maximum(spread, 1))
    if len(earlier) * len(later) > settings.large_product:
        weight[spread > settings.frequent_units] = 0.0
    earlier_rows, later_rows = (_vectors(c, len(u), weight) for c, u in zip(counted, (earlier, later), strict=True))
    return earlier_rows, later_rows


def cosines(earlier: Vectors, later: Vectors) -> Seeds:
    """All pairs of units that share a word."""
    products = (later.weights @ earlier.weights.T).tocoo()
    return Seeds(products.row, products.col, products.data / (later.norms[products.row] * earlier.norms[products.col] + 1e-9))


def seeds(pairs: Seeds, earlier: Vectors, later: Vectors, settings: AlignSettings) -> Seeds:
    """Of the pairs those above both thresholds, in order."""
    near = pairs.cosine > settings.seed_cosine
    rows, columns, cosine = pairs.later[near], pairs.earlier[near], pairs.cosine[near]
    shared = _shared(earlier, later, rows, columns)
    alike = 2 * shared > settings.seed_dice * (later.lengths()[rows] + earlier.lengths()[columns])
    order = np.lexsort((columns[alike], rows[alike]))
    return Seeds(rows[alike][order].astype(np.int64), columns[alike][order].astype(np.int64), cosine[alike][order])


def cosine_of(earlier: Vectors, later: Vectors, earlier_units: tuple[int, int], later_units: tuple[int, int]) -> float:
    """The cosine of two stretches of units, each taken as one bag of words; last unit included."""
    left, right = earlier.bag(earlier_units), later.bag(later_units)
    norm = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(left @ right) / norm if norm else 0.0


def _counts(units: Units, codes: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    keys, counts = np.unique(units.unit_of_words() * size + codes, return_counts=True)
    return keys // size, keys % size, counts


def _shared(earlier: Vectors, later: Vectors, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
    """The number of words that the two units of each pair have in common."""
    left, right = (_rows((np.ones(len(v.columns)), v.columns, v.first), shape=(len(v.norms), v.size)) for v in (earlier, later))
    return np.asarray(right[rows].multiply(left[columns]).sum(axis=1)).ravel()


def _vectors(counted: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], length: int, weight: NDArray[np.float64]) -> Vectors:
    rows, columns, counts = counted
    values = counts * weight[columns]
    first = np.searchsorted(rows, np.arange(length + 1))
    kept = values > 0
    heavy = np.searchsorted(rows[kept], np.arange(length + 1))
    return Vectors(
        weights=_rows((values[kept], columns[kept], heavy), shape=(length, len(weight))),
        columns=columns,
        values=values,
        first=first,
        norms=np.sqrt(np.bincount(rows, values * values, minlength=length)),
        size=len(weight),
    )


def _rows(parts: tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]], shape: tuple[int, int]) -> sparse.csr_matrix:
    from scipy import sparse

    return sparse.csr_matrix(parts, shape=shape)
