"""The bounds of reading. Every one of them ends in a `Dropped` with its reason, never in a page that vanished."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from retold.version import __version__

PAGE_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How to fetch: politely, within bounds, and from public addresses only.

    - `seconds`: for one request from name to last byte; slow honest news servers answer within 10.
    - `redirects`: browsers follow 20; news pages need three (http to https, www, a moved path).
    - `robots_bytes`: RFC 9309 asks for 500 KiB at least.
    - `pause`: seconds between two requests to one host, unless its robots.txt asks for more (up to `longest_pause`).
    - `hosts_at_once`: how many hosts are asked at the same time, each by one request at a time.
    - `retries`, `back_off`: an answer of 429, 500, 502, 503, 504 or none at all is tried again after `back_off`, then twice that;
      a server's own Retry-After goes first, and one beyond `longest_pause` ends the trying.
    - `clock`, `sleep`: seconds, and waiting for them; tests put their own in place.
    """

    user_agent: str = f"retold/{__version__} (works out how news stories were retold; fetches one page at a time)"
    allow_private: bool = False
    obey_robots: bool = True
    page_bytes: int = PAGE_BYTES
    robots_bytes: int = 512_000
    seconds: float = 30.0
    redirects: int = 8
    pause: float = 1.0
    longest_pause: float = 60.0
    hosts_at_once: int = 8
    retries: int = 2
    back_off: float = 2.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Settings:
    """How much of what is read at once.

    - `page_bytes`: the largest page kept. The largest of 418 real news pages has 1.5 MB; pages with inlined pictures reach 10 MB;
      a parser needs some ten times the bytes as memory, so that 20 MB stays under 300 MB.
    - `head_bytes`: how much of a file is looked at to tell what it is. Doctype, `<html` or the first record come well before.
    - `line_bytes`: the longest line of JSONL or row of CSV, the bound of a page and room for its escapes.
    - `zipped_files`: the most files inside one zip; its list is held in memory, some 500 bytes a file.
    - `fetching`: how addresses among the paths are fetched.
    """

    page_bytes: int = PAGE_BYTES
    head_bytes: int = 8192
    line_bytes: int = 40_000_000
    zipped_files: int = 1_000_000
    fetching: FetchSettings = field(default_factory=FetchSettings)


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """How to poll feeds.

    - `every`: seconds between rounds. Wire feeds change every few minutes; a quarter of an hour misses nothing, since feeds keep hours.
    - `entries`: new entries fetched of one feed in one round; the rest waits for the next, so that no feed starves the others.
    - `longest_wait`: the most seconds that a feed which fails again and again is left alone.
    - `known`: addresses that are in the collection already and are not fetched again.
    - `warc`: where fetched pages are kept.
    """

    fetch: FetchSettings = field(default_factory=FetchSettings)
    every: float = 900.0
    entries: int = 100
    longest_wait: float = 86_400.0
    known: frozenset[str] = frozenset()
    warc: Path | None = None
