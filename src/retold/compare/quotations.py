"""Words in quotation marks, a paragraph at a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between the marks stand at `[start, end)`."""

    start: int
    end: int


# A mark left open never swallows the next paragraph; a quotation is no longer than a long paragraph.
_DOUBLE = re.compile(
    r"“([^“”\n]{1,2000})”|«([^«»\n]{1,2000})»|(?<!\w)\"([^\"\n]{1,2000})\"|(?<!\w)''([^\n]{1,800}?)''|[“\"](?=[^“”\"\n]{20,}\n)([^“”\"\n]{1,2000})$",
    re.MULTILINE,
)
_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(—–:]))[‘'](?=\w)([^\n]{8,800}?)(?<=[\w.,!?…])[’'](?![\w])", re.MULTILINE)


def quotations(text: str) -> list[Quotation]:
    """Outermost quotations, in order."""
    double = [_inner(match) for match in _DOUBLE.finditer(text)]
    starts = [q.start for q in double]
    single = []
    for match in _SINGLE.finditer(text):
        before = bisect_left(starts, match.end()) - 1
        if before < 0 or double[before].end <= match.start():
            single.append(_inner(match))
    return sorted([*double, *single], key=lambda q: q.start)


def _inner(match: re.Match[str]) -> Quotation:
    group = match.lastindex or 0
    return Quotation(match.start(group), match.end(group))
