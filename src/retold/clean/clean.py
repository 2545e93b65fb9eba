"""A page to an article, or the reason why it is none."""

from __future__ import annotations

import re

from retold.clean.draft import Draft
from retold.clean.plain import draft_of_text
from retold.clean.record import article_from_record
from retold.clean.settings import DEFAULT, Settings
from retold.clean.webpage import draft_of_html
from retold.ids import make_id
from retold.text.charset import decode
from retold.text.language import language_of
from retold.types import Article, Dropped, Page

_MAGIC = (
    (b"%PDF", "a PDF document"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"RIFF", "a media file"),
    (b"PK\x03\x04", "a zip archive"), (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"), (b"ID3", "an audio file"), (b"OggS", "a media file"), (b"\x28\xb5\x2f\xfd", "a zstd archive"),
)  # fmt: skip
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\ufffd]")
_RECORD_TYPE = "application/vnd.retold.record+json"  # rows of tables and entries of feeds
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|article|meta|script|span|table|h1|title|section|main|a|br)\b", re.IGNORECASE)


def clean(page: Page, settings: Settings = DEFAULT) -> Article | Dropped:
    """The article of a page, with its facts and their evidence, its furniture and its credit lines; never raises.

    HTML is told from plain text by its tags or content type. Bytes are decoded whatever their charset.
    """
    try:
        return _clean(page, settings)
    except Exception as error:  # noqa: BLE001 - one broken page must not stop a run over millions
        return Dropped(page.path, f"could not be read: {type(error).__name__}: {str(error)[:200]}")


def _clean(page: Page, settings: Settings) -> Article | Dropped:
    if page.content_type == _RECORD_TYPE:
        return article_from_record(page, lambda html: _clean(html, settings))
    if reason := _unreadable(page, settings):
        return Dropped(page.path, reason)
    text = decode(page.content, page.content_type) if isinstance(page.content, bytes) else page.content.replace("\x00", "")
    if _mostly_controls(text):
        return Dropped(page.path, "is no text but binary data" if text.strip() else "the page is empty")
    draft = draft_of_html(text, page.url, settings) if _is_html(text, page.content_type) else draft_of_text(text, page.url, settings)
    words = sum(len(p.split()) for p in draft.paragraphs)
    if words < settings.fewest_words and sum(map(len, draft.paragraphs)) < settings.fewest_characters:
        return Dropped(page.path, f"no article in the page: {words} words of text" if words else "no article in the page")
    draft.language = language_of("\n".join(draft.paragraphs), draft.language)
    return _article(page, draft)


def _unreadable(page: Page, settings: Settings) -> str | None:
    """Why a page's content cannot be read at all."""
    if len(page.content) > settings.largest_page:
        return f"the page is larger than {settings.largest_page // 1_000_000} million characters"
    binary = next((name for magic, name in _MAGIC if page.content.startswith(magic)), None) if isinstance(page.content, bytes) else None
    return f"is no text but {binary}" if binary else None


def _article(page: Page, draft: Draft) -> Article:
    text = "\n\n".join(draft.paragraphs)
    outlet = draft.outlet.value if draft.outlet else None
    return Article(
        id=make_id("a", draft.url, outlet, draft.title, text),
        page=page.path,
        text=text,
        title=draft.title,
        outlet=outlet,
        byline=draft.byline,
        published=draft.published.value if draft.published else None,
        updated=draft.updated,
        fetched=page.fetched,
        language=draft.language,
        url=draft.url,
        section=draft.section,
        outlet_evidence=draft.outlet.evidence if draft.outlet else None,
        published_evidence=draft.published.evidence if draft.published else None,
        furniture=tuple(draft.furniture),
        credits=tuple(dict.fromkeys(draft.credits)),
    )


def _mostly_controls(text: str) -> bool:
    head = text[:4000]
    return not text.strip() or len(_CONTROLS.findall(head)) > 0.1 * len(head)


def _is_html(text: str, content_type: str | None) -> bool:
    if content_type and "html" in content_type.lower():
        return True
    if content_type and "text/plain" in content_type.lower():
        return False
    head = text[:5000]
    return len(_TAG.findall(head)) >= 2 or bool(re.match(r"\s*<(?:!doctype|html|\?xml)", head, re.IGNORECASE))
