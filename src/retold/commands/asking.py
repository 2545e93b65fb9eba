"""retold statements, speakers and why: single questions to a page or to the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.markup import escape

from retold.attribute import resolve
from retold.attribute import statements as statements_of
from retold.attribute.learned import load
from retold.clean import clean
from retold.commands.consoles import results_console, write_bytes
from retold.commands.finding import stored_ledger
from retold.errors import RunError, UsageError
from retold.read import read
from retold.show.contract import json_bytes, statement_record
from retold.types import Article, Dropped, Ledger, Statement

STDOUT = Path("-")


def statements(file: str, model: Path | None, *, as_json: bool) -> int:
    """The statements of the page in `file`, in the order of its text."""
    page = next(read([file]), None)
    if page is None or isinstance(page, Dropped):
        raise RunError(f"{file}: {page.reason if page else 'there is no page in it'}")
    article = clean(page)
    if isinstance(article, Dropped):
        raise RunError(f"{file}: {article.reason}")
    found = resolve([article], statements_of(article, load_model(model) if model else None))
    if as_json:
        write_bytes(json_bytes([statement_record(s) for s in found]), STDOUT)
        return 0
    console = results_console()
    if not found:
        console.print("Nobody is quoted here." if article.language in {None, "en"} else "Only English is understood so far.")
    for statement in found:
        console.print(statement_lines(article, statement), soft_wrap=not console.is_terminal)
    return 0


def load_model(path: Path) -> Any:
    try:
        return load(path)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} is no model. Make one with: retold train statements DATA -o {path}") from error


def statement_lines(article: Article, statement: Statement) -> str:
    words = " … ".join(" ".join(article.text[start:end].split()) for start, end in statement.content)
    who = statement.speaker or "somebody"
    told = f" (to {statement.via})" if statement.via else ""
    notes = ", ".join(filter(None, (statement.stance if statement.stance != "assert" else "", "hedged" if statement.hedged else "")))
    return f"[bold]{escape(who)}[/bold]{escape(told)}{f' [dim]{notes}[/dim]' if notes else ''}\n    {escape(words)}"


def speakers(store: Path, *, as_json: bool) -> int:
    """Who is quoted, how often, by which outlets: the most quoted first."""
    ledger = stored_ledger(store)
    rows = speaker_rows(ledger)
    if as_json:
        write_bytes(json_bytes([asdict(row) for row in rows]), STDOUT)
        return 0
    console = results_console()
    for row in rows:
        outlets = ", ".join(f"{name} {count}" if count > 1 else name for name, count in row.outlets.items())
        console.print(f"{row.statements:>4}  [bold]{escape(row.speaker)}[/bold]  [dim]{escape(outlets)}[/dim]", soft_wrap=True)
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
