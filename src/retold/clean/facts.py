"""The facts of an HTML page, each from the best of its signs: structured data, meta tags, elements, text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin

from retold.clean.draft import Draft
from retold.clean.markup import Block, Element, text_of
from retold.clean.outlet import Found, agencies_of, outlet_of_lines, outlet_of_url
from retold.clean.people import people
from retold.clean.stamps import stamps
from retold.clean.structured import Structured, names, text_value, types_of

_PUBLISHED_META = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created", "pubdate", "publishdate",
                   "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published-date", "originalpublicationdate", "ptime",
                   "article_date_original", "weibo:article:create_at", "bt:pubdate", "citation_publication_date", "rnews:datepublished", "analyticsattributes.articledate")  # fmt: skip
_UPDATED_META = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
_SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s*\|\s*|\s+::?\s+")
_ISO_DAY = re.compile(r"^\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?")


def take_facts(draft: Draft, tree: Element, said: Structured, found: Sequence[Block]) -> None:
    draft.url = _canonical(tree, said, draft.url)
    draft.outlet = _outlet(tree, said, found, draft.url)
    draft.title = _title(tree, said, draft.outlet.value if draft.outlet else None)
    draft.published = _published(tree, said, found, draft.url)
    draft.updated = _updated(said, found)
    draft.byline = _byline(tree, said, found, draft.outlet.value if draft.outlet else None)
    draft.language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    draft.section = said.meta.get("article:section") or text_value(said.article.get("articleSection"))


def _canonical(tree: Element, said: Structured, url: str | None) -> str | None:
    href = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical" and e.get("href")), None)
    stated = href or said.meta.get("og:url")
    if not stated:
        return url
    stated = urljoin(url, stated.strip()) if url else stated.strip()
    return stated if re.match(r"https?://", stated) else url


def _title(tree: Element, said: Structured, outlet: str | None) -> str | None:
    headings = [t for e in tree.iter("h1") if 3 <= len(t := text_of(e)) <= 300]
    page_title = next((t for e in tree.iter("title") if (t := text_of(e))), None)
    stated = [
        t for t in (said.meta.get("og:title"), text_value(said.article.get("headline")), said.meta.get("twitter:title"), page_title) if t
    ]
    for heading in headings:
        if any(_same(heading, s) or _key(heading) in _key(s) or _key(s) in _key(heading) for s in stated):
            return heading
    if len(headings) == 1 and len(headings[0].split()) >= 3 and not stated:
        return headings[0]
    return _without_site(" ".join(stated[0].split()), outlet) if stated else (headings[0] if headings else None)


def _without_site(title: str, outlet: str | None) -> str:
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    if outlet and (_key(last) in _key(outlet) or _key(outlet) in _key(last)) or (len(last.split()) <= 4 and len(parts[0].split()) >= 4):
        return title[: title.rindex(last)].rstrip(" |»·•–—-:")
    return title


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _same(a: str, b: str) -> bool:
    return _key(a) == _key(b)


def _outlet(tree: Element, said: Structured, found: Sequence[Block], url: str | None) -> Found | None:
    publisher = text_value(said.article.get("publisher"))
    site = said.meta.get("og:site_name") or said.meta.get("application-name") or said.meta.get("publisher")
    thing = next(
        (
            text_value(t.get("name"))
            for t in said.things
            if set(types_of(t)) & {"newsmediaorganization", "organization", "website"} and text_value(t.get("name"))
        ),
        None,
    )
    for value, evidence in ((publisher, "json-ld"), (site, "open graph"), (thing, "json-ld")):
        if value and len(value) < 80 and not value.startswith("http"):
            return Found(value.strip(), evidence)
    body = " ".join(b.text for b in found[:80])
    by_address = outlet_of_url(url, body)
    if by_address:
        return by_address
    page_title = next((t for e in tree.iter("title") if (t := text_of(e))), "")
    parts = _SEPARATOR.split(page_title)
    if len(parts) >= 2 and 1 <= len(parts[-1].split()) <= 5:
        return Found(parts[-1].strip(), "title")
    return outlet_of_lines([b.text for b in found[:6]], [b.text for b in found[-12:]], [])


def iso(value: str | None) -> str | None:
    """A machine's date as ISO 8601, with a time and offset only where it has them."""
    if not value:
        return None
    found = _ISO_DAY.match(value)
    if found is None:
        printed = stamps(value)
        return printed[0].value if printed else None
    year, month, day, hour, minute, second, zone = found.groups()
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    time = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    zone = "+00:00" if zone in ("Z", "z") else (zone if not zone or ":" in zone else zone[:3] + ":" + zone[3:])
    return f"{year}-{month}-{day}{time}{zone or ''}"


