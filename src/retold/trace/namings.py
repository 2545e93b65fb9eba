"""Which outlets an article names as where its text or its facts came from, and in what role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from retold.text.outlets import Outlet, OutletIndex, OutletMention, by_name, domain_stem, extended, mentions, name_key, same_name
from retold.text.relays import Relay, relays
from retold.types import Article, EvidenceKind, Span

# Furniture that a site writes about itself; legal lines name agencies, captions photographers.
_SITE_LINES = ("navigation", "newsletter", "share", "comments")
_TELLING_KEY = 5  # letters of a name: shorter ones stand in too many lines by chance

Role = Literal["supplied", "contributed", "scraped", "informed", "cited"]


@dataclass(frozen=True, slots=True)
class Naming:
    """An outlet named by an article. `span` is None where the words stand outside the text (a credit line, a byline).

    Roles: `supplied` the text is the outlet's (agency byline, dateline, copyright); `contributed` it is in part; `scraped` a bare credit or
    link, as copying sites leave; `informed` "with information from"; `cited` the outlet was told or reported something.
    """

    outlet: str
    role: Role
    kind: EvidenceKind
    span: Span | None
    text: str
    known: bool = True


_PICTURE = re.compile(
    r"\b(?:photo|image|picture|pic|file|getty|illustration|graphic|video|screenshot|twitter|facebook|instagram|alamy|shutterstock)s?\b",
    re.IGNORECASE,
)
_SUPPLIED = re.compile(
    r"^\W*(?:por|par|von|da)\b|copyright|©|all rights reserved|supplied by|provided by|distributed by|please credit|syndicat|republished|not been edited|wire (?:service|report)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"contribut|additional (?:reporting|material)|\bwith (?:files|material|reporting|reports|inputs?) from|^\W*(?:with|mit|avec|con|com|met|med) (?-i:[A-Z])"
    r"|\binclud\w+ (?:reporting|material|content) (?:by|from)|used in this (?:report|story|article)|\b[Mm]it (?:Material|Agenturmaterial) ",
    re.IGNORECASE,
)
_INFORMED = re.compile(r"\binformation\b|according to|with data", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:by|from|staff|reporters?|writers?|correspondents?|desk|and agencies|news ?room|with)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:reported|published|revealed|disclosed|broke)\b")
_INITIALS = re.compile(r"\((?P<initials>[A-Z]{2,6})\)\s*[-–—:]")
_HEAD = 200  # characters of a text within which its dateline stands


def namings(article: Article, outlets: Sequence[Outlet] | OutletIndex = ()) -> list[Naming]:
    """Every outlet that the article names as a source, its own too, in order: credits, bylines, then the text's relays."""
    found = [n for line in article.credits for n in _from_credit(line, outlets)]
    found += [n for name in article.byline for n in _from_byline(name, outlets)]
    found += _from_dateline_and_copyright(article, outlets)
    return found + [_from_relay(article.text, r) for r in relays(article.text, outlets)]


def cites_itself(article: Article, listed: Sequence[Naming]) -> bool:
    """Whether the text points to an earlier report of its own outlet: "Zhemar Online reported on Friday"."""
    return any(n.role == "cited" and _EARLIER.search(n.text) and is_own(article, n.outlet) for n in listed)


def is_own(article: Article, outlet: str) -> bool:
    """Whether the name is the article's own outlet: by its masthead, its address, or the site's own lines around the text."""
    if article.outlet and same_name(article.outlet, outlet):
        return True
    key = name_key(outlet)
    if article.url and len(key) >= _TELLING_KEY and name_key(domain_stem(article.url)) == key:
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


def _from_credit(line: str, outlets: Sequence[Outlet] | OutletIndex) -> list[Naming]:
    if _PICTURE.search(line):
        return []
    named: list[Relay | OutletMention] = [*relays(line, outlets)] or [*mentions(line, outlets)]
    bare = extended(outlets).by_name(line.strip(" .|–—-")) if len(line) < 60 else None
    names = dict.fromkeys(n.outlet if isinstance(n, Relay) else n.name for n in named)
    if bare:
        names = {bare.name: None}
    return [Naming(name, _credit_role(line, name), "credit", None, line, known=by_name(name) is not None) for name in names]


def _credit_role(line: str, name: str) -> Role:
    if _CONTRIBUTED.search(line):
        return "contributed"
    if _SUPPLIED.search(line) or re.search(r"\)\s*[-–—:]", line):
        return "supplied"
    if _INFORMED.search(line):
        return "informed"
    return (
        "supplied"
        if name_key(line).removeprefix("by") in {name_key(name), f"the{name_key(name)}"} or _is_short_form(line, name)
        else "scraped"
    )


def _is_short_form(line: str, name: str) -> bool:
    """Whether the line is nothing but another form of the name: "AP", "(Reuters)", "By The Associated Press"."""
    words = re.sub(r"^\s*(?:by|from)\s+|[().,|/-]", " ", line, flags=re.IGNORECASE).strip()
    known = by_name(words)
    return known is not None and known.name == name and "." not in line.strip(". ")


def _from_byline(name: str, outlets: Sequence[Outlet] | OutletIndex) -> list[Naming]:
    bare = _STAFF.sub(" ", name).strip(" ,.-–—|/")
    known = extended(outlets).by_name(bare) if bare else None
    return [Naming(known.name, "supplied", "byline", None, name)] if known else []


def _from_dateline_and_copyright(article: Article, outlets: Sequence[Outlet] | OutletIndex) -> list[Naming]:
    """An agency that no table knows: initials at the text's head, spelled out in the line that says whose the text is."""
    heads = [*article.credits, article.text[:_HEAD]]
    initialled = {m["initials"] for head in heads for m in _INITIALS.finditer(head)}
    lines = [f.text for f in article.furniture if f.kind == "legal" and _SUPPLIED.search(f.text)] if initialled else []
    named = dict.fromkeys((m.name, line) for line in lines for m in mentions(line, outlets) if _capitals(m.name) in initialled)
    return [Naming(name, "supplied", "byline", None, line) for name, line in named]


def _capitals(name: str) -> str:
    return "".join(re.findall(r"\b[A-Z]", name))


def _from_relay(text: str, relay: Relay) -> Naming:
    role: Role = "cited"
    if relay.kind == "dateline":
        role = "supplied"
    elif relay.kind == "contributed":
        role = "contributed"
    elif relay.kind == "compiled":
        role = "informed"
    elif relay.kind == "credit":
        role = _credit_role(text[relay.start : relay.end], relay.outlet)
    kind: EvidenceKind = "byline" if relay.kind == "dateline" else "credit" if role != "cited" else "relay"
    return Naming(relay.outlet, role, kind, (relay.start, relay.end), text[relay.start : relay.end], relay.known)
