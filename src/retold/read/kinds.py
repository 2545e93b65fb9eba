"""What a file is: by its suffix where that says it, else by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["html", "text", "jsonl", "json", "csv", "parquet", "warc", "wacz", "xml", "mhtml", "zip", "binary", "unknown"]

_SUFFIXES: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".txt": "text", ".text": "text", ".md": "text",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jl": "jsonl", ".json": "json", ".jsonfeed": "json",
    ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet",
    ".warc": "warc", ".wet": "warc", ".wacz": "wacz",
    ".rss": "xml", ".atom": "xml", ".xml": "xml", ".opml": "xml", ".rdf": "xml",
    ".mhtml": "mhtml", ".mht": "mhtml", ".zip": "zip",
}  # fmt: skip

# Files that lie beside saved pages and are never pages themselves.
_BESIDE_PAGES = frozenset({
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".woff",
    ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".wav", ".mov", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt",
    ".pptx", ".tar", ".7z", ".rar", ".bz2", ".xz", ".exe", ".so", ".dll", ".pyc", ".py", ".sh", ".toml", ".yaml", ".yml", ".ini",
    ".cfg", ".lock", ".log", ".db", ".sqlite", ".sqlite3", ".wat", ".cdx", ".cdxj", ".idx",
})  # fmt: skip

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"filedesc://", "an archive of the older format ARC (make WARC of it first: warcio recompress)"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
)

_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_TAG = re.compile(
    rb"<(?:!doctype|html|head|body|meta|title|article|main|section|div|p|h1|h2|span|br|table|script|link)\b[^<]{0,2000}>", re.IGNORECASE
)
_XML_START = re.compile(rb"\s*(?:<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b|<opml\b)", re.IGNORECASE)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")


def kind_by_name(name: str) -> Kind:
    """The kind that a file's name promises; `.gz` is looked through. "unknown" where it promises nothing."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    while suffixes and suffixes[-1] in {".gz", ".zst"}:
        suffixes.pop()
    last = suffixes[-1] if suffixes else ""
    return _SUFFIXES.get(last) or ("binary" if last in _BESIDE_PAGES else "unknown")


def kind_by_content(head: bytes) -> Kind:
    """The kind that the first bytes show."""
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if looks_like_html(head):
        return "html"
    if _XML_START.match(_plain(head)):
        return "xml"
    return "binary" if binary_reason(head) else "text"


def looks_like_html(head: bytes) -> bool:
    """True where the bytes start as an HTML page does, in ASCII or in UTF-16."""
    return _HTML_START.match(_after_prologue(_plain(head))) is not None


def has_tags(head: bytes) -> bool:
    """True where HTML tags occur, as in a fragment without `<html>`."""
    return _HTML_TAG.search(_plain(head)) is not None


def binary_reason(head: bytes) -> str | None:
    """What a file is instead of text, in words; None for text. Text may hold a few control characters, as damaged pages do."""
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return f"is {words}, not a page of HTML or text"
    if looks_like_html(head) or _is_utf16(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "is binary, not a page of HTML or text" if controls > len(head) * 0.05 else None


def _is_utf16(head: bytes) -> bool:
    """With a byte order mark, or (Latin script) with a NUL in nearly every second place and hardly any in the others."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return len(head) >= 8 and max(even, odd) > 0.4 * len(head) / 2 and min(even, odd) < 0.02 * len(head) / 2


def _plain(head: bytes) -> bytes:
    return head.replace(b"\x00", b"")


def _after_prologue(head: bytes) -> bytes:
    """What follows the byte order mark, blanks, comments and processing instructions that may stand before `<html`."""
    rest = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    while rest.startswith((b"<!--", b"<?")):
        mark = b"-->" if rest.startswith(b"<!--") else b">"
        _, found, after = rest.partition(mark)
        if not found:
            break
        rest = after.lstrip()
    return rest
