"""A ledger of an earlier version is brought up to date in place and ends as a new one begins."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from retold.store import Store
from retold.store.migrations import LATEST, STEPS, migrate

FILES = Path(__file__).parent / "files"


def ledger_of_version(version: int) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript((FILES / "schema-1.sql").read_text("utf-8"))
    for step in STEPS[: version - 1]:
        connection.executescript(step)
    connection.execute(f"PRAGMA user_version = {version}")
    return connection


def columns(connection: sqlite3.Connection) -> dict[str, list[tuple[str, ...]]]:
    """Of every table: name, type, not null, default, part of the key."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {table: sorted(row[1:] for row in connection.execute(f"PRAGMA table_info({table})")) for table in sorted(tables)}


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_every_version_ends_as_a_new_file_begins(version: int) -> None:
    old, new = ledger_of_version(version), sqlite3.connect(":memory:", isolation_level=None)
    migrate(old, "old.db")
    migrate(new, "new.db")
    assert columns(old) == columns(new)
    assert old.execute("PRAGMA user_version").fetchone() == new.execute("PRAGMA user_version").fetchone() == (LATEST,)


def test_what_an_old_ledger_holds_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.executescript((FILES / "schema-1.sql").read_text("utf-8"))
    connection.execute(
        "INSERT INTO article (id, page, byline, text, furniture, credits) VALUES ('a1', 'p.html', '[]', 'Rain.', '[]', '[]')"
    )
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with Store(path) as store:
        assert [(a.id, a.text, a.fetched) for a in store.ledger().articles] == [("a1", "Rain.", None)]


def test_a_step_that_fails_leaves_the_file_as_it_was() -> None:
    connection = ledger_of_version(1)
    connection.execute("ALTER TABLE article ADD COLUMN fetched TEXT")  # the step will stumble over it
    before = columns(connection)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, "old.db")
    assert columns(connection) == before
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
