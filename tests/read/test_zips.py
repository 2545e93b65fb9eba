"""Zip files of pages: read like a folder, within bounds, and nothing inside leads anywhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.read.kinds import binary_reason
from retold.read.paths import Source
from retold.read.settings import Settings
from retold.read.sources import read_source
from retold.types import Page

PAGE = "<!doctype html><html><body><p>The ferry left the quay at six.</p></body></html>"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def found(tmp_path: Path, content: bytes, settings: Settings | None = None) -> list[tuple[str, str]]:
    file = tmp_path / "pages.zip"
    file.write_bytes(content)
    items = read_source(Source("pages.zip", file, named=True), {}, settings or Settings())
    return [(i.path, str(i.content_type)) if isinstance(i, Page) else (i.page, i.reason) for i in items]


def test_pages_inside_are_read_in_the_order_of_their_names_and_what_is_none_is_passed_over(tmp_path: Path) -> None:
    content = zipped(
        {
            "b.html": PAGE,
            "a/1.txt": "The ferry left.",
            "a/pic.png": b"\x89PNG",
            "__MACOSX/b.html": PAGE,
            ".hidden.html": PAGE,
            "no-suffix": PAGE,
        }
    )
    assert found(tmp_path, content) == [
        ("pages.zip#a/1.txt", "text/plain"),
        ("pages.zip#b.html", "text/html"),
        ("pages.zip#no-suffix", "text/html"),
    ]


def test_names_that_would_lead_out_of_a_folder_are_only_names(tmp_path: Path) -> None:
    assert found(tmp_path, zipped({"/etc/page.html": PAGE})) == [("pages.zip#/etc/page.html", "text/html")]


def test_bombs_empty_files_and_collections_are_dropped_with_a_reason(tmp_path: Path) -> None:
    content = zipped(
        {"bomb.html": b"<html>" + b"x" * 5_000_000, "empty.html": "", "inner.zip": zipped({"a.html": PAGE}), "good.html": PAGE}
    )
    assert found(tmp_path, content, Settings(page_bytes=1_000_000)) == [
        ("pages.zip#bomb.html", "is larger than 1 MB, the bound for one page"),
        ("pages.zip#empty.html", "the file is empty"),
        ("pages.zip#good.html", "text/html"),
        ("pages.zip#inner.zip", "is a collection inside a zip; unpack it and give it by itself"),
    ]


def test_a_zip_without_pages_or_with_too_many_files_says_so(tmp_path: Path) -> None:
    assert found(tmp_path, zipped({"pic.png": b"\x89PNG"})) == [("pages.zip", "holds no pages of HTML or text")]
    assert found(tmp_path, zipped({"a.html": PAGE, "b.html": PAGE}), Settings(zipped_files=1))[0][1].startswith("holds more than 1 files")
    assert found(tmp_path, b"PK\x03\x04 nonsense")[0][1].startswith("the compressed data is damaged or cut off")


@given(place=st.integers(0, 400), removed=st.integers(0, 60), damage=st.binary(max_size=8))
def test_a_zip_damaged_anywhere_gives_pages_or_reasons(
    tmp_path_factory: pytest.TempPathFactory, place: int, removed: int, damage: bytes
) -> None:
    whole = zipped({"a.html": PAGE, "b.html": PAGE})
    items = found(tmp_path_factory.mktemp("zip"), whole[:place] + damage + whole[place + removed :])
    assert all(said for _, said in items)


def test_the_older_format_of_archives_is_dropped_with_what_to_do() -> None:
    assert "warcio recompress" in str(binary_reason(b"filedesc://crawl.arc 0.0.0.0 20240311 text/plain 76\n1 0 Archive\n"))
