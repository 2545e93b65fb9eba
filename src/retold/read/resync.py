"""Finding one's way in a damaged archive: where the next record starts, and whether the file ends in the middle of one."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

_SCAN = 1 << 20  # bytes looked at at once, at most
_FIRST_SCAN = 1 << 14  # and at first: the next record is mostly near
_START = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]|(?:^|(?<=\n))WARC/[01]\.\d+\r?\n")
_OPENING = 512  # packed bytes that always hold the first line of a record
_HEADERS = 32_768  # bytes in which the headers of a record end


def next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the next record starts at or after `start`: a gzip member that holds one, or a line that opens one; None for none."""
    return next(_record_starts(stream, start), None)


def _record_starts(stream: BinaryIO, start: int) -> Iterator[int]:
    stream.seek(start)
    place, held, size = start, b"", _FIRST_SCAN
    while chunk := stream.read(size):
        held += chunk
        settled = max(0, len(held) - _OPENING)
        yield from (place + at for at in _starts_in(held, settled))
        place, held, size = place + settled, held[settled:], min(size * 2, _SCAN)
    yield from (place + at for at in _starts_in(held, len(held)))


def _starts_in(held: bytes, settled: int) -> Iterator[int]:
    """Starts before `settled`; those behind it are judged when more bytes are there."""
    for found in _START.finditer(held):
        if found.start() < settled and _opens_record(held[found.start() : found.start() + _OPENING]):
            yield found.start()


def _opens_record(member: bytes) -> bool:
    if member.startswith(b"WARC/"):
        return True
    try:
        return zlib.decompressobj(31).decompress(member, 64).startswith(b"WARC/")
    except zlib.error:
        return False


def ends_early(stream: BinaryIO, start: int) -> bool:
    """True where the file ends inside a record. `start` is where one of its last records starts."""
    stream.seek(start)
    if stream.read(2) == b"\x1f\x8b":
        return _ends_inside_member(stream, start)
    return _ends_inside_headers(stream, start)


def _ends_inside_headers(stream: BinaryIO, start: int) -> bool:
    last = max(_record_starts(stream, start + 1), default=start)
    stream.seek(last)
    headers = stream.read(_HEADERS)
    return headers.startswith(b"WARC/") and b"\r\n\r\n" not in headers


def _ends_inside_member(stream: BinaryIO, start: int) -> bool:
    stream.seek(start)
    unpacker, inside = zlib.decompressobj(31), False
    while chunk := stream.read(_SCAN):
        while chunk:
            try:
                unpacker.decompress(chunk, _SCAN)
            except zlib.error:
                return False
            inside, chunk = not unpacker.eof, unpacker.unconsumed_tail
            if unpacker.eof:
                chunk, unpacker = unpacker.unused_data.lstrip(b"\x00"), zlib.decompressobj(31)
    return inside
