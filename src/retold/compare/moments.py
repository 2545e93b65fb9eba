"""Dates and times that a later telling altered."""

from __future__ import annotations

import re
from itertools import pairwise

from retold.compare.comparison import Comparison, Finding
from retold.compare.facts import FactPair, fact_pairs
from retold.compare.spanned import within
from retold.compare.updates import is_update
from retold.text.dates import When, date_agreement
from retold.types import Severity

_SAID_BEFORE = re.compile(r"\b(?:said|told|announced|ruled|reported|added|confirmed|wrote)\b(?: [\w’']+){0,4} (?:(?:on|late|early) )*$")
_NOT_THAT = re.compile(r",?\s(?:and\s)?not\s(?:on\s|in\s|the\s)?")


def changed_dates(comparison: Comparison) -> list[Finding]:
    _, differing = fact_pairs(comparison, comparison.earlier.dates, comparison.later.dates, _agree, _kinship)
    return [_finding(comparison, pair) for pair in differing if _is_change(comparison, pair)] + _corrected(comparison)


def _corrected(comparison: Comparison) -> list[Finding]:
    """As in "January 9, and not on February 9": the later telling names the date that it corrects."""
    found = []
    for new, old in pairwise(comparison.later.dates):
        if old.start - new.end > 20 or not _NOT_THAT.fullmatch(comparison.later.text, new.end, old.start) or not _is_anchored(new):
            continue
        source = next((w for w in comparison.earlier.dates if date_agreement(w, old) == "equal"), None)
        if source is not None:
            found.append(Finding("date", (source.start, source.end), (new.start, old.end), 0.85, "update", f"corrected {new.start}"))
    return found


def _kinship(earlier: When, later: When) -> float:
    """Two full dates that differ in one part are a slip of the pen; two parts of days are both told of the event itself."""
    if earlier.day is not None and later.day is not None:
        return 0.1 if earlier.day == later.day or earlier.month == later.month else 0.0
    return 0.2 if earlier.hours and later.hours and earlier.weekday is not None and later.weekday is not None else 0.0


def _agree(earlier: When, later: When) -> bool:
    return date_agreement(earlier, later) != "different"


def _is_change(comparison: Comparison, pair: FactPair[When]) -> bool:
    sources = [w for telling in (comparison.earlier, *comparison.others) for w in telling.dates]
    if pair.context < 0.7 and any(date_agreement(other, pair.later) == "equal" for other in sources):
        return False
    if any(date_agreement(other, pair.later) == "equal" for telling in comparison.others for other in telling.dates):
        return False
    if (
        comparison.pair.how in ("reworded", "summary", "cited")
        and _is_of_saying(comparison.earlier.text, pair.earlier)
        and _is_of_saying(comparison.later.text, pair.later)
    ):
        return False
    if not comparison.pair.close and not (_is_anchored(pair.earlier) and _is_anchored(pair.later)):
        return False
    if _is_clock(pair.earlier) != _is_clock(pair.later):
        return False
    kept = [w for w in within(comparison.later.dates, pair.match.later.start, pair.match.later.end) if w is not pair.later]
    return not any(date_agreement(pair.earlier, other) == "equal" for other in kept)


def _is_of_saying(text: str, when: When) -> bool:
    """The day on which somebody spoke: a report of its own has its own."""
    return _SAID_BEFORE.search(text[max(0, when.start - 60) : when.start]) is not None


def _is_anchored(when: When) -> bool:
    """Whether the words themselves give the date: two outlets' "tomorrow" hang on days of publication that may be wrong."""
    return when.month is not None or when.year is not None


def _is_clock(when: When) -> bool:
    return when.first is None and when.hours is not None


def _finding(comparison: Comparison, pair: FactPair[When]) -> Finding:
    before, after = (pair.earlier.start, pair.earlier.end), (pair.later.start, pair.later.end)
    severity: Severity = "update" if is_update(comparison, pair.match.later) else "error"
    return Finding("date", before, after, 0.5 + 0.45 * pair.context, severity, f"date {pair.earlier.text} {pair.later.text}")
