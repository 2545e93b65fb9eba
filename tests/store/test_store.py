"""The ledger on disk: what goes in comes out, nothing is half-written, and every trouble is explained."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from retold.errors import StoreError
from retold.store import Store
from retold.store.migrations import LATEST
from retold.types import (
    Article,
    Change,
    Claim,
    Derivation,
    Dropped,
    EditProfile,
    Evidence,
    Furniture,
    Ledger,
    Origin,
    Passage,
    Reading,
    Statement,
    Story,
)

FERRY = Article(
    id="a1",
    page="pages/01.html",
    text="The ferry sank, the harbour master said.",
    title="Ferry sinks off Tarn Point",
    outlet="Harbour Courier",
    byline=("Ana Ruiz",),
    published="2024-03-11T09:30:00+00:00",
    published_evidence="json-ld",
    fetched="2024-03-11T10:02:00Z",
    language="en",
    furniture=(Furniture("advert", "- Advertisement -"),),
)
COPY = Article(
    id="a2", page="pages/02.txt", text="The ferry sunk, harbour chief told Courier.", title="Ferry sunk", credits=("Credit: Courier",)
)
LEDGER = Ledger(
    articles=(FERRY, COPY),
    dropped=(Dropped("pages/03.bin", "not text"),),
    stories=(Story("s1", "Ferry sinks off Tarn Point", ("a1", "a2")),),
    origins=(
        Origin("o1", "Harbour Courier", "outlet", ("a1",)),
        Origin("o2", "harbour master", "person"),
        Origin("o3", "Coast Radio", "outlet"),
    ),
    passages=(Passage(0, 14, 0, 14, 0.9, "a1", "a2"),),
    derivations=(
        Derivation(
            "a2", "a1", "spun", 0.8, 0.9, (Evidence("credit", "a2", None, "Credit: Courier"),), EditProfile(0.5, 0.3, 0.1, 0.1, 0.0, 2)
        ),
        Derivation("a2", "o3", "cited", None, 0.5, (Evidence("relay", "a2", (30, 42), "told Courier"),)),
    ),
    statements=(
        Statement("t1", "a1", ((0, 14),), ((35, 39),), ((16, 34),), "harbour master", "named", None, "assert", origin="o2"),
        Statement(
            "t2",
            "a2",
            ((0, 14), (16, 20)),
            hedged=True,
            hedge=0.6,
            negated=True,
            via="Coast Radio",
            number=2,
            rank="senior",
            said_on="2024-03-10",
        ),
    ),
    claims=(Claim("c1", "s1", "The ferry sank.", ("t1",), ("t2",), ("o2",), "disputed"),),
    changes=(Change("x1", "a1", "a2", "garble", (10, 14), (10, 14), "sank", "sunk", "c1", 0.7, "style"),),
)


def test_a_ledger_comes_back_as_it_was(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        store.write(LEDGER, "this program")
    with Store(tmp_path / "ledger.db") as store:
        assert store.ledger() == LEDGER
        assert store.findings_fingerprint() == "this program"


def test_writing_the_same_again_writes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        assert not store.write(LEDGER, "").empty
        assert store.write(LEDGER, "").empty


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        store.write(LEDGER, "")
        intent = store.write(replace(LEDGER, changes=()), "")
        assert {table: len(rows) for table, rows in intent.delete.items() if rows} == {"change": 1}
        assert not any(intent.insert.values())


def test_full_text_search_follows_the_articles(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        store.write(LEDGER, "")
        assert sorted(store.search("ferry harbour")) == ["a1", "a2"]
        assert store.search('master" OR') == []
        store.write(Ledger(), "")
        assert store.search("ferry") == []


def test_readings_survive_and_are_told_apart_by_program(tmp_path: Path) -> None:
    reading = Reading("pages/01.html", "digest", FERRY, LEDGER.statements[:1])
    with Store(tmp_path / "ledger.db") as store:
        store.save_readings([reading, Reading("empty.txt", "other", reason="empty file")], "old program")
    with Store(tmp_path / "ledger.db") as store:
        assert store.readings("old program") == [Reading("empty.txt", "other", reason="empty file"), reading]
        assert store.readings("new program") == []


def test_a_failure_in_the_middle_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    broken = replace(LEDGER, stories=(Story("s2", "No such article", ("a1", "a2", "missing")),), claims=())
    with Store(tmp_path / "ledger.db") as store:
        store.write(LEDGER, "")
        with pytest.raises(StoreError, match="FOREIGN KEY"):
            store.write(broken, "")
        assert store.ledger() == LEDGER


def test_a_full_disk_changes_nothing_and_is_explained(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        store.write(LEDGER, "")
        store._connection.execute("PRAGMA max_page_count = 1")
        big = replace(FERRY, id="a3", text="wave " * 100_000)
        with pytest.raises(StoreError, match="the disk is full"):
            store.write(replace(LEDGER, articles=(FERRY, COPY, big)), "")
        assert store.ledger() == LEDGER


def test_a_reader_beside_a_writer_sees_the_last_whole_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Store(path) as writer, Store(path) as reader:
        writer.write(LEDGER, "")
        with writer._transaction() as connection:
            connection.execute("DELETE FROM change")
            assert reader.ledger() == LEDGER


def test_a_locked_store_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.store.store.BUSY_SECONDS", 0.0)
    path = tmp_path / "ledger.db"
    with Store(path) as one, Store(path) as other, one._transaction(), pytest.raises(StoreError, match="another program is writing"):
        other.write(LEDGER, "")


def test_a_store_from_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    connection.close()
    with pytest.raises(StoreError, match="newer version of Retold"):
        Store(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"this is a letter to the editor, not a database " * 100, "not a ledger of Retold"), (None, "cannot be opened")],
)
def test_what_is_no_store_is_refused_with_what_to_do(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "letters.db" if content else tmp_path / "no such folder" / "ledger.db"
    if content:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=message):
        Store(path)


def test_asking_a_missing_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="retold trace PATH"):
        Store(tmp_path / "none.db", must_exist=True)
    assert not (tmp_path / "none.db").exists()


def test_another_database_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photo (name TEXT)")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="not a ledger of Retold"):
        Store(path)
