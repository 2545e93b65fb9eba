"""Web archives made for a test: records by hand, so that they can be damaged at will."""

from __future__ import annotations

import gzip
import io
import zipfile

PAGE = b"<!doctype html><html><body><p>A ferry sank off Orsk on Monday.</p></body></html>"


def record(
    name: str, body: bytes = PAGE, *, kind: str = "response", http: bytes | None = b"Content-Type: text/html", length: int | None = None
) -> bytes:
    """A WARC record whose id and address end in `name`; `http` are the answer's headers, None for a record without HTTP."""
    block = body if http is None else b"HTTP/1.1 200 OK\r\n" + http + b"\r\n\r\n" + body
    block_type = "text/plain" if http is None else "application/http; msgtype=response"
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{name}>",
        "WARC-Date: 2024-03-11T09:30:00Z",
        f"WARC-Target-URI: https://courier.example/{name}",
        f"Content-Type: {block_type}",
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """One gzip member a record, as archives are packed."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def damaged(content: bytes, *places: int) -> bytes:
    """The content with bytes changed at these places."""
    changed = bytearray(content)
    for place in places:
        changed[place] ^= 0x55
    return bytes(changed)


def wacz(pages: str | None = None, **archives: bytes) -> bytes:
    """A WACZ of these archives; `pages` is its list of visited pages."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("datapackage.json", "{}")
        if pages is not None:
            package.writestr("pages/pages.jsonl", pages)
        for name, content in archives.items():
            package.writestr(f"archive/{name}.warc.gz", content)
    return held.getvalue()
