"""Words in quotation marks, a paragraph at a time."""

from __future__ import annotations

import re
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
    found = [_inner(match) for match in _DOUBLE.finditer(text)]
    for match in _SINGLE.finditer(text):
        if not any(q.start < match.end() and match.start() < q.end for q in found):
            found.append(_inner(match))
    return sorted(found, key=lambda q: q.start)


def _inner(match: re.Match[str]) -> Quotation:
    group = match.lastindex or 0
    return Quotation(match.start(group), match.end(group))
