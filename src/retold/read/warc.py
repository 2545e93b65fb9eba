"""Web archives: WARC and WARC.gz as crawlers and Common Crawl ship them, and WET.

Records of pages become pages; records of requests, pictures, scripts, redirects and repeats are passed over. A damaged or cut-off
record is dropped with its place, and reading goes on at the next record that can be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from fastwarc.warc import ArchiveIterator, WarcRecord, conversion, resource, response

from retold.errors import PageError
from retold.read.feeds import web_address
from retold.read.files import in_words
from retold.read.kinds import binary_reason, looks_like_html
from retold.read.paths import Source
from retold.read.payloads import answered, unpacked
from retold.read.resync import ends_early, next_record
from retold.read.settings import Settings
from retold.types import Dropped, Page

Read = Iterator[Page | Dropped]

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_UNTYPED = frozenset({"", "application/octet-stream", "unknown/unknown"})


def read_warc(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """The pages of one archive; `mapping` has no say here."""
    del mapping
    return read_archive(stream, source.name, settings)


def read_archive(stream: BinaryIO, name: str, settings: Settings, visited: Visited | None = None) -> Read:
    """The pages of an open archive that can seek, only those of `visited` where that is given.

    Each place where the archive is damaged is dropped once, and skipped.
    """
    start: int | None = 0
    while start is not None:
        run = _Run(start)
        try:
            yield from _pages_of_run(stream, name, run, Wanted(settings, visited))
        except (OSError, ValueError) as error:
            if run.records or start == 0:
                yield Dropped(f"{name}#{run.place}", f"the archive is damaged at or after byte {run.place}: {error}")
            start = next_record(stream, run.place + 1)
        else:
            start = None
            if ends_early(stream, run.place):
                yield Dropped(f"{name}#{run.place}", f"the archive is cut off after byte {run.place}")


class Visited(Protocol):
    """Addresses of pages that somebody visited."""

    def add(self, url: str) -> None: ...

    def __contains__(self, url: object) -> bool: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is read of an archive: within which bounds, and only which addresses, if not all."""

    settings: Settings
    visited: Visited | None = None


@dataclass(slots=True)
class _Run:
    """Reading on from one place: where the record starts that was read last, in bytes of the file, and how many were."""

    place: int
    records: int = 0


def _pages_of_run(stream: BinaryIO, name: str, run: _Run, wanted: Wanted) -> Read:
    stream.seek(run.place)
    for record in ArchiveIterator(stream, record_types=response | resource | conversion):
        run.place = max(run.place, record.stream_pos)
        run.records += 1
        yield from _page(record, name, wanted)


def _page(record: WarcRecord, name: str, wanted: Wanted) -> Read:
    """The page of a record, or why there is none; nothing for what is no page by its own account."""
    path = f"{name}#{_record_id(record)}"
    kind = (_content_type(record) or "").partition(";")[0].strip().lower()
    url = _url(record)
    if not _is_visited(record, url, wanted) or kind not in _PAGE_TYPES | _UNTYPED or (url or "").endswith("/robots.txt"):
        return
    try:
        if page := _page_of_type(record, path, kind, wanted.settings):
            yield page
    except PageError as error:
        yield Dropped(path, str(error))


def _url(record: WarcRecord) -> str | None:
    return (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None


def _is_visited(record: WarcRecord, url: str | None, wanted: Wanted) -> bool:
    """False for what only belongs to a page: loaded by it, or (urn:) made of it by the archiver; a redirect passes the visit on."""
    if (url or "").startswith(("urn:", "dns:", "metadata:")):
        return False
    if wanted.visited is None or not url:
        return True
    if url not in wanted.visited:
        return False
    location = record.http_headers.get("Location") if record.is_http_parsed and record.http_headers else None
    if target := web_address(location, url):
        wanted.visited.add(target)
    return True


def _lost_its_headers(record: WarcRecord, url: str | None) -> bool:
    if record.record_type != response or not (url or "").startswith("http"):
        return False
    return not record.is_http_parsed or record.http_headers is None or record.http_headers.status_code is None


def _page_of_type(record: WarcRecord, path: str, kind: str, settings: Settings) -> Page | None:
    url = _url(record)
    if _lost_its_headers(record, url):
        raise PageError("the record is cut off or its HTTP headers are damaged")
    if not _answered_well(record):
        return None
    content = _content(record, settings)
    head = content[: settings.head_bytes]
    if kind in _UNTYPED and not looks_like_html(head):
        return None
    if not content.strip():
        raise PageError("the record is empty")
    if reason := binary_reason(head):
        raise PageError(f"the record {reason}")
    return Page(path, content, url, record.headers.get("WARC-Date"), _content_type(record) or "text/html")


def _record_id(record: WarcRecord) -> str:
    own = (record.headers.get("WARC-Record-ID") or "").strip("<> ")
    return own.removeprefix("urn:uuid:") or str(record.stream_pos)


def _content_type(record: WarcRecord) -> str | None:
    if record.record_type == response:
        return record.http_headers.get("Content-Type") if record.is_http_parsed else None
    return record.headers.get("Content-Type")


def _answered_well(record: WarcRecord) -> bool:
    """Only an answer of success holds the page; an error page is dropped with its number, a redirect leads to a record of its own."""
    if record.record_type != response or not record.is_http_parsed:
        return True
    status = record.http_headers.status_code or 200
    if status >= 400:
        raise PageError(answered(status))
    return 200 <= status < 300


def _content(record: WarcRecord, settings: Settings) -> bytes:
    expected = record.content_length
    if expected > settings.page_bytes:
        raise PageError(f"is larger than {in_words(settings.page_bytes)}, the bound for one page")
    content = record.reader.read(expected)
    if len(content) < expected:
        raise PageError(f"the record is cut off: {len(content)} of {expected} bytes are there")
    if record.record_type != response or not record.is_http_parsed:
        return content
    headers = record.http_headers
    return unpacked(content, headers.get("Transfer-Encoding"), headers.get("Content-Encoding"), settings.page_bytes)
