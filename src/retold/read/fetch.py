"""Pages from the web, politely and within bounds, kept as WARC where asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from retold.errors import PageError, UsageError
from retold.read.evidence import Evidence
from retold.read.hosts import Visitors
from retold.read.http import Exchange, normal_url
from retold.read.kinds import binary_reason, looks_like_html
from retold.read.payloads import answered
from retold.read.settings import FetchSettings, Settings
from retold.read.visits import Visitor
from retold.types import Dropped, Page

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "", "application/octet-stream"})
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/x-opml"})


def fetch(urls: Iterable[str], *, warc: Path | None = None, settings: FetchSettings | None = None) -> Iterator[Page | Dropped]:
    """The pages at these addresses, in their order, each once, several hosts at a time and one request at a time each; what cannot or must not be fetched is dropped with its reason.

    Every answer is written to `warc` before its page is handed on. Raises, before anything is fetched, UsageError for what is no
    http or https address and RunError where `warc` cannot be written; RunError later where the disk is full.
    """
    given = list(dict.fromkeys(urls))
    wrong = [url for url in given if normal_url(url) is None]
    if wrong:
        raise UsageError(f"Not an address to fetch: {', '.join(wrong)}. Give http:// or https:// addresses.")
    settings = settings or FetchSettings()
    return _fetch_all(given, Evidence(warc, settings.user_agent) if warc else None, settings)


def _fetch_all(urls: Sequence[str], evidence: Evidence | None, settings: FetchSettings) -> Iterator[Page | Dropped]:
    visitors = Visitors(settings, evidence.keep) if evidence else Visitors(settings)
    try:
        yield from visitors.map(urls, lambda url: normal_url(url) or url, fetch_page)
    finally:
        visitors.close()
        if evidence:
            evidence.close()


def fetch_page(visitor: Visitor, url: str) -> Page | Dropped:
    """The page at one address, with the address that it was found at in the end and the moment it came."""
    try:
        answer = visitor.visit(url)
        content = visitor.content(answer)
        check_page(answer, content)
    except PageError as error:
        return Dropped(url, str(error))
    return Page(url, content, url=answer.url, fetched=answer.moment, content_type=answer.header("Content-Type") or "text/html")


def check_page(answer: Exchange, content: bytes) -> None:
    """Raises PageError, with the reason, for an answer that is no page."""
    if not 200 <= answer.status < 300:
        raise PageError(answered(answer.status))
    if not content.strip():
        raise PageError("the server sent an empty page")
    head = content[: Settings().head_bytes]
    kind = (answer.header("Content-Type") or "").partition(";")[0].strip().lower()
    if looks_like_html(head):
        return
    if kind in _FEED_TYPES:
        raise PageError("is a feed, not a page; poll it with: retold watch")
    if kind not in _PAGE_TYPES:
        raise PageError(f"is {kind}, not a page of HTML or text")
    if reason := binary_reason(head):
        raise PageError(reason)
