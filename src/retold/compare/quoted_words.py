"""Quoted words made comparable: contractions written out, British and American spellings evened, with where each word stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.compare.function_words import stem_of
from retold.compare.quotations import Quotation
from retold.text.tokens import tokens

_CONTRACTIONS = {"'s": "is", "'re": "are", "'ll": "will", "'ve": "have", "'d": "would", "'m": "am"}
_SPELLINGS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"is(?=(?:e|ed|es|ing|ation|er|ers)$)", "iz"),
        (r"(?<=.)our", "or"),
        (r"(?<=[dfn])ence$", "ense"),
        (r"(?<=[bt])re$", "er"),
    )
)
# Words quoted in one paragraph: more than anybody says in a breath; a text without paragraphs is cut here.
_LONGEST = 300
_ACRONYM = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words as stems, with where each stands; `parts` tells which quotation each belongs to."""

    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    parts: tuple[int, ...]


def all_said(text: str, quotations: Sequence[Quotation]) -> list[Said]:
    """The words of each quotation of a text."""
    return [_said(text, quotation, number) for number, quotation in enumerate(quotations)]


def said_by_paragraph(text: str, quotations: Sequence[Quotation], said: Sequence[Said]) -> list[Said]:
    """The quoted words of each paragraph as one: a copier joins what "he said" parted."""
    lines = line_starts(text)
    paragraphs: dict[tuple[int, int], list[Said]] = {}
    words: Counter[int] = Counter()
    for quotation, one in zip(quotations, said, strict=True):
        line = bisect_right(lines, quotation.start)
        paragraphs.setdefault((line, words[line] // _LONGEST), []).append(one)
        words[line] += len(one.stems)
    return [_joined(parts) for _, parts in sorted(paragraphs.items())]


def line_starts(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer("\n", text))]


def _said(text: str, quotation: Quotation, number: int) -> Said:
    found = _words(text, quotation.start, quotation.end)
    return Said(tuple(s for s, _ in found), tuple(span for _, span in found), (number,) * len(found))


def stems_of(text: str) -> str:
    """A text as stems between blanks, for finding one stretch of words in another."""
    return " " + " ".join(stem for stem, _ in _words(text, 0, len(text))) + " "


def _joined(parts: list[Said]) -> Said:
    return Said(
        tuple(s for p in parts for s in p.stems), tuple(s for p in parts for s in p.spans), tuple(n for p in parts for n in p.parts)
    )


def _words(text: str, start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    return [(stem, (start + s, start + e)) for stem, s, e in _cut(text[start:end])]


@lru_cache(maxsize=20_000)
def _cut(words: str) -> tuple[tuple[str, int, int], ...]:
    """Stems with their places; kept, since copies share their sentences."""
    found = tokens(_ACRONYM.sub(lambda m: m.group().replace(".", "") + " " * m.group().count("."), words))
    return tuple(
        (stem_of(_spelled(part)), s, e)
        for word, s, e in zip(found.words, found.starts, found.ends, strict=True)
        for part in _expanded(word)
    )


def _expanded(word: str) -> list[str]:
    """As in "didn't", two words, so that a contraction written out is no change."""
    if word.endswith("n't"):
        return [{"ca": "can", "wo": "will", "sha": "shall"}.get(word[:-3], word[:-3]), "not"]
    if word == "cannot":
        return ["can", "not"]
    for ending, full in _CONTRACTIONS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word]


def _spelled(word: str) -> str:
    if len(word) > 4:
        for pattern, put in _SPELLINGS:
            word = pattern.sub(put, word)
    return word
