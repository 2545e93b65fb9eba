"""Quotations that no cue of their own announces: the same speaker goes on, in the paragraph or over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from retold.attribute.draft import Draft
from retold.attribute.lexicon import Cue
from retold.attribute.quotes import Quote
from retold.types import Span

# A shorter quotation that is no sentence of its own is a title or a scare quote.
FEWEST_WORDS = 4
# Contents, and announcements, before a quotation that are looked at.
NEAREST = 16
ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
SPOKEN = Cue("say", "said", "assert", frozenset("c"))
INTRODUCTION = re.compile(
    r"(?:[A-Z]?[a-z]+ ){0,4}?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}) (?:was|is|were|had|has|did|seemed|looked|sounded|went|took|made|gave|remained|felt)\b[^.!?:“”\"]{2,90}[.:]\s*"
)
COLON = re.compile(r":\s*$")


def carried_on(text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, with each quotation that nobody was given added to the one who was speaking."""
    made = sorted(drafts, key=lambda d: (d.at, d.start))
    inside: dict[int, list[int]] = {}
    for index, draft in enumerate(made):
        inside.setdefault(draft.paragraph, []).append(index)
    owned = sorted((start, end, index) for index, draft in enumerate(made) for start, end in draft.content)
    starts = [start for start, _, _ in owned]
    last_quote: Quote | None = None
    last_owner: int | None = None
    for quote in quotes:
        near = owned[max(0, bisect_left(starts, quote.start) - NEAREST) : bisect_left(starts, quote.end)]
        owner = next((index for _, _, index in near if covers(made[index], quote)), None)
        if owner is None and is_speech(text, paragraphs[quote.paragraph], quote):
            run_on = last_owner if last_quote and last_quote.run_on else None
            owner = run_on if run_on is not None else speaking(text, paragraphs, quote, made, inside)
            if owner is not None:
                made[owner] = replace(made[owner], content=(*made[owner].content, (quote.start, quote.end)))
            elif source := introduced(text, paragraphs[quote.paragraph][0], quote.start):
                owner = len(made)
                made.append(Draft(((quote.start, quote.end),), (), (source,), SPOKEN, quote.paragraph, shape="quote"))
        last_quote, last_owner = quote, owner
    return made


def introduced(text: str, start: int, end: int) -> Span | None:
    """The person whom the paragraph's one sentence before a quotation is about: 'Union leader Bram Oske was scathing. "…"'."""
    match = INTRODUCTION.fullmatch(text, start, end)
    return match.span(1) if match else None


def covers(draft: Draft, quote: Quote) -> bool:
    shared = sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in draft.content)
    return shared * 2 >= quote.end - quote.start


def is_speech(text: str, paragraph: Span, quote: Quote) -> bool:
    """Whole sentences in quotation marks, where a sentence may begin."""
    before = text[max(paragraph[0], quote.start - 40) : quote.start]
    words = len(text[quote.inner_start : quote.inner_end].split())
    return (not before.strip() or ENDED.search(before) is not None) and (
        words >= FEWEST_WORDS or ENDED.search(text[quote.start : quote.end]) is not None
    )


def speaks(text: str, draft: Draft) -> bool:
    """Whether a quotation may follow from the same mouth: not behind a question put to somebody, nor behind ", adding that"."""
    cue = text[slice(*draft.cue[0])].lower() if draft.cue else ""
    return draft.kind.manner == "said" and draft.kind.lemma != "ask" and not (cue.endswith("ing") and draft.shape == "clause")


def is_aside(text: str, draft: Draft) -> bool:
    """A relative clause ("voters who said that …") is no one's turn to speak."""
    return any(text[start:end].lower() in ("who", "that", "which") for start, end in draft.source)


def speaking(text: str, paragraphs: Sequence[Span], quote: Quote, made: Sequence[Draft], inside: dict[int, list[int]]) -> int | None:
    """Who spoke last: in this paragraph, or, where the quotation opens one, in the paragraph before."""
    here = inside.get(quote.paragraph, [])
    before = bisect_left(here, quote.start, key=lambda n: made[n].at)
    earlier = [n for n in here[max(0, before - NEAREST) : before] if speaks(text, made[n])]
    if earlier:
        return next((n for n in reversed(earlier) if not is_aside(text, made[n])), earlier[-1])
    start, _ = paragraphs[quote.paragraph]
    if quote.paragraph == 0 or text[start : min(quote.start, start + 40)].strip():
        return None
    previous = paragraphs[quote.paragraph - 1]
    if before < len(here) and not COLON.search(text[max(previous[0], previous[1] - 40) : previous[1]]):
        return None
    speakers = [n for n in inside.get(quote.paragraph - 1, []) if made[n].kind.manner == "said"]
    return speakers[-1] if speakers else None
