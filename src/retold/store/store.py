"""The ledger on disk: one SQLite file, a reader beside a writer."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from retold.errors import StoreError
from retold.store.migrations import migrate
from retold.store.plan import Intent, plan
from retold.store.records import ledger_of
from retold.store.rows import COLUMNS, Row, as_json, rows_of
from retold.types import Decision, Ledger, Reading

BUSY_SECONDS = 5.0
EXPLANATIONS = {
    "locked": "another program is writing to it. Wait until it is done, or use another --store.",
    "readonly": "it may not be written. Change its permissions, or use another --store.",
    "read-only": "it may not be written. Change its permissions, or use another --store.",
    "unable to open": "it cannot be opened. Check that its folder exists and that you may write there.",
    "full": "the disk is full. Nothing was changed. Make room and run again.",
    "not a database": "it is not a ledger of Retold. Use another --store.",
    "malformed": "it is damaged. Restore it from a copy, or trace the pages again into another --store.",
}


class Store:
    """A context manager around one ledger file; leaving it closes the file. Every method is one transaction.

    Raises:
        StoreError: with what is wrong with the file and what to do.

    """

    def __init__(self, path: str | Path, *, must_exist: bool = False) -> None:
        self.path = Path(path)
        if must_exist and not self.path.exists():
            raise StoreError(f"there is no ledger at {self.path}. Make one with: retold trace PATH... --store {self.path}")
        with self._explained():
            self._connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            migrate(self._connection, str(self.path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def readings(self, fingerprint: str | None = None) -> list[Reading]:
        """What pages gave so far; with a fingerprint, only what that version of the program read."""
        sql = "SELECT packed FROM reading WHERE fingerprint = ifnull(?, fingerprint) ORDER BY page, digest"
        with self._explained():
            return [unpack(packed) for (packed,) in self._connection.execute(sql, (fingerprint,))]

    def save_readings(self, readings: Iterable[Reading], fingerprint: str) -> None:
        """Keep what pages gave, so that an interrupted run need not read them again."""
        rows = [(r.digest, r.page, fingerprint, pack(r)) for r in readings]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO reading (digest, page, fingerprint, packed) VALUES (?, ?, ?, ?)", rows)

    def ledger(self) -> Ledger:
        """All of it, in the order in which the flow leaves it."""
        with self._explained():
            return ledger_of(self._rows())

    def write(self, ledger: Ledger, fingerprint: str) -> Intent:
        """Turn what is on disk into `ledger`, in one transaction; returns what was written."""
        with self._transaction() as connection:
            intent = plan(self._rows(), rows_of(ledger))
            for table, rows in intent.delete.items():
                where = " AND ".join(f"{column} IS ?" for column in COLUMNS[table])
                connection.executemany(f"DELETE FROM {table} WHERE {where}", rows)  # noqa: S608 - names from COLUMNS
            for table, rows in intent.insert.items():
                marks = ", ".join("?" * len(COLUMNS[table]))
                connection.executemany(f"INSERT INTO {table} ({', '.join(COLUMNS[table])}) VALUES ({marks})", rows)  # noqa: S608
            connection.execute("INSERT OR REPLACE INTO run_note VALUES ('fingerprint', ?)", (fingerprint,))
        return intent

    def findings_fingerprint(self) -> str | None:
        """The version of the program that worked out what is on disk."""
        with self._explained():
            row = self._connection.execute("SELECT value FROM run_note WHERE name = 'fingerprint'").fetchone()
        return row[0] if row else None

    def decisions(self) -> list[Decision]:
        """What people decided, oldest first."""
        with self._explained():
            rows = self._connection.execute("SELECT kind, articles, who, made, why, undoes FROM decision ORDER BY made, id")
            return [Decision(kind, tuple(json.loads(articles)), *rest) for kind, articles, *rest in rows]

    def decide(self, decision: Decision) -> None:
        """Keep a decision; it takes effect when the ledger is next worked out."""
        d = decision
        row = (d.id, d.kind, as_json(d.articles), d.who, d.when, d.why, d.undoes)
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO decision (id, kind, articles, who, made, why, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)", row
            )

    def damage(self) -> list[str]:
        """What SQLite itself finds wrong with the file: nothing, as a rule."""
        with self._explained():
            pages = [row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            links = [
                f"table {table}, row {row}: refers to a missing {parent}"
                for table, row, parent, _ in self._connection.execute("PRAGMA foreign_key_check")
            ]
        return pages + links

    def search(self, query: str, limit: int = 20) -> list[str]:
        """Ids of the articles whose title or text holds all the words, best first."""
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        sql = (
            "SELECT article.id FROM article_search JOIN article ON article.number = article_search.rowid"
            " WHERE article_search MATCH ? ORDER BY rank, article.id LIMIT ?"
        )
        with self._explained():
            return [row[0] for row in self._connection.execute(sql, (words, limit))] if words else []

    def _rows(self) -> Mapping[str, list[Row]]:
        return {
            table: self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608 - names from COLUMNS
            for table, columns in COLUMNS.items()
        }

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            found = next((text for sign, text in EXPLANATIONS.items() if sign in str(error).lower()), f"{error}.")
            raise StoreError(f"cannot use {self.path}: {found}") from error


def pack(reading: Reading) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(reading), 1)


def unpack(packed: bytes) -> Reading:
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Reading)
