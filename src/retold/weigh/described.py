"""A source named by post alone ("the provincial police chief") is the person whom an article introduces by that post."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retold.text.name_parts import parts
from retold.text.stems import FUNCTION_WORDS, stem
from retold.text.tokens import tokens

# A post that one person at a time holds; "official", "source" and plurals tell nobody.
POSTS = frozenset(
    re.findall(
        r"\w+",
        """
        spokesman spokeswoman spokesperson director chief chairman chairwoman president ceo head boss minister premier secretary commissioner superintendent
        sheriff governor mayor principal ambassador chancellor manager owner founder king queen prince pope archbishop bishop coroner prosecutor judge coach
        """,
    ),
)
BEFORE, AFTER = 70, 110
Introductions = Mapping[str, frozenset[str]]


def introductions(people: Iterable[str], texts: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each person, the stems of the words that stand by the name in the same clause, over all texts."""
    surnames = {person: parts(person).words[-1] for person in people if parts(person).words and len(parts(person).words[-1]) > 2}
    found: dict[str, set[str]] = defaultdict(set)
    for person, surname in sorted(surnames.items()):
        pattern = re.compile(rf"\b{re.escape(surname)}\b", re.IGNORECASE)
        for text in texts:
            for match in pattern.finditer(text):
                found[person].update(around(text, match.start(), match.end()))
    return {person: frozenset(stems) for person, stems in found.items()}


def around(text: str, start: int, end: int) -> set[str]:
    before = re.split(r"[.!?]\s|\n|,", text[max(0, start - BEFORE) : start])[-1]
    after = re.split(r"[.!?;]\s|\n|\b(?:said|told|says|who|and)\b", text[end : end + AFTER], maxsplit=1)[0]
    return described_by(before) | (described_by(after) if after.startswith(",") else set())


def described_by(text: str) -> set[str]:
    return {stem(word.removesuffix("'s")) for word in tokens(text).words if word not in FUNCTION_WORDS}


def bearer(description: str, known: Introductions) -> str | None:
    """The one person whose introductions hold every word of a description with a post in it; None where several or nobody fit."""
    words = [word.removesuffix("'s") for word in tokens(description).words if word not in FUNCTION_WORDS]
    if not any(word in POSTS for word in words):
        return None
    asked = {stem(word) for word in words}
    fitting = Counter(person for person, stems in known.items() if asked <= stems)
    return next(iter(fitting)) if len(fitting) == 1 else None
