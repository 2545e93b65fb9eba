"""Zip files of pages: what lies inside is read as it would be in a folder, one after the other, each within the bounds of a file.

Nothing is unpacked to disk, so that names inside can lead nowhere. What a packer promises about sizes is not believed.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from retold.errors import PageError
from retold.read.files import page_from_stream
from retold.read.kinds import Kind, kind_by_content, kind_by_name
from retold.read.paths import Source
from retold.read.settings import Settings
from retold.types import Dropped, Page

_CONTAINERS = frozenset({"warc", "wacz", "jsonl", "json", "csv", "parquet", "xml", "mhtml", "zip"})


def read_zip(stream: BinaryIO, source: Source, mapping: Mapping[str, str], settings: Settings) -> Iterator[Page | Dropped]:
    """The pages of HTML and text inside, in the order of their names. Raises BadZipFile where it is no zip."""
    del mapping
    with zipfile.ZipFile(stream) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
        if len(entries) > settings.zipped_files:
            raise PageError(f"holds more than {settings.zipped_files} files; unpack it and give the folder")
        found = False
        for entry in sorted(entries, key=lambda entry: entry.filename):
            name = f"{source.name}#{entry.filename}"
            try:
                if page := _page(package, entry, name, settings):
                    found = True
                    yield page
            except PageError as error:
                found = True
                yield Dropped(name, str(error))
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
                found = True
                yield Dropped(name, f"the file cannot be unpacked: {error}")
        if not found and source.named:
            raise PageError("holds no pages of HTML or text")


def _is_hidden(name: str) -> bool:
    """Hidden files, and what macOS puts beside each file."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _page(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, settings: Settings) -> Page | None:
    promised = kind_by_name(entry.filename)
    if promised == "binary":
        return None
    if promised in _CONTAINERS:
        raise PageError("is a collection inside a zip; unpack it and give it by itself")
    with package.open(entry) as file:
        head = file.read(settings.head_bytes)
        kind: Kind = promised if promised in {"html", "text"} else kind_by_content(head)
        if kind not in {"html", "text"}:
            return None
        file.seek(0)
        return page_from_stream(cast("BinaryIO", file), name, kind, settings)