def _published(tree: Element, said: Structured, found: Sequence[Block], url: str | None) -> Found | None:
    for value in (said.article.get("datePublished"), said.article.get("dateCreated")):
        if isinstance(value, str) and (day := iso(value)):
            return Found(day, "json-ld")
    for name in _PUBLISHED_META:
        if day := iso(said.meta.get(name)):
            return Found(day, "meta")
    for thing in said.things:
        if isinstance(thing.get("datePublished"), str) and (day := iso(thing["datePublished"])):
            return Found(day, "json-ld")
    return _printed(tree, found) or _of_url(url)


def _printed(tree: Element, found: Sequence[Block]) -> Found | None:
    near = [s for b in found if len(b.text) < 200 for s in stamps(b.text)][:12]
    labelled = next((s for s in near if s.kind == "published"), None)
    if labelled:
        return Found(labelled.value, "stamp")
    for element in tree.iter("time"):
        if "update" in (element.get("class") or "").lower() or "modified" in (element.get("itemprop") or "").lower():
            continue
        if day := iso(element.get("datetime")):
            return Found(day, "time element")
    plain = next((s for s in near if s.kind == "plain"), None) or next(iter(near), None)
    return Found(plain.value, "stamp" if plain.kind == "plain" else "updated stamp") if plain else None


def _of_url(url: str | None) -> Found | None:
    found = re.search(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:/|-|$)", url or "")
    return Found("-".join(found.groups()), "url") if found and int(found[2]) <= 12 and int(found[3]) <= 31 else None


def _updated(said: Structured, found: Sequence[Block]) -> str | None:
    stated = said.article.get("dateModified")
    if isinstance(stated, str) and (day := iso(stated)):
        return day
    for name in _UPDATED_META:
        if day := iso(said.meta.get(name)):
            return day
    return next((s.value for b in found[:60] if len(b.text) < 200 for s in stamps(b.text) if s.kind == "updated"), None)


def _byline(tree: Element, said: Structured, found: Sequence[Block], outlet: str | None) -> tuple[str, ...]:
    stated = [n for name, kind in names(said.article.get("author")) if kind in ("person", "") for n in people(name)]
    if stated:
        return tuple(dict.fromkeys(stated))
    for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "twitter:data1"):
        value = said.meta.get(name, "")
        if value and not value.startswith("http") and (listed := people(value)) and not (outlet and _same(value, outlet)):
            return listed
    for block in found:
        if (
            len(block.text) < 120
            and re.search(r"\b(?:author|byline|auth|by|writer|contributor)\b|byline|author-?name", f"{block.inner} {block.box.marks} {block.box.parent.marks if block.box.parent else ''}")
            and (listed := people(block.text))
        ):
            return listed
    for element in tree.iter("a"):
        if (element.get("rel") or "") == "author" and (listed := people(text_of(element))):
            return listed
    for block in found:
        if len(block.text) < 120 and re.match(r"^\W*(?:by|text:|words:)\s", block.text, re.IGNORECASE) and (listed := people(block.text)):
            return listed
    return ()
