"""Bring a ledger file to the schema of this program: a new file gets schema.sql, an older one a step for each version it lacks.

No step is ever changed once released, and schema.sql is always what all of them together lead to.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files

from retold.errors import StoreError

STEPS: tuple[str, ...] = (  # step n brings version n + 1 to version n + 2
    """
    ALTER TABLE article ADD COLUMN fetched TEXT;
    ALTER TABLE statement ADD COLUMN number INTEGER;
    ALTER TABLE statement ADD COLUMN rank TEXT;
    ALTER TABLE statement ADD COLUMN said_on TEXT;
    """,
)
LATEST = 1 + len(STEPS)


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
        connection.executescript("BEGIN;" + missing(version))
        connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def missing(version: int) -> str:
    """The SQL that brings a file of this version, 0 for a new one, to the latest."""
    return "".join(STEPS[version - 1 :]) if version else files("retold.store").joinpath("schema.sql").read_text("utf-8")
