"""Names as they stand in a text: runs of capitalised words, with the small words that names carry inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from retold.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `[start, end)`; `opens` says that it opens a sentence, where a capital proves nothing."""

    start: int
    end: int
    text: str
    opens: bool


_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w]*(?:[’'-][A-ZÀ-Þ]?\w+)*|[A-Z]\.)"
_RUN = re.compile(
    rf"(?<![\w’'-]){_WORD}(?:[ \u00a0](?:(?:of|for|de|da|del|van|von|der|bin|ibn|al|el|la|le)[ \u00a0](?:the[ \u00a0])?|and[ \u00a0]|the[ \u00a0])?{_WORD})*"
)
_POSSESSIVE = re.compile(r"[’']s?[ \u00a0]")
_LITTLE = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "but",
        "or",
        "nor",
        "so",
        "yet",
        "if",
        "when",
        "while",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "onto",
        "over",
        "to",
        "up",
        "with",
        "without",
        "after",
        "before",
        "since",
        "until",
        "during",
        "i",
        "he",
        "she",
        "it",
        "we",
        "they",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "your",
        "my",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "who",
        "what",
        "which",
        "how",
        "why",
        "where",
        "not",
        "no",
        "nobody",
        "none",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "some",
        "many",
        "most",
        "all",
        "both",
        "each",
        "every",
        "any",
        "another",
        "other",
        "several",
        "few",
        "more",
        "much",
        "such",
        "only",
        "asked",
        "according",
        "earlier",
        "later",
        "meanwhile",
        "however",
        "still",
        "also",
        "then",
        "now",
        "once",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "yes",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "said",
        "says",
        "because",
        "although",
        "though",
        "despite",
        "under",
        "between",
        "among",
        "against",
    ]
)


def names(text: str) -> list[Name]:
    """Runs of capitalised words; a lone capitalised small word or weekday is none."""
    openings = {start for start, _ in sentences(text)}
    found = []
    for match in _RUN.finditer(text):
        for piece_start, piece_end in _unpossessed(text, match.start(), match.end()):
            start, end = _trimmed(text, piece_start, piece_end)
            if end - start > 1:
                before = text[max(0, start - 1) : start]
                found.append(Name(start, end, text[start:end], start in openings or before in ("“", '"', "‘", "'")))
    return found


def _unpossessed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """As in "Nixon's Committee", two names."""
    cuts = [start + m.end() for m in _POSSESSIVE.finditer(text[start:end])]
    return list(pairwise([start, *cuts, end]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without the small words, weekdays and possessive at its ends."""
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    while words and text[words[0][0] : words[0][1]].lower().strip(".'’") in _LITTLE:
        words.pop(0)
    while words and text[words[-1][0] : words[-1][1]].lower().strip(".'’") in _LITTLE:
        words.pop()
    if not words:
        return start, start
    last = re.sub(r"[’']s?$", "", text[words[-1][0] : words[-1][1]])
    return words[0][0], words[-1][0] + len(last)
