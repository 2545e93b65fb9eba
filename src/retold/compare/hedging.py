"""Hedges that a later telling lost, gained, or turned into certainty."""

from __future__ import annotations

from retold.compare.comparison import Comparison, Finding, words_at
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.matching import Block, Match
from retold.compare.telling import Sentence, Telling
from retold.text.hedges import Hedge

# How far behind a hedge the words stand that it hedges.
_REACH = 7
# Words that vouch or doubt without being hedges of the lexicon: a telling that has one near has not lost its caution.
_CAUTION = frozenset("accus alleg suspect claim believ thought think report seem appear apparently probably likely possibl perhap may might could would suggest if whether".split())
_AUXILIARY = frozenset("be been is are was were has have had will would should shall must can could may might do did does not n't so far".split())


def changed_hedges(comparison: Comparison) -> list[Finding]:
    found = []
    for match in comparison.matches:
        if match.likeness < (0.45 if comparison.pair.close else 0.6):
            continue
        found += _moved(comparison, match, lost=True)
        if comparison.pair.close and comparison.pair.how not in ("summary", "reworded"):
            found += _moved(comparison, match, lost=False)
    return found


def _moved(comparison: Comparison, match: Match, *, lost: bool) -> list[Finding]:
    """Hedges of one side whose words the other side keeps without any."""
    one, other = (comparison.earlier, comparison.later) if lost else (comparison.later, comparison.earlier)
    here, there = (match.earlier, match.later) if lost else (match.later, match.earlier)
    found = []
    for hedge in one.hedges:
        if not here.start <= hedge.start < here.end or hedge.strength > 0.85 or one.is_quoted(hedge.start, hedge.end):
            continue
        spans = _unhedged(other, here, there, hedge, match.blocks if lost else _mirrored(match.blocks))
        if spans is not None:
            before, after = spans if lost else spans[::-1]
            found.append(Finding("hedge", before, after, 0.72 if lost else 0.55, "shift", f"hedge {match.earlier.index} {hedge.word}"))
    return found


def _mirrored(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(Block(b.equal, b.b_from, b.b_to, b.a_from, b.a_to) for b in blocks)


def _unhedged(other: Telling, here: Sentence, there: Sentence, hedge: Hedge, blocks: tuple[Block, ...]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The hedged words and the same without a hedge; None where a hedge stays, or the words went."""
    first, last = words_at(here, hedge.start, hedge.end)
    kept = _image(here, blocks, last)
    if kept is None:
        return None
    a_word, b_word = kept
    start = _widened(there, b_word)
    window = (max(0, start - 4), min(len(there.words), b_word + 3))
    if _is_cautious(other, there, window):
        return None
    return (here.starts[first], here.ends[a_word]), (there.starts[start], there.ends[b_word])


def _image(here: Sentence, blocks: tuple[Block, ...], last: int) -> tuple[int, int] | None:
    """The first word of substance behind the hedge that the other side has, with the word there."""
    for block in blocks:
        if not block.equal:
            continue
        for word in range(max(block.a_from, last), min(block.a_to, last + _REACH)):
            if here.stems[word] not in FUNCTION_WORDS:
                return word, block.b_from + word - block.a_from
    return None


def _widened(there: Sentence, word: int) -> int:
    while word > 0 and there.words[word - 1] in _AUXILIARY:
        word -= 1
    return word


def _is_cautious(other: Telling, there: Sentence, window: tuple[int, int]) -> bool:
    start, end = there.starts[window[0]], there.ends[window[1] - 1]
    if any(h.start < end and start < h.end for h in other.hedges):
        return True
    return any(stem in _CAUTION for stem in there.stems[window[0] : window[1]])
