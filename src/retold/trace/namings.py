"""Which outlets an article names as where its text or its facts came from, and in what role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from retold.text.outlets import Outlet, OutletIndex, by_domain, by_name, domain_stem, extended, name_key, same_name
from retold.text.relays import Relay, relays
from retold.trace.credits import credit_role, credited
from retold.trace.naming import Naming, Role
from retold.types import Article, EvidenceKind

# Furniture that a site writes about itself; legal lines name agencies, captions photographers.
_SITE_LINES = ("navigation", "newsletter", "share", "comments")
_TELLING_KEY = 5  # letters of a name: shorter ones stand in too many lines by chance

_EARLIER = re.compile(r"\b(?:reported|published|revealed|disclosed|broke)\b")


def namings(article: Article, outlets: Sequence[Outlet] | OutletIndex = ()) -> list[Naming]:
    """Every outlet that the article names as a source, its own too, in order: credits, bylines, then the text's relays."""
    return credited(article, outlets) + [
        _from_relay(article.text, r) for r in _own_first(article, _relays(article.text, extended(outlets)))
    ]


@lru_cache(maxsize=64)  # of many copies in one story the text is read once
def _relays(text: str, outlets: OutletIndex) -> tuple[Relay, ...]:
    return tuple(relays(text, outlets))


def _own_first(article: Article, found: Iterable[Relay]) -> Iterator[Relay]:
    """The relays, those by a name that the article's own outlet goes by under its own: whose "The Post" it is depends on who writes."""
    own = by_name(article.outlet) if article.outlet else None
    names = {name_key(n) for n in (own.name, *own.aliases, *own.plain_aliases)} if own else set()
    for relay in found:
        written = article.text[relay.outlet_start : relay.outlet_end]
        yield replace(relay, outlet=article.outlet or "") if name_key(written) in names else relay


def cites_itself(article: Article, listed: Sequence[Naming]) -> bool:
    """Whether the text points to an earlier report of its own outlet: "Zhemar Online reported on Friday"."""
    return any(n.role == "cited" and _EARLIER.search(n.text) and is_own(article, n.outlet) for n in listed)


def is_own(article: Article, outlet: str) -> bool:
    """Whether the name is the article's own outlet: by its masthead, its address, or the site's own lines around the text."""
    if article.outlet and same_name(article.outlet, outlet):
        return True
    key = name_key(outlet)
    known = by_domain(article.url) if article.url else None
    if article.url and (name_key(domain_stem(article.url)) == key or (known and same_name(known.name, outlet))):
        return True
    lines = (f.text for f in article.furniture if f.kind in _SITE_LINES) if article.outlet is None else ()
    return len(key) >= _TELLING_KEY and any(key in name_key(line) for line in lines)


def without_own_name(article: Article, listed: Sequence[Naming], shared: Mapping[str, int]) -> list[Naming]:
    """The namings but for those of the article's own outlet.

    A page that does not tell its outlet is given away by the unknown name that people speak to and that no other page of the story has (`shared`:
    how many pages name each outlet).
    """
    others = [n for n in listed if not is_own(article, n.outlet)]
    if article.outlet is not None:
        return others
    private = [
        n.outlet for n in others if n.role == "cited" and n.text.startswith("told") and by_name(n.outlet) is None and shared[n.outlet] == 1
    ]
    return [n for n in others if n.outlet not in private[:1]]


def _from_relay(text: str, relay: Relay) -> Naming:
    role: Role = "cited"
    if relay.kind == "dateline":
        role = "supplied"
    elif relay.kind == "contributed":
        role = "contributed"
    elif relay.kind == "compiled":
        role = "informed"
    elif relay.kind == "credit":
        role = credit_role(text[relay.start : relay.end], relay.outlet)
    kind: EvidenceKind = "byline" if relay.kind == "dateline" else "credit" if role != "cited" else "relay"
    return Naming(relay.outlet, role, kind, (relay.start, relay.end), text[relay.start : relay.end], relay.known)
