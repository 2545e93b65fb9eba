"""One file that is one page: its bytes within their bound, whether it is HTML or text, and what the saving program noted in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from retold.errors import PageError
from retold.read.kinds import Kind, binary_reason, has_tags, looks_like_html
from retold.read.settings import Settings
from retold.types import Page

_NOTE_BYTES = 4096  # programs that save pages write their note at the very top

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})\s*-->", re.IGNORECASE)
_SINGLE_FILE_URL = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})", re.IGNORECASE)
_SINGLE_FILE_DATE = re.compile(rb"saved date:\s*([A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})")


def page_from_stream(stream: BinaryIO, name: str, promised: Kind, settings: Settings) -> Page:
    """The page that a stream holds. Raises PageError, with the reason, where it is empty, too large or binary."""
    content = bounded(stream, settings.page_bytes)
    if not content.strip(b" \t\r\n\f\x00\xef\xbb\xbf"):
        raise PageError("the file is empty")
    if reason := binary_reason(content[: settings.head_bytes]):
        raise PageError(f"the file {reason}")
    if not _is_html(content, promised, settings):
        return Page(name, content, content_type="text/plain")
    url, saved = saved_from(content)
    return Page(name, content, url=url, fetched=saved, content_type="text/html")


def bounded(stream: BinaryIO, most: int) -> bytes:
    """All bytes of a stream. Raises PageError where there are more than `most`, without having read much beyond."""
    content = stream.read(most + 1)
    if len(content) > most:
        raise PageError(f"is larger than {in_words(most)}, the bound for one page")
    return content


def in_words(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB" if size >= 1000 else f"{size} bytes"


def saved_from(content: bytes) -> tuple[str | None, str | None]:
    """The address and the moment (ISO 8601) that a browser noted when it saved the page, where it did."""
    head = content[:_NOTE_BYTES]
    found = _SAVED_FROM.search(head) or _SINGLE_FILE_URL.search(head)
    url = found[1].decode("ascii", "ignore") if found else None
    moment = _SINGLE_FILE_DATE.search(head)
    return (url if url and url.startswith(("http://", "https://")) else None), (_iso(moment[1].decode()) if moment else None)


def _iso(moment: str) -> str | None:
    try:
        return datetime.strptime(moment, "%a %b %d %Y %H:%M:%S GMT%z").isoformat()
    except ValueError:
        return None


def http_date(value: str | None) -> str | None:
    """An HTTP or RFC 822 date as ISO 8601; None where it is none. A date without a zone is taken as UTC, as RFC 9110 has it."""
    try:
        moment = parsedate_to_datetime(value or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _is_html(content: bytes, promised: Kind, settings: Settings) -> bool:
    """A file of text that starts as a page is one; a file called .html is text where it has no tag at all."""
    head = content[: settings.head_bytes]
    return looks_like_html(head) or (promised != "text" and has_tags(content))
