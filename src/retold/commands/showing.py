"""retold stories, story, compare and report: what the ledger holds, to look at."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, results_console, write_bytes
from retold.commands.finding import find_article, find_story, stored_ledger
from retold.show.comparison import comparison_context
from retold.show.contract import json_bytes, ledger_json, ledger_record
from retold.show.report import render_report
from retold.show.story import story_context
from retold.show.summary import summary_context
from retold.show.terminal import render_comparison, render_stories, render_story
from retold.types import Ledger, Story
from retold.web.serve import serve as serve_app

STDOUT = Path("-")


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
        write_bytes(ledger_json(only_story(ledger, found)), STDOUT)
    else:
        render_story(story_context(ledger, found.id), results_console())
    return 0


def compare(one: str, other: str, store: Path, *, as_json: bool) -> int:
    ledger = stored_ledger(store)
    pair = (find_article(ledger, one), find_article(ledger, other))
    earlier, later = sorted(pair, key=lambda a: (a.published is None, a.published or "", a is not pair[0]))
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
        render_comparison(comparison_context(ledger, earlier.id, later.id), results_console())
    return 0


def report(asked: str, output: Path, store: Path) -> int:
    ledger = stored_ledger(store)
    found = find_story(ledger, asked)
    write_bytes(render_report(story_context(ledger, found.id)).encode(), output)
    if output != STDOUT:
        errors_console().print(f"wrote {escape(str(output))}", soft_wrap=True)
    return 0


def serve(store: Path, host: str, port: int) -> int:
    """The app reads the ledger afresh for each page, so it shows what a run beside it adds."""
    stored_ledger(store)
    errors_console().print(f"http://{host}:{port}/ shows {escape(str(store))}; Ctrl-C ends it.", soft_wrap=True)
    serve_app(lambda: stored_ledger(store), host, port)
    return 0


def only_story(ledger: Ledger, story: Story) -> Ledger:
    """The part of the ledger that is about one story."""
    members = set(story.articles)
    derivations = tuple(d for d in ledger.derivations if d.article in members)
    statements = tuple(s for s in ledger.statements if s.article in members)
    claims = tuple(c for c in ledger.claims if c.story == story.id)
    referred = {d.source for d in derivations} | {s.origin for s in statements} | {o for c in claims for o in c.origins}
    return Ledger(
        articles=tuple(a for a in ledger.articles if a.id in members),
        stories=(story,),
        origins=tuple(o for o in ledger.origins if o.id in referred or members & set(o.articles)),
        passages=tuple(p for p in ledger.passages if p.later in members and p.earlier in members),
        derivations=derivations,
        statements=statements,
        claims=claims,
        changes=tuple(c for c in ledger.changes if c.later in members),
    )
