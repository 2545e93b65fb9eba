"""Bring a ledger file to the schema of this program: one step a version, none of them ever changed once released."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib.resources import files

from retold.errors import StoreError

Migration = Callable[[sqlite3.Connection], None]


def create(connection: sqlite3.Connection) -> None:
    connection.executescript("BEGIN;" + files("retold.store").joinpath("schema.sql").read_text("utf-8"))


MIGRATIONS: tuple[Migration, ...] = (create,)  # migration n brings version n to version n + 1
LATEST = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, name: str) -> None:
    """Run what is missing, all or nothing.

    Raises:
        StoreError: the file was written by a newer program, or by another one.

    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > LATEST:
        raise StoreError(
            f"{name} was written by a newer version of Retold (schema {version}, this program knows {LATEST}). Upgrade Retold."
        )
    if version == LATEST:
        return
    if version == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise StoreError(f"{name} is a database of another program, not a ledger of Retold. Use another --store.")
    try:
        for migration in MIGRATIONS[version:]:
            migration(connection)
        connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
