"""retold fetch and retold watch: pages from the web, kept as evidence and traced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, progress, results_console
from retold.commands.tracing import conclude, news, show_news
from retold.engine import LocalEngine, Updated, update
from retold.errors import UsageError
from retold.flow import growing
from retold.read import FetchSettings, WatchSettings, fetch, watch
from retold.show.summary import summary_context
from retold.show.terminal import render_stories
from retold.store import Store
from retold.types import Dropped, Page


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Where the evidence goes, and whether addresses of private networks may be asked."""

    warc: Path
    allow_private: bool = False
    every: float = 900.0
    rounds: int | None = None


def fetch_pages(urls: Sequence[str], store: Path, options: FetchOptions) -> int:
    """Fetch the pages, keep them as WARC, and bring the ledger up to date with them."""
    if not urls:
        raise UsageError("which pages? Give their addresses: retold fetch URL...")
    settings = FetchSettings(allow_private=options.allow_private)
    with Store(store) as opened, LocalEngine(1) as engine, progress() as report:
        came: list[Page] = []
        updated = update(opened, noting(fetch(urls, warc=options.warc, settings=settings), came), engine, "all", report)
    show_news(updated)
    code = conclude(updated, store)
    if not came:
        errors_console().print("No page came: see the reasons above.", soft_wrap=True)
        return 1
    errors_console().print(f"the pages as they came are in {escape(str(options.warc))}", soft_wrap=True)
    return code


def noting(pages: Iterable[Page | Dropped], came: list[Page]) -> Iterator[Page | Dropped]:
    """The pages as they are, those that came noted: one that came may yet be left out, as the same page as another."""
    for page in pages:
        if isinstance(page, Page):
            came.append(replace(page, content=b""))
        yield page


def watch_feeds(feeds: Sequence[str], store: Path, options: FetchOptions) -> int:
    """Poll the feeds, and trace what is new, round after round, until Ctrl-C."""
    if not feeds:
        raise UsageError("which feeds? Give addresses of feeds or OPML files: retold watch FEEDS")
    fetching = FetchSettings(allow_private=options.allow_private)
    with Store(store) as opened, LocalEngine(1) as engine:
        known = frozenset(article.url for article in opened.ledger().articles if article.url)
        settings = WatchSettings(fetch=fetching, every=options.every, known=known, warc=options.warc)
        grouper = growing()
        for pages in watch(feeds, settings=settings, rounds=options.rounds):
            with progress() as report:
                updated = update(opened, pages, engine, "all", report, grouper)
            tell(updated, store)
    return 0


def tell(updated: Updated, store: Path) -> None:
    """What a round brought: its stories on standard output; what it could not read, and a line on what there is now, on standard error."""
    if updated.added:
        render_stories(summary_context(news(updated)), results_console())
    console = errors_console()
    for left_out in updated.dropped:
        console.print(f"left out {escape(left_out.page)}: {escape(left_out.reason)}", soft_wrap=True)
    conclude(updated, store)
