"""WARC, WET and WACZ: whole, damaged, cut off and hostile."""

from __future__ import annotations

import gzip
import io
import tempfile
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from archives import PAGE, damaged, packed, record, wacz
from hypothesis import given
from hypothesis import strategies as st
from local_sites import Write
from local_sites import given_write as given_write  # noqa: PLC0414 - a fixture

from retold.errors import PageError
from retold.read import Settings, read
from retold.read.paths import Source
from retold.read.payloads import unpacked
from retold.read.sources import read_source
from retold.read.warc import read_archive
from retold.types import Dropped, Page


def shown(content: bytes, settings: Settings | None = None) -> list[str]:
    """The record of every page; why one was dropped."""
    found = read_archive(io.BytesIO(content), "a.warc", settings or Settings())
    return [item.path.removeprefix("a.warc#") if isinstance(item, Page) else f"{item.page}: {item.reason}" for item in found]


def only(content: bytes) -> Page:
    (item,) = read_archive(io.BytesIO(content), "a.warc", Settings())
    assert isinstance(item, Page)
    return item


def test_a_record_becomes_a_page(write: Write) -> None:
    expected = Page("x.warc.gz#r1", PAGE, "https://courier.example/r1", "2024-03-11T09:30:00Z", "text/html; charset=utf-8")
    content = record("r1", http=b"Content-Type: text/html; charset=utf-8\r\nX-Crawler-Content-Encoding: gzip")
    assert list(read([write("x.warc.gz", packed(content))])) == [expected]
    assert [item.path for item in read([write("x.warc", content)]) if isinstance(item, Page)] == ["x.warc#r1"]
    assert [item.path for item in read([write("no-suffix", content)]) if isinstance(item, Page)] == ["no-suffix#r1"]


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records), lambda *records: gzip.compress(b"".join(records))])
def test_records_packed_one_by_one_not_at_all_or_all_at_once(pack: object) -> None:
    assert callable(pack)
    assert shown(pack(record("r1"), record("r2"), record("r3"))) == ["r1", "r2", "r3"]


def test_records_that_are_no_pages_are_passed_over() -> None:
    others = [
        record("info", b"software: x", kind="warcinfo", http=None),
        record("asked", b"GET / HTTP/1.1", kind="request"),
        record("note", b"fetchTimeMs: 3", kind="metadata", http=None),
        record("again", b"", kind="revisit"),
        record("style", b"p {}", http=b"Content-Type: text/css"),
        record("picture", b"\x89PNG", http=b"Content-Type: image/png"),
        record("untyped", b"\x00\x01\x02", http=b"X-Y: z"),
        record("moved").replace(b"200 OK", b"301 OK"),
        record("robots.txt", b"User-agent: *", http=b"Content-Type: text/plain"),
    ]
    assert shown(packed(*others, record("page"), record("guessed", http=b"X-Y: z"))) == ["page", "guessed"]


def test_error_pages_empty_ones_and_binaries_are_dropped() -> None:
    records = [record("r1").replace(b"200 OK", b"404 No"), record("r2", b" \n"), record("r3", b"%PDF-1.7")]
    assert shown(packed(*records)) == [
        "a.warc#r1: the server answered 404 Not Found",
        "a.warc#r2: the record is empty",
        "a.warc#r3: the record is a PDF file, not a page of HTML or text",
    ]


def test_wet_records_are_pages_of_text() -> None:
    page = only(packed(record("r1", "Über die Fähre.".encode(), kind="conversion", http=None)))
    assert (page.content, page.content_type) == ("Über die Fähre.".encode(), "text/plain")


def test_wacz(write: Write) -> None:
    content = wacz(b=packed(record("r3")), a=packed(record("r1"), record("r2")))
    assert [item.path for item in read([write("x.wacz", content)]) if isinstance(item, Page)] == ["x.wacz#r1", "x.wacz#r2", "x.wacz#r3"]
    assert list(read([write("empty.wacz", wacz())])) == [Dropped("empty.wacz", "the WACZ holds no WARC")]
    (cut,) = read([write("cut.wacz", content[:-30])])
    assert cut == Dropped("cut.wacz", "the compressed data is damaged or cut off: File is not a zip file")


