"""retold statements, speakers and why: single questions to a page or to the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.markup import escape

from retold.attribute import resolve
from retold.attribute import statements as statements_of
from retold.attribute.learned import load
from retold.clean import clean
from retold.commands.consoles import errors_console, results_console, write_bytes
from retold.commands.finding import stored_ledger
from retold.errors import RunError, UsageError
from retold.read import read
from retold.show.contract import json_bytes, statement_record
from retold.show.phrases import count
from retold.types import Article, Dropped, Ledger, Page, Statement

STDOUT = Path("-")


def statements(file: str, model: Path | None, *, as_json: bool) -> int:
    """The statements of every page in `file`, in the order of their texts."""
    taught = load_model(model) if model else None
    pages = [(page, page if isinstance(page, Dropped) else clean(page)) for page in read([file])]
    found = {cleaned: resolve([cleaned], statements_of(cleaned, taught)) for _, cleaned in pages if isinstance(cleaned, Article)}
    for page, cleaned in pages:
        if isinstance(cleaned, Dropped):
            errors_console().print(f"left out {escape(page.path if isinstance(page, Page) else page.page)}: {escape(cleaned.reason)}")
    if not found:
        raise RunError(f"{file}: no article to find statements in")
    if as_json:
        write_bytes(json_bytes([statement_record(s) for of_article in found.values() for s in of_article]), STDOUT)
        return 0
    for article, of_article in found.items():
        print_statements(article, of_article, headed=len(found) > 1)
    return 0


def print_statements(article: Article, found: Sequence[Statement], *, headed: bool) -> None:
    console = results_console()
    if headed:
        console.print(f"\n[bold underline]{escape(article.title or article.page)}[/bold underline] [dim]{escape(article.page)}[/dim]")
    if not found:
        console.print("Nobody is quoted here." if article.language in {None, "en"} else "Only English is understood so far.")
    for statement in found:
        console.print(statement_lines(article, statement), soft_wrap=not console.is_terminal)


def load_model(path: Path) -> Any:
    try:
        return load(path)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} is no model. Make one with: retold train statements DATA -o {path}") from error


def statement_lines(article: Article, statement: Statement) -> str:
    """Who, to whom, by which word and how surely; below it what."""
    words = " … ".join(" ".join(article.text[start:end].split()) for start, end in statement.content)
    who = statement.speaker or "somebody"
    told = f" (to {statement.via})" if statement.via else ""
    cue = " ".join(" ".join(article.text[start:end].split()) for start, end in statement.cue)
    notes = [cue, statement.stance if statement.stance != "assert" else "", "hedged" if statement.hedged else "", statement.said_on or ""]
    return f"[bold]{escape(who)}[/bold]{escape(told)} [dim]{escape(', '.join(filter(None, notes)))}[/dim]\n    {escape(words)}"


def speakers(store: Path, limit: int = 0, *, as_json: bool) -> int:
    """Who is quoted, how often, by which outlets: the most quoted first."""
    ledger = stored_ledger(store)
    rows = speaker_rows(ledger)
    shown = rows[:limit] if limit > 0 else rows
    if as_json:
        write_bytes(json_bytes([asdict(row) for row in rows]), STDOUT)
        return 0
    console = results_console()
    for row in shown:
        outlets = ", ".join(f"{name} {number}" if number > 1 else name for name, number in row.outlets.items())
        console.print(f"{row.statements:>4}  [bold]{escape(row.speaker)}[/bold]  [dim]{escape(outlets)}[/dim]", soft_wrap=True)
    if len(rows) > len(shown):
        errors_console().print(f"and {count(len(rows) - len(shown), 'more speaker')}: retold speakers --limit 0", soft_wrap=True)
    return 0


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Someone who is quoted: in how many statements, and in how many of each outlet."""

    speaker: str
    kind: str
    statements: int
    outlets: dict[str, int]


def speaker_rows(ledger: Ledger) -> list[SpeakerRow]:
    outlet = {article.id: article.outlet or article.page for article in ledger.articles}
    by_speaker: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, str] = {}
    for statement in ledger.statements:
        if statement.speaker:
            by_speaker[statement.speaker][outlet[statement.article]] += 1
            kinds.setdefault(statement.speaker, statement.source_kind)
    rows = sorted(by_speaker.items(), key=lambda item: (-item[1].total(), item[0]))
    return [
        SpeakerRow(name, kinds[name], counts.total(), dict(sorted(counts.items(), key=lambda c: (-c[1], c[0])))) for name, counts in rows
    ]
