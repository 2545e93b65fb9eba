"""Telling a later state of affairs from an alteration: by what the later text says of itself, and by when it was written."""

from __future__ import annotations

import re
from datetime import date

from retold.compare.comparison import Comparison
from retold.compare.telling import Sentence

_SAYS_SO = re.compile(
    r"\b(?:now|rose|risen|rises|raised|climbed|grew|increased|fell|dropped|lowered|up from|down from|correct(?:ed|ing|s)?|revis(?:ed|ing|es)|"
    r"updat(?:ed|es|ing)|withdrew|withdrawn|no longer|has since|have since|later died|first said|initially|earlier said|previously|not \w+, as|latest)\b",
    re.IGNORECASE,
)


def is_update(comparison: Comparison, sentence: Sentence) -> bool:
    """Whether the later sentence, or the one before it, says that things have moved on; in a copy of the same text these words are the source's."""
    if comparison.pair.how in ("verbatim", "light-edit", "spun", "translated"):
        return False
    start = comparison.later.sentences[max(0, sentence.index - 1)].start
    if not _SAYS_SO.search(comparison.later.text, start, sentence.end):
        return False
    first, second = _day(comparison.earlier.article.published), _day(comparison.later.article.published)
    return first is None or second is None or second >= first


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