def test_the_list_of_a_wacz_says_which_pages_were_visited(write: Write) -> None:
    moved = record("r1", b"", http=b"Content-Type: text/html\r\nLocation: /r2").replace(b"200 OK", b"302 OK")
    archive = packed(
        moved,
        record("advert"),
        record("r2"),
        record("r3"),
        record("r4", kind="resource", http=None).replace(b"https://", b"urn:text:https://"),
    )

    def pages(listed: str | None) -> list[str]:
        return [item.path.partition("#")[2] for item in read([write("x.wacz", wacz(listed, a=archive))]) if isinstance(item, Page)]

    assert pages(None) == ["advert", "r2", "r3"]
    assert pages(
        '{"format": "json-pages-1.0"}\n{"url": "http://courier.example/r1#top"}\n{"url": "https://courier.example/r3/"}\n{bro'
    ) == ["r2", "r3"]
    assert pages('{"url": "https://elsewhere.example/"}') == ["advert", "r2", "r3"]


ALL = [record(f"r{number}", PAGE + b"%d" % number) for number in range(6)]
MEMBERS = [gzip.compress(one, mtime=0) for one in ALL]
STARTS = [sum(map(len, MEMBERS[:number])) for number in range(7)]


@pytest.mark.parametrize("place", [0, 3, 12, 60, 100, 150, -1, -6, -9])
def test_a_damaged_member_is_dropped_once_and_the_rest_is_read(place: int) -> None:
    content = b"".join([*MEMBERS[:2], damaged(MEMBERS[2], place), *MEMBERS[3:]])
    got = shown(content)
    assert [line for line in got if line[:2] == "r2" or ":" not in line][-3:] == ["r3", "r4", "r5"]
    assert got[:2] == ["r0", "r1"]
    assert sum("the archive is damaged at or after byte" in line for line in got) == (
        0 if got == ["r0", "r1", "r2", "r3", "r4", "r5"] else 1
    )


def test_two_damaged_members_are_two_places() -> None:
    content = b"".join([MEMBERS[0], damaged(MEMBERS[1], 60, 80), *MEMBERS[2:4], damaged(MEMBERS[4], 100), MEMBERS[5]])
    assert shown(content) == [
        "r0",
        "a.warc#0: the archive is damaged at or after byte 0: Gzip decompression error: data error",
        "r2",
        "r3",
        f"a.warc#{STARTS[3]}: the archive is damaged at or after byte {STARTS[3]}: Gzip decompression error: data error",
        "r5",
    ]


@pytest.mark.parametrize("left", [1, 5, 30, 100, 150, 200])
def test_an_archive_cut_off_in_its_last_record_says_so(left: int) -> None:
    got = shown(MEMBERS[0] + MEMBERS[1][:left])
    assert got[0] == "r0"
    assert "cut off" in got[-1]


@pytest.mark.parametrize("left", [30, 100, 200, 270, 300])
def test_an_unpacked_archive_cut_off_says_so(left: int) -> None:
    got = shown(ALL[0] + ALL[1][:left])
    assert got[0] == "r0"
    assert "cut off" in got[-1] or "damaged" in got[-1]


def test_wrong_lengths_and_rubbish_between_records() -> None:
    content = (
        ALL[0] + b"rubbish\r\n" * 20 + ALL[1] + record("long", length=900) + ALL[2] + ALL[3] + record("short", length=20) + ALL[4] + ALL[5]
    )
    got = shown(content)
    assert [name for name in got if "damaged" not in name] == ["r0", "r1", "long", "r2", "r3", "r4", "r5"]
    assert sum("damaged at or after byte" in line for line in got) == 3


def test_a_file_that_only_calls_itself_an_archive(write: Write) -> None:
    assert list(read([write("x.warc", "rubbish\n" * 20)])) == [
        Dropped("x.warc#0", "the archive is damaged at or after byte 0: Invalid WARC header")
    ]


