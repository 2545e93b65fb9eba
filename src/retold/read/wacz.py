"""WACZ: the zip of web archives that browsers' archivers write, with a list of the pages that a person or crawler visited.

Everything that those pages loaded lies in the archives too, frames of adverts among it. Where the list is there, it decides what is a page.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from retold.errors import PageError
from retold.read.paths import Source
from retold.read.settings import Settings
from retold.read.warc import read_archive
from retold.types import Dropped, Page

_MOST_LISTED = 1_000_000  # addresses held, some 200 MB; crawls are split into files far below


@dataclass(slots=True)
class Visited:
    """Addresses of the pages that were visited; where one of them redirects to counts as visited too."""

    addresses: set[str] = field(default_factory=set)

    def add(self, url: str) -> None:
        self.addresses.add(_bare(url))

    def __contains__(self, url: object) -> bool:
        return isinstance(url, str) and _bare(url) in self.addresses


def read_wacz(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Iterator[Page | Dropped]:
    """The visited pages of every archive inside; all pages where none of those visited is found. Raises BadZipFile where it is no zip."""
    del mapping
    try:
        yield from _pages(stream, source.name, settings)
    except RuntimeError as error:
        raise PageError(f"the WACZ is packed in a way that cannot be read: {error}") from error


def _pages(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Page | Dropped]:
    with zipfile.ZipFile(stream) as package:
        archives = sorted(entry for entry in package.namelist() if entry.endswith((".warc", ".warc.gz")))
        if not archives:
            raise PageError("the WACZ holds no WARC")
        visited, found = _visited(package, settings), False
        for item in _read_all(package, archives, name, settings, visited):
            found = found or isinstance(item, Page)
            yield item
        if visited and not found:
            yield from _read_all(package, archives, name, settings, None)


def _read_all(
    package: zipfile.ZipFile, archives: list[str], name: str, settings: Settings, visited: Visited | None
) -> Iterator[Page | Dropped]:
    for inside in archives:
        with package.open(inside) as archive:
            yield from read_archive(cast("BinaryIO", archive), name, settings, visited)


def _visited(package: zipfile.ZipFile, settings: Settings) -> Visited | None:
    """What the lists of pages name; None where there is no list, or none that can be read."""
    visited = Visited()
    for name in sorted(name for name in package.namelist() if name.startswith("pages/") and name.endswith(".jsonl")):
        with package.open(name) as lines:
            while len(visited.addresses) < _MOST_LISTED and (line := lines.readline(settings.line_bytes)):
                if url := _url(line):
                    visited.add(url)
    return visited if visited.addresses else None


def _url(line: bytes) -> str | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    url = entry.get("url") if isinstance(entry, dict) else None
    return url if isinstance(url, str) else None


def _bare(url: str) -> str:
    """Without scheme, fragment and closing slash, in which the list and the records may differ."""
    return url.partition("://")[2].partition("#")[0].rstrip("/")
