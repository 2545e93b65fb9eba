"""retold stories, story, compare and report: what the ledger holds, to look at."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, results_console, write_bytes
from retold.commands.finding import find_article, find_story, stored_ledger
from retold.errors import UsageError
from retold.show.comparison import comparison_context
from retold.show.contract import json_bytes, ledger_json, ledger_record
from retold.show.report import render_report
from retold.show.share import story_ledger
from retold.show.story import story_context
from retold.show.summary import summary_context
from retold.show.terminal import render_comparison, render_stories, render_story
from retold.store import Store
from retold.text.stamps import sortable
from retold.trace import align
from retold.types import Article, Ledger
from retold.web import serve as serve_app
from retold.web import while_unchanged

STDOUT = Path("-")
MOST_FOUND = 500  # articles looked at for one search in the app


def stories(store: Path, *, as_json: bool) -> int:
    ledger = stored_ledger(store)
    if as_json:
        write_bytes(json_bytes(ledger_record(ledger)["stories"]), STDOUT)
    else:
        render_stories(summary_context(ledger), results_console())
    return 0


def story(asked: str, store: Path, *, as_json: bool) -> int:
    ledger = stored_ledger(store)
    found = find_story(ledger, asked)
    if as_json:
        write_bytes(ledger_json(story_ledger(ledger, found.id)), STDOUT)
    else:
        render_story(story_context(ledger, found.id), results_console())
    return 0


def compare(one: str, other: str, store: Path, *, as_json: bool) -> int:
    ledger = stored_ledger(store)
    earlier, later = in_order(ledger, find_article(ledger, one), find_article(ledger, other))
    if earlier.id == later.id:
        raise UsageError(f"{one} and {other} are one and the same article. Give two: retold compare A B")
    if as_json:
        both = {earlier.id, later.id}
        record = ledger_record(ledger)
        shown = {
            "passages": [p for p in record["passages"] if {p["earlier"], p["later"]} == both],
            "derivations": [d for d in record["derivations"] if {d["article"], d["from"]} == both],
            "changes": [c for c in record["changes"] if {c["earlier"], c["later"]} == both],
        }
        write_bytes(json_bytes(shown), STDOUT)
    else:
        known = any((p.earlier, p.later) == (earlier.id, later.id) for p in ledger.passages)
        shared = None if known else align(earlier.text, later.text)
        render_comparison(comparison_context(ledger, earlier.id, later.id, shared), results_console())
    return 0


def in_order(ledger: Ledger, one: Article, other: Article) -> tuple[Article, Article]:
    """The earlier telling first: what one was made from, else by date, else as asked."""
    made = {(d.source, d.article) for d in ledger.derivations}
    if (other.id, one.id) in made:
        return other, one
    dated = sortable(one.published), sortable(other.published)
    if (one.id, other.id) in made or not all(dated):
        return one, other
    return (one, other) if dated[0] <= dated[1] else (other, one)


def report(asked: str, output: Path, store: Path) -> int:
    ledger = stored_ledger(store)
    found = find_story(ledger, asked)
    write_bytes(render_report(story_context(ledger, found.id)).encode(), output)
    if output != STDOUT:
        errors_console().print(f"wrote {escape(str(output))}", soft_wrap=True)
    return 0


def serve(store: Path, host: str, port: int) -> int:
    """The app reads the ledger again when it was written to, so it shows what a run beside it adds."""
    ledger = while_unchanged(store, lambda: stored_ledger(store))
    ledger()
    said = f"http://{host}:{port}/ shows {escape(str(store))}; Ctrl-C ends it."
    serve_app(ledger, host, port, lambda: errors_console().print(said, soft_wrap=True), lambda asked: holding(store, asked))
    return 0


def holding(store: Path, asked: str) -> list[str]:
    """The articles that hold all the words, by the store's full text; opened anew, as the app asks from several threads."""
    with Store(store, must_exist=True) as opened:
        return opened.search(asked, MOST_FOUND)
