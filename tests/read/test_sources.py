"""Files, folders and globs, with everything that lies beside pages."""

from __future__ import annotations

import gzip
import io
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from local_sites import Write
from local_sites import given_write as given_write  # noqa: PLC0414 - a fixture

from retold.errors import PageError, UsageError
from retold.read import Settings, read
from retold.read.files import page_from_stream
from retold.read.kinds import Kind, kind_by_content
from retold.read.mhtml import read_mhtml
from retold.read.paths import Source
from retold.types import Dropped, Page

PAGE = "<!doctype html><html><head><title>Ferry sinks</title></head><body><p>A ferry sank off Orsk on Monday.</p></body></html>"
TEXT = "Ferry sinks\n\nA ferry sank off Orsk on Monday."


def names(*paths: str) -> list[str]:
    return [item.path if isinstance(item, Page) else f"dropped {item.page}: {item.reason}" for item in read(paths)]


def only(path: str, settings: Settings | None = None) -> Page | Dropped:
    (item,) = read([path], settings=settings)
    return item


def reason(path: str, settings: Settings | None = None) -> str:
    item = only(path, settings)
    assert isinstance(item, Dropped), item
    assert item.page == path
    return item.reason


def test_a_page_keeps_the_path_that_was_given_and_its_bytes(write: Write) -> None:
    write("pages/01.html", PAGE)
    assert only("pages/01.html") == Page("pages/01.html", PAGE.encode(), content_type="text/html")
    assert only("./pages/01.html") == Page("./pages/01.html", PAGE.encode(), content_type="text/html")


def test_a_folder_is_walked_in_order_and_what_is_no_page_is_passed_over(write: Write) -> None:
    for name in ("b.html", "a/2.txt", "a/1.html", "c/deep/er/x.htm", "no-suffix"):
        write(f"pages/{name}", PAGE)
    write("pages/data.sql", "INSERT INTO x VALUES (1);")
    for beside in (".hidden.html", ".git/x.html", "truth.json", "style.css", "photo.jpg", "README.md", "sitemap.xml", "notes.pdf"):
        write(f"pages/{beside}", "{}" if beside.endswith("json") else "<?xml version='1.0'?><urlset/>")
    assert names("pages") == ["pages/a/1.html", "pages/a/2.txt", "pages/b.html", "pages/c/deep/er/x.htm", "pages/no-suffix"]


def test_the_parts_of_a_page_that_a_browser_saved_are_no_pages(write: Write) -> None:
    for name in ("ferry.html", "ferry_files/advert.html", "Fähre.htm", "Fähre-Dateien/x.html", "other_files/story.html"):
        write(f"x/{name}", PAGE)
    assert names("x") == ["x/Fähre.htm", "x/ferry.html", "x/other_files/story.html"]


def test_a_name_in_another_charset_is_shown_as_it_can_be(write: Write, tmp_path: Path) -> None:
    write("x/1.html", PAGE)
    try:
        (tmp_path / "x" / "1.html").rename(tmp_path / "x" / os.fsdecode(b"caf\xe9.html"))
    except OSError:
        pytest.skip("this file system takes names of UTF-8 alone")
    assert names("x") == ["x/caf\ufffd.html"]
    assert names(os.fsdecode(b"x/caf\xe9.html")) == ["x/caf\ufffd.html"]


def test_a_mirrored_site(write: Write) -> None:
    for name in ("robots.txt", "ads.txt", "news/notice.html", "news/ferry", "index.html?p=2", "LICENSE"):
        write(f"x/{name}", PAGE if name != "robots.txt" else "User-agent: *")
    assert names("x") == ["x/index.html?p=2", "x/news/ferry", "x/news/notice.html"]


def test_a_page_of_a_hundred_megabytes(write: Write, tmp_path: Path) -> None:
    with (tmp_path / write("large.html", PAGE)).open("r+b") as file:
        file.truncate(100_000_000)
    assert reason("large.html") == "is larger than 20 MB, the bound for one page"


