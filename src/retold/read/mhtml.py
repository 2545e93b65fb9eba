"""Pages that browsers save as one file (.mhtml): a mail-like message whose first HTML part is the page, pictures and styles behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.message import Message
from typing import BinaryIO

from retold.errors import PageError
from retold.read.files import bounded, http_date
from retold.read.paths import Source
from retold.read.settings import Settings
from retold.types import Page

_WHOLE = 3  # times the bound of a page: its pictures are part of the file


def read_mhtml(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Iterator[Page]:
    """The page of one saved file, with the address and moment that the browser noted. Raises PageError where it holds none."""
    del mapping
    message = message_from_bytes(bounded(stream, settings.page_bytes * _WHOLE))
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise PageError("the saved file holds no page of HTML")
    if len(content) > settings.page_bytes:
        raise PageError("the page in the saved file is over the bound for one page")
    yield Page(
        source.name,
        content,
        url=_address(message, part),
        fetched=http_date(str(message.get("Date") or "")),
        content_type=_content_type(part),
    )


def _address(message: Message, part: Message) -> str | None:
    noted = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return noted if noted.startswith(("http://", "https://")) else None


def _content_type(part: Message) -> str:
    charset = part.get_content_charset()
    return f"text/html; charset={charset}" if charset else "text/html"
