"""Setting facts of one kind (numbers, dates) of two tellings against each other: which two are about the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from retold.compare.comparison import Comparison, words_at
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.matching import Block, Match
from retold.compare.spanned import Spanned, within
from retold.compare.telling import Sentence

# How many words on each side of a fact say what it is about.
_WIDTH = 6
# How far before a fact the word stands that leads to it.
_HEAD = 3
# An edited run no longer than this holds one fact in the place of another, not a new clause.
_SLOT = 5


Fact = TypeVar("Fact", bound=Spanned)


@dataclass(frozen=True, slots=True)
class FactPair(Generic[Fact]):
    """Two facts that stand for the same thing; `context` says how surely, from 0 to 1."""

    earlier: Fact
    later: Fact
    match: Match
    context: float


def fact_pairs(
    comparison: Comparison,
    firsts: Sequence[Fact],
    seconds: Sequence[Fact],
    agrees: Callable[[Fact, Fact], bool],
    kinship: Callable[[Fact, Fact], float],
) -> tuple[list[FactPair[Fact]], list[FactPair[Fact]]]:
    """Facts paired within matching sentences: those that agree, and those that stand in each other's place but do not.

    `kinship` adds what two facts themselves show of being about one thing.
    """
    agreeing: list[FactPair[Fact]] = []
    differing: list[FactPair[Fact]] = []
    for sentence in comparison.later.sentences:
        sources = comparison.sources_of(sentence)
        theirs = list(within(seconds, sentence.start, sentence.end))
        if not sources or not theirs:
            continue
        ours = [(f, m) for m in sources for f in within(firsts, m.earlier.start, m.earlier.end)]
        same, rest_ours, rest_theirs = _settle(ours, theirs, agrees)
        agreeing += same
        differing += _displaced(rest_ours, rest_theirs, kinship, comparison.settings.context_likeness)
    return agreeing, differing


def _settle(
    ours: list[tuple[Fact, Match]], theirs: list[Fact], agrees: Callable[[Fact, Fact], bool]
) -> tuple[list[FactPair[Fact]], list[tuple[Fact, Match]], list[Fact]]:
    """Facts that agree, the likeliest contexts first; what is left on either side."""
    scored = sorted(
        ((context(m, o, t), -i, -j) for i, (o, m) in enumerate(ours) for j, t in enumerate(theirs) if agrees(o, t)), reverse=True
    )
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if -i not in used_ours and -j not in used_theirs:
            used_ours.add(-i)
            used_theirs.add(-j)
            pairs.append(FactPair(ours[-i][0], theirs[-j], ours[-i][1], score))
    # What is told twice in the later sentence is told, not altered.
    settled = [t for j, t in enumerate(theirs) if j not in used_theirs and any(agrees(o, t) for o, _ in ours)]
    return (
        pairs,
        [o for i, o in enumerate(ours) if i not in used_ours],
        [t for j, t in enumerate(theirs) if j not in used_theirs and t not in settled],
    )


def _displaced(
    ours: list[tuple[Fact, Match]], theirs: list[Fact], kinship: Callable[[Fact, Fact], float], least: float
) -> list[FactPair[Fact]]:
    scored = sorted(
        ((context(m, o, t) + kinship(o, t), -i, -j) for i, (o, m) in enumerate(ours) for j, t in enumerate(theirs)), reverse=True
    )
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score >= least and -i not in used_ours and -j not in used_theirs:
            used_ours.add(-i)
            used_theirs.add(-j)
            pairs.append(FactPair(ours[-i][0], theirs[-j], ours[-i][1], min(1.0, score)))
    return pairs


def context(match: Match, earlier: Spanned, later: Spanned) -> float:
    """How far two facts stand for the same thing, from 0 to 1: among the same words, in one small edited run, beside the same neighbour."""
    a, b = words_at(match.earlier, earlier.start, earlier.end), words_at(match.later, later.start, later.end)
    around = _around(match.earlier, a), _around(match.later, b)
    shared = sum((around[0] & around[1]).values())
    fewest = min(sum(around[0].values()), sum(around[1].values()))
    near = shared / fewest if fewest else 0.0
    return min(1.0, 0.6 * near + _slot(match.blocks, a, b) + _headed(match, a, b))


def _headed(match: Match, a: tuple[int, int], b: tuple[int, int]) -> float:
    """0.1 where the same word of substance leads to both facts, as in "the spring of 2026" and "for the spring of 2025"."""
    heads = [
        next((m for m in reversed(s.meanings[max(0, span[0] - _HEAD) : span[0]]) if m not in FUNCTION_WORDS), None)
        for s, span in ((match.earlier, a), (match.later, b))
    ]
    return 0.1 if heads[0] is not None and heads[0] == heads[1] else 0.0


def _slot(blocks: Sequence[Block], a: tuple[int, int], b: tuple[int, int]) -> float:
    """0.4 where the alignment of words puts one fact in the place of the other; 0.25 where only their beginnings or ends meet."""
    for block in blocks:
        overlap_a = max(0, min(a[1], block.a_to) - max(a[0], block.a_from))
        overlap_b = max(0, min(b[1], block.b_to) - max(b[0], block.b_from))
        if not overlap_a or not overlap_b:
            continue
        if block.equal:
            return 0.4 if a[0] - block.a_from == b[0] - block.b_from or a[1] - block.a_from == b[1] - block.b_from else 0.0
        if max(block.a_to - block.a_from - overlap_a, block.b_to - block.b_from - overlap_b) <= _SLOT:
            return 0.4
        if (a[0], b[0]) == (block.a_from, block.b_from) or (a[1], b[1]) == (block.a_to, block.b_to):
            return 0.25
    return 0.0


def _around(sentence: Sentence, span: tuple[int, int]) -> Counter[str]:
    meanings = sentence.meanings[max(0, span[0] - _WIDTH) : span[0]] + sentence.meanings[span[1] : span[1] + _WIDTH]
    return Counter(m for m in meanings if m not in FUNCTION_WORDS and not m[:1].isdigit())