def test_what_is_named_itself_is_always_accounted_for(write: Write) -> None:
    write("truth.json", '{"kind": "fiction"}')
    write("photo.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 50)
    write("README.md", TEXT)
    assert names("truth.json", "photo.jpg", "README.md") == [
        "dropped truth.json#1: record has no column of text; it has: kind. Name it with --map text=COLUMN",
        "dropped photo.jpg: the file is a picture (JPEG), not a page of HTML or text",
        "README.md",
    ]


def test_globs_and_repeated_paths(write: Write) -> None:
    for name in ("x/1.html", "x/2.html", "x/y/3.html", "x/4.css"):
        write(name, PAGE)
    assert names("x/*.html") == ["x/1.html", "x/2.html"]
    assert names("x/**/*.html") == ["x/1.html", "x/2.html", "x/y/3.html"]
    assert names("x/1.html", "x/1.html") == ["x/1.html"]
    assert names("x/*") == ["x/1.html", "x/2.html", "x/y/3.html"]


def test_a_name_with_brackets_is_a_name_before_it_is_a_pattern(write: Write) -> None:
    write("page[1].html", PAGE)
    assert names("page[1].html") == ["page[1].html"]


def test_missing_paths_are_listed_before_anything_is_read(write: Write) -> None:
    write("01.html", PAGE)
    with pytest.raises(UsageError, match=r"No such file or folder: nowhere.html, \*.txt\."):
        read(["01.html", "nowhere.html", "*.txt"])


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("page.html", PAGE, "text/html"),
        ("page.html", "only words, no tag", "text/plain"),
        ("page.html", "<p>A fragment", "text/html"),
        ("page.txt", TEXT, "text/plain"),
        ("page.txt", "If a<b and <p> are in it, it is text", "text/plain"),
        ("page.txt", PAGE, "text/html"),
        ("page.php", PAGE, "text/html"),
        ("page", PAGE, "text/html"),
        ("page", "<!-- saved --><?xml version='1.0'?>\n<html><p>x", "text/html"),
        ("page.html", PAGE.encode("utf-16"), "text/html"),
        ("page.txt", TEXT.encode("utf-16-le"), "text/plain"),
        ("page.html", PAGE.replace(" ", "\x00 "), "text/html"),
        ("page.txt", "Mostly text\x00 with a stray NUL " * 9, "text/plain"),
        ("page.html.gz", gzip.compress(PAGE.encode()), "text/html"),
    ],
)
def test_html_and_text_are_told_apart_by_name_and_by_content(write: Write, name: str, content: str | bytes, content_type: str) -> None:
    page = only(write(name, content))
    assert isinstance(page, Page), page
    assert page.content_type == content_type


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.html", "", "the file is empty"),
        ("blank.txt", " \n\t\n", "the file is empty"),
        ("mark.txt", b"\xef\xbb\xbf", "the file is empty"),
        ("report.html", b"%PDF-1.7 ...", "the file is a PDF file, not a page of HTML or text"),
        ("report.txt", bytes(range(256)) * 10, "the file is binary, not a page of HTML or text"),
        ("cut.html.gz", gzip.compress(PAGE.encode() * 100)[:-40], "the compressed data is damaged or cut off: "),
        ("bad.html.gz", b"\x1f\x8bnonsense", "the file cannot be read: "),
    ],
)
def test_a_file_that_is_no_page_is_dropped_with_a_reason(write: Write, name: str, content: str | bytes, expected: str) -> None:
    assert reason(write(name, content)).startswith(expected)


def test_a_file_over_the_bound_is_dropped_packed_or_not(write: Write) -> None:
    small = Settings(page_bytes=1000)
    assert reason(write("large.html", "x" * 1001), small) == "is larger than 1 kB, the bound for one page"
    assert reason(write("bomb.html.gz", gzip.compress(b"x" * 10_000_000)), small) == "is larger than 1 kB, the bound for one page"
    assert Settings().page_bytes < 50_000_000


def test_a_file_without_permission_is_dropped(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("locked.html", PAGE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reason("locked.html") == "the file cannot be read: Permission denied"


def test_what_is_no_regular_file_is_dropped_when_named_and_passed_over_in_a_folder(write: Write, tmp_path: Path) -> None:
    write("x/1.html", PAGE)
    os.mkfifo(tmp_path / "x" / "pipe.html")
    assert reason("x/pipe.html") == "is not a regular file"
    assert names("x") == ["x/1.html"]


def test_links_to_folders_are_not_followed_inside_a_folder(write: Write, tmp_path: Path) -> None:
    write("x/1.html", PAGE)
    (tmp_path / "x" / "loop").symlink_to(tmp_path / "x")
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    assert names("x") == ["x/1.html"]
    assert reason("gone.html") == "the file cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("note", "url", "fetched"),
    [
        ("<!-- saved from url=(0031)https://courier.example/ferry/1 -->", "https://courier.example/ferry/1", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://courier.example/a?b=1 \n saved date: Tue Mar 12 2024 09:30:00 GMT+0100 (CET)\n-->",
            "https://courier.example/a?b=1",
            "2024-03-12T09:30:00+01:00",
        ),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
    ],
)
def test_the_address_that_a_browser_noted_is_kept(write: Write, note: str, url: str | None, fetched: str | None) -> None:
    page = only(write("saved.html", PAGE.replace("<html>", f"<html>{note}")))
    assert isinstance(page, Page)
    assert (page.url, page.fetched) == (url, fetched)


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/ferry
Subject: Ferry
Date: Mon, 11 Mar 2024 09:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://courier.example/ferry

<html><body><p>A f=C3=A4hre=
 sank.</p></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""


def test_a_page_saved_with_its_pictures_in_one_file(write: Write) -> None:
    page = only(write("saved.mhtml", MHTML))
    assert page == Page(
        "saved.mhtml",
        "<html><body><p>A fähre sank.</p></body></html>".encode(),
        url="https://courier.example/ferry",
        fetched="2024-03-11T09:30:00+01:00",
        content_type="text/html; charset=utf-8",
    )
    assert reason(write("none.mhtml", MHTML.replace("text/html", "text/css"))) == "the saved file holds no page of HTML"


@given(st.integers(0, len(MHTML)), st.integers(0, 60), st.text(max_size=10))
def test_a_saved_file_damaged_anywhere_gives_a_page_or_a_reason(at: int, removed: int, damage: str) -> None:
    content = (MHTML[:at] + damage + MHTML[at + removed :]).encode()
    with suppress(PageError):
        assert all(isinstance(page, Page) for page in read_mhtml(io.BytesIO(content), Source("x", Path("x"), named=True), {}, Settings()))


@given(st.binary(max_size=200))
def test_any_bytes_as_a_file_give_a_page_or_a_reason(content: bytes) -> None:
    kinds: tuple[Kind, ...] = ("html", "text", "unknown")
    for kind in kinds:
        with suppress(PageError):
            assert page_from_stream(io.BytesIO(content), "x", kind, Settings()).content == content
    assert kind_by_content(content) in {"warc", "parquet", "html", "xml", "binary", "text"}
