"""How many people speak where no name is given, and how high they stand: "two senior officials", "a former aide"."""

from __future__ import annotations

import re

from retold.attribute.described import NUMBERS, Described

RANK = re.compile(
    r"\b(?:(?:current|serving) and former|senior|junior|top|former|ex|retired|current|serving|high-ranking|high-level|top-ranking|top-level|"
    r"mid-level|low-level|lower-ranking|low-ranking|chief|deputy|leading|veteran)\b",
    re.IGNORECASE,
)
SINGLE = frozenset("a an one another".split())
ONE_OF = re.compile(r"^(?:one|another|a (?:second|third|fourth))\b", re.IGNORECASE)
JOINED = re.compile(r"^(?:an?|one) [^,]*? and (?:an?|another|one) ", re.IGNORECASE)


def number_of(form: Described) -> int | None:
    """People who speak; None where the text leaves it open ("officials", "a number of aides")."""
    words = form.text.lower().split()
    if not words or ONE_OF.match(form.text):
        return 1 if words else None
    if JOINED.match(form.text):
        return 2
    if words[0] in NUMBERS or words[0].isdigit():
        return form.number
    if form.plural:
        return form.number
    return 1 if words[0] in SINGLE or not form.words & {"number", "group", "handful", "couple", "dozens", "majority"} else None


def rank_of(form: Described) -> str | None:
    """The words of rank before the noun, lower case, in their order."""
    before = re.split(r"\s(?:of|for|at|in|from|with|who|to)\s", form.text, maxsplit=1)[0]
    found = [m.group().lower() for m in RANK.finditer(before)]
    return " ".join(found) or None
