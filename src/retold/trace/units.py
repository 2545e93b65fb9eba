"""A text cut into sentence-like units with stemmed words: what passages are sought in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import xxhash
from numpy.typing import NDArray

from retold.text.tokens import Tokens, tokens

# Begins with a set of characters, so that the search skips to them.
_BREAK = re.compile(r"[.!?…;\n。！？](?:(?<=[.!?…])[\"'”’)\]]*(?=\s+[^\sa-z])|(?<=[。！？])|(?<=\n)\s*\n|(?<=;)(?=\s))")
_SHORT = 4  # words: shorter units ("Prof.", "Yes.") are joined to the next, as a vector of three words is noise
_LONG = 48  # words: longer units (lists without stops) are cut, since a vector of so many words resembles everything


@dataclass(frozen=True, slots=True)
class Units:
    """A text's words and units in columns.

    `stems`: an id a word, the same for words of one stem in every text. `first`: index of each unit's first word, with the number of words as
    its last entry. `starts`, `ends`: character offsets of the words.
    """

    text: str
    words: tuple[str, ...]
    stems: NDArray[np.uint64]
    first: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first) - 1

    def unit_of_words(self) -> NDArray[np.int64]:
        return np.repeat(np.arange(len(self)), np.diff(self.first))


def units(text: str) -> Units:
    """Cuts `text` at the ends of sentences and paragraphs; short units are joined, long ones cut."""
    found = tokens(text)
    starts = np.array(found.starts, dtype=np.int64)
    breaks = np.searchsorted(starts, [m.end() for m in _BREAK.finditer(text)]) if len(found) else np.zeros(0, dtype=np.int64)
    return Units(
        text=text,
        words=found.words,
        stems=stem_ids(found.words),
        first=_unit_starts(breaks.tolist(), found),
        starts=starts,
        ends=np.array(found.ends, dtype=np.int64),
    )


def _unit_starts(breaks: list[int], found: Tokens) -> NDArray[np.int64]:
    first = [0] if len(found) else []
    for place in [*breaks, len(found)]:
        while first and place - first[-1] > _LONG + _SHORT:
            first.append(first[-1] + _LONG)
        if first and place - first[-1] >= _SHORT and place < len(found):
            first.append(place)
    if len(first) > 1 and len(found) - first[-1] < _SHORT:
        first.pop()
    return np.array([*first, len(found)], dtype=np.int64)


def stem_ids(words: Sequence[str]) -> NDArray[np.uint64]:
    """64-bit ids of the words' stems, the same in every run."""
    return np.fromiter(map(_STEM_IDS.__getitem__, words), dtype=np.uint64, count=len(words))


class _StemIds(dict[str, int]):
    """Ids by word, worked out once; bounded, so that a stream of made-up words does not fill the memory."""

    def __missing__(self, word: str) -> int:
        if len(self) > 1 << 20:
            self.clear()
        self[word] = made = xxhash.xxh3_64_intdigest(stem(word).encode("utf-8", "surrogatepass"))
        return made


_STEM_IDS = _StemIds()


def stem(word: str) -> str:
    """The word without its inflection: plural, past, -ing, -ly, possessive. Lighter than Porter (1980), so that few words fall together."""
    word = word.removesuffix("'s")
    if len(word) <= 3 or not word.isalpha():
        return word
    for suffix, replacement, least in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            word = word[: len(word) - len(suffix)] + replacement
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgklmnprt":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


_SUFFIXES = (
    ("iveness", "ive", 3), ("fulness", "ful", 3), ("ations", "ate", 3), ("ation", "ate", 3), ("ities", "", 3), ("ically", "ic", 3),
    ("ments", "", 3), ("ment", "", 3), ("ingly", "", 3), ("edly", "", 3), ("ness", "", 3), ("ity", "", 3), ("ies", "i", 2), ("ied", "i", 2),
    ("ions", "", 4), ("ion", "", 4), ("ings", "", 3), ("ing", "", 3), ("sses", "ss", 2), ("ers", "", 3), ("ors", "", 3), ("er", "", 3), ("or", "", 3),
    ("ed", "", 3), ("es", "", 3), ("ly", "", 3), ("y", "i", 3), ("ss", "ss", 1), ("us", "us", 1), ("s", "", 3),
)  # fmt: skip
