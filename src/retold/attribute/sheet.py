"""A paragraph laid out for finding statements: its text, its quotations and where its sentences may begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from retold.attribute.quotes import Quote
from retold.text.grammar import Parse
from retold.types import Span

# Such as WASHINGTON —, or ASHKAR, Belhar, Oct 4 (MPA) -, or West Palm Beach, Florida (CNN).
DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’ -]+(?:[,/] ?[A-Z][\w.'’/ ]{1,30}){0,3}(?: ?\([^)\n]{2,40}\))?\s*(?:--|[-–—])+\s+"
    r"|[A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w.'’ ]{1,30}){0,3} ?\([A-Z][\w. ]{1,30}\)\s*(?:(?:--|[-–—])+\s*)?"
    r"|\([A-Z]{2,12}\)\s*(?:(?:--|[-–—])+\s*)?)",
)
STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9$£€])")
QUOTE_START = attrgetter("start")
LONGEST_SENTENCE = 4000  # characters; a paragraph without stops is not searched further back, or hostile text would cost its length squared
NO_STOP = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|No|vs|Prof|Rev|Brig|Adm|U\.S|U\.K|[ap]\.m)|^)\.\s*$"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`parse` may be a piece of the paragraph; quotes are all of the paragraph's. Offsets are characters of the article.

    `begin` is where the paragraph begins to tell, behind a dateline; `following` a quotation that opens the next paragraph.
    """

    text: str
    paragraph: int
    span: Span
    parse: Parse
    quotes: tuple[Quote, ...]
    begin: int = 0
    following: Quote | None = None

    def first_token(self, token: int) -> int:
        """`token`, or the first one behind the dateline."""
        begin = self.begin
        while token + 1 < len(self.parse.starts) and self.parse.starts[token] < begin:
            token += 1
        return token

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that encloses a character."""
        before = bisect_right(self.quotes, offset, key=QUOTE_START)
        return self.quotes[before - 1] if before and offset < self.quotes[before - 1].end else None

    def quote_before(self, offset: int) -> Quote | None:
        """The quotation that ends right before, but for a comma or a dash."""
        before = bisect_right(self.quotes, offset, key=QUOTE_START)
        while before and self.quotes[before - 1].end > offset:
            before -= 1
        quote = self.quotes[before - 1] if before else None
        return quote if quote and re.fullmatch(r"[\s,.–—-]*", self.text[quote.end : offset]) else None

    def next_quote(self, offset: int) -> Quote | None:
        at = bisect_left(self.quotes, offset, key=QUOTE_START)
        return self.quotes[at] if at < len(self.quotes) else None

    def quotes_within(self, start: int, end: int) -> tuple[Quote, ...]:
        """The quotations that touch a span, with one more on each side."""
        first = bisect_left(self.quotes, start, key=QUOTE_START)
        return self.quotes[max(0, first - 1) : bisect_left(self.quotes, end, key=QUOTE_START) + 1]

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds `offset` begins, by its stops alone and never inside a quotation."""
        start = max(self.begin, offset - LONGEST_SENTENCE)
        for stop in STOP.finditer(self.text, start, offset):
            inside = self.quote_at(stop.end() - 1) if stop.end() <= offset else None
            if not inside and not NO_STOP.search(self.text[max(0, stop.start() - 6) : stop.start() + 1]):
                start = stop.end()
        return start


def told_from(text: str, span: Span) -> int:
    """Where a paragraph begins to tell: behind a dateline, where it has one."""
    match = DATELINE.match(text, *span)
    return match.end() if match and match.end() < span[1] else span[0]
