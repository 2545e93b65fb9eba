"""From an article's text to drafts of its statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

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
    page = laid_out(text)
    return drafts_of(page, page.sheets())


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text with its paragraphs and quotations, and the pieces of paragraphs, each with its paragraph's number, that a parser can take."""

    text: str
    paragraphs: list[Span]
    quotes: list[Quote]
    pieces: list[tuple[int, Span]]

    def sheets(self, *, all_of_it: bool = False) -> list[Sheet]:
        """The pieces in which something may be announced, or all of them, parsed."""
        starts = [quote.start for quote in self.quotes]
        near = {piece: around(self.quotes, starts, piece, number) for number, piece in self.pieces}
        wanted = [(n, piece) for n, piece in self.pieces if all_of_it or near[piece] or may_announce(self.text[slice(*piece)])]
        parsed = parse(self.text, [piece for _, piece in wanted])
        opening = {quote.paragraph: quote for quote in self.quotes if quote.start == self.paragraphs[quote.paragraph][0]}
        return [
            Sheet(
                self.text,
                number,
                self.paragraphs[number],
                found,
                near[piece],
                told_from(self.text, self.paragraphs[number]),
                opening.get(number + 1),
            )
            for (number, piece), found in zip(wanted, parsed, strict=True)
        ]


def laid_out(text: str) -> LaidOut:
    paragraphs = [m.span() for m in LINE.finditer(text) if m.group().strip()]
    pieces = [(number, piece) for number, span in enumerate(paragraphs) for piece in shortened(text, span)]
    return LaidOut(text, paragraphs, quotations(text, paragraphs), pieces)


def drafts_of(page: LaidOut, sheets: Sequence[Sheet]) -> list[Draft]:
    found: list[Draft] = []
    for sheet in sheets:
        found += verb_drafts(sheet)
        found += phrase_drafts(sheet)
    found += line_drafts(page.text, page.paragraphs, page.quotes)
    found = [draft for draft in found if all(end > start for start, end in draft.content) and is_worded(page.text, draft.source)]
    return outermost(carried_on(page.text, page.paragraphs, page.quotes, without_leads(found)))


def is_worded(text: str, source: Sequence[Span]) -> bool:
    """A source, where there is one, has letters: signs are nobody, whatever the grammar makes of code and tables."""
    return all(any(map(str.isalpha, text[start:end])) for start, end in source)


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
