"""Telling a later state of affairs from an alteration: by what the later text says of itself, and by when it was written."""

from __future__ import annotations

import re
from datetime import date

from retold.compare.comparison import Comparison
from retold.compare.telling import Sentence
from retold.types import Span

_SAYS_SO = re.compile(
    r"\b(?:now|rose|risen|rises|raised|climbed|grew|increased|fell|dropped|lowered|up from|down from|correct(?:ed|ing|s)?|revis(?:ed|ing|es)|"
    r"updat(?:ed|es|ing)|withdrew|withdrawn|no longer|has since|have since|later died|first said|initially|earlier said|previously|not \w+, as|latest)\b",
    re.IGNORECASE,
)


def is_update(comparison: Comparison, sentence: Sentence, after: Span) -> bool:
    """Whether the later sentence says that things have moved on; a word alone counts only in a text that is no copy of the same day."""
    del after
    if comparison.pair.how in ("verbatim", "light-edit", "spun", "translated"):
        return False
    if not _SAYS_SO.search(comparison.later.text, sentence.start, sentence.end):
        return False
    first, second = _day(comparison.earlier.article.published), _day(comparison.later.article.published)
    return first is None or second is None or second >= first


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
