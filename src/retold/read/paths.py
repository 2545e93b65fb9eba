"""What the given paths stand for: files, folders (walked in sorted order) and globs, one file after the other."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from retold.errors import UsageError
from retold.types import Dropped

# The word is in the browser's language: English, German, French, Spanish, Portuguese, Italian, Dutch, Nordic, Polish, Russian.
_PARTS = re.compile(r"(.+)[_\-. ](?:files|Dateien|fichiers|archivos|arquivos|ficheiros|file|bestanden|filer|pliki|файлы)\Z")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. `name` is what people see; `named` is true where the path itself was given, not its folder."""

    name: str
    file: Path
    named: bool


def sources(paths: Iterable[str]) -> Iterator[Source | Dropped]:
    """Every file that the paths stand for; hidden files and folders inside a folder are passed over, and links to folders.

    Raises UsageError, before anything is read, for paths that do not exist and patterns that match nothing.
    """
    given = list(dict.fromkeys(os.fspath(path) for path in paths))
    matches = {path: _matches(path) for path in given}
    missing = [path for path in given if not matches[path]]
    if missing:
        raise UsageError(
            f"No such file or folder: {', '.join(map(shown, missing))}. Check the spelling, or give a pattern such as 'pages/**/*.html'."
        )
    return _walk_all(matches)


def shown(path: str) -> str:
    """A path as people and files of UTF-8 can hold it: bytes of names in other charsets become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _matches(path: str) -> list[str]:
    if os.path.lexists(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207 - the name as given is kept


def _walk_all(matches: dict[str, list[str]]) -> Iterator[Source | Dropped]:
    for given, found in matches.items():
        for path in found:
            if Path(path).is_dir():
                yield from _walk(path)
            else:
                yield Source(shown(path), Path(path), named=path == given)


def _walk(folder: str) -> Iterator[Source | Dropped]:
    """Files below a folder, sorted by the parts of their path; a stack, so that depth is no matter."""
    waiting = [iter(_entries(folder))]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, Dropped):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            waiting.append(iter(_entries(entry.path)))
        elif entry.is_file():
            yield Source(shown(entry.path), Path(entry.path), named=False)


def _entries(folder: str) -> list[os.DirEntry[str] | Dropped]:
    try:
        with os.scandir(folder) as found:
            visible = [entry for entry in found if not entry.name.startswith(".")]
        parts = _saved_parts({entry.name for entry in visible})
        return [*sorted((entry for entry in visible if entry.name not in parts), key=lambda entry: entry.name)]
    except OSError as error:
        return [Dropped(shown(folder), f"folder cannot be listed: {error.strerror or error}")]


def _saved_parts(names: set[str]) -> set[str]:
    """Folders in which browsers put the parts of a page that they save as a whole: "ferry_files" beside "ferry.html"."""
    stems = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}
    return {name for name in names if (found := _PARTS.match(name)) and found[1] in stems}
