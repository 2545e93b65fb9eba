"""Records (rows of JSONL, CSV, Parquet; entries of feeds): ready text is used as it is, a page of HTML is cleaned; fields tell the facts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from retold.clean.credits import dateline
from retold.clean.outlet import agencies_of, outlet_of_url
from retold.clean.people import people, person
from retold.clean.stamps import stamps
from retold.ids import make_id
from retold.text.language import language_of
from retold.text.outlets import by_domain, by_name
from retold.types import Article, Dropped, Page

_HOST = re.compile(r"^(?:https?://([^/\s]{3,200})(?:/\S*)?|((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})/?)$", re.IGNORECASE)
_ISO = re.compile(r"^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$", re.IGNORECASE)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?$")
_EPOCH = re.compile(r"^(\d{9,10})(?:\d{3})?(?:\.\d*)?$")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


_SAYS_SO = ("json-ld", "meta")  # evidence of a page that goes before a table's date, which may be that of the crawl


def article_from_record(page: Page, clean_html: Callable[[Page], Article | Dropped]) -> Article | Dropped:
    """The article of a page whose content is one record (see `retold.read.records`); `clean_html` cleans the HTML that a record may hold."""
    content = page.content.decode("utf-8", "replace") if isinstance(page.content, bytes) else page.content
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return Dropped(page.path, "the record is not valid JSON")
    if isinstance(record, dict) and isinstance(html := record.get("html"), str):
        url = _string(record.get("url")) or page.url
        cleaned = clean_html(Page(page.path, html, url, page.fetched, "text/html"))
        return cleaned if isinstance(cleaned, Dropped) else _with_fields(cleaned, record)
    if not isinstance(record, dict) or not (text := _paragraphs(_string(record.get("text")) or "")):
        return Dropped(page.path, "the record has no text")
    return _article(page, record, text)


def _article(page: Page, record: dict[str, object], text: str) -> Article:
    url = _string(record.get("url")) or page.url
    title, published = _string(record.get("title")), iso_date(_string(record.get("published")))
    outlet, evidence = _outlet(_string(record.get("outlet")), url, text)
    return Article(
        id=make_id("a", url, outlet, title, text),
        page=page.path,
        text=text,
        title=" ".join(title.split()) if title else None,
        outlet=outlet,
        byline=_byline(record.get("author"), outlet),
        published=published,
        updated=iso_date(_string(record.get("updated"))),
        fetched=page.fetched,
        language=language_of(text, _string(record.get("language"))),
        url=url,
        section=_string(record.get("section")),
        outlet_evidence=evidence,
        published_evidence="record" if published else None,
        credits=_credits(text, record.get("author")),
    )


def _with_fields(article: Article, record: dict[str, object]) -> Article:
    """A page's article, with the record's fields for what the page itself does not say, or only prints."""
    published = None if article.published_evidence in _SAYS_SO else iso_date(_string(record.get("published")))
    outlet, evidence = article.outlet, article.outlet_evidence
    if outlet is None:
        outlet, evidence = _outlet(_string(record.get("outlet")), article.url, article.text)
    title = article.title or " ".join((_string(record.get("title")) or "").split()) or None
    return replace(
        article,
        id=make_id("a", article.url, outlet, title, article.text),
        title=title,
        outlet=outlet,
        outlet_evidence=evidence,
        byline=article.byline or _byline(record.get("author"), outlet),
        published=published or article.published,
        published_evidence="record" if published else article.published_evidence,
        updated=article.updated or iso_date(_string(record.get("updated"))),
        section=article.section or _string(record.get("section")),
    )


def _string(value: object) -> str | None:
    return value.replace("\x00", "").strip() or None if isinstance(value, str) else None


def _paragraphs(text: str) -> str:
    """Paragraphs joined by a blank line. Where no blank line stands, every line is a paragraph, as most scrapers write them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = _BLANK_LINES.split(lines) if _BLANK_LINES.search(lines) else lines.split("\n")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _outlet(given: str | None, url: str | None, text: str) -> tuple[str | None, str | None]:
    """The outlet's usual name for the name or domain that the record gives, else for the domain of its URL."""
    if given and (address := _HOST.match(given)):
        host = (address[1] or address[2]).lower()
        known = by_domain(host)
        return (known.name if known else host.removeprefix("www.")), "record"
    if given:
        known = by_name(given)
        return (known.name if known else given), "record"
    found = outlet_of_url(url, text)
    return (found.value, found.evidence) if found else (None, None)


def _credits(text: str, author: object) -> tuple[str, ...]:
    """The dateline that names an agency, and agencies that stand where people are expected; the text keeps its own lines."""
    line = dateline(text.partition("\n")[0])
    agencies = [agency for item in _strings(author) for agency in agencies_of(item)]
    return tuple(dict.fromkeys([*([line] if line else []), *agencies]))


def _byline(author: object, outlet: str | None) -> tuple[str, ...]:
    """People only, each once; an item that holds several names is split."""
    return tuple(dict.fromkeys(name for item in _strings(author) for name in people(item, outlet) or _single(item, outlet)))


def _single(item: str, outlet: str | None) -> tuple[str, ...]:
    name = person(item, outlet)
    return (name,) if name else ()


def _strings(author: object) -> list[str]:
    given = author if isinstance(author, list) else [author]
    return [item for item in given if isinstance(item, str)]


def iso_date(value: str | None) -> str | None:
    """ISO 8601 from what records hold: ISO with a blank, RFC 822, seconds or milliseconds since 1970, dates as people write them."""
    if value is None:
        return None
    if found := _ISO.match(value):
        return _iso(found)
    if found := _EPOCH.match(value):
        return datetime.fromtimestamp(int(found[1]), UTC).isoformat()
    if found := _COMPACT.match(value):
        day, time = "-".join(found.groups()[:3]), ":".join(filter(None, found.groups()[3:]))
        return _valid(f"{day}T{time}+00:00" if time else day)
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return next((stamp.value for stamp in stamps(value[:200])), None)


def _iso(found: re.Match[str]) -> str | None:
    day, time, zone = found.groups()
    offset = "" if not zone else "+00:00" if zone.upper() in {"Z", "UTC"} else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return _valid(f"{day}T{time}{offset}" if time else day)


def _valid(value: str) -> str | None:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value
