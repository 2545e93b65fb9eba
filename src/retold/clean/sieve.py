"""Which of many patterns a text can match at all, told in one pass over it by the pieces that each of them needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick_rs

# What may be missing or differ: groups (three deep), classes, escapes, and what is optional.
_VARIABLE = re.compile(
    r"(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|\\.)(?:[?*+]|\{[^}]*\})?|.(?:[?*]|\{[^}]*\})|[\^$+.]",
)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Numbers of patterns are bits: `always` those that need nothing, `by_piece` those that each piece of the matcher stands for."""

    matcher: ahocorasick_rs.AhoCorasick
    by_piece: tuple[int, ...]
    always: int

    def possible(self, text: str) -> int:
        """The bits of the patterns that the text can match; it must have the case that the pieces have."""
        found = self.always
        for piece, _, _ in self.matcher.find_matches_as_indexes(text, overlapping=True):
            found |= self.by_piece[piece]
        return found


def sieve(needs: Sequence[Iterable[str]]) -> Sieve:
    """For each pattern the pieces of which a text must hold one; none where it needs none."""
    by_piece: dict[str, int] = defaultdict(int)
    always = 0
    for number, pieces in enumerate(needs):
        listed = tuple(pieces)
        always |= 0 if listed else 1 << number
        for piece in listed:
            by_piece[piece] |= 1 << number
    return Sieve(ahocorasick_rs.AhoCorasick(list(by_piece)), tuple(by_piece.values()), always)


def pieces_of(pattern: str) -> tuple[str, ...]:
    """The longest plain letters of each of a pattern's alternatives; nothing where one of them has none."""
    longest = [max(_VARIABLE.sub(" ", alternative).split(), key=len, default="") for alternative in _alternatives(pattern)]
    return tuple(dict.fromkeys(longest)) if all(longest) else ()


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no group or class."""
    depth = start = 0
    for found in re.finditer(r"\\.|[()|\[\]]", pattern):
        if found[0] in ("(", "["):
            depth += 1
        elif found[0] in (")", "]"):
            depth -= 1
        elif found[0] == "|" and depth == 0:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]
