"""retold export: the ledger for other programs."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, write_bytes
from retold.commands.finding import stored_ledger
from retold.errors import UsageError
from retold.show.export import TABLES, export_bytes
from retold.show.export import export as write_export


def export(kind: str, output: Path, store: Path) -> int:
    """Write the ledger as `kind` to a file, a folder of tables, or, for "-", to standard output."""
    ledger = stored_ledger(store)
    if str(output) == "-":
        if kind in TABLES:
            raise UsageError(f"{kind} is several tables: give a folder, or a file that ends in .zip, with -o")
        write_bytes(export_bytes(ledger, kind), output)
        return 0
    write_export(ledger, kind, output)
    tables = " as a folder of tables" if output.is_dir() else ""
    errors_console().print(f"wrote {escape(str(output))}{tables}", soft_wrap=True)
    return 0
