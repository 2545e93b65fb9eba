"""JSON Lines, JSON, CSV and Parquet, with columns named as data sets name them or mapped."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st
from local_sites import Write
from local_sites import given_write as given_write  # noqa: PLC0414 - a fixture

from retold.errors import UsageError
from retold.read import Settings, read
from retold.read.paths import Source
from retold.read.records import RECORD_TYPE
from retold.read.tables import read_csv, read_json, read_jsonl
from retold.types import Dropped, Page

ROW = {"id": "a1", "title": "Ferry sinks", "body": "A ferry sank.", "source": "Harbour Courier", "url": "https://courier.example/1"}


def records(path: str, mapping: dict[str, str] | None = None) -> list[tuple[str, dict[str, Any]]]:
    """Path and record of every page; a dropped one as its reason."""
    found = []
    for item in read([path], mapping):
        if isinstance(item, Page):
            assert item.content_type == RECORD_TYPE
            found.append((item.path, json.loads(item.content)))
        else:
            found.append((item.page, {"dropped": item.reason}))
    return found


def test_a_line_of_jsonl_becomes_a_record(write: Write) -> None:
    expected = {
        "text": "A ferry sank.",
        "id": "a1",
        "title": "Ferry sinks",
        "outlet": "Harbour Courier",
        "url": "https://courier.example/1",
    }
    assert records(write("news.jsonl", json.dumps(ROW))) == [("news.jsonl#a1", expected)]
    assert records(write("news.jsonl.gz", gzip.compress(json.dumps(ROW).encode()))) == [("news.jsonl.gz#a1", expected)]
    (page,) = read(["news.jsonl"])
    assert isinstance(page, Page)
    assert page.url == "https://courier.example/1"


def test_collections_packed_with_zstd(write: Write, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": f"Text {number}. " * 500}) for number in range(50)]
    table = "id,text\n" + "".join(f"{number},Text\n" for number in range(50))
    for name, content in (("rows.jsonl.zst", "\n".join(lines)), ("rows.csv.zst", table)):
        packer = ZstdWriter(str(tmp_path / write(name, "")))
        packer.write(content.encode())
        packer.close()
        assert [path for path, _ in records(name)] == [f"{name}#{number}" for number in range(50)]
    cut = write("cut.jsonl.zst", (tmp_path / "rows.jsonl.zst").read_bytes()[:-40])
    assert "dropped" in records(cut)[-1][1]


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"maintext": "t", "date_publish": "2024-03-11 09:30:00"}, "published", "2024-03-11 09:30:00"),
        ({"text": "t", "authors": ["Ana Ruiz", {"name": "Jo Ek"}]}, "author", ["Ana Ruiz", "Jo Ek"]),
        ({"text": "t", "author": "Ana Ruiz, Jo Ek"}, "author", ["Ana Ruiz, Jo Ek"]),
        ({"Content": "t", "Source": {"id": None, "name": "The Courier"}}, "outlet", "The Courier"),
        ({"text": ["One.", "Two."]}, "text", "One.\n\nTwo."),
        ({"text": "<p>One &amp; two.</p><p>Three<br>four.</p><script>no()</script>"}, "text", "One & two.\n\nThree\n\nfour."),
        ({"text": "a < b and c > d"}, "text", "a < b and c > d"),
        ({"text": "half \ud83d of a pair, \ud83d\ude00 whole, nul \x00"}, "text", "half � of a pair, 😀 whole, nul"),
        ({"text": "t", "timestamp": 1710149400}, "published", "1710149400"),
        ({"text": None, "body": "t"}, "text", "t"),
        ({"text": "t", "source": "https://x.example/1", "source-hostname": "Orsk Post"}, "url", "https://x.example/1"),
        ({"text": "t", "source": "https://x.example/1", "source-hostname": "Orsk Post"}, "outlet", "Orsk Post"),
        ({"text": "t", "source_name": "Orsk Post", "source": "a b.c"}, "outlet", "Orsk Post"),
        ({"text": "t", "pub date": "11 March 2024"}, "published", "11 March 2024"),
    ],
)
def test_fields_are_found_under_their_usual_names(write: Write, row: dict[str, object], field: str, value: object) -> None:
    ((_, record),) = records(write("rows.jsonl", json.dumps(row)))
    assert record[field] == value


def test_columns_are_mapped(write: Write) -> None:
    row = {"text": "a teaser", "corpus": "The article.", "link": "https://x.example/1", "where": "Orsk Post"}
    ((path, record),) = records(write("rows.jsonl", json.dumps(row)), {"text": "corpus", "outlet": "where"})
    assert (path, record) == ("rows.jsonl#1", {"text": "The article.", "outlet": "Orsk Post", "url": "https://x.example/1"})
    with pytest.raises(UsageError, match=r"No such field to map: boddy\. The fields are: id, text"):
        read(["rows.jsonl"], {"boddy": "x"})


def test_rows_of_html_are_pages_and_fragments_are_records(write: Write) -> None:
    page = {"html": "<!doctype html><html><p>Whole.</p></html>", "url": "https://x.example/1", "id": 7}
    fragment = {"content_html": "<p>Only <b>this</b>.</p>", "title": "T"}
    in_text = {"text": page["html"]}
    first, second, third = read([write("rows.jsonl", "\n".join(map(json.dumps, (page, fragment, in_text))))])
    assert third == Page("rows.jsonl#3", str(page["html"]), content_type="text/html")
    assert first == Page("rows.jsonl#7", str(page["html"]), url="https://x.example/1", content_type="text/html")
    assert isinstance(second, Page)
    assert json.loads(second.content) == {"text": "Only this.", "title": "T"}


def test_a_row_of_html_keeps_what_its_other_columns_say(write: Write) -> None:
    row = {
        "html": "<!doctype html><html><p>Whole.</p></html>",
        "title": "T",
        "date": "2024-03-11",
        "authors": ["Ana Ruiz"],
        "url": "https://x.example/1",
    }
    ((_, record),) = records(write("rows.jsonl", json.dumps(row)))
    assert record == {"html": row["html"], "title": "T", "published": "2024-03-11", "author": ["Ana Ruiz"], "url": "https://x.example/1"}


def test_broken_lines_are_dropped_by_their_number_and_the_rest_is_read(write: Write) -> None:
    lines = ['{"text": "one"}', "{broken", "[1, 2]", "", '{"title": "no text"}', "[" * 100_000, '{"text": NaN}', '{"text": "two"}']
    assert records(write("rows.jsonl", "\n".join(lines))) == [
        ("rows.jsonl#1", {"text": "one"}),
        (
            "rows.jsonl#2",
            {"dropped": "line is not valid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"},
        ),
        ("rows.jsonl#3", {"dropped": "line is JSON but not an object with columns"}),
        ("rows.jsonl#5", {"dropped": "record has no column of text; it has: title. Name it with --map text=COLUMN"}),
        ("rows.jsonl#6", {"dropped": "line is not valid JSON: nested too deep"}),
        ("rows.jsonl#7", {"dropped": "record has no text in its column 'text'"}),
        ("rows.jsonl#8", {"text": "two"}),
    ]


def test_a_line_over_the_bound_is_passed_over_without_holding_it(write: Write) -> None:
    path = write("rows.jsonl", '{"text": "one"}\n{"text": "' + "x" * 5000 + '"}\n{"text": "two"}')
    got = list(read([path], settings=Settings(line_bytes=1000)))
    assert [item.path if isinstance(item, Page) else item.reason for item in got] == [
        "rows.jsonl#1",
        "line is longer than 1 kB",
        "rows.jsonl#3",
    ]


def test_charsets_and_byte_order_marks(write: Write) -> None:
    content = b"\xef\xbb\xbf" + '{"text": "größer"}\n'.encode() + '{"text": "größer"}'.encode("cp1252")
    assert [record["text"] for _, record in records(write("rows.jsonl", content))] == ["größer", "größer"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"title": "T", "text": "one"}', ["rows.json#1"]),
        ('[{"text": "one"}, {"id": "b", "text": "two"}]', ["rows.json#1", "rows.json#b"]),
        ('{"status": "ok", "articles": [{"content": "one"}, {"content": "two"}]}', ["rows.json#1", "rows.json#2"]),
        ('{"text": "one"}\n{"text": "two"}', ["rows.json#1", "rows.json#2"]),
        ('[{"text": "one"}, {"text": "tw', ["rows.json#1", "is not valid JSON from here on: Unterminated string starting at"]),
        ('[{"text": "one"},', ["rows.json#1", "the JSON list is cut off; what stood before is kept"]),
        ("[1]", ["is JSON but not an object with columns"]),
        ("[" * 100_000, ["is not valid JSON from here on: nested too deep"]),
        ("[]", []),
    ],
)
def test_json_in_its_usual_shapes(write: Write, content: str, expected: list[str]) -> None:
    got = [item.path if isinstance(item, Page) else item.reason.partition(":  line")[0] for item in read([write("rows.json", content)])]
    assert [line[: len(wanted)] for line, wanted in zip(got, expected, strict=True)] == expected


def test_a_large_json_list_is_read_piece_by_piece(write: Write) -> None:
    rows = [{"id": str(number), "text": "word " * 3000} for number in range(40)]
    assert [path for path, _ in records(write("rows.json", json.dumps(rows)))] == [f"rows.json#{number}" for number in range(40)]


def test_json_with_text_counts_inside_a_folder_and_other_json_is_passed_over(write: Write) -> None:
    write("x/a/news content.json", '{"title": "T", "text": "one", "publish_date": null}')
    write("x/a/tweets.json", '{"tweets": [1, 2]}')
    write("x/package.json", '{"name": "n", "description": "d"}')
    assert [path for path, _ in records("x")] == ["x/a/news content.json#1"]


def test_csv_by_its_header(write: Write) -> None:
    content = 'id,headline,body,date\na1,"Ferry, sinks","A ferry\nsank.",2024-03-11\n,,,\n,Second,Text,\n'
    assert records(write("rows.csv", content)) == [
        ("rows.csv#a1", {"id": "a1", "title": "Ferry, sinks", "text": "A ferry\nsank.", "published": "2024-03-11"}),
        ("rows.csv#3", {"title": "Second", "text": "Text"}),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rows.csv", "title;text\nT;größer, weiter\n".encode()),
        ("rows.tsv", "title\ttext\nT\tgrößer, weiter\n".encode()),
        ("rows.csv", "title|text\r\nT|größer, weiter\r\n".encode("cp1252")),
        ("rows.csv", "\ufefftitle;text\nT;größer, weiter\n".encode()),
        ("rows.csv", "title\ttext\nT\tgrößer, weiter\n".encode("utf-16")),
        ("rows.csv.gz", gzip.compress(b'title,text\nT,"gr\xc3\xb6\xc3\x9fer, weiter"\n')),
    ],
)
def test_csv_in_its_dialects_and_charsets(write: Write, name: str, content: bytes) -> None:
    ((_, record),) = records(write(name, content))
    assert record == {"title": "T", "text": "größer, weiter"}


def test_a_table_without_text_is_dropped_once(write: Write) -> None:
    path = write("rows.csv", "a,b\n1,2\n3,4\n")
    assert records(path) == [("rows.csv", {"dropped": "the table has no column of text; it has: a, b. Name it with --map text=COLUMN"})]
    assert records(path, {"text": "c"}) == [("rows.csv", {"dropped": "the table has no column c; it has: a, b"})]


def test_a_quote_that_is_never_closed_costs_no_more_than_the_bound(write: Write) -> None:
    path = write("rows.csv", 'text\n"open ' + "word\n" * 3000)
    (first, *_) = read([path], settings=Settings(line_bytes=500))
    assert isinstance(first, Dropped)
    assert first.reason == "row cannot be read: field larger than field limit (500)"


def test_parquet(write: Write, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(
        {"text": ["one", None, "three"], "title": ["T", "U", "V"], "unused": [1, 2, 3], "date": [None, None, "2024-03-11"]}
    )
    write("rows.parquet", "")
    __import__("pyarrow.parquet").parquet.write_table(table, tmp_path / "rows.parquet")
    assert records("rows.parquet") == [
        ("rows.parquet#1", {"title": "T", "text": "one"}),
        ("rows.parquet#2", {"dropped": "record has no text in its column 'text'"}),
        ("rows.parquet#3", {"title": "V", "text": "three", "published": "2024-03-11"}),
    ]
    assert records(write("cut.parquet", (tmp_path / "rows.parquet").read_bytes()[:-20]))[0][1]["dropped"].startswith(
        "the Parquet file is damaged: "
    )


def test_without_pyarrow_the_reason_says_what_to_install(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    assert records(write("rows.parquet", b"PAR1....")) == [
        ("rows.parquet", {"dropped": "reading Parquet needs pyarrow: pip install 'retold[parquet]'"})
    ]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "html", "id", "url", "author", "date", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)
SOURCE = Source("rows", Path("rows"), named=True)


@given(st.lists(JSON_VALUES, max_size=4), st.integers(0, 400), st.binary(max_size=4))
def test_any_jsonl_cut_and_damaged_anywhere_gives_pages_or_reasons(values: list[object], at: int, damage: bytes) -> None:
    content = "\n".join(json.dumps(value) for value in values).encode()
    content = content[:at] + damage + content[at:]
    for reader in (read_jsonl, read_json):
        for item in reader(io.BytesIO(content), SOURCE, {}, Settings()):
            assert isinstance(item, Page) or item.reason


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), max_size=6))
def test_any_csv_gives_every_row_with_text(rows: list[list[str]]) -> None:
    held = io.StringIO()
    csv.writer(held).writerows([["title", "text"], *rows])
    got = list(read_csv(io.BytesIO(held.getvalue().encode("utf-8", "surrogatepass")), SOURCE, {}, Settings()))
    assert all(isinstance(item, Page) or item.reason for item in got)


@given(st.binary(max_size=300))
def test_any_bytes_as_csv_end_in_pages_or_reasons(content: bytes) -> None:
    items = list(read_csv(io.BytesIO(b"title,text\n" + content), SOURCE, {}, Settings(line_bytes=100)))
    assert all(isinstance(item, Page) or item.reason for item in items)
