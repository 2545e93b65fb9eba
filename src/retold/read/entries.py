"""Entries of feeds as pages: what a feed itself carries of its articles, as records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO
from urllib.parse import urlsplit

from retold.errors import PageError
from retold.read.feeds import Entry, Feed, parse_feed
from retold.read.files import bounded
from retold.read.paths import Source
from retold.read.records import columns, page_from_row
from retold.read.settings import Settings
from retold.text.outlets import by_domain
from retold.types import Dropped, Page

Read = Iterator[Page | Dropped]

_NO_COLUMNS: Mapping[str, str] = {}


def read_feed(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """The entries of a feed kept as a file; inside a folder, XML that is no feed is passed over."""
    del mapping
    try:
        feed = parse_feed(bounded(stream, settings.page_bytes))
    except PageError:
        if source.named:
            raise
        return
    if feed.feeds and source.named:
        yield Dropped(source.name, f"is a list of {len(feed.feeds)} feeds, not pages; poll them with: retold watch {source.name}")
    for entry in feed.entries:
        yield page_from_entry(entry, feed, source.name)


def page_from_entry(entry: Entry, feed: Feed, container: str) -> Page | Dropped:
    """The record of one entry: its whole content where the feed carries it, else its teaser."""
    row: dict[str, object] = {
        "id": entry.id,
        "text": entry.content or entry.summary,
        "title": entry.title,
        "outlet": _outlet(entry, feed),
        "published": entry.published,
        "updated": entry.updated,
        "url": entry.url,
        "author": list(entry.authors),
    }
    return page_from_row(row, columns(row, _NO_COLUMNS), container, entry.id)


def _outlet(entry: Entry, feed: Feed) -> str | None:
    """A known address says it better than a feed's title, which mostly names a section too."""
    host = urlsplit(entry.url).hostname if entry.url else None
    return None if host and by_domain(host) else feed.title
