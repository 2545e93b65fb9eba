"""Retold works out how a news story was retold: which pages tell it, who copied whom, who really said what, how many
independent origins stand behind each claim, and what changed on the way.

    ledger = retold.trace(["pages/"])
    for story in ledger.stories: ...
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from retold.attribute import statements
from retold.clean import clean
from retold.engine import LocalEngine, read_pages, work_out
from retold.errors import NotFoundError, PageError, RetoldError, RunError, StoreError, UsageError
from retold.group import group
from retold.read import read
from retold.trace import align
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
    Page,
    Passage,
    Statement,
    Story,
)
from retold.version import __version__


def trace(paths: Iterable[str | Path] | str | Path, jobs: int = 1) -> Ledger:
    """Read the pages under `paths` (files, folders, globs) and work everything out; nothing is written to disk.

    With `jobs` above 1 the work is shared among processes, which needs the usual `if __name__ == "__main__":` guard in scripts.

    Raises:
        UsageError: a path does not exist.

    """
    listed = [paths] if isinstance(paths, str | Path) else paths
    with LocalEngine(jobs) as engine:
        return work_out(read_pages(read([str(path) for path in listed]), engine), engine).ledger


__all__ = [
    "Article",
    "Change",
    "Claim",
    "Derivation",
    "Dropped",
    "EditProfile",
    "Evidence",
    "Furniture",
    "Ledger",
    "NotFoundError",
    "Origin",
    "Page",
    "PageError",
    "Passage",
    "RetoldError",
    "RunError",
    "Statement",
    "StoreError",
    "Story",
    "UsageError",
    "__version__",
    "align",
    "clean",
    "group",
    "read",
    "statements",
    "trace",
]
