"""What the lines around a text say of whose it is: credits, bylines, copyright notices; and the text's own last lines about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.text.outlets import Outlet, OutletIndex, OutletMention, by_name, extended, mentions, name_key
from retold.text.relays import Relay, relays
from retold.text.signatures import only_names
from retold.trace.naming import Naming, Role
from retold.types import Article

# What a text is told under that is from agencies which its page does not name.
AGENCIES = "news agencies"
_UNNAMED = re.compile(
    r"^\W*(?:(?:by|from|source|compiled from)\W+)?(?:(?:news|wire|combined wire)\s)?(?:agencies|(?<=\s)services|wire reports|agency reports|wires|agenturen|agencias|agences)\W*$",
    re.IGNORECASE,
)

Outlets = Sequence[Outlet] | OutletIndex

_PICTURE = re.compile(
    r"\b(?:photo|image|picture|pic|getty|illustration|graphic|video|screenshot|twitter|facebook|instagram|alamy|shutterstock)s?\b|(?<!with )\bfiles?\b",
    re.IGNORECASE,
)
_SUPPLIED = re.compile(
    r"^\W*(?:por|par|von|da)\b|copyright|©|^\W*c\.\s?\d{4}|all rights reserved|riproduzione riservata|supplied by|provided by|distributed by|please credit|syndicat|republished"
    r"|reprinted|not been edited|wire (?:service|report)|\b(?:originally|first) (?:appeared|published|ran|posted)\b",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"contribut|additional (?:reporting|material)|\bwith (?:files|material|reporting|reports|inputs?) from|^\W*(?:with|mit|avec|con|com|met|med) (?-i:[A-Z])"
    r"|\binclud\w+ (?:reporting|material|content) (?:by|from)|used in this (?:report|story|article)|\b[Mm]it (?:Material|Agenturmaterial) ",
    re.IGNORECASE,
)
_INFORMED = re.compile(r"\binformation\b|\binforma(?:ción|ciones|ções|ção|zioni)\b|\binformations\b|according to|with data", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(?:by|from|staff|reporters?|writers?|correspondents?|desk|and agencies|news ?room|with|special to)\b", re.IGNORECASE
)
_INITIALS = re.compile(r"\((?P<initials>[A-Z]{2,6})\)\s*[-–—:]")
_HEAD = 200  # characters of a text within which its dateline stands
_ADDRESS_LINE = 60  # characters of a line that may be nothing but an address
_ABOUT_ITSELF = re.compile(r"\b[Tt]his (?:story|report|article|piece|dispatch|content|post)\b")
_REFERS_ON = re.compile(
    r"^\W*(?:via|h/t|hat tip|read the (?:full|original|whole|rest|complete)\b|(?:the )?(?:full|original) (?:story|article|report)\b)",
    re.IGNORECASE,
)
_SHORT = 240  # characters of a line about the text: longer ones are a paragraph of it
_LAST = 3  # paragraphs at a text's end that may be about it
_BYLINE = re.compile(r"^\W*(?:by|por|par|von|di|da)\s+(?=[A-Z])", re.IGNORECASE)
# A cleaner knows an English credit line; these begin others.
_CREDITS = re.compile(
    r"^\W*(?:sources?|fuentes?|quellen?|fonte|bron|kilde|källa|con información|com informaç\w+|con informazioni|mit (?:material|informationen)|avec)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^\W*c\.\s?\d{4}|(?:©|\(c\)|\bcopyright\b|wire™)(?=.*(?:\d{4}|reserved))|riproduzione riservata", re.IGNORECASE)
_PASSED_ON = re.compile(r"distributed by|news service|wire™|syndicat|^\W*c\.\s?\d{4}|\bvisit\b", re.IGNORECASE)
_OTHER_GOODS = re.compile(r"\b(?:data|quotes|market|weather|fonts?|ratings|scores)\b", re.IGNORECASE)
_LINES = ("navigation", "credit", "related", "legal", "share")


def credited(article: Article, outlets: Outlets) -> list[Naming]:
    """Every outlet that stands in a credit, a byline or a notice of the page, or in the text's last lines about itself."""
    found = [n for line in article.credits for n in (_from_writers(line, article, outlets) or _from_credit(line, outlets))]
    found += [n for name in article.byline for n in _from_byline(name, outlets)]
    found += [n for line in _furniture(article) for n in _from_furniture(line, article, outlets)]
    found += [n for line in _about_itself(article) for n in _from_credit(line, outlets) if n.role != "scraped"]
    found += [Naming(AGENCIES, "supplied", "credit", None, line, known=False) for line in _unnamed(article)]
    return found + _from_dateline_and_copyright(article, outlets)


def credit_role(line: str, name: str) -> Role:
    """What a credit line makes of an outlet that it names."""
    if _INFORMED.search(line) and not _SUPPLIED.search(line) and "used in this" not in line:
        return "informed"
    if _CONTRIBUTED.search(line):
        return "contributed"
    if _SUPPLIED.search(line) or re.search(r"\)\s*[-–—:]", line):
        return "supplied"
    if _REFERS_ON.search(line):
        return "excerpted"
    bare = name_key(line).removeprefix("by") in {name_key(name), f"the{name_key(name)}"}
    return "supplied" if bare or _is_short_form(line, name) else "scraped"


