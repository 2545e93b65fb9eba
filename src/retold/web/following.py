"""Read a ledger again only when its file has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retold.types import Ledger

Stamp = tuple[tuple[int, int], ...]


def while_unchanged(store: Path, load: Callable[[], Ledger]) -> Callable[[], Ledger]:
    """`load`, called anew only after the store, or the log that SQLite keeps beside it, was written to."""
    kept: list[tuple[Stamp, Ledger]] = []

    def ledger() -> Ledger:
        stamp = _stamp(store)
        if not kept or kept[0][0] != stamp:
            kept[:] = [(stamp, load())]
        return kept[0][1]

    return ledger


def _stamp(store: Path) -> Stamp:
    stamps = []
    for path in (store, store.with_name(f"{store.name}-wal")):
        try:
            status = path.stat()
        except OSError:
            stamps.append((0, 0))
        else:
            stamps.append((status.st_mtime_ns, status.st_size))
    return tuple(stamps)
