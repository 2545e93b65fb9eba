"""When an HTML page was published and updated, with how that was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from retold.clean.markup import Block, Element
from retold.clean.outlet import Found
from retold.clean.stamps import Stamp, outside_stamps, stamps
from retold.clean.structured import Structured

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "datecreated datepublished", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
    "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
    "published-date", "originalpublicationdate", "ptime", "article_date_original", "weibo:article:create_at", "bt:pubdate", "citation_publication_date", "citation_date",
    "rnews:datepublished", "analyticsattributes.articledate", "date",
)  # fmt: skip
_UPDATED_META = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
_ISO_DAY = re.compile(
    r"^\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_WORDY = re.compile(r"^\s*((?:19|20)\d\d) ([A-Z][a-z]{2,8}) (\d{1,2})\s*$")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:/|-|$)")
_BEFORE, _AFTER = 8, 14  # blocks around the headline in which a page prints its own date


def published(tree: Element, said: Structured, found: Sequence[Block], title: int, url: str | None) -> Found | None:
    """The moment of publication: the page's data, corrected by an earlier or labelled date printed at its headline; else what is printed."""
    stated = _stated(said)
    printed = _printed_near(found, title)
    labelled = next((s for s in printed if s.kind == "published"), None)
    if stated:
        if labelled and _apart(labelled.value, stated.value) > 1:
            return Found(labelled.value, "stamp")
        plain = next((s for s in printed if s.kind == "plain"), None)
        if plain and plain.value[:10] < stated.value[:10] and _apart(plain.value, stated.value) > 31:
            return Found(plain.value, "stamp")
        by_url = of_url(url)
        return by_url if by_url and _apart(by_url.value, stated.value) == 1 else stated
    return _unstated(tree, said, found, printed, url)


def _stated(said: Structured) -> Found | None:
    for value in (said.article.get("datePublished"), said.article.get("dateCreated")):
        if isinstance(value, str) and (day := iso(value)):
            return Found(day, "json-ld")
    for name in _PUBLISHED_META:
        if day := iso(said.meta.get(name)):
            return Found(day, "meta")
    for thing in said.things:
        if isinstance(thing.get("datePublished"), str) and (day := iso(thing["datePublished"])):
            return Found(day, "json-ld")
    return None


def _unstated(tree: Element, said: Structured, found: Sequence[Block], printed: Sequence[Stamp], url: str | None) -> Found | None:
    """The moment of a page whose data tells none: the best of what is printed, near before far, labelled before plain, published before updated."""
    far = [s for b in found if len(b.text) < 200 for s in stamps(b.text) if len(outside_stamps(b.text, [s]).split()) <= 8][:20]
    by_script = iso(said.serialised)
    candidates = (
        next((Found(_with_time(s.value, tree), "stamp") for kind in ("published", "plain") for s in printed if s.kind == kind), None),
        of_url(url),
        Found(by_script, "script") if by_script else None,
        next((Found(s.value, "stamp") for s in far if s.kind == "published"), None),
        _by_time_element(tree),
        next((Found(s.value, "updated stamp") for s in (*printed, *far) if s.kind == "updated"), None),
        next((Found(s.value, "stamp") for s in far), None),
        _modified(said),
    )
    return next((found_date for found_date in candidates if found_date), None)


def _by_time_element(tree: Element) -> Found | None:
    for element in tree.iter("time"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if "update" not in marks and "modif" not in marks and (day := iso(element.get("datetime"))):
            return Found(day, "time element")
    return None


def _printed_near(found: Sequence[Block], title: int) -> list[Stamp]:
    """The dates printed around the headline, nearest first, in blocks that say little else."""
    near = [*found[title : title + _AFTER], *reversed(found[max(0, title - _BEFORE) : title])] if title >= 0 else list(found[:30])
    listed: list[Stamp] = []
    for block in near:
        if len(block.text) > 250:
            if block.text.count(" ") > 40 and listed:
                break
            continue
        printed = stamps(block.text)
        if printed and len(outside_stamps(block.text, printed).split()) <= 14:
            listed.extend(printed)
    return listed


def _with_time(value: str, tree: Element) -> str:
    """The same day with its time, where a time element tells it."""
    if "T" in value:
        return value
    for element in tree.iter("time"):
        if (precise := iso(element.get("datetime"))) and precise[:10] == value and "T" in precise:
            return precise
    return value


def updated(said: Structured, found: Sequence[Block], title: int) -> str | None:
    """The moment of the last update that the page states or prints."""
    stated = said.article.get("dateModified")
    if isinstance(stated, str) and (day := iso(stated)):
        return day
    by_meta = _modified(said)
    return by_meta.value if by_meta else next((s.value for s in _printed_near(found, title) if s.kind == "updated"), None)


def _modified(said: Structured) -> Found | None:
    return next((Found(day, "updated meta") for name in _UPDATED_META if (day := iso(said.meta.get(name)))), None)


def of_url(url: str | None) -> Found | None:
    """The day in an address such as "/2019/11/18/"."""
    found = _URL_DAY.search(url or "")
    return Found("-".join(found.groups()), "url") if found and _valid("-".join(found.groups())) else None


def iso(value: str | None) -> str | None:
    """A machine's date as ISO 8601, with a time and an offset only where it has them."""
    if not value:
        return None
    if wordy := _WORDY.match(value):
        value = f"{wordy[2]} {wordy[3]}, {wordy[1]}"
    found = _ISO_DAY.match(value)
    if found is None:
        printed = stamps(value)
        return printed[0].value if printed else None
    year, month, day, hour, minute, second, zone = found.groups()
    if not _valid(f"{year}-{month}-{day}"):
        return None
    time = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    zone = "+00:00" if zone in ("Z", "z") else (zone if not zone or ":" in zone else zone[:3] + ":" + zone[3:])
    return f"{year}-{month}-{day}{time}{zone or ''}"


def _valid(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _apart(a: str, b: str) -> int:
    """Days between two moments."""
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
