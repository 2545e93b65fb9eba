"""Outlets' names as people write them, where a page shouts them ("DAYBREAK", "BBC NEWS") or cut them out of a sentence ("the Examiner")."""

from __future__ import annotations

from retold.text.outlet_shapes import NAMING_NOUNS
from retold.text.outlets import by_name
from retold.text.stems import FUNCTION_WORDS
from retold.text.tokens import fold

SHORTEST = 5  # letters of a word that is hardly initials; shorter ones stay as they are ("CNN", "KQED")
NOUNS = frozenset(noun.casefold() for noun in NAMING_NOUNS)
VOWELS = frozenset("aeiouy")


def masthead(name: str) -> str:
    """The name with the capitals that it would have in a sentence."""
    if name.startswith("the "):
        return f"The{name[3:]}"
    words = name.split()
    if not name.isupper() or not any(len(word) >= SHORTEST or (len(words) > 1 and word.casefold() in NOUNS) for word in words):
        return name
    known = by_name(name)
    if known and fold(known.name) == fold(name):
        return known.name
    first, *rest = ["-".join(_spoken(part) for part in word.split("-")) for word in words]
    return " ".join([first[:1].upper() + first[1:], *rest])


def _spoken(word: str) -> str:
    """One word of a shouted name; initials stay as they are."""
    lower = word.casefold()
    if lower in FUNCTION_WORDS:
        return lower
    spoken = len(word) >= SHORTEST and word.isalpha() and bool(VOWELS & set(fold(word)))
    return word.capitalize() if spoken or lower in NOUNS else word
