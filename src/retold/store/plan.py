"""Decide what to write: the difference between the ledger on disk and the new one, as rows to delete and rows to insert."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from retold.store.rows import COLUMNS, Row


@dataclass(frozen=True, slots=True)
class Intent:
    """Rows by table. Applying it in one transaction turns the old ledger into the new."""

    delete: Mapping[str, tuple[Row, ...]]
    insert: Mapping[str, tuple[Row, ...]]

    @property
    def empty(self) -> bool:
        return not any(self.delete.values()) and not any(self.insert.values())


def plan(old: Mapping[str, Iterable[Row]], new: Mapping[str, Iterable[Row]]) -> Intent:
    """Nothing that stayed the same is touched."""
    delete, insert = {}, {}
    for table in COLUMNS:
        before, after = set(old[table]), set(new[table])
        delete[table] = tuple(row for row in old[table] if row not in after)
        insert[table] = tuple(row for row in dict.fromkeys(new[table]) if row not in before)
    return Intent(delete, insert)
