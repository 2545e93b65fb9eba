"""What a server said and sent, unpacked: chunks joined, then gzip, deflate, brotli or zstd undone, never past a bound."""

from __future__ import annotations

import io
import zlib
from http import HTTPStatus

from fastwarc.stream_io import BrotliReader, ZstdReader

from retold.errors import PageError
from retold.read.files import in_words

_MOST_ENCODINGS = 3  # honest servers use one; each undone costs up to the bound


def answered(status: int) -> str:
    """What a server said with a status, in words; the same words wherever the page was dropped for it."""
    try:
        return f"the server answered {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"the server answered {status}"


def unpacked(content: bytes, transfer: str | None, encodings: str | None, most: int) -> bytes:
    """The content itself. Archives often keep a header whose packing they undid: what does not unpack is taken as it is.

    Raises PageError where it unpacks to more than `most` bytes.
    """
    if transfer and "chunked" in transfer.lower():
        content = _joined(content)
    names = [name.strip().lower() for name in (encodings or "").split(",") if name.strip()]
    for name in reversed(names[:_MOST_ENCODINGS]):
        content = _undone(content, name, most)
    return content


def _joined(content: bytes) -> bytes:
    """The chunks of a chunked message; content that is no chunked message comes back as it is, a cut-off one as far as it goes."""
    parts: list[bytes] = []
    at = 0
    while at < len(content):
        end = content.find(b"\r\n", at, at + 1024)
        try:
            size = int(content[at:end].split(b";")[0], 16) if end > at else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else content
        if size == 0:
            break
        parts.append(content[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts)


def _undone(content: bytes, name: str, most: int) -> bytes:
    if name in {"gzip", "x-gzip"}:
        return _inflated(content, 31, most) if content.startswith(b"\x1f\x8b") else content
    if name == "deflate":
        return _inflated(content, 15, most) or _inflated(content, -15, most) or content
    if name in {"br", "zstd"}:
        return _read_through(content, name, most)
    return content


def _inflated(content: bytes, window: int, most: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    try:
        result = unpacker.decompress(content, most + 1)
    except zlib.error:
        return b""
    return _within(result, most)


def _read_through(content: bytes, name: str, most: int) -> bytes:
    reader = BrotliReader(io.BytesIO(content)) if name == "br" else ZstdReader(io.BytesIO(content))
    try:
        result = reader.read(most + 1)
    except (OSError, ValueError):
        return content
    return _within(result, most)


def _within(result: bytes, most: int) -> bytes:
    if len(result) > most:
        raise PageError(f"unpacks to more than {in_words(most)}, the bound for one page")
    return result
