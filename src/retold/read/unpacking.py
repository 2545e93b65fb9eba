"""Files packed as a whole with gzip or zstd, unpacked while they are read."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING, BinaryIO, cast

from fastwarc.stream_io import ZstdReader

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def unpacked_stream(packed: BinaryIO, head: bytes) -> BinaryIO:
    """The stream of what a file holds; the file's own where it is not packed. `head` are its first bytes."""
    if head.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", io.BufferedReader(gzip.GzipFile(fileobj=packed)))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(_Zstd(packed))
    return packed


class _Zstd(io.RawIOBase):
    """zstd as a raw stream that can go back to its start, as the reading of a file's head needs."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed, self._reader, self._at = packed, ZstdReader(packed), 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        chunk = self._reader.read(len(view))
        view[: len(chunk)] = chunk
        self._at += len(chunk)
        return len(chunk)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if (offset, whence) == (0, io.SEEK_SET):
            self._packed.seek(0)
            self._reader, self._at = ZstdReader(self._packed), 0
        elif (offset, whence) != (self._at, io.SEEK_SET) and (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("zstd can only be read from its start")
        return self._at
