"""Bytes of a web page to text: byte order mark, valid UTF-8, the declared charset, the page's own meta, then the likeliest guess.

Valid UTF-8 with letters beyond ASCII goes before any declaration, since text in another charset is hardly ever valid UTF-8 by
chance, while declarations are often wrong. Aliases follow the WHATWG Encoding Standard (what browsers do): "iso-8859-1" is read
as windows-1252, "gb2312" as gb18030, and so on.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from retold.text.charset_guess import guess

MIXED = "retold-windows-1252"  # the error handler for bytes of windows-1252 inside UTF-8

_META_BYTES = 4096  # browsers look at 1024; news pages put scripts before their meta
_MIXED_SHARE = (
    0.1  # share of bytes beyond ASCII that may be broken in a page still taken for UTF-8; windows-125x text has nearly all broken
)

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Labels whose browser meaning is wider than Python's codec of that name.
_WHATWG: dict[str, str] = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "iso_8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "l1": "cp1252", "x-cp1252": "cp1252", "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "big5": "big5hkscs",
    "x-euc-jp": "euc_jp", "x-mac-cyrillic": "mac_cyrillic", "macintosh": "mac_roman", "unicode": "utf-16-le", "utf8": "utf-8",
    "x-user-defined": "cp1252", "x-windows-1251": "cp1251", "win-1251": "cp1251", "windows-874": "cp874",
}  # fmt: skip

# Codecs of Python's own or long forbidden to browsers: no page is written in them.
_NO_CHARSETS = frozenset(
    {
        "utf-7",
        "punycode",
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "raw-unicode-escape",
        "unicode-escape",
        "undefined",
        "mbcs",
        "oem",
    }
)

_META = re.compile(rb"""<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_ESCAPES = (b"\x1b$", b"\x1b(")  # of iso-2022-jp, which is ASCII by its bytes


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of a page; never fails. `declared` is a charset name or a whole content type ("text/html; charset=gbk").

    Bytes that fit no charset become U+FFFD; NUL characters, which damaged pages hold, are left out.
    """
    return _decoded(content, declared).replace("\x00", "")


def _decoded(content: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if wide := _wide_without_mark(content):
        return content.decode(wide, "replace")
    if not any(escape in content for escape in _ESCAPES):
        if (text := _strict(content, "utf-8")) is not None:
            return text
        if _broken_share(content) <= _MIXED_SHARE:
            return content.decode("utf-8", MIXED)
    for encoding in _candidates(content, declared):
        if encoding != "utf-8" and (text := _strict(content, encoding)) is not None:
            return text
    return _guessed(content)


def _wide_without_mark(content: bytes) -> str | None:
    """UTF-16 that lost its byte order mark: a NUL in nearly every second place."""
    head = content[:_META_BYTES]
    half = len(head) // 2
    if half < 4 or head.count(0) < 0.4 * half:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) > 0.02 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _candidates(content: bytes, declared: str | None) -> Iterator[str]:
    for label in (declared, _meta_charset(content)):
        encoding = encoding_of(label) if label else None
        if encoding:
            yield encoding


def encoding_of(label: str) -> str | None:
    """Python's codec for a charset label or content type, as browsers understand the label; None where it names no text encoding."""
    name = label.lower().rpartition("charset=")[2].split(";")[0].strip(" \"'\t")
    name = _WHATWG.get(name, name)
    try:
        info = codecs.lookup(name)
        "".encode(info.name)  # refuses codecs between bytes and bytes, such as "zlib" or "hex"
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if info.name in _NO_CHARSETS else info.name


def _meta_charset(content: bytes) -> str | None:
    found = _META.search(content[:_META_BYTES])
    label = found[1].decode("ascii") if found else None
    # A meta that could be read as ASCII cannot stand in UTF-16, whatever it says.
    return None if label and label.lower().startswith(("utf-16", "utf-32", "unicode")) else label


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        return _western(content) if encoding == "cp1252" and _high_share(content) < 0.3 else None


def _high_share(content: bytes) -> float:
    ascii_only = len(content.decode("ascii", "ignore"))
    return 1 - ascii_only / max(1, len(content))


def _broken_share(content: bytes) -> float:
    """The share of bytes beyond ASCII that are no UTF-8."""
    broken = content.decode("utf-8", "replace").count("\ufffd")
    return broken / max(1, len(content) - len(content.decode("ascii", "ignore")))


def _guessed(content: bytes) -> str:
    """The likeliest charset, else windows-1252; one stray byte is windows-1252 or the half of a character of UTF-8."""
    if content.decode("utf-8", "replace").count("\ufffd") <= 1:
        return content.decode("utf-8", MIXED)
    encoding = guess(content)
    if encoding and (text := _strict(content, encoding)) is not None:
        return text
    return _western(content)


def _western(content: bytes) -> str:
    """windows-1252 as browsers read it: its five undefined bytes are control characters."""
    return content.decode("cp1252", "retold-latin-1")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """An error handler: a broken byte of UTF-8 is taken for windows-1252; a character cut off at the end is left out."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        return "", error.end
    return _western(broken), error.end


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(MIXED, _as_windows_1252)
codecs.register_error("retold-latin-1", _as_latin_1)
