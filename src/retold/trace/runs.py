"""Runs of words that stand in both texts, word for word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.trace.units import Units


@dataclass(frozen=True, slots=True)
class Runs:
    """Equal runs in columns: first word and the one behind the last in the later text, first word in the earlier."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    earlier: NDArray[np.int64]

    @property
    def earlier_end(self) -> NDArray[np.int64]:
        return self.earlier + self.end - self.start


def runs(earlier: Units, later: Units, least: int) -> Runs:
    """Equal runs of at least `least` words that stand only once in each text, as long as they go."""
    left, right = (hashes(u.stems, least) for u in (earlier, later))
    left_keys, left_at, left_count = np.unique(left, return_index=True, return_counts=True)
    right_keys, right_at, right_count = np.unique(right, return_index=True, return_counts=True)
    if not len(left_keys) or not len(right_keys):
        return Runs(*(np.zeros(0, dtype=np.int64) for _ in range(3)))
    place = np.minimum(np.searchsorted(left_keys, right_keys), len(left_keys) - 1)
    single = (left_keys[place] == right_keys) & (left_count[place] == 1) & (right_count == 1)
    return _joined(right_at[single], left_at[place[single]], least)


def _joined(later: NDArray[np.int64], earlier: NDArray[np.int64], least: int) -> Runs:
    """Neighbouring n-grams on one diagonal become one run."""
    order = np.lexsort((later, later - earlier))
    later, earlier = later[order], earlier[order]
    cut = np.flatnonzero((np.diff(later - earlier) != 0) | (np.diff(later) > least)) + 1
    first, last = np.concatenate([[0], cut]), np.concatenate([cut, [len(later)]]) - 1
    if not len(later):
        return Runs(later, later, earlier)
    return Runs(later[first], later[last] + least, earlier[first])


def hashes(stems: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """A rolling mix of `size` neighbouring ids; 64 bits, so that two n-grams of a text hardly ever fall together."""
    count = max(0, len(stems) - size + 1)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + stems[offset : offset + count]
        mixed ^= mixed >> np.uint64(29)
    return mixed
