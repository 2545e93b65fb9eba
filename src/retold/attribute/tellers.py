"""The outlet that a source spoke to, where the text names one: "told NBC News", "quoted by Reuters", "The Ledger's diplomat"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from retold.attribute.draft import Draft
from retold.attribute.roles import roles
from retold.text.outlets import Outlet, OutletMention, by_name, initials, mentions, name_key
from retold.text.relays import Relay, relays
from retold.types import Article, Span

MENTION_START = attrgetter("start")
MENTIONS_BACK = 200  # of outlets that "the newspaper" is looked for among
TELLING = frozenset(["told", "interview", "quoted", "citing", "reported", "according", "published"])
STOP = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘])|\n")
SHORT = re.compile(r"^(?:[Tt]he\s+|to\s+)*(?P<name>[A-Z0-9][\w.&’'-]*(?:\s+(?:(?:of|the)\s+)?[A-Z0-9][\w.&’'-]*)*)")
DESCRIBED = re.compile(
    r"the (?:\w+ )?(?:newspaper|paper|daily|weekly|magazine|website|site|broadcaster|channel|station|news agency|outlet)\b"
)
THIS = re.compile(r"(?:this (?:newspaper|paper|website|site|magazine|channel|station|reporter|correspondent)|our reporter)\b")
PAPER = re.compile(
    r"(?:blatt|zeitung|times|post|news|herald|press|tribune|journal|gazette|courier|telegraph|mirror|observer|online|wire|radio|tv|register|weekly|"
    r"daily|standard|ledger|chronicle|mercury)$|\w \d+$",
    re.IGNORECASE,
)
QUOTED_BY = re.compile(r"\b(?:quoted|cited|interviewed|seen|obtained|reviewed|published)\s+by\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Outlets:
    """What an article names: its own outlet, the outlets it mentions, and its relay phrases in order; `names` are the outlets, each once."""

    text: str
    own: str | None
    mentions: Sequence[OutletMention]
    relays: Sequence[Relay]
    starts: Sequence[int]
    names: Sequence[str]


def outlets_of(article: Article) -> Outlets:
    own = (Outlet(name=article.outlet),) if article.outlet else ()
    found = [r for r in relays(article.text, own) if r.kind in TELLING]
    named = mentions(article.text, own)
    names = list(dict.fromkeys([*(outlet.name for outlet in own), *(m.name for m in named)]))
    return Outlets(article.text, article.outlet, named, found, [r.outlet_start for r in found], names)


def outlet_told(outlets: Outlets, draft: Draft) -> str | None:
    """The outlet that the source of a draft spoke to, by its hearer, by who passes it on, or by a relay phrase in its sentence."""
    for span in (draft.hearer, draft.through):
        if span and (name := outlet_at(outlets, span)):
            return name
    if draft.source and (name := outlet_in_source(outlets, draft.source[0])):
        return name
    return by_relay(outlets, draft)


def outlet_at(outlets: Outlets, span: Span) -> str | None:
    """The outlet that a phrase names, in full or as the article shortens it."""
    text = outlets.text
    first = max(0, bisect_left(outlets.mentions, span[0], key=MENTION_START) - 1)
    inside = [m for m in outlets.mentions[first : bisect_left(outlets.mentions, span[1], key=MENTION_START)] if m.end > span[0]]
    if inside and not inside[0].plain and inside[0].name[:1].isupper():
        return own_name(outlets, text[inside[0].start : inside[0].end]) or inside[0].name
    if THIS.match(text, span[0], span[1]):
        return outlets.own
    if DESCRIBED.match(text, span[0], span[1]):
        return last_named(outlets, span[0])
    match = SHORT.match(text[span[0] : span[1]])
    if match is None or not match["name"][0].isupper() or match["name"].split()[-1].lower() in roles()["audiences"]:
        return None
    short = match["name"].rstrip(".,")
    known = by_name(short)
    return own_name(outlets, short) or (known.name if known else in_full(outlets, short))


def last_named(outlets: Outlets, offset: int) -> str | None:
    """'The newspaper' is the outlet named last."""
    before = reversed(outlets.mentions[: bisect_left(outlets.mentions, offset, key=MENTION_START)][-MENTIONS_BACK:])
    return next((m.name for m in before if m.end <= offset and not m.plain and m.name[:1].isupper() and m.name != outlets.own), None)


def own_name(outlets: Outlets, short: str) -> str | None:
    """The article's own outlet, where the words are a short form of its name."""
    words = outlets.own.split() if outlets.own else []
    bare = short.removeprefix("the ").removeprefix("The ")
    if not outlets.own or not words:
        return None
    fits = bare in (words[-1], words[0], initials(outlets.own)) or outlets.own.endswith(" " + bare)
    return outlets.own if fits else None


def in_full(outlets: Outlets, short: str) -> str | None:
    """'the Standard' is the Sarmud Standard and 'MPA' the Meridian Press Agency, where the article or its masthead has them."""
    for name in outlets.names:
        if name_key(short) == name_key(name) or initials(name) == short or name.split()[-1] == short or name.split()[0] == short:
            return name
    if re.search(rf"\({re.escape(short)}\)\s*[-–—]", outlets.text[:200]):
        return short
    if PAPER.search(short):
        longer = re.search(rf"\b(?:[A-Z][\w-]+ ){{1,3}}{re.escape(short)}\b", outlets.text)
        return re.sub(r"^(?:The|In|On|And|But) ", "", longer.group()) if longer else short
    return None


def outlet_in_source(outlets: Outlets, source: Span) -> str | None:
    """'The Ledger's diplomat', 'a diplomat quoted by the Northern Ledger', 'emails seen by the Herald'."""
    written = outlets.text[source[0] : source[1] + 60]
    if passed := QUOTED_BY.search(written):
        begin = source[0] + passed.end()
        if passed.start() <= source[1] - source[0] + 2 and (name := outlet_at(outlets, (begin, begin + 40))):
            return name
    if holder := re.match(r"(?:[Tt]he\s+)?([A-Z][\w.&]*(?:\s+[A-Z][\w.&]*)*)[’']s\s", written):
        return outlet_at(outlets, (source[0], source[0] + holder.end(1)))
    return None


def by_relay(outlets: Outlets, draft: Draft) -> str | None:
    for relay in near(outlets, draft):
        inside = any(start <= relay.outlet_start < end for start, end in draft.content)
        own = any(start <= relay.outlet_start < end for start, end in draft.source)
        if inside or own or (relay.kind == "told" and not any(start < relay.end and end > relay.start for start, end in draft.cue)):
            continue
        return relay.outlet if relay.outlet[:1].isupper() else None
    return None


def near(outlets: Outlets, draft: Draft) -> list[Relay]:
    """The relays in the sentence of the draft's cue and source."""
    left = min(draft.at, *(start for start, _ in draft.source)) if draft.source else draft.at
    right = max([draft.at, *(end for _, end in (*draft.cue, *draft.source))])
    begin = max((m.end() for m in STOP.finditer(outlets.text, max(0, left - 300), left)), default=max(0, left - 300))
    stop = STOP.search(outlets.text, right, right + 300)
    end = stop.start() + 1 if stop else right + 300
    return list(outlets.relays[bisect_left(outlets.starts, begin) : bisect_left(outlets.starts, end)])
