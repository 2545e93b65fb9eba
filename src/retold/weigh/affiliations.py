"""Who speaks for whom: a person whom an article introduces by a post at an organisation ("Ana Ruiz, the trust's chief executive")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from retold.text.name_parts import LITTLE_WORDS, ORGANISATION_WORDS, parts

POSTS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|director|chief executive|chief|chairman|chairwoman|chair|president|ceo|head|manager|co-?owner|owner|proprietor|co-?founder|founder|boss|minister|secretary|"
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


class Affiliations:
    """Introductions in a story's texts, looked up once a surname."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(dict.fromkeys(texts))
        self.sides: dict[str, tuple[str, ...]] = {}
        self.known: dict[tuple[str, str], bool] = {}

    def speaks_for(self, person: str, organisation: str) -> bool:
        """Whether any text introduces the person by a post at the organisation, within a sentence's reach."""
        if (person, organisation) not in self.known:
            words = naming_words(organisation)
            self.known[person, organisation] = any(names(side, words) for side in self.introductions(person)) if words else False
        return self.known[person, organisation]

    def introductions(self, person: str) -> tuple[str, ...]:
        """What stands before and behind the person's name, where a post stands there too."""
        surname = parts(person).words[-1] if parts(person).words else ""
        if surname not in self.sides:
            found = (side for text in self.texts for side in sides(surname, text)) if len(surname) > 2 else ()
            self.sides[surname] = tuple(dict.fromkeys(found))
        return self.sides[surname]


def sides(surname: str, text: str) -> Iterator[str]:
    for found in name_pattern(surname).finditer(text):
        start, end = max(0, found.start() - REACH), found.end() + REACH
        yield from (
            side
            for side in (
                re.split(r"[.!?]\s|\n", text[start : found.start()])[-1],
                re.split(r"[.!?;]\s|\n|\b(?:said|told|says|and)\b", text[found.end() : end], maxsplit=1)[0],
            )
            if POSTS.search(side)
        )


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
