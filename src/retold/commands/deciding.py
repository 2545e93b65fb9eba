"""retold merge, split, move, undo and decisions: people overrule the grouping, and what they decided stays."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, progress, results_console
from retold.commands.finding import find_article, find_story, only
from retold.engine import LocalEngine, update
from retold.errors import UsageError
from retold.group.decisions import standing
from retold.show.summary import summary_context
from retold.show.terminal import render_stories
from retold.store import Store
from retold.types import Decision, DecisionKind, Ledger

Articles = Callable[[Ledger], Sequence[str]]


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, and why."""

    who: str | None = None
    why: str = ""


def merge(stories: Sequence[str], store: Path, by: By) -> int:
    """Make the stories one."""
    if len(stories) < 2:
        raise UsageError("which stories are one? Give two or more: retold merge STORY STORY...")
    return decide("merge", store, by, lambda ledger: [find_story(ledger, asked).articles[0] for asked in stories])


def split(articles: Sequence[str], store: Path, by: By) -> int:
    """Let the articles leave their story for one of their own."""
    if not articles:
        raise UsageError("which articles leave? Give their ids or paths: retold split ARTICLE...")
    return decide("split", store, by, lambda ledger: [find_article(ledger, asked).id for asked in articles])


def move(article: str, story: str, store: Path, by: By) -> int:
    """Put the article into that story."""
    return decide("move", store, by, lambda ledger: [find_article(ledger, article).id, find_story(ledger, story).articles[0]])


def decide(kind: DecisionKind, store: Path, by: By, articles: Articles) -> int:
    """Keep the decision and work the stories out again."""
    with Store(store, must_exist=True) as opened:
        chosen = tuple(articles(opened.ledger()))
        decision = Decision(kind, chosen, by.who or getpass.getuser(), now(), by.why)
        opened.decide(decision)
        return apply(opened, decision.id)


def undo(asked: str, store: Path, by: By) -> int:
    """Take a decision back."""
    with Store(store, must_exist=True) as opened:
        standing_ids = [d.id for d in standing(opened.decisions()) if d.id.startswith(asked)]
        undone = only(standing_ids, asked, "standing decision", "List them with: retold decisions")
        decision = Decision("undo", (), by.who or getpass.getuser(), now(), by.why, undone)
        opened.decide(decision)
        return apply(opened, decision.id)


def apply(store: Store, decision: str) -> int:
    with LocalEngine(1) as engine, progress() as report:
        updated = update(store, (), engine, "all", report)
    render_stories(summary_context(updated.ledger), results_console())
    errors_console().print(f"kept as {decision}; `retold undo {decision}` takes it back", soft_wrap=True)
    return 1 if updated.failures else 0


def decisions(store: Path) -> int:
    """List what was decided, oldest first, and what no longer holds."""
    with Store(store, must_exist=True) as opened:
        made = opened.decisions()
    holding = {d.id for d in standing(made)}
    console = results_console()
    if not made:
        console.print("Nobody has decided anything yet.")
    for d in made:
        state = "" if d.id in holding or d.kind == "undo" else " (undone)"
        about = d.undoes or ", ".join(d.articles)
        why = f": {d.why}" if d.why else ""
        console.print(
            f"[bold]{d.id}[/bold] {d.when[:16].replace('T', ' ')} {escape(d.who)}: {d.kind} {escape(about)}{escape(why)}{state}",
            soft_wrap=True,
        )
    return 0


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
