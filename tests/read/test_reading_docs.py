"""docs/reading.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from retold.read import FetchSettings
from retold.read.kinds import kind_by_name
from retold.read.records import FIELDS

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "reading.md").read_text("utf-8")


def test_every_column_is_listed() -> None:
    table = DOCS[DOCS.index("| field | columns |") :]
    listed = {
        field: tuple(re.findall(r"`([^`]+)`", columns)) for field, columns in re.findall(r"^\| (\w+) \| (`.*) \|$", table, re.MULTILINE)
    }
    assert listed == FIELDS


def test_every_suffix_that_is_listed_is_known() -> None:
    table = DOCS[: DOCS.index("## Columns")]
    suffixes = [suffix for cell in re.findall(r"^\| [^|]+ \| ([^|]+) \|", table, re.MULTILINE) for suffix in re.findall(r"\.\w+", cell)]
    assert len(suffixes) > 20
    assert not [suffix for suffix in suffixes if kind_by_name(f"x{suffix}") in {"unknown", "binary"}]


def test_the_bounds_are_those_of_the_settings() -> None:
    settings = FetchSettings()
    assert (
        f"ends after {settings.seconds:g} seconds, a page at {settings.page_bytes // 1_000_000} MB, a chain after {settings.redirects} redirects"
        in DOCS
    )
