"""Telling a later state of affairs from an alteration: by what the later text says of itself, and by when it was written."""

from __future__ import annotations

import re
from datetime import date

from retold.compare.comparison import Comparison
from retold.compare.telling import Sentence

_TAKES_BACK = re.compile(
    r"\b(?:correct(?:ed|ing|s)|revis(?:ed|ing|es)|withdr(?:ew|awn)|retract(?:ed|s)?|no longer|has since|have since|initially|first said|earlier said)\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:now|rose|risen|rises|raised|climbed|grew|increased|fell|dropped|lowered|up from|down from|correct(?:ed|ing|s)?|revis(?:ed|ing|es)|"
    r"updat(?:ed|es|ing)|withdrew|withdrawn|no longer|has since|have since|later died|first said|initially|earlier said|previously|not \w+, as|latest)\b",
    re.IGNORECASE,
)


def is_update(comparison: Comparison, sentence: Sentence) -> bool:
    """Whether the later sentence says that things have moved on; in a copy by somebody else these words are the source's."""
    if not comparison.pair.versions and comparison.pair.how in ("verbatim", "light-edit", "spun", "translated"):
        return False
    if not _SAYS_SO.search(comparison.later.text, sentence.start, sentence.end):
        return False
    first, second = _day(comparison.earlier.article.published), _day(comparison.later.article.published)
    return first is None or second is None or second >= first


def is_correction(comparison: Comparison, sentence: Sentence) -> bool:
    """Whether the later telling says, here or in the sentence before, that the earlier account was wrong."""
    start = comparison.later.sentences[max(0, sentence.index - 1)].start
    return _TAKES_BACK.search(comparison.later.text, start, sentence.end) is not None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
