"""Finding one's way in a damaged archive: where the next record starts, and whether the file ends in the middle of one."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

_SCAN = 1 << 20  # bytes looked at at once
_PLAIN_START = re.compile(rb"(?:^|(?<=\n))WARC/[01]\.\d+\r?\n")
_PACKED_START = re.compile(rb"\x1f\x8b\x08")
_OPENING = 512  # packed bytes that always hold the first line of a record


def next_record(stream: BinaryIO, start: int, *, packed: bool) -> int | None:
    """Where the next record starts at or after `start`: a gzip member that holds one, or a line that opens one; None for none."""
    pattern = _PACKED_START if packed else _PLAIN_START
    stream.seek(start)
    place, held = start, b""
    while chunk := stream.read(_SCAN):
        held += chunk
        for found in pattern.finditer(held):
            if not packed or _opens_record(held[found.start() : found.start() + _OPENING]):
                return place + found.start()
        kept = held[-_OPENING:]
        place, held = place + len(held) - len(kept), kept
    return None


def _opens_record(member: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(member, 64).startswith(b"WARC/")
    except zlib.error:
        return False


def ends_inside_member(stream: BinaryIO, start: int) -> bool:
    """True where the file of gzip members ends before its last one does. `start` is where one of the last members starts."""
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
