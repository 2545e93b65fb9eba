"""The ledger as tables, one for each noun: CSV for spreadsheets, Parquet for data frames."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from retold.errors import RunError
from retold.show.contract import Record, ledger_record
from retold.types import Ledger

TABLES = ("articles", "dropped", "stories", "origins", "passages", "derivations", "statements", "claims", "changes")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_files(ledger: Ledger) -> dict[str, bytes]:
    """A CSV file for each noun; lists and spans are written as JSON within their cell."""
    record = ledger_record(ledger)
    return {f"{table}.csv": _csv(record[table]) for table in TABLES if record[table]}


def parquet_files(ledger: Ledger) -> dict[str, bytes]:
    """A Parquet file for each noun, with lists as lists.

    Raises:
        RunError: pyarrow is not installed.

    """
    try:
        arrow = import_module("pyarrow")
        parquet = import_module("pyarrow.parquet")
    except ImportError as error:
        raise RunError("Parquet needs pyarrow: pip install pyarrow, or export as csv.") from error
    record = ledger_record(ledger)
    files = {}
    for table in TABLES:
        if record[table]:
            sink = io.BytesIO()
            parquet.write_table(arrow.Table.from_pylist([_clean(row) for row in record[table]]), sink)
            files[f"{table}.parquet"] = sink.getvalue()
    return files


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """The files in one zip, the same bytes each time: entries carry no date of their own."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return sink.getvalue()


def _csv(rows: Sequence[Record]) -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\n")
    columns = list(rows[0])
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    # The mark at the start tells spreadsheets that the file is UTF-8.
    return b"\xef\xbb\xbf" + sink.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A spreadsheet would run a page's title as a formula.
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _clean(value: Any) -> Any:
    """The same value with halves of surrogate pairs, which UTF-8 cannot hold, as question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    return value
