"""Pages from whatever a collection is kept in, one after the other, in a fixed order."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby
from stat import S_ISREG
from typing import BinaryIO

from retold.errors import PageError
from retold.read.entries import read_feed
from retold.read.fetch import fetch
from retold.read.files import page_from_stream
from retold.read.kinds import Kind, kind_by_content, kind_by_name
from retold.read.mhtml import read_mhtml
from retold.read.paths import Source, sources
from retold.read.records import check_mapping
from retold.read.settings import Settings
from retold.read.tables import read_csv, read_json, read_jsonl, read_parquet
from retold.read.unpacking import unpacked_stream
from retold.read.wacz import read_wacz
from retold.read.warc import read_warc
from retold.read.zips import read_zip
from retold.types import Dropped, Page

Read = Iterator[Page | Dropped]
Reader = Callable[[BinaryIO, Source, Mapping[str, str], Settings], Read]

# Files of text that describe a folder or a site; read only where they are named themselves.
_ABOUT = frozenset(
    {"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors", "makefile", "dockerfile"}
    | {"robots", "ads", "app-ads", "humans", "security", "llms"}
)


def read(paths: Iterable[str], mapping: Mapping[str, str] | None = None, *, settings: Settings | None = None) -> Read:
    """Every page of the files, folders, globs and addresses, streamed: a container is never held whole in memory.

    Inside a folder, files that are no pages (pictures, scripts, a truth.json) and hidden ones are passed over; a file that was named
    itself is always accounted for, as a `Page` or as `Dropped`. An http or https address is fetched, and not kept (see `fetch`).
    `mapping` says which column of tables feeds which field ("text": "body"). Raises UsageError, before reading, for paths that do
    not exist and fields that nobody knows.
    """
    settings = settings or Settings()
    columns = check_mapping(mapping)
    groups = [(web, list(group)) for web, group in groupby(paths, key=_is_address)]
    parts = [fetch(group, settings=settings.fetching) if web else _read_files(sources(group), columns, settings) for web, group in groups]
    return chain.from_iterable(parts)


def _is_address(path: str) -> bool:
    return str(path).startswith(("http://", "https://"))


def _read_files(found: Iterator[Source | Dropped], mapping: Mapping[str, str], settings: Settings) -> Read:
    for source in found:
        if isinstance(source, Dropped):
            yield source
        else:
            yield from read_source(source, mapping, settings)


def read_source(source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    """The pages of one file. What stops the reading becomes a `Dropped` of the file; pages before it are kept."""
    try:
        yield from _pages(source, mapping, settings)
    except PageError as error:
        yield Dropped(source.name, str(error))
    except OSError as error:
        yield Dropped(source.name, f"the file cannot be read: {error.strerror or error}")
    except (EOFError, zlib.error, zipfile.BadZipFile) as error:
        yield Dropped(source.name, f"the compressed data is damaged or cut off: {error}")


def _pages(source: Source, mapping: Mapping[str, str], settings: Settings) -> Read:
    promised = kind_by_name(source.name)
    if not source.named and (promised == "binary" or (promised in {"text", "unknown"} and source.file.stem.lower() in _ABOUT)):
        return
    _check_file(source)
    with source.file.open("rb") as packed:
        kind, stream = _opened(packed, promised, settings)
        if reader := _READERS.get(kind):
            yield from reader(stream, source, mapping, settings)
        elif source.named or _is_page_in_folder(source, promised, kind):
            yield page_from_stream(stream, source.name, kind, settings)


def _is_page_in_folder(source: Source, promised: Kind, kind: Kind) -> bool:
    """HTML whatever its name, since programs that mirror sites keep any; text only under a name for text, or under none."""
    return kind == "html" or (kind == "text" and (promised == "text" or not source.file.suffix))


def _check_file(source: Source) -> None:
    status = source.file.stat()
    if not S_ISREG(status.st_mode):
        raise PageError("is not a regular file")
    if status.st_size == 0:
        raise PageError("the file is empty")


def _opened(packed: BinaryIO, promised: Kind, settings: Settings) -> tuple[Kind, BinaryIO]:
    """What the file is, and its unpacked bytes from the start; WARC stays packed, since its records are packed one by one."""
    head = packed.read(settings.head_bytes)
    packed.seek(0)
    stream = packed if promised == "warc" else unpacked_stream(packed, head)
    if stream is not packed:
        head = stream.read(settings.head_bytes)
        stream.seek(0)
    kind = promised if promised in _READERS else _kind_of_page(promised, kind_by_content(head))
    return (kind, packed) if kind == "warc" else (kind, stream)


def _kind_of_page(promised: Kind, shown: Kind) -> Kind:
    """A name that promises a page is believed, to be checked by its bytes; any other name leaves it to the bytes."""
    return promised if promised in {"html", "text"} and shown not in {"warc", "parquet"} else shown


_READERS: dict[Kind, Reader] = {
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "parquet": read_parquet,
    "warc": read_warc,
    "xml": read_feed,
    "mhtml": read_mhtml,
    "wacz": read_wacz,
    "zip": read_zip,
}
