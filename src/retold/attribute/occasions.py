"""The day on which something was said, where the words around the saying tell it: "said on Sunday", "On 4 March the minister warned"."""

from __future__ import annotations

import re

from retold.attribute.draft import Draft
from retold.text.dates import When, dates
from retold.types import Article

REACH = 90  # characters between a verb and the day of its saying
# What a day stands behind where it is the day of the saying: nothing, "on", a part of the day; not "since Friday" or "after Tuesday's vote".
ON = re.compile(r"(?:^|[\s,(—–-])(?:on|in|earlier|later|late|early|back in)\s*$|[\w,]\s*$", re.IGNORECASE)
OTHER_DAY = re.compile(
    r"\b(?:since|after|before|until|till|by|from|of|for|following|during|between|the|next|to|than|about|over|at)\s*$", re.IGNORECASE
)
CLAUSE = re.compile(r"\b(?:that|who|which|whose|when|after|before|while|as|because)\b|[.;:?!\"“”]")
BEGINNING = re.compile(r"[.!?][\"'”’]?\s+(?=[A-Z\"“])|\n")


def said_on(article: Article, draft: Draft) -> str | None:
    """ISO date, as precise as the text tells; None where it tells nothing, or where the article's own date is needed and unknown."""
    if not draft.cue:
        return None
    text = article.text
    cue, source = draft.cue[0], draft.source[0] if draft.source else draft.cue[0]
    behind = max([cue[1], source[1], *([draft.hearer[1]] if draft.hearer else [])])
    for start, end in ((cue[1], source[0]), (behind, behind + REACH), before(text, min(cue[0], source[0]))):
        cut = min([end, *(first for first, _ in draft.content if start <= first)])
        if cut > start and (day := first_day(text[start:cut], article.published)):
            return day
    return None


def before(text: str, offset: int) -> tuple[int, int]:
    """The words that open the sentence: 'On Sunday, the ministry said'."""
    start = max((m.end() for m in BEGINNING.finditer(text, max(0, offset - REACH), offset)), default=max(0, offset - REACH))
    return (start, offset) if re.fullmatch(r"[\w\s.,-]{0,40}?,?\s*", text[start:offset]) else (offset, offset)


def first_day(words: str, published: str | None) -> str | None:
    stop = CLAUSE.search(re.sub(r"\b([A-Z][a-z]{2,3})\.", r"\1 ", words))
    clause = words[: stop.start()] if stop else words
    for when in dates(clause, published):
        ahead = clause[: when.start]
        if (not ahead.strip() or ON.search(ahead)) and not OTHER_DAY.search(ahead) and not clause[when.end :].startswith(("'s", "’s")):
            return iso(when)
    return None


def iso(when: When) -> str | None:
    """Words of saying tell of the past: of a weekday's two meanings the earlier holds."""
    if when.first is None or when.last is None:
        return None
    if when.first == when.last or when.weekday is not None:
        return when.first
    if when.month is not None and when.day is None:
        return when.first[:7]
    return when.first[:4] if when.year is not None and when.month is None and when.first[4:] == "-01-01" else None
