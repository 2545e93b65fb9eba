"""What an outlet takes back in a correction: "An earlier version of this article said that …". Copies of the earlier version still carry it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.text.likeness import Profile, compare_profiles, meaning, profile
from retold.types import Article, Derivation
from retold.weigh.pairing import Comparison
from retold.weigh.tellings import Piece

CORRECTION = re.compile(
    r"\b(?:(?:an?|the)\s+)?(?:earlier|previous|original|first|prior)\s+(?:versions?|editions?)\s+of\s+(?:this|the|that|our)\s+(?:\w+\s+)?(?:article|story|report|page|piece|post|item|dispatch)\b"
    r"[^.]{0,40}?\b(?:incorrectly|wrongly|erroneously|mistakenly|inaccurately|said|stated|reported|claimed|suggested)\b(?:\s+(?:said|stated|reported|claimed|suggested))?\s+(?:that\s+)?(?P<said>[^.]{12,300})\.",
    re.IGNORECASE,
)
# A claim says what is taken back where it holds this share of it, or is held by it to this share.
SAME = 0.6
LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Retraction:
    """What was taken back, and the articles that had it from there: the outlet's own, and those that go back to them."""

    said: Profile
    articles: frozenset[str]


def retractions(
    articles: Mapping[str, Article], derivations: Mapping[str, Sequence[Derivation]], rarity: Mapping[str, float]
) -> tuple[Retraction, ...]:
    """Those of all articles, in order."""
    found = []
    for key in sorted(articles):
        article = articles[key]
        for match in CORRECTION.finditer(article.text):
            own = {one.id for one in articles.values() if one.id == key or (article.outlet and one.outlet == article.outlet)}
            found.append(Retraction(profile(meaning(match["said"]), rarity), with_copies(own, derivations)))
    return tuple(found)


def with_copies(own: set[str], derivations: Mapping[str, Sequence[Derivation]]) -> frozenset[str]:
    held = set(own)
    while True:
        more = {later for later, edges in derivations.items() if later not in held and any(edge.source in held for edge in edges)}
        if not more:
            return frozenset(held)
        held |= more


def is_retracted(support: Sequence[Piece], taken_back: Sequence[Retraction], comparison: Comparison) -> bool:
    """Whether all who say so had it from an outlet that took it back."""
    carrying = {piece.statement.article for piece in support}
    return any(carrying <= one.articles and any(says(piece, one, comparison) for piece in support) for one in taken_back)


def says(piece: Piece, taken_back: Retraction, comparison: Comparison) -> bool:
    ready = comparison.own[piece.number]
    found = compare_profiles(ready, taken_back.said)
    if found.numbers_differ or ready.total < LEAST:
        return False
    return max(found.forward, found.backward) >= SAME and min(found.forward, found.backward) >= SAME / 2
