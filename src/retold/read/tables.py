"""Collections kept as rows: JSON Lines, JSON, CSV and Parquet, one row at a time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from retold.errors import PageError
from retold.read.files import in_words
from retold.read.jsons import elements
from retold.read.paths import Source
from retold.read.records import Columns, columns, columns_of_object, page_from_row
from retold.read.settings import Settings
from retold.text.charset import MIXED, decode
from retold.types import Dropped, Page

Read = Iterator[Page | Dropped]

_PARQUET_ROWS = 64  # rows decoded at once: some MB of articles


def read_jsonl(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """One object a line; a broken or overlong line is dropped by its number and the rest is read."""
    for number, line in _lines(stream, settings.line_bytes):
        position = f"{source.name}#{number}"
        if line is None:
            yield Dropped(position, f"line is longer than {in_words(settings.line_bytes)}")
        elif line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            yield _page_from_line(line, source, mapping, number)


def _page_from_line(line: bytes, source: Source, mapping: Mapping[str, str], number: int) -> Page | Dropped:
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        return Dropped(f"{source.name}#{number}", f"line is not valid JSON: {_short(error)}")
    if not isinstance(value, dict):
        return Dropped(f"{source.name}#{number}", "line is JSON but not an object with columns")
    return page_from_row(value, columns_of_object(value, mapping), source.name, str(number))


def _short(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:120]


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines by number from 1; None for one over the bound, which is passed over without holding it."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield number, None


def read_json(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """One object, a list of them, or an answer of a service that wraps the list; inside a folder, objects without text are passed over."""
    for number, value in enumerate(elements(stream, source.name, settings.line_bytes), start=1):
        if isinstance(value, Dropped):
            yield value
        elif isinstance(value, dict):
            page = page_from_row(value, columns_of_object(value, mapping), source.name, str(number))
            if source.named or isinstance(page, Page):
                yield page
        elif source.named:
            yield Dropped(f"{source.name}#{number}", "is JSON but not an object with columns")


def read_csv(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """Rows under a header; the separator is the one that the header uses most. A row over the bound is dropped and the rest is read."""
    head = stream.read(settings.head_bytes)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=_encoding(head), errors=MIXED, newline="")
    rows = csv.reader(_bounded_lines(text, settings.line_bytes), delimiter=_delimiter(head))
    header = next(rows, None) or []
    found = _table_columns(header, mapping)
    for number, row in _numbered(rows, settings.line_bytes):
        if isinstance(row, str):
            yield Dropped(f"{source.name}#{number}", f"row cannot be read: {row}")
        elif any(cell.strip() for cell in row):
            yield page_from_row(dict(zip(header, row, strict=False)), found, source.name, str(number))
    text.detach()


def _numbered(rows: Iterator[list[str]], longest: int) -> Iterator[tuple[int, list[str] | str]]:
    """Rows by number from 1, a broken one as the words of its error. The csv module's bound is the process's: it is put back after each."""
    number = 0
    while True:
        number += 1
        usual = csv.field_size_limit(longest)
        try:
            row: list[str] | str = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            row = str(error)
        finally:
            csv.field_size_limit(usual)
        yield number, row


def _bounded_lines(text: io.TextIOWrapper, most: int) -> Iterator[str]:
    while line := text.readline(most):
        yield line.replace("\x00", "")


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig"


def _delimiter(head: bytes) -> str:
    first = decode(head).partition("\n")[0]
    return max(",;\t|", key=first.count)


def _table_columns(names: Iterable[str], mapping: Mapping[str, str]) -> Columns:
    """The columns of a table whose rows are all alike. Raises PageError where there is none of text, once for the whole table."""
    present = list(names)
    found = columns(present, mapping)
    if missing := sorted(column for column in mapping.values() if column not in present):
        raise PageError(f"the table has no column {', '.join(missing)}; it has: {', '.join(present[:30])}")
    if not {"text", "html"} & set(found.by_field):
        raise PageError(f"the table has no column of text; it has: {', '.join(present[:30])}. Name it with --map text=COLUMN")
    return found


def read_parquet(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """Rows of the columns that are needed. Raises PageError where pyarrow, an extra, is missing or the file is damaged."""
    del settings
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise PageError("reading Parquet needs pyarrow: pip install 'retold[parquet]'") from error
    try:
        table = ParquetFile(stream)
        found = _table_columns(table.schema_arrow.names, mapping)
        wanted = sorted(set(found.by_field.values()))
        number = 0
        for batch in table.iter_batches(batch_size=_PARQUET_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield page_from_row(row, found, source.name, str(number))
    except (ArrowException, OSError, ValueError) as error:
        raise PageError(f"the Parquet file is damaged: {str(error)[:160]}") from error
