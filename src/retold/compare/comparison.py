"""Two tellings side by side, and what a detector says of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from retold.compare.matching import Match
from retold.compare.pairing import Pair
from retold.compare.settings import Settings
from retold.compare.telling import Sentence, Telling
from retold.types import ChangeKind, Severity, Span, Statement


@dataclass(frozen=True, slots=True)
class Comparison:
    """`others`: further tellings that the later one drew on; what it has from them, the earlier one need not explain."""

    pair: Pair
    earlier: Telling
    later: Telling
    matches: tuple[Match, ...]
    others: tuple[Telling, ...]
    said_before: tuple[Statement, ...]
    said_after: tuple[Statement, ...]
    settings: Settings

    def sources_of(self, sentence: Sentence) -> Sequence[Match]:
        """The matches of a later sentence; `matches` are in order of it."""
        first = bisect_left(self.matches, sentence.index, key=_place)
        return self.matches[first : bisect_left(self.matches, sentence.index + 1, key=_place)]


def _place(match: Match) -> int:
    return match.later.index


@dataclass(frozen=True, slots=True)
class Finding:
    """A change found, before it is given its id. `about` is the same for one alteration that is repeated through the text."""

    kind: ChangeKind
    before: Span | None
    after: Span
    confidence: float
    severity: Severity
    about: str = ""


def words_at(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The numbers of the first word of a span and of the one behind its last."""
    first = next((n for n, e in enumerate(sentence.ends) if e > start), len(sentence.ends))
    last = next((n for n, s in enumerate(sentence.starts) if s >= end), len(sentence.starts))
    return first, max(last, first)