def _furniture(article: Article) -> Iterator[str]:
    """The lines around the text that may be about it, but for those that are credits already."""
    known = set(article.credits)
    return (f.text for f in article.furniture if f.kind in _LINES and len(f.text) < _SHORT and f.text not in known)


def _unnamed(article: Article) -> list[str]:
    lines = [*article.credits, *article.byline, *(f.text for f in article.furniture if f.kind == "credit")]
    return [line for line in lines if _UNNAMED.match(line)][:1]


def _about_itself(article: Article) -> list[str]:
    last = [p for p in article.text.split("\n\n") if p.strip()][1:][-_LAST:]
    return [p for p in last if len(p) < _SHORT and (_ABOUT_ITSELF.search(p) or _REFERS_ON.search(p))]


def _from_credit(line: str, outlets: Outlets) -> list[Naming]:
    if _PICTURE.search(line):
        return []
    named: list[Relay | OutletMention] = [*relays(line, outlets)] or [*mentions(line, outlets)]
    bare = extended(outlets).by_name(line.strip(" .|–—-")) if len(line) < _ADDRESS_LINE else None
    names = dict.fromkeys(n.outlet if isinstance(n, Relay) else n.name for n in named)
    if bare:
        names = {bare.name: None}
    return [Naming(name, credit_role(line, name), "credit", None, line, known=by_name(name) is not None) for name in names]


def _from_byline(name: str, outlets: Outlets) -> list[Naming]:
    bare = _STAFF.sub(" ", name).strip(" ,.-–—|/")
    known = extended(outlets).by_name(bare) if bare else None
    return [Naming(known.name, "supplied", "byline", None, name)] if known else []


def _from_furniture(line: str, article: Article, outlets: Outlets) -> list[Naming]:
    named = [m for m in mentions(line, outlets) if m.known] if not _PICTURE.search(line) else []
    if not named:
        return _from_byline(line, outlets) if _BYLINE.match(line) else []
    if _is_byline(line, article):
        return _from_writers(line, article, outlets)
    if _OWNED.search(line):
        return _from_notice(line, named)
    if only_names(line, named) and any(m.kind == "agency" for m in named):
        return [Naming(m.name, "informed" if len(named) > 1 else "supplied", "credit", None, line) for m in named]
    return _from_credit(line, outlets) if _CREDITS.match(line) or _REFERS_ON.search(line) else []


def _is_byline(line: str, article: Article) -> bool:
    return len(line) < _HEAD / 2 and bool(
        _BYLINE.match(line) or any(name and name.casefold() in line.casefold() for name in article.byline)
    )


def _from_writers(line: str, article: Article, outlets: Outlets) -> list[Naming]:
    """Who signs "John Doe, Associated Press" writes for the agency; who signs "Ada Bell and Associated Press" wrote from its text."""
    made = []
    for mention in mentions(line, outlets) if _is_byline(line, article) else ():
        joined = re.search(r"(?:\band|&|,? with|/)\s*(?:the\s+)?$", line[: mention.start], re.IGNORECASE) or re.match(
            r"\s*(?:and\b|&|/)", line[mention.end :]
        )
        if mention.known:
            made.append(Naming(mention.name, "supplied", "credit" if joined and article.byline else "byline", None, line))
    return made


def _from_notice(line: str, named: Sequence[OutletMention]) -> list[Naming]:
    """Of a copyright notice the owner, where it is an agency, or an outlet whose text somebody distributes."""
    owner = next((m for m in named if not m.plain), None)
    if owner is None:
        return []
    others = owner.kind == "agency" or bool(_PASSED_ON.search(line))
    return [Naming(owner.name, "supplied", "credit", None, line)] if others and not _OTHER_GOODS.search(line) else []


def _is_short_form(line: str, name: str) -> bool:
    """Whether the line is nothing but another form of the name: "AP", "(Reuters)", "By The Associated Press"."""
    words = re.sub(r"^\s*(?:by|from)\s+|[().,|/-]", " ", line, flags=re.IGNORECASE).strip()
    known = by_name(words)
    return known is not None and known.name == name and "." not in line.strip(". ")


def _from_dateline_and_copyright(article: Article, outlets: Outlets) -> list[Naming]:
    """An agency that no table knows: initials at the text's head, spelled out in the line that says whose the text is."""
    heads = [*article.credits, article.text[:_HEAD]]
    initialled = {m["initials"] for head in heads for m in _INITIALS.finditer(head)}
    lines = [f.text for f in article.furniture if f.kind == "legal" and _SUPPLIED.search(f.text)] if initialled else []
    named = dict.fromkeys((m.name, line) for line in lines for m in mentions(line, outlets) if _capitals(m.name) in initialled)
    return [Naming(name, "supplied", "byline", None, line) for name, line in named]


def _capitals(name: str) -> str:
    return "".join(re.findall(r"\b[A-Z]", name))
