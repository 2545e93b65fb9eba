"""retold trace and retold demo: from pages to a ledger."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, progress, results_console, write_bytes
from retold.engine import LocalEngine, Until, Updated, update
from retold.errors import UsageError
from retold.read import read
from retold.show.contract import ledger_json
from retold.show.phrases import count
from retold.show.report import render_report
from retold.show.story import story_context
from retold.show.summary import summary_context
from retold.show.terminal import render_story, render_summary
from retold.store import Store
from retold.types import Ledger


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """How to trace: where the JSON goes, how many processes, how far, and which columns of tables hold what."""

    json: Path | None = None
    jobs: int = 0
    until: Until = "all"
    columns: str | None = None


def trace(paths: Sequence[str], store: Path, options: TraceOptions = TraceOptions()) -> int:
    """Bring the ledger up to date with the pages and say what it now holds."""
    if not paths:
        raise UsageError("which pages? Give files or folders: retold trace PATH... (or try: retold demo)")
    if options.jobs < 0:
        raise UsageError(f"--jobs {options.jobs}: give the number of processes, or 0 for one each processor.")
    pages = read(paths, mapping(options.columns))
    with Store(store) as opened, LocalEngine(options.jobs) as engine, progress() as report:
        updated = update(opened, pages, engine, options.until, report)
    if options.json:
        write_bytes(ledger_json(updated.ledger), options.json)
    if str(options.json) != "-":
        show_news(updated)
    return conclude(updated, store)


def show_news(updated: Updated) -> None:
    """The stories that this run's articles are in, and the pages that it left out."""
    if updated.added or updated.dropped:
        render_summary(summary_context(news(updated)), results_console())


def news(updated: Updated) -> Ledger:
    """The ledger without the stories that this run brought nothing to, and without what earlier runs left out."""
    added = set(updated.added)
    stories = tuple(story for story in updated.ledger.stories if not added.isdisjoint(story.articles))
    members = {article for story in stories for article in story.articles}
    articles = tuple(article for article in updated.ledger.articles if article.id in members)
    return replace(updated.ledger, stories=stories, articles=articles, dropped=updated.dropped)


def conclude(updated: Updated, store: Path) -> int:
    """Say what was added, what failed and what the ledger now holds; the exit code."""
    console = errors_console()
    for failure in updated.failures:
        console.print(f"[red]could not work out[/red] {escape(failure)}", soft_wrap=True)
    added = count(len(updated.added), "new article") if updated.added else "nothing new"
    held = f"{count(len(updated.ledger.articles), 'article')} in {count(len(updated.ledger.stories), 'story', 'stories')}"
    console.print(f"{added}; {escape(str(store))} holds {held}", soft_wrap=True)
    if not updated.ledger.articles:
        console.print("No page gave an article: see the reasons above.", soft_wrap=True)
        return 1
    return 1 if updated.failures else 0


def mapping(columns: str | None) -> dict[str, str] | None:
    """`text=body,url=link` as a mapping from field to column."""
    if not columns:
        return None
    pairs = [part.partition("=") for part in columns.split(",")]
    wrong = [left + middle + right for left, middle, right in pairs if not (left.strip() and middle and right.strip())]
    if wrong:
        raise UsageError(f"--map {columns}: {wrong[0]!r} is not of the form field=column, as in text=body,url=link")
    return {field.strip(): column.strip() for field, _, column in pairs}


def demo(output: Path | None) -> int:
    """All of it on the bundled sample, in a temporary store."""
    target = output or Path(tempfile.gettempdir()) / "retold-demo.html"
    write_bytes(b"", target)  # a place that cannot be written is better known before than after
    with (
        tempfile.TemporaryDirectory() as scratch,
        as_file(files("retold").joinpath("data", "sample")) as sample,
        Store(Path(scratch) / "demo.db") as store,
        LocalEngine(1) as engine,
        progress() as report,
    ):
        ledger = update(store, read([str(sample)]), engine, "all", report).ledger
    made = {d.article for d in ledger.derivations if d.coverage}
    most_retold = max(ledger.stories, key=lambda s: (len(made & set(s.articles)), s.id))
    context = story_context(ledger, most_retold.id)
    console = results_console()
    render_story(context, console)
    write_bytes(render_report(context).encode(), target)
    console.print(f"\nThe same as a page, with every article marked up: {escape(str(target.resolve()))}", soft_wrap=True)
    console.print("Next, on pages of your own: retold trace FOLDER", soft_wrap=True)
    return 0
