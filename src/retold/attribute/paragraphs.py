"""From an article's text to drafts of its statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from retold.attribute.dialogue import carried_on
from retold.attribute.draft import Draft
from retold.attribute.lexicon import forms
from retold.attribute.lines import line_drafts
from retold.attribute.phrases import phrase_drafts
from retold.attribute.quotes import Quote, quotations
from retold.attribute.sheet import Sheet, told_from
from retold.attribute.verbs import verb_drafts
from retold.text.grammar import parse, shortened
from retold.types import Span

# A quotation this many characters off a piece of a paragraph may still belong to a cue in it.
NEIGHBOURHOOD = 2000
# Statements overlap only a few deep, so that only the nearest contents before a place can enclose it.
SPANS_BACK = 16
LINE = re.compile(r"[^\n]+")


def drafts(text: str) -> list[Draft]:
    """What the words announce, in the order of the text."""
    paragraphs = [m.span() for m in LINE.finditer(text) if m.group().strip()]
    quotes = quotations(text, paragraphs)
    starts = [quote.start for quote in quotes]
    pieces = [(n, piece) for n, span in enumerate(paragraphs) for piece in shortened(text, span)]
    near = {piece: around(quotes, starts, piece, number) for number, piece in pieces}
    wanted = [(n, piece) for n, piece in pieces if near[piece] or may_announce(text[slice(*piece)])]
    found: list[Draft] = []
    for (number, piece), parsed in zip(wanted, parse(text, [piece for _, piece in wanted]), strict=True):
        sheet = Sheet(text, number, paragraphs[number], parsed, near[piece], told_from(text, paragraphs[number]))
        found += verb_drafts(sheet)
        found += phrase_drafts(sheet)
    found += line_drafts(text, paragraphs)
    return outermost(carried_on(text, paragraphs, quotes, without_leads(found)))


def around(quotes: Sequence[Quote], starts: Sequence[int], piece: Span, paragraph: int) -> tuple[Quote, ...]:
    """The paragraph's quotations that a piece of it touches, or that stand right beside it."""
    first = bisect_left(starts, piece[0] - NEIGHBOURHOOD)
    last = bisect_left(starts, piece[1] + NEIGHBOURHOOD)
    before = quotes[first - 1 : first] if first and quotes[first - 1].end > piece[0] else ()
    return tuple(quote for quote in (*before, *quotes[first:last]) if quote.paragraph == paragraph)


def may_announce(piece: str) -> bool:
    known = forms()
    return any(word in known for word in re.findall(r"[a-z]+", piece.lower()))


def without_leads(found: list[Draft]) -> list[Draft]:
    """Without "refused" where "refused to say" is there with what was not said."""
    longest: dict[int, int] = {}
    for draft in found:
        for start, end in draft.cue[:1]:
            longest[start] = max(longest.get(start, 0), end)
    taken = {start for draft in found for start, _ in draft.cue[1:]}
    return [d for d in found if not d.cue or (d.cue[0][1] == longest[d.cue[0][0]] and d.cue[0][0] not in taken)]


def outermost(found: list[Draft]) -> list[Draft]:
    """Without the attitudes and acts that somebody only tells of in words of their own; what the told-of said stays."""
    spans = sorted((start, end, number) for number, draft in enumerate(found) for start, end in draft.content)
    starts = [start for start, _, _ in spans]
    return [draft for number, draft in enumerate(found) if is_saying(draft) or not is_inside(spans, starts, number, draft.at)]


def is_inside(spans: Sequence[tuple[int, int, int]], starts: Sequence[int], number: int, offset: int) -> bool:
    last = bisect_right(starts, offset)
    return any(end > offset and owner != number for _, end, owner in spans[max(0, last - SPANS_BACK) : last])


def is_saying(draft: Draft) -> bool:
    return draft.kind.manner == "said" and draft.shape in ("clause", "quote")
