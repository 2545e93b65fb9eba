"""retold merge, split, move, undo and decisions: people overrule the grouping, and what they decided stays."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, progress, results_console, write_bytes
from retold.commands.finding import find_article, find_story, only
from retold.engine import LocalEngine, update
from retold.errors import UsageError
from retold.group.decisions import standing
from retold.show.contract import json_bytes
from retold.show.summary import summary_context
from retold.show.terminal import render_stories
from retold.store import Store
from retold.types import Decision, DecisionKind, Ledger

STDOUT = Path("-")
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

    def chosen(ledger: Ledger) -> list[str]:
        found = {story.id: story for story in (find_story(ledger, asked) for asked in stories)}
        if len(found) < 2:
            raise UsageError(f"{' and '.join(stories)} are one story already: nothing to do")
        return [story.articles[0] for story in found.values()]

    return decide("merge", store, by, chosen)


def split(articles: Sequence[str], store: Path, by: By) -> int:
    """Let the articles leave their story for one of their own."""
    if not articles:
        raise UsageError("which articles leave? Give their ids or paths: retold split ARTICLE...")

    def chosen(ledger: Ledger) -> list[str]:
        leaving = list(dict.fromkeys(find_article(ledger, asked).id for asked in articles))
        if any(set(leaving) == set(story.articles) for story in ledger.stories):
            raise UsageError(f"{', '.join(articles)}: they are a story of their own already: nothing to do")
        return leaving

    return decide("split", store, by, chosen)


def move(article: str, story: str, store: Path, by: By) -> int:
    """Put the article into that story."""

    def chosen(ledger: Ledger) -> list[str]:
        moved, home = find_article(ledger, article), find_story(ledger, story)
        if moved.id in home.articles:
            raise UsageError(f"{article} is in the story {home.id} already: nothing to do")
        return [moved.id, home.articles[0]]

    return decide("move", store, by, chosen)


def decide(kind: DecisionKind, store: Path, by: By, articles: Articles) -> int:
    """Keep the decision and work the stories out again."""
    with Store(store, must_exist=True) as opened:
        ledger = opened.ledger()
        decision = Decision(kind, tuple(articles(ledger)), by.who or getpass.getuser(), now(), by.why)
        opened.decide(decision)
        return apply(opened, ledger, decision)


def undo(asked: str, store: Path, by: By) -> int:
    """Take a decision back."""
    with Store(store, must_exist=True) as opened:
        standing_ids = [d.id for d in standing(opened.decisions()) if d.id.startswith(asked)]
        undone = only(standing_ids, asked, "standing decision", "List them with: retold decisions")
        ledger = opened.ledger()
        decision = Decision("undo", (), by.who or getpass.getuser(), now(), by.why, undone)
        opened.decide(decision)
        return apply(opened, ledger, decision)


def apply(store: Store, before: Ledger, decision: Decision) -> int:
    """Work the stories out again, and show those that are not what they were."""
    with LocalEngine(1) as engine, progress() as report:
        updated = update(store, (), engine, "all", report)
    were = {(story.id, story.articles) for story in before.stories}
    changed = tuple(story for story in updated.ledger.stories if (story.id, story.articles) not in were)
    if changed:
        render_stories(summary_context(replace(updated.ledger, stories=changed)), results_console())
    else:
        errors_console().print("no story is other than it was", soft_wrap=True)
    errors_console().print(f"kept as {decision.id}; `retold undo {decision.id}` takes it back", soft_wrap=True)
    return 1 if updated.failures else 0


def decisions(store: Path, *, as_json: bool = False) -> int:
    """List what was decided, oldest first, and what no longer holds."""
    with Store(store, must_exist=True) as opened:
        made, ledger = opened.decisions(), opened.ledger()
    holding = {d.id for d in standing(made)}
    if as_json:
        write_bytes(json_bytes([{"id": d.id, **asdict(d), "holds": d.id in holding} for d in made]), STDOUT)
        return 0
    console = results_console()
    if not made:
        console.print("Nobody has decided anything yet.")
    for d in made:
        state = "" if d.id in holding or d.kind == "undo" else " (undone)"
        why = f": {d.why}" if d.why else ""
        console.print(
            f"[bold]{d.id}[/bold] {d.when[:16].replace('T', ' ')} {escape(d.who)}: {d.kind} {escape(d.undoes or '')}{escape(why)}{state}",
            soft_wrap=True,
        )
        for article in d.articles:
            console.print(f"    {escape(told(ledger, article))}", soft_wrap=True)
    return 0


def told(ledger: Ledger, article_id: str) -> str:
    """An article as people know it: its title and its page."""
    article = next((a for a in ledger.articles if a.id == article_id), None)
    return f"{article.title or 'untitled'} ({article.page}) {article_id}" if article else f"{article_id}, which is no longer in this ledger"


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
