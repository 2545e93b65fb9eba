"""retold export: the ledger for other programs."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console
from retold.commands.finding import stored_ledger
from retold.show.export import export as write_export


def export(kind: str, output: Path, store: Path) -> int:
    write_export(stored_ledger(store), kind, output)
    errors_console().print(f"wrote {escape(str(output))}", soft_wrap=True)
    return 0
