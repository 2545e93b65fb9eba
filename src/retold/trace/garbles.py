"""Signs that a text went through a machine that does not understand it: broken sentences, stray words, words set loose."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.types import Span

_SIGNS = (
    re.compile(r"(?<=\w)\s+[.,;](?=\s|$)"),  # a stop set loose: "the attack . "
    re.compile(
        r"(?<!\b[A-Z])(?<!\b[ap]\.m)(?<!\b[A-Za-z]\.[A-Za-z])(?<=\w\w\w)\.\s+[a-z]{2,12}\s?\.(?=\s|$)"
    ),  # an orphaned word: "News. told."
    re.compile(r"(?<=[a-z] )(?:In|At|On|The|And|With|Of|By|To|For|From)(?= (?:the|a|an|his|her|its|their)\b)"),  # a capital in mid-sentence
    re.compile(r"\b(\w{3,12}), \1, and \1\b|\b(?!that\b|had\b)([a-z]{3,12}) \2\b"),  # a word twice over
    re.compile(r"(?<=[a-z]{4}\.) [a-z]{3,12} (?:[a-z]+ ){1,5}[a-z]+\."),  # a sentence that lost its head
)


@lru_cache(maxsize=1024)  # a text is compared with many
def garbles(text: str) -> tuple[Span, ...]:
    """Spans of `text` that no editor would have passed, in order."""
    return tuple(sorted({match.span() for sign in _SIGNS for match in sign.finditer(text)}))
