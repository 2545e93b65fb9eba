"""Words with their offsets, folded so that look-alike letters, accents, invisible characters and typographic quotes do not tell two copies apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Cyrillic and Greek letters that look like Latin ones: copiers swap them in to hide a copy.
_LOOKALIKES = dict(
    zip(
        "аеорсухіјѕԁһԛԝѵқԍьАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυϲϳ",
        "aeopcyxijsdhqwvkgbABEKMHOPCTYXIJSABEZHIKMNOPTYXoaivpucj",
        strict=True,
    ),
)
_PUNCTUATION = dict(zip("’‘ʼʹ´`＇“”„‟«»″‐‑‒–—−\u00a0\u202f\u2009", "'''''''\"\"\"\"\"\"\"------   ", strict=True))
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\U000e0100-\U000e01ef"
)
_LETTER_RANGES = ((0xC0, 0x250), (0x1E00, 0x1F00), (0xFF10, 0xFF5B), (0x1D400, 0x1D800), (0x2460, 0x24EA))
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"

_INVISIBLE_RUN = re.compile(f"[{_INVISIBLE}]+")
_ASCII_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*")
_ANY_WORD = re.compile(
    rf"[{_UNSPACED}]|\d+(?:[.,]\d+)+|(?:(?![{_UNSPACED}])[^\W_])(?:(?![{_UNSPACED}])(?:[^\W_]|[{_INVISIBLE}]+|'(?=[^\W_])))*",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written at `[start, end)` of its text, and folded."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in columns, which is what fast matching needs: folded words, their starts and ends in characters."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def tokens(text: str) -> Tokens:
    """The folded words of `text` with character offsets into it. Scripts without spaces give a token a character."""
    folded = _same_length_fold(text)
    plain = folded.isascii()
    found = [(m.group(), m.start(), m.end()) for m in (_ASCII_WORD if plain else _ANY_WORD).finditer(folded)]
    if not found:
        return Tokens((), (), ())
    words, starts, ends = zip(*found, strict=True)
    if not plain:
        words = tuple(_INVISIBLE_RUN.sub("", word) if not word.isascii() else word for word in words)
    return Tokens(words, starts, ends)


def folded_words(text: str) -> list[str]:
    """The folded words of `text` alone, without offsets: three times as fast as `tokens`."""
    folded = _same_length_fold(text)
    if folded.isascii():
        return _ASCII_WORD.findall(folded)
    return [_INVISIBLE_RUN.sub("", w) if not w.isascii() else w for w in _ANY_WORD.findall(folded)]


def words(text: str) -> list[Word]:
    """The folded words of `text`, one by one."""
    columns = tokens(text)
    return [Word(s, e, w) for w, s, e in zip(columns.words, columns.starts, columns.ends, strict=True)]


def fold(text: str) -> str:
    """`text` for comparing: lower case, plain quotes and dashes, no accents, no invisible characters, white space runs as one space."""
    return " ".join(_INVISIBLE_RUN.sub("", _same_length_fold(text)).split())


def _same_length_fold(text: str) -> str:
    """Lower case and plain letters, character by character, so that offsets stay true."""
    if text.isascii():
        return text.lower()
    translated = text.translate(_plain_letters())
    lowered = translated.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in translated)


@lru_cache(maxsize=1)
def _plain_letters() -> dict[int, str]:
    table = {ord(key): value for key, value in (_LOOKALIKES | _PUNCTUATION).items()}
    for first, last in _LETTER_RANGES:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKD", chr(code))[:1]
            if plain.isalnum() and plain != chr(code):
                table[code] = table.get(ord(plain), plain)
    return table
