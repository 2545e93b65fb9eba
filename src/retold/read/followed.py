"""The feeds that are followed, and what is remembered of them from one run to the next, so that an unchanged feed is not sent again."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Followed:
    """A feed between two rounds: what the server said about its version, and how it has done lately.

    `incomplete`: some of its entries could not be had, and are to be tried again by the next run.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    not_before: float = 0.0
    gone: bool = False
    incomplete: bool = False


class Memory:
    """Versions of feeds in a small file beside the evidence; without evidence, or for a collection that holds nothing yet, nothing is recalled."""

    def __init__(self, warc: Path | None, known: bool) -> None:
        self._file = warc.with_name(f"{warc.name}.feeds.json") if warc else None
        self._known = known

    def recall(self, followed: Iterable[Followed]) -> None:
        """Fills in what the servers said last; a file that is damaged is as good as none."""
        held: object = {}
        if self._file and self._known:
            with contextlib.suppress(OSError, ValueError, RecursionError):
                held = json.loads(self._file.read_text("utf-8"))
        for feed in followed:
            version = held.get(feed.url) if isinstance(held, dict) else None
            if isinstance(version, dict):
                feed.etag, feed.modified = _text(version.get("etag")), _text(version.get("modified"))

    def keep(self, followed: Iterable[Followed]) -> None:
        """Writes the versions of the feeds whose entries were all had. A disk that refuses costs no more than a feed sent again."""
        if self._file is None:
            return
        held = {
            feed.url: {"etag": feed.etag, "modified": feed.modified}
            for feed in followed
            if (feed.etag or feed.modified) and not feed.incomplete
        }
        beside = self._file.with_name(f"{self._file.name}.new")
        with contextlib.suppress(OSError):
            beside.write_text(json.dumps(held, indent=1, sort_keys=True), "utf-8")
            beside.replace(self._file)


def _text(value: object) -> str | None:
    """What may stand in a header."""
    return value if isinstance(value, str) and value.isprintable() else None
