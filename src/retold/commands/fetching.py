"""retold fetch and retold watch: pages from the web, kept as evidence and traced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, progress, results_console
from retold.commands.tracing import conclude
from retold.engine import LocalEngine, Updated, update
from retold.errors import UsageError
from retold.read import FetchSettings, WatchSettings, fetch, watch
from retold.show.summary import summary_context
from retold.show.terminal import render_summary
from retold.store import Store


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
        updated = update(opened, fetch(urls, warc=options.warc, settings=settings), engine, "all", report)
    render_summary(summary_context(updated.ledger), results_console())
    errors_console().print(f"the pages as they came are in {escape(str(options.warc))}", soft_wrap=True)
    return conclude(updated, store)


def watch_feeds(feeds: Sequence[str], store: Path, options: FetchOptions) -> int:
    """Poll the feeds, and trace what is new, round after round, until Ctrl-C."""
    if not feeds:
        raise UsageError("which feeds? Give addresses of feeds or OPML files: retold watch FEEDS")
    fetching = FetchSettings(allow_private=options.allow_private)
    with Store(store) as opened, LocalEngine(1) as engine:
        known = frozenset(article.url for article in opened.ledger().articles if article.url)
        settings = WatchSettings(fetch=fetching, every=options.every, known=known, warc=options.warc)
        for pages in watch(feeds, settings=settings, rounds=options.rounds):
            with progress() as report:
                tell(update(opened, pages, engine, "all", report))
    return 0


def tell(updated: Updated) -> None:
    """A line a round on standard error; the ledger holds the rest."""
    console = errors_console()
    for failure in updated.failures:
        console.print(f"could not work out {escape(failure)}", soft_wrap=True)
    console.print(f"{updated.added} new; {len(updated.ledger.articles)} articles in {len(updated.ledger.stories)} stories", soft_wrap=True)
