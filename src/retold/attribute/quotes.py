"""Quotations in a text: pairs of marks of every kind, balanced a paragraph at a time, running on where the next paragraph opens with a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retold.types import Span

OPENING, CLOSING = "“„«", "”»"
KIND = {"„": "“", "”": "“", "»": "«", "``": "''"}
DEEPEST = 3  # quotations within one another; what is opened deeper is let be
MARK = re.compile(r"[“”„«»\"]|''|``")
# A single mark opens before a letter behind a gap, and closes behind a letter or stop before a gap; what lies between has no break.
SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–-]))['‘](?=[\w$£€\[…])")
SINGLE_END = re.compile(r"(?<=[\w.,!?…\])%])['’](?![\w'’])")
LONGEST_SINGLE = 1500


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `[start, end)` with its marks, `[inner_start, inner_end)` without. `run_on`: the next paragraph continues it."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool = True
    run_on: bool = False


def quotations(text: str, paragraphs: list[Span]) -> list[Quote]:
    """All outermost quotations of the paragraphs, in order."""
    found: list[Quote] = []
    for number, span in enumerate(paragraphs):
        doubles = list(double_quotes(text, span, number))
        found += sorted([*doubles, *single_quotes(text, span, number, doubles)], key=lambda q: q.start)
    return [replace(q, run_on=True) if continued(text, q, later) else q for q, later in zip(found, [*found[1:], None], strict=False)]


def continued(text: str, quote: Quote, later: Quote | None) -> bool:
    return bool(not quote.closed and later and later.paragraph == quote.paragraph + 1 and not text[quote.end : later.start].strip())


def double_quotes(text: str, span: Span, paragraph: int) -> Iterator[Quote]:
    """The outermost quotations in double marks: what is opened within one must be closed by a mark of its own kind."""
    marks = list(MARK.finditer(text, *span))
    following = next_of_kind(marks)
    opened: list[re.Match[str]] = []
    for mark, later in zip(marks, following, strict=True):
        if opens(text, mark, span, opened):
            again = bool(opened) and mark.group() == opened[0].group() and mark.group() not in OPENING
            opened = [mark] if again else [*opened, mark][:DEEPEST]
        elif opened:
            within = closed_by(opened, mark, later)
            if within == 0 and mark.end() - opened[0].start() > 2 + len(mark.group()):
                yield Quote(opened[0].start(), mark.end(), opened[0].end(), mark.start(), paragraph)
            opened = opened[:within]
    if opened and opened[0].end() < span[1]:
        yield Quote(opened[0].start(), span[1], opened[0].end(), span[1], paragraph, closed=False)


def next_of_kind(marks: list[re.Match[str]]) -> list[str]:
    """For each mark the next one that belongs to a pair of its kind, or ""."""
    seen: dict[str, str] = {}
    found = []
    for mark in reversed(marks):
        kind = KIND.get(mark.group(), mark.group())
        found.append(seen.get(kind, ""))
        seen[kind] = mark.group()
    return found[::-1]


def closed_by(opened: list[re.Match[str]], mark: re.Match[str], later: str) -> int:
    """How many of the open marks stay open behind a closing one: none where it closes the outermost, or fits nothing that is open.

    Of two open marks of one kind the first was rarely closed by its writer, unless another closing mark follows.
    """
    kind = KIND.get(mark.group(), mark.group())
    fitting = [n for n, other in enumerate(opened) if KIND.get(other.group(), other.group()) == kind]
    if not fitting:
        return 0
    return fitting[-1] if later in CLOSING and later else fitting[0]


def opens(text: str, mark: re.Match[str], span: Span, opened: list[re.Match[str]]) -> bool:
    """A curly mark tells, but for “ behind a word that „ opened; a straight one opens where none is open, but not behind a word."""
    before = text[mark.start() - 1] if mark.start() > span[0] else " "
    after = text[mark.end()] if mark.end() < span[1] else " "
    if mark.group() == "“" and opened and opened[-1].group() == "„":
        return before.isspace()
    if mark.group() in OPENING or mark.group() == "``":
        return True
    if mark.group() in CLOSING:
        return False
    if opened:
        return before.isspace() and not after.isspace()
    return not (before.isalnum() and not after.isalnum())


def single_quotes(text: str, span: Span, paragraph: int, doubles: list[Quote]) -> Iterator[Quote]:
    at = span[0]
    starts = [quote.start for quote in doubles]
    while opening := SINGLE.search(text, at, span[1]):
        at = opening.end()
        following = bisect_right(starts, opening.start())
        if following and opening.start() < doubles[following - 1].end:
            at = doubles[following - 1].end
            continue
        limit = min([span[1], at + LONGEST_SINGLE, *starts[following : following + 1]])
        if closing := single_end(text, at, limit):
            yield Quote(opening.start(), closing.end(), opening.end(), closing.start(), paragraph)
            at = closing.end()
        elif opening.start() == span[0] or re.search(r"[:,]\s*$", text[span[0] : opening.start()]):
            yield Quote(opening.start(), span[1], opening.end(), span[1], paragraph, closed=False)
            at = span[1]


def single_end(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The first mark that can close; a plural's apostrophe ("the miners' union") only where nothing better follows."""
    ends = list(SINGLE_END.finditer(text, start, limit))
    sure = [m for m in ends if text[m.start() - 1] != "s" or text[m.end() : m.end() + 1] in ",.;:)!?"]
    return next(iter(sure or ends), None)
