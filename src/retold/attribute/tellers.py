"""The outlet that a source spoke to, where the text names one: "told NBC News", "quoted by Reuters", "The Ledger's diplomat"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from retold.attribute.draft import Draft
from retold.text.outlets import Outlet
from retold.text.relays import Relay, relays
from retold.types import Article

TELLING = frozenset(["told", "interview", "quoted", "citing", "reported", "according", "published"])
STOP = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘])|\n")


def own_outlet(article: Article) -> tuple[Outlet, ...]:
    return (Outlet(name=article.outlet),) if article.outlet else ()


def outlets_told(article: Article, drafts: Sequence[Draft]) -> list[str | None]:
    """One outlet or None a draft."""
    found = [r for r in relays(article.text, own_outlet(article)) if r.kind in TELLING]
    starts = [r.outlet_start for r in found]
    return [outlet_told(article.text, draft, near(found, starts, article.text, draft)) for draft in drafts]


def near(found: Sequence[Relay], starts: Sequence[int], text: str, draft: Draft) -> list[Relay]:
    """The relays in the sentence of the draft's cue and source."""
    left = min(draft.at, *(start for start, _ in draft.source)) if draft.source else draft.at
    right = max([draft.at, *(end for _, end in (*draft.cue, *draft.source))])
    begin = max((m.end() for m in STOP.finditer(text, max(0, left - 300), left)), default=max(0, left - 300))
    stop = STOP.search(text, right, right + 300)
    end = stop.start() + 1 if stop else right + 300
    return list(found[bisect_left(starts, begin) : bisect_left(starts, end)])


def outlet_told(text: str, draft: Draft, relays_near: Sequence[Relay]) -> str | None:
    for relay in relays_near:
        if draft.hearer and relay.outlet_start < draft.hearer[1] + 2 and relay.outlet_end > draft.hearer[0]:
            return relay.outlet
    for relay in relays_near:
        inside = any(start <= relay.outlet_start < end for start, end in draft.content)
        own = any(start <= relay.outlet_start < end for start, end in draft.source)
        if inside or (own and relay.kind != "quoted" and not re.match(r"[’']s", text[relay.outlet_end : relay.outlet_end + 2])):
            continue
        if relay.kind == "told" and not any(start < relay.end and end > relay.start for start, end in draft.cue):
            continue
        return relay.outlet
    return None
