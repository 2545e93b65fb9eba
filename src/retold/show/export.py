"""The ledger in the forms that other tools read, written to one file or, for tables, to a folder or a zip file of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, get_args

from retold.errors import RunError, UsageError
from retold.show.contract import json_bytes, ledger_json
from retold.show.export_graphs import gexf_bytes, graphml_bytes
from retold.show.export_provenance import prov_record, schema_record
from retold.show.export_tables import csv_files, parquet_files, zip_bytes
from retold.types import Ledger

ExportKind = Literal["json", "csv", "parquet", "graphml", "gexf", "prov", "schema"]
KINDS: tuple[ExportKind, ...] = get_args(ExportKind)

ONE_FILE: Mapping[str, Callable[[Ledger], bytes]] = {
    "json": ledger_json,
    "graphml": graphml_bytes,
    "gexf": gexf_bytes,
    "prov": lambda ledger: json_bytes(prov_record(ledger)),
    "schema": lambda ledger: json_bytes(schema_record(ledger)),
}
TABLES: Mapping[str, Callable[[Ledger], dict[str, bytes]]] = {"csv": csv_files, "parquet": parquet_files}


def export(ledger: Ledger, kind: str, path: str | Path) -> None:
    """Write the ledger as `kind`, one of `KINDS`. Tables go into a folder, or into a zip file where the path ends in ".zip".

    Raises:
        UsageError: there is no such kind.
        RunError: the file cannot be written, or pyarrow, which Parquet needs, is not installed.

    """
    target = Path(path)
    try:
        if kind in TABLES and target.suffix.lower() != ".zip":
            target.mkdir(parents=True, exist_ok=True)
            for name, content in TABLES[kind](ledger).items():
                (target / name).write_bytes(content)
        else:
            target.write_bytes(export_bytes(ledger, kind))
    except OSError as error:
        raise RunError(f"cannot write {target}: {error.strerror or error}. Choose another place with -o.") from error


def export_bytes(ledger: Ledger, kind: str) -> bytes:
    """The ledger as `kind` in one piece; tables as a zip file.

    Raises:
        UsageError: there is no such kind.
        RunError: pyarrow, which Parquet needs, is not installed.

    """
    if kind in TABLES:
        return zip_bytes(TABLES[kind](ledger))
    if kind not in ONE_FILE:
        raise UsageError(f"no export of the kind {kind!r}; there are {', '.join(KINDS)}")
    return ONE_FILE[kind](ledger)
