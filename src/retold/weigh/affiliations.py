"""Who speaks for whom: a person whom an article introduces by a post at an organisation ("Ana Ruiz, the trust's chief executive")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from retold.text.name_parts import LITTLE_WORDS, ORGANISATION_WORDS, parts

POSTS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|director|chief executive|chief|chairman|chairwoman|chair|president|ceo|head|manager|owner|founder|boss|minister|secretary|"
    r"commissioner|superintendent|sheriff|captain|commander|governor|mayor|principal|editor|counsel|lawyer|officer|official|representative|leader|member|"
    r"press secretary|vice[- ]president|coordinator|coach|curator|organi[sz]er|deputy)\b",
    re.IGNORECASE,
)
REACH = 110
# The word that stands for an organisation once it was named ("the trust", "the company").
COMMON_NAMES = (
    "company",
    "firm",
    "group",
    "organisation",
    "organization",
    "agency",
    "airline",
    "department",
    "party",
    "airport",
    "school",
    "club",
)


def speaks_for(person: str, organisation: str, texts: Iterable[str]) -> bool:
    """Whether any text introduces the person by a post at the organisation, within a sentence's reach."""
    surname = parts(person).words[-1] if parts(person).words else ""
    words = naming_words(organisation)
    if len(surname) < 3 or not words:
        return False
    return any(introduced(surname, words, text) for text in texts)


def introduced(surname: str, words: tuple[str, ...], text: str) -> bool:
    for found in name_pattern(surname).finditer(text):
        start, end = max(0, found.start() - REACH), found.end() + REACH
        before = re.split(r"[.!?]\s|\n", text[start : found.start()])[-1]
        after = re.split(r"[.!?;]\s|\n|\b(?:said|told|says|and)\b", text[found.end() : end], maxsplit=1)[0]
        if any(POSTS.search(side) and names(side, words) for side in (before, after)):
            return True
    return False


@lru_cache(maxsize=2_000)
def name_pattern(surname: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(surname)}\b", re.IGNORECASE)


def naming_words(organisation: str) -> tuple[str, ...]:
    """The words by which a text may call the organisation: the distinctive ones, its kind, and "the company" and the like."""
    found = [word for word in parts(organisation).words if word not in LITTLE_WORDS and len(word) > 2]
    return tuple(dict.fromkeys((*found, *(COMMON_NAMES if found else ()))))


def names(side: str, words: Sequence[str]) -> bool:
    """A distinctive word of the organisation, or its kind behind an article or before a post ("the trust's director", "zoo director")."""
    lower = side.lower()
    for word in words:
        if not re.search(rf"\b{re.escape(word)}(?:'s|’s|s)?\b", lower):
            continue
        if word not in ORGANISATION_WORDS and word not in COMMON_NAMES:
            return True
        if re.search(
            rf"\b(?:the|its|our|his|her)\s+{re.escape(word)}\b|\b{re.escape(word)}(?:'s|’s)?\s+(?:\w+\s+){{0,3}}?(?:{POSTS.pattern[2:-2]})",
            lower,
        ):
            return True
    return False
