"""The kinds of arrays that grouping works with, and what several of its parts do with them."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Flags = NDArray[np.bool_]


def spans(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """The places of the entries of some rows, one row after the other, and where each row's begin among them."""
    lengths = (starts[1:] - starts[:-1])[rows]
    ends = np.concatenate([[0], np.cumsum(lengths)])
    return np.arange(ends[-1]) + np.repeat(starts[rows] - ends[:-1], lengths), ends


def offsets(lengths: Ints | Flags) -> Ints:
    """Where each of several stretches begins when they lie one after the other, with the end of the last."""
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)


def positions(sorted_values: NDArray[np.generic], values: NDArray[np.generic]) -> Ints:
    """Where each value stands among distinct sorted ones, -1 where it does not."""
    if not len(sorted_values):
        return np.full(len(values), -1)
    place = np.minimum(np.searchsorted(sorted_values, values), len(sorted_values) - 1)
    return np.where(sorted_values[place] == values, place, -1).astype(np.int64)


def distinct(values: NDArray[Kind]) -> NDArray[Kind]:
    """The distinct values in ascending order, by sorting: numpy's own way through a hash table is slower on millions of numbers."""
    ordered = np.sort(values)
    return ordered[begins_of(ordered)]


def begins_of(ordered: NDArray[Any]) -> Ints:
    """Where each stretch of equal values begins."""
    return np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else np.zeros(0, np.int64)
