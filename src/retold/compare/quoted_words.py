"""Quoted words made comparable: contractions written out, British and American spellings evened, with where each word stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from retold.compare.function_words import stem_of
from retold.compare.telling import Telling
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
_ACRONYM = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words as stems, with where each stands; `parts` tells which quotation each belongs to."""

    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    parts: tuple[int, ...]


def all_said(telling: Telling) -> list[Said]:
    """The words of each quotation of a telling."""
    return [_said(telling, number) for number in range(len(telling.quotations))]


def said_by_paragraph(telling: Telling) -> list[Said]:
    """The quoted words of each paragraph as one: a copier joins what "he said" parted."""
    lines = line_starts(telling.text)
    paragraphs: dict[int, list[Said]] = {}
    for quotation, one in zip(telling.quotations, all_said(telling), strict=True):
        paragraphs.setdefault(bisect_right(lines, quotation.start), []).append(one)
    return [_joined(parts) for _, parts in sorted(paragraphs.items())]


def line_starts(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer("\n", text))]


def _said(telling: Telling, number: int) -> Said:
    quotation = telling.quotations[number]
    found = _words(telling.text, quotation.start, quotation.end)
    return Said(tuple(s for s, _ in found), tuple(span for _, span in found), (number,) * len(found))


def stems_of(text: str) -> str:
    """A text as stems between blanks, for finding one stretch of words in another."""
    return " " + " ".join(stem for stem, _ in _words(text, 0, len(text))) + " "


def _joined(parts: list[Said]) -> Said:
    return Said(
        tuple(s for p in parts for s in p.stems), tuple(s for p in parts for s in p.spans), tuple(n for p in parts for n in p.parts)
    )


def _words(text: str, start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    piece = _ACRONYM.sub(lambda m: m.group().replace(".", "") + " " * m.group().count("."), text[start:end])
    found = tokens(piece)
    return [
        (stem_of(_spelled(part)), (start + s, start + e))
        for word, s, e in zip(found.words, found.starts, found.ends, strict=True)
        for part in _expanded(word)
    ]


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
