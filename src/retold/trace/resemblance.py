"""How much each unit of one text resembles each of another: cosine of word vectors and Dice coefficient of word sets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from retold.trace.settings import AlignSettings
from retold.trace.units import Units


@dataclass(frozen=True, slots=True)
class Vectors:
    """The units of a text as rows of word weights (tf-isf), and as word sets."""

    weights: sparse.csr_matrix
    presence: sparse.csr_matrix
    norms: NDArray[np.float64]
    sizes: NDArray[np.int64]


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


def seeds(earlier: Vectors, later: Vectors, settings: AlignSettings) -> Seeds:
    """The pairs of units above both thresholds, in order."""
    products = (later.weights @ earlier.weights.T).tocoo()
    cosine = products.data / (later.norms[products.row] * earlier.norms[products.col] + 1e-9)
    near = cosine > settings.seed_cosine
    rows, columns, cosine = products.row[near], products.col[near], cosine[near]
    shared = np.asarray(later.presence[rows].multiply(earlier.presence[columns]).sum(axis=1)).ravel()
    alike = 2 * shared > settings.seed_dice * (later.sizes[rows] + earlier.sizes[columns])
    order = np.lexsort((columns[alike], rows[alike]))
    return Seeds(rows[alike][order].astype(np.int64), columns[alike][order].astype(np.int64), cosine[alike][order])


def cosine_of(earlier: Vectors, later: Vectors, earlier_units: tuple[int, int], later_units: tuple[int, int]) -> float:
    """The cosine of two stretches of units, each taken as one bag of words; last unit included."""
    left = np.asarray(earlier.weights[earlier_units[0] : earlier_units[1] + 1].sum(axis=0)).ravel()
    right = np.asarray(later.weights[later_units[0] : later_units[1] + 1].sum(axis=0)).ravel()
    norm = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(left @ right) / norm if norm else 0.0


def _counts(units: Units, codes: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    keys, counts = np.unique(units.unit_of_words() * size + codes, return_counts=True)
    return keys // size, keys % size, counts


def _vectors(counted: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], length: int, weight: NDArray[np.float64]) -> Vectors:
    rows, columns, counts = counted
    values = counts * weight[columns]
    kept = values > 0
    shape = (length, len(weight))
    return Vectors(
        weights=sparse.csr_matrix((values[kept], (rows[kept], columns[kept])), shape=shape),
        presence=sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape),
        norms=np.sqrt(np.bincount(rows, values * values, minlength=length)),
        sizes=np.bincount(rows, minlength=length),
    )
