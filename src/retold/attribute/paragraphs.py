"""From an article's text to drafts of its statements."""

from __future__ import annotations

import re

from retold.attribute.dialogue import carried_on
from retold.attribute.draft import Draft
from retold.attribute.lexicon import forms
from retold.attribute.lines import line_drafts
from retold.attribute.phrases import phrase_drafts
from retold.attribute.quotes import Quote, quotations
from retold.attribute.sheet import Sheet, told_from
from retold.attribute.verbs import verb_drafts
from retold.text.grammar import parse

LINE = re.compile(r"[^\n]+")


def drafts(text: str) -> list[Draft]:
    paragraphs = [m.span() for m in LINE.finditer(text) if m.group().strip()]
    quotes = quotations(text, paragraphs)
    by_paragraph: dict[int, list[Quote]] = {}
    for quote in quotes:
        by_paragraph.setdefault(quote.paragraph, []).append(quote)
    wanted = [(n, span) for n, span in enumerate(paragraphs) if n in by_paragraph or may_announce(text[span[0] : span[1]])]
    found: list[Draft] = []
    number = {span[0]: n for n, span in wanted}
    current = 0
    for piece in parse(text, [span for _, span in wanted]):
        current = number.get(piece.start, current)
        sheet = Sheet(text, current, paragraphs[current], piece, tuple(by_paragraph.get(current, ())), told_from(text, paragraphs[current]))
        found += verb_drafts(sheet)
        found += phrase_drafts(sheet)
    found += line_drafts(text, paragraphs)
    return outermost(carried_on(text, paragraphs, quotes, without_leads(found)))


def may_announce(paragraph: str) -> bool:
    known = forms()
    return any(word in known for word in re.findall(r"[a-z]+", paragraph.lower())) or ":" in paragraph


def without_leads(found: list[Draft]) -> list[Draft]:
    """Without "refused" where "refused to say" is there with what was not said."""
    chained = {draft.cue[0][0]: draft.cue[0][1] for draft in found if draft.cue}
    longest = {start: max(d.cue[0][1] for d in found if d.cue and d.cue[0][0] == start) for start in chained}
    taken = {start for draft in found for start, _ in draft.cue[1:]}
    return [d for d in found if not d.cue or (d.cue[0][1] == longest[d.cue[0][0]] and d.cue[0][0] not in taken)]


def outermost(found: list[Draft]) -> list[Draft]:
    """Without the attitudes and acts that somebody only tells of in words of their own; what the told-of said stays."""
    by_paragraph: dict[int, list[Draft]] = {}
    for draft in found:
        by_paragraph.setdefault(draft.paragraph, []).append(draft)
    return [d for d in found if is_saying(d) or not any(e is not d and covers(e, d.at) for e in by_paragraph[d.paragraph])]


def is_saying(draft: Draft) -> bool:
    return draft.kind.manner == "said" and draft.shape in ("clause", "quote")


def covers(draft: Draft, offset: int) -> bool:
    return any(start <= offset < end for start, end in draft.content)