def test_oversized_records_and_bombs_cost_neither_memory_nor_the_rest() -> None:
    settings = Settings(page_bytes=100_000)
    bomb = gzip.compress(b"<html>" + b"a" * 50_000_000)
    content = packed(
        record("large", b"a" * 60_000_000),
        record("bomb", bomb, http=b"Content-Type: text/html\r\nContent-Encoding: gzip"),
        b"WARC/1.0\r\nX: " + b"a" * 30_000_000 + b"\r\n\r\n",
        record("r1"),
    )
    tracemalloc.start()
    got = shown(content, settings)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert got[0] == "a.warc#large: is larger than 100 kB, the bound for one page"
    assert got[1] == "a.warc#bomb: unpacks to more than 100 kB, the bound for one page"
    assert "Maximum header length exceeded" in got[2]
    assert got[3] == "r1"
    assert peak < 20_000_000


def chunked(content: bytes) -> bytes:
    return b"".join(b"%x;ext=1\r\n%s\r\n" % (len(part), part) for part in (content[:10], content[10:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "transfer", "encoding"),
    [
        (PAGE, None, None),
        (gzip.compress(PAGE), None, "gzip"),
        (gzip.compress(PAGE), None, "GZIP "),
        (zlib.compress(PAGE), None, "deflate"),
        (zlib.compress(PAGE)[2:-4], None, "deflate"),
        (bytes.fromhex("0b0280") + b"hello\x03", None, "br"),
        (chunked(PAGE), "chunked", None),
        (chunked(gzip.compress(PAGE)), "chunked", "gzip"),
        (gzip.compress(gzip.compress(PAGE)), None, "gzip, gzip"),
        (PAGE, None, "gzip"),
        (PAGE, None, "br"),
        (PAGE, "chunked", None),
        (PAGE, None, "identity"),
        (gzip.compress(PAGE)[:-8], None, "gzip"),
    ],
)
def test_contents_are_unpacked_and_those_unpacked_already_are_taken_as_they_are(
    content: bytes, transfer: str | None, encoding: str | None
) -> None:
    assert unpacked(content, transfer, encoding, 10_000) == (b"hello" if content.endswith(b"hello\x03") else PAGE)


def test_unpacking_has_a_bound() -> None:
    for encoding, content in (("gzip", gzip.compress(b"a" * 5000)), ("deflate", zlib.compress(b"a" * 5000))):
        with pytest.raises(PageError, match="unpacks to more than 1 kB"):
            unpacked(content, None, encoding, 1000)


@given(
    st.binary(max_size=400), st.sampled_from([None, "chunked"]), st.sampled_from([None, "gzip", "deflate", "br", "zstd", "gzip, br", "x"])
)
def test_any_bytes_are_unpacked_or_left(content: bytes, transfer: str | None, encoding: str | None) -> None:
    with suppress(PageError):
        assert len(unpacked(content, transfer, encoding, 1000)) <= 1000


@given(st.data())
def test_an_archive_damaged_anywhere_gives_the_records_that_were_not_touched(data: st.DataObject) -> None:
    whole = b"".join(data.draw(st.sampled_from([MEMBERS, ALL])))
    place = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(max_size=30))
    removed = data.draw(st.integers(0, 40))
    got = shown(whole[:place] + damage + whole[place + removed :])
    assert len(got) <= 20
    assert len(set(got) & {"r0", "r1", "r2", "r3", "r4", "r5"}) >= 3


@given(st.binary(max_size=500))
def test_any_bytes_as_an_archive_end_in_pages_or_reasons(content: bytes) -> None:
    for start in (b"", b"WARC/1.0\r\n", ALL[0], MEMBERS[0]):
        assert isinstance(shown(start + content), list)


WHOLE = wacz('{"url": "https://courier.example/r1"}', a=b"".join(MEMBERS[:3]), b=MEMBERS[3])


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 30), st.binary(max_size=10))
def test_a_wacz_damaged_anywhere_ends_in_pages_or_reasons(place: int, removed: int, damage: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.wacz"
        file.write_bytes(WHOLE[:place] + damage + WHOLE[place + removed :])
        for item in read_source(Source("x.wacz", file, named=True), {}, Settings()):
            assert isinstance(item, Page) or item.reason
