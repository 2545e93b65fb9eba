"""One row of a table or one object of JSONL, made the same whatever its columns are called.

A record with ready text travels as a `Page` whose content type is `RECORD_TYPE` and whose content is a JSON object with the keys of
`FIELDS` (strings; `author` a list of strings; keys without a value are absent). `retold.clean` turns it into an Article and takes the
text as it is. A record that holds a page of HTML instead of text has `html` in its place, which is cleaned like any page; where it says
nothing else but its address, it becomes an ordinary page of HTML.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from retold.errors import UsageError
from retold.read.kinds import looks_like_html
from retold.read.markup import plain_text
from retold.types import Dropped, Page

RECORD_TYPE = "application/vnd.retold.record+json"

# The field, then the columns it is taken from, the first one present. Names as the usual news data sets and scrapers have them.
FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "_id", "uuid", "article_id", "doc_id", "guid"),
    "text": ("text", "body", "content", "maintext", "article", "article_text", "article_body", "articlebody", "full_text", "fulltext", "content_text", "plain_text", "story"),
    "html": ("html", "raw_html", "page_html", "content_html", "source_html"),
    "title": ("title", "headline", "name"),
    "outlet": (
        "outlet", "source_name", "source_hostname", "publication", "publisher", "site_name", "sitename", "media_name", "source", "site", "newspaper",
        "source_domain", "domain", "hostname",
    ),
    "published": ("published", "published_at", "publishedat", "date_published", "datepublished", "date_publish", "publish_date", "publication_date",
                  "pub_date", "pubdate", "datetimepub", "date", "datetime", "created_at", "timestamp"),
    "updated": ("updated", "updated_at", "date_modified", "datemodified", "date_modify", "modified"),
    "url": ("url", "link", "canonical_url", "permalink", "source_url", "article_url", "uri", "source"),
    "author": ("author", "authors", "byline", "bylines", "creator", "writer"),
    "language": ("language", "lang"),
    "section": ("section", "category"),
    "fetched": ("fetched", "fetched_at", "crawled", "crawled_at", "date_download", "retrieved"),
}  # fmt: skip

_HEAD = 4096  # characters in which a whole page of HTML shows itself


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of one file feeds which field, worked out once for a header."""

    by_field: Mapping[str, str]

    def get(self, row: Mapping[str, object], field: str) -> object:
        column = self.by_field.get(field)
        return row.get(column) if column is not None else None


def check_mapping(mapping: Mapping[str, str] | None) -> dict[str, str]:
    """The mapping `field -> column`. Raises UsageError for a field that does not exist."""
    unknown = sorted(set(mapping or {}) - set(FIELDS))
    if unknown:
        raise UsageError(f"No such field to map: {', '.join(unknown)}. The fields are: {', '.join(FIELDS)}.")
    return dict(mapping or {})


def columns(names: Iterable[str], mapping: Mapping[str, str]) -> Columns:
    """Finds the columns by the mapping first, then by their usual names, whatever their case; a column feeds one field."""
    present = list(names)
    by_folded = {_folded(name): name for name in reversed(present)}
    found = {field: column for field, column in mapping.items() if column in present}
    for field, usual in FIELDS.items():
        if field not in mapping:
            free = (by_folded[name] for name in usual if name in by_folded and by_folded[name] not in found.values())
            if (column := next(free, None)) is not None:
                found[field] = column
    return Columns(found)


def columns_of_object(row: Mapping[str, object], mapping: Mapping[str, str]) -> Columns:
    """The columns of one object, of those that hold something where any of them is text: objects come with "text": null beside a body."""
    filled = columns((name for name, value in row.items() if value), mapping)
    return filled if {"text", "html"} & set(filled.by_field) else columns(row, mapping)


def page_from_row(row: Mapping[str, object], columns: Columns, container: str, position: str) -> Page | Dropped:
    """The page of one row. `position` (a line or row number) names it where it has no id of its own."""
    path = f"{container}#{_string(columns.get(row, 'id')) or position}"
    url, fetched = _address(row, columns), _string(columns.get(row, "fetched"))
    text, html = _string(columns.get(row, "text")), _string(columns.get(row, "html"))
    whole = next((one for one in (text, html) if one and looks_like_html(one[:_HEAD].encode())), None)
    others = {field: value for field in FIELDS if field not in {"text", "html", "url"} and (value := _value(row, columns, field))}
    if whole and (whole is text or not text):
        if not set(others) - {"id", "fetched"}:
            return Page(path, whole, url=url, fetched=fetched, content_type="text/html")
        record = {"html": whole, **others}
    elif text := plain_text(text or html or ""):
        record = {"text": text, **others}
    else:
        return Dropped(path, _no_text_reason(row, columns))
    record |= {"url": url} if url else {}
    return Page(path, json.dumps(record, ensure_ascii=False), url=url, fetched=fetched, content_type=RECORD_TYPE)


def _address(row: Mapping[str, object], columns: Columns) -> str | None:
    """The address, where it is one: columns called "source" hold names as often."""
    url = _string(columns.get(row, "url"))
    return url if url and "." in url and not any(character.isspace() for character in url) else None


def _no_text_reason(row: Mapping[str, object], columns: Columns) -> str:
    column = columns.by_field.get("text") or columns.by_field.get("html")
    if column:
        return f"record has no text in its column '{column}'"
    return f"record has no column of text; it has: {', '.join(list(map(str, row))[:12]) or 'none'}. Name it with --map text=COLUMN"


def _value(row: Mapping[str, object], columns: Columns, field: str) -> str | list[str] | None:
    value = columns.get(row, field)
    return _people(value) if field == "author" else _string(value)


def _people(value: object) -> list[str]:
    """Names from a list, from a list of objects with a name, or from one string; strings with separators are left to cleaning."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, Mapping):
        return _people(value.get("name"))
    if isinstance(value, Iterable):
        return [name for item in value for name in _people(item)]
    return []


def _string(value: object) -> str | None:
    """A string from what JSON, CSV and Parquet hold in a cell; None for nothing, for NaN and for what cannot be one string."""
    match value:
        case str():
            text: str | None = value
        case bytes():
            text = value.decode("utf-8", "replace")
        case bool():
            text = None
        case int() | float():
            text = str(value) if math.isfinite(value) else None
        case dt.date():
            text = value.isoformat()
        case Mapping():
            text = _string(value.get("name") or value.get("uri") or value.get("$oid") or value.get("$date"))
        case list():
            text = "\n\n".join(item.strip() for item in value if isinstance(item, str))
        case _:
            text = None
    return _sound(text).strip() or None if text else None


def _sound(text: str) -> str:
    """Without NUL, and with halves of surrogate pairs, which JSON may hold and nothing else can, joined or replaced."""
    text = text.replace("\x00", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _folded(name: str) -> str:
    return name.strip().lstrip("\ufeff").lower().replace(" ", "_").replace("-", "_")
