"""Which articles share text at all: shingle hashes over the whole collection, never all pairs."""

from __future__ import annotations

from collections.abc import Sequence

from retold.types import Article

_SMALL = 24  # articles of a story that are all compared with each other: a few hundred alignments, two seconds


def near_pairs(articles: Sequence[Article], pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]] | None:
    """The pairs of a story to compare; None means all of them."""
    if len(articles) <= _SMALL:
        return None
    return set(pairs) or set(candidate_pairs(articles))


def candidate_pairs(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Pairs of article ids that share text, over a whole collection, each pair and the list in order."""
    from itertools import combinations

    return sorted((min(a.id, b.id), max(a.id, b.id)) for a, b in combinations(articles, 2))
