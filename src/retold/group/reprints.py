"""Texts that dozens of places printed: found before anything is compared, so that an article's neighbours are not all its own copies.

MinHash over terms, one permutation (Li, Owen, Zhang 2012), with banding (Leskovec, Rajaraman, Ullman 2014, chapter 3).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.group.arrays import Floats, Ints
from retold.group.matrices import components
from retold.group.reading import Terms
from retold.group.settings import Settings

Hashes = NDArray[np.uint64]

_BANDS = 8
_BAND = 3
_EMPTY = np.iinfo(np.uint64).max
# Shorter texts are alike by chance.
_LEAST_TERMS = 20


def find_reprints(terms: Terms, days: Floats, rows: Ints, settings: Settings) -> list[Ints]:
    """Of `rows`, given in order of time, those that print one text within days of each other, where they are more than `settings.reprints`."""
    signature = _signatures(terms)
    enough = rows[np.diff(terms.starts)[rows] >= _LEAST_TERMS]
    links = [_alike(signature, enough, slice(band, band + _BAND), days, settings) for band in range(0, _BANDS * _BAND, _BAND)]
    first, second = (np.concatenate([link[side] for link in links]) for side in range(2))
    if len(first) < settings.reprints:
        return []
    _, label = components(first, second, terms.rows)
    large = np.flatnonzero(np.bincount(label) > settings.reprints)
    order = np.argsort(label, kind="stable")
    begins = np.searchsorted(label[order], large)
    ends = np.searchsorted(label[order], large, "right")
    return [order[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _signatures(terms: Terms) -> Hashes:
    """Rows x hashes: the least hash of those terms of the row that fall to each place."""
    hashed = _mixed(terms.term.astype(np.uint64))
    places = np.uint64(_BANDS * _BAND)
    row = np.repeat(np.arange(terms.rows), np.diff(terms.starts))
    signature = np.full(terms.rows * _BANDS * _BAND, _EMPTY, dtype=np.uint64)
    np.minimum.at(signature, row * _BANDS * _BAND + (hashed % places).astype(np.int64), hashed)
    return signature.reshape(terms.rows, _BANDS * _BAND)


def _mixed(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014)."""
    values = (values ^ values >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ values >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return values ^ values >> np.uint64(31)


def _alike(signature: Hashes, rows: Ints, places: slice, days: Floats, settings: Settings) -> tuple[Ints, Ints]:
    """Links from each row of a bucket to the row before it, where their signatures agree and their dates allow it."""
    band = signature[rows, places]
    filled = (band != _EMPTY).all(axis=1)
    rows, band = rows[filled], band[filled]
    order = np.lexsort(band.T)
    rows, band = rows[order], band[order]
    same = np.flatnonzero((band[1:] == band[:-1]).all(axis=1))
    first, second = rows[same], rows[same + 1]
    agree = (signature[first] == signature[second]).mean(axis=1) >= settings.reprint_agreement
    apart = np.abs(days[first] - days[second]) > settings.copy_days
    return first[agree & ~apart], second[agree & ~apart]
