"""Words with their offsets, folded so that look-alike letters, accents, invisible characters and typographic quotes do not tell two copies apart."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

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
    (0xAD, 0xAE), (0x300, 0x370), (0x61C, 0x61D), (0x180E, 0x180F), (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2065), (0x206A, 0x2070),
    (0xFE00, 0xFE10), (0xFEFF, 0xFF00), (0xE0100, 0xE01F0),
)  # fmt: skip
_UNSPACED = ((0xE00, 0xE80), (0x3040, 0x3100), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))

_BASIC = 0x10000  # code points of the basic plane are looked up in tables, the few beyond it one by one
_OTHER, _LETTER, _DIGIT, _APOSTROPHE, _POINT, _HIDDEN, _ALONE = range(7)

_POWERS = 64  # letters of a word that its hash tells apart by place

Codes = NDArray[np.uint32]
Classes = NDArray[np.uint8]


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
    """The folded words of `text` with character offsets into it. Scripts without spaces give a token a character.

    An apostrophe within a word belongs to it, and so does a point or comma within a number.
    """
    codes, classes = _folded(text)
    seen = np.flatnonzero(classes != _HIDDEN)
    codes, classes = codes[seen], classes[seen]
    starts, ends = _bounds(classes)
    if not len(starts):
        return Tokens((), (), ())
    plain = _text(codes)
    return Tokens(
        words=tuple([plain[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]),
        starts=tuple(seen[starts].tolist()),
        ends=tuple(np.append(seen, len(text))[ends].tolist()),  # with what is invisible behind the word: accents that stand alone
    )


def word_hashes(text: str) -> NDArray[np.uint64]:
    """A 64-bit hash of each folded word, in order, the same in every run: ten times as fast as the words themselves."""
    codes, classes = _folded(text)
    if (classes == _HIDDEN).any():
        codes, classes = codes[classes != _HIDDEN], classes[classes != _HIDDEN]
    starts, ends = _bounds(classes)
    if not len(starts):
        return np.zeros(0, dtype=np.uint64)
    lengths = ends - starts
    first = np.cumsum(lengths) - lengths
    letters = np.arange(int(lengths.sum()))
    values = codes[letters - np.repeat(first - starts, lengths)].astype(np.uint64)
    hashed = np.add.reduceat(values * _powers()[np.minimum(letters - np.repeat(first, lengths), _POWERS - 1)], first)
    mixed: NDArray[np.uint64] = (hashed ^ (hashed >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)
    return mixed


def words(text: str) -> list[Word]:
    """The folded words of `text`, one by one."""
    columns = tokens(text)
    return [Word(s, e, w) for w, s, e in zip(columns.words, columns.starts, columns.ends, strict=True)]


def fold(text: str) -> str:
    """`text` for comparing: lower case, plain quotes and dashes, no accents, no invisible characters, white space runs as one space."""
    codes, classes = _folded(text)
    return " ".join(_text(codes[classes != _HIDDEN]).split())


def _bounds(classes: Classes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where words start and end."""
    inside = (classes == _LETTER) | (classes == _DIGIT)
    if len(classes) > 2:
        digits = classes == _DIGIT
        inside[1:-1] |= (classes[1:-1] == _APOSTROPHE) & inside[:-2] & inside[2:]
        inside[1:-1] |= (classes[1:-1] == _POINT) & digits[:-2] & digits[2:]
    alone = classes == _ALONE
    edges = np.diff(np.concatenate([[0], inside.view(np.int8), [0]]))
    return np.flatnonzero((edges[:-1] == 1) | alone), np.flatnonzero((edges[1:] == -1) | alone) + 1


def _folded(text: str) -> tuple[Codes, Classes]:
    """Code points in lower case and plain letters, one for each character of `text`, and their classes."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    fold_table, class_table = _tables()
    if text.isascii() or not (codes >= _BASIC).any():
        return fold_table[codes], class_table[codes]
    folded = np.array([_fold_code(c) if c >= _BASIC else fold_table[c] for c in codes.tolist()], dtype=np.uint32)
    classes = [_class_of(original, code) for original, code in zip(codes.tolist(), folded.tolist(), strict=True)]
    return folded, np.array(classes, dtype=np.uint8)


def _text(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


@lru_cache(maxsize=1)
def _tables() -> tuple[Codes, Classes]:
    folded = [_fold_code(code) for code in range(_BASIC)]
    classes = [_class_of(code, plain) for code, plain in enumerate(folded)]
    return np.array(folded, dtype=np.uint32), np.array(classes, dtype=np.uint8)


@lru_cache(maxsize=1)
def _powers() -> NDArray[np.uint64]:
    return np.cumprod(np.full(_POWERS, 0xD6E8FEB86659FD93, dtype=np.uint64), dtype=np.uint64)


def _fold_code(code: int) -> int:
    char = _LOOKALIKES.get(chr(code)) or _PUNCTUATION.get(chr(code)) or chr(code)
    if not 0xAC00 <= code < 0xD7A4:  # Hangul syllables decompose into letters of their own
        plain = unicodedata.normalize("NFKD", char)[:1]
        char = plain if plain.isalnum() else char
    lower = _LOOKALIKES.get(char, char).lower()
    return ord(lower) if len(lower) == 1 else code


def _class_of(code: int, folded: int) -> int:
    char = chr(folded)
    if any(first <= code < last for first, last in _INVISIBLE):
        return _HIDDEN
    if any(first <= code < last for first, last in _UNSPACED):
        return _ALONE if char.isalnum() else _OTHER
    if char.isalnum():
        return _DIGIT if char.isdecimal() else _LETTER
    return _APOSTROPHE if char == "'" else _POINT if char in ".," else _OTHER
