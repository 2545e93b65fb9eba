"""Which articles share text at all: winnowed shingle hashes over the whole collection, never all pairs.

Shingles of five folded words are winnowed (Schleimer, Wilkerson and Aiken 2003): two texts with twelve words in a row in common share at least
one fingerprint. Fingerprints of many articles link each of them to the first alone, so that a thousand copies stay linear; those that
only one outlet's pages carry are its boilerplate and link nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import xxhash
from numpy.typing import NDArray

from retold.text.outlets import name_key
from retold.text.tokens import word_hashes
from retold.trace.order import time_key
from retold.trace.runs import hashes
from retold.trace.settings import CandidateSettings
from retold.types import Article

_DEFAULT = CandidateSettings()
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Postings:
    """Fingerprints sorted, with the article of each; an article has a fingerprint once."""

    fingerprints: NDArray[np.uint64]
    articles: Ints
    sizes: Ints


def candidate_pairs(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Pairs of article ids that share text, over a whole collection; each pair and the list in order of id. Time grows with the text."""
    listed = sorted(articles, key=time_key)  # so that the first of many copies is the earliest
    prints = [fingerprints(a.text) for a in listed]
    copies, firsts = _identical(prints)
    outlets = np.unique([name_key(a.outlet) if a.outlet else f"#{n}" for n, a in enumerate(listed)], return_inverse=True)[1]
    postings = _postings(prints, firsts)
    pairs = _sharing(postings, outlets.astype(np.int64), _DEFAULT) if len(firsts) > 1 else []
    return sorted({(min(ids), max(ids)) for a, b in [*pairs, *copies] for ids in [(listed[a].id, listed[b].id)]})


def near_pairs(articles: Sequence[Article], pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]] | None:
    """The pairs of a story to compare, those known to share text; None where the story is small enough to compare all."""
    if len(articles) <= _DEFAULT.small_story:
        return None
    inside = {a.id for a in articles}
    return {p for p in pairs if p[0] in inside and p[1] in inside} or set(candidate_pairs(articles))


def fingerprints(text: str, settings: CandidateSettings = _DEFAULT) -> NDArray[np.uint64]:
    """The winnowed hashes of a text's shingles, sorted, each once; one hash for a text shorter than a shingle, none for an empty one."""
    words = word_hashes(text)
    hashed = hashes(words, settings.shingle_words)
    if not len(hashed):
        return np.bitwise_xor.reduce(words, keepdims=True) if len(words) else hashed
    return np.unique(_winnowed(hashed, settings.window))


def _winnowed(hashed: NDArray[np.uint64], window: int) -> NDArray[np.uint64]:
    """The least hash of every `window` neighbours, a power of two, by doubling."""
    if len(hashed) <= window:
        return np.sort(hashed)[:1]
    while window > 1:
        window //= 2
        hashed = np.minimum(hashed[:-window], hashed[window:])
    return hashed


def _identical(prints: list[NDArray[np.uint64]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Links from each text to the first with the same fingerprints, and those firsts."""
    first_of: dict[int, int] = {}
    links, firsts = [], []
    for index, hashed in enumerate(prints):
        if not len(hashed):
            continue
        first = first_of.setdefault(xxhash.xxh3_64_intdigest(hashed.tobytes()), index)
        if first == index:
            firsts.append(index)
        else:
            links.append((first, index))
    return links, firsts


def _postings(prints: list[NDArray[np.uint64]], firsts: list[int]) -> _Postings:
    sizes = np.array([len(p) for p in prints], dtype=np.int64)
    articles = np.repeat(np.array(firsts, dtype=np.int64), sizes[firsts])
    all_prints = np.concatenate([prints[f] for f in firsts]) if firsts else np.zeros(0, dtype=np.uint64)
    order = np.argsort(all_prints, kind="stable")
    return _Postings(all_prints[order], articles[order], sizes)


def _sharing(postings: _Postings, outlets: Ints, settings: CandidateSettings) -> list[tuple[int, int]]:
    """Pairs that share enough of the smaller text's fingerprints."""
    starts = np.flatnonzero(np.concatenate([[True], np.diff(postings.fingerprints) != 0]))
    counts = np.diff(np.concatenate([starts, [len(postings.fingerprints)]]))
    keys = [_within(postings.articles, starts[counts == size], size) for size in range(2, settings.frequent + 1)]
    keys += [_stars(postings.articles, outlets, int(s), int(c)) for s, c in zip(starts, counts, strict=True) if c > settings.frequent]
    if not any(len(k) for k in keys):
        return []
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    left, right = pairs >> 32, pairs & 0xFFFFFFFF
    smaller = np.minimum(postings.sizes[left], postings.sizes[right])
    enough = (shared >= np.minimum(settings.least_shared, smaller)) & (shared >= settings.least_containment * smaller)
    return list(zip(left[enough].tolist(), right[enough].tolist(), strict=True))


def _within(articles: Ints, starts: Ints, size: int) -> Ints:
    """All pairs within each run of `size` articles, as left << 32 | right; articles of a run ascend."""
    rows = articles[starts[:, None] + np.arange(size)]
    left, right = np.triu_indices(size, 1)
    keys: Ints = (rows[:, left] << 32) | rows[:, right]
    return keys.ravel()


def _stars(articles: Ints, outlets: Ints, start: int, count: int) -> Ints:
    """The first of many that share a fingerprint with each other one; nothing where they all are one outlet's."""
    members = articles[start : start + count]
    if (outlets[members] == outlets[members[0]]).all():
        return np.zeros(0, dtype=np.int64)
    keys: Ints = (members[0] << 32) | members[1:]
    return keys
