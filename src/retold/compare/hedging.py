"""Hedges that a later telling lost, gained, or turned into certainty."""

from __future__ import annotations

import re

from retold.compare.comparison import Comparison, Finding, words_at
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.matching import Block, Match
from retold.compare.negators import is_negator
from retold.compare.spanned import within
from retold.compare.telling import Sentence, Telling
from retold.compare.updates import is_correction
from retold.text.hedges import Hedge
from retold.types import Span

_EVIDENCE = re.compile(r"\b(?:trace|evidence|sign|proof|indication|record|found|find|know)", re.IGNORECASE)
_NO_EVIDENCE = re.compile(
    r"\b(?:so far )?(?:found |seen |has |had )?no (?:trace|evidence|signs?|proof|indication|record) (?:of|that)\b", re.IGNORECASE
)
# Hedges that stand before a noun.
_OF_NOUNS = frozenset(["likely", "probable", "possible", "apparent", "alleged", "suspected", "potential", "presumed"])
_DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their"])
# How far behind a hedge the words stand that it hedges.
_REACH = 5
# How many words before the same words without a hedge may hold another.
_BEFORE = 7
# An edited run of so many words at most swaps one for another.
_SWAP = 3
# Hedges of a figure are told with the figure.
OF_NUMBERS = frozenset(["roughly", "estimated", "an estimated", "estimates", "estimate"])
# Words that vouch or doubt without being hedges of the lexicon: a telling that has one near has not lost its caution.
CAUTION = frozenset(
    stem_of(word)
    for word in re.findall(
        r"\w+",
        """accuse allege suspect claim believe thought think report seem appear apparently probably likely possibly perhaps may might could would
        suggest necessarily resemble if whether impression look sign estimate expect presume rumour unclear question appearance anticipate predict forecast plan hope intend face risk threaten""",
    )
)
# Hedges that rest on somebody's word: where the other telling names who says so, nothing is lost.
_HEARSAY = re.compile(r"alleg|report|believe|suspect|suppos|purport|thought|rumou?r|apparent", re.IGNORECASE)
_SOMEBODY_SAYS = re.compile(r"\b(?:say|says|said|told|according|claim(?:s|ed)?|report(?:s|ed)?|stated?)\b", re.IGNORECASE)
_AUXILIARY = frozenset(
    re.findall(
        r"[\w']+", "be been is are was were has have had will would should shall must can could may might do did does not n't so far"
    )
)


def changed_hedges(comparison: Comparison) -> list[Finding]:
    found = []
    for match in comparison.matches:
        if match.likeness < (0.45 if comparison.pair.close else 0.5):
            continue
        found += _moved(comparison, match, lost=True)
        found += _evidence_lost(comparison, match)
        if match.likeness >= 0.75 or (comparison.pair.close and comparison.pair.how not in ("summary", "reworded")):
            found += _moved(comparison, match, lost=False)
    return found


def _moved(comparison: Comparison, match: Match, *, lost: bool) -> list[Finding]:
    """Hedges of one side whose words the other side keeps without any."""
    one, other = (comparison.earlier, comparison.later) if lost else (comparison.later, comparison.earlier)
    here, there = (match.earlier, match.later) if lost else (match.later, match.earlier)
    found = []
    for hedge in within(one.hedges, here.start, here.end):
        if hedge.strength > 0.85 or hedge.word in OF_NUMBERS or one.is_quoted(hedge.start, hedge.end):
            continue
        if is_correction(comparison, match.later):
            continue
        if _HEARSAY.search(hedge.word) and _is_vouched(one, here, other, there):
            continue
        swaps = comparison.pair.close and comparison.pair.how in ("spun", "translated", "verbatim")
        spans = _unhedged(other, here, there, hedge, match.blocks if lost else _mirrored(match.blocks), swaps=swaps)
        if spans is None and lost:
            spans = _unhedged_elsewhere(other, here, there, hedge)
        if spans is not None:
            before, after = spans if lost else spans[::-1]
            found.append(Finding("hedge", before, after, 0.72 if lost else 0.55, "shift", f"hedge {match.earlier.index} {hedge.word}"))
    return found


def _is_vouched(one: Telling, here: Sentence, other: Telling, there: Sentence) -> bool:
    """Whether the side without the hedge names somebody who says so, where the side with it names nobody."""
    return bool(_SOMEBODY_SAYS.search(other.text, there.start, there.end)) and not _SOMEBODY_SAYS.search(one.text, here.start, here.end)


def _evidence_lost(comparison: Comparison, match: Match) -> list[Finding]:
    """As in "found no trace of a payment" that became "no payment was made": what is not proved is not disproved."""
    old = _NO_EVIDENCE.search(comparison.earlier.text, match.earlier.start, match.earlier.end)
    if old is None or _EVIDENCE.search(comparison.later.text, match.later.start, match.later.end):
        return []
    first = words_at(match.earlier, old.end(), old.end())[0]
    missing = next(
        (n for n in range(first, min(first + 4, len(match.earlier.stems))) if match.earlier.stems[n] not in FUNCTION_WORDS), None
    )
    if missing is None or match.earlier.stems[missing] not in match.later.stems:
        return []
    there = match.later.stems.index(match.earlier.stems[missing])
    start = next((n for n in range(max(0, there - 3), there + 4) if n < len(match.later.words) and is_negator(match.later.words[n])), None)
    if start is None:
        return []
    end = min(len(match.later.words), max(there, start) + 3)
    before, after = (old.start(), match.earlier.ends[missing]), (match.later.starts[min(there, start)], match.later.ends[end - 1])
    return [Finding("hedge", before, after, 0.65, "shift", f"evidence {match.earlier.index}")]


def _mirrored(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(Block(b.equal, b.b_from, b.b_to, b.a_from, b.a_to) for b in blocks)


def _unhedged(
    other: Telling, here: Sentence, there: Sentence, hedge: Hedge, blocks: tuple[Block, ...], *, swaps: bool
) -> tuple[Span, Span] | None:
    """The hedged words and the same without a hedge; None where a hedge stays, or the words went."""
    first, last = words_at(here, hedge.start, hedge.end)
    if any(b.equal and b.a_from <= first < b.a_to for b in blocks):
        return None
    kept = _image(here, there, blocks, last)
    if kept is None:
        return None
    a_word, b_from, b_to = kept
    if not swaps and here.meanings[a_word] != there.meanings[b_from]:
        return None
    start = _widened(there, b_from)
    if _is_cautious(other, there, (max(0, start - _BEFORE), min(len(there.words), b_to + 2)), here.stems[a_word]):
        return None
    return (here.starts[first], here.ends[a_word]), (there.starts[start], there.ends[b_to - 1])


def _unhedged_elsewhere(other: Telling, here: Sentence, there: Sentence, hedge: Hedge) -> tuple[Span, Span] | None:
    """The same where the clause has moved: the hedged verb stands, with its auxiliary, in a sentence without a trace of caution."""
    first, last = words_at(here, hedge.start, hedge.end)
    word = next((n for n in range(last, min(last + _REACH, len(here.words))) if here.stems[n] not in FUNCTION_WORDS), None)
    if word is None or here.stems[word] not in there.stems or _is_cautious(other, there, (0, len(there.words))):
        return None
    place = there.stems.index(here.stems[word])
    start = _widened(there, place)
    if hedge.word in _OF_NOUNS and place > 0 and there.words[place - 1] in _DETERMINERS:
        return (here.starts[first], here.ends[word]), (there.starts[place - 1], there.ends[place])
    if start == place or not here.words[word].endswith(("ed", "en", "ing", "n", "t")):
        return None
    return (here.starts[first], here.ends[word]), (there.starts[start], there.ends[place])


def _image(here: Sentence, there: Sentence, blocks: tuple[Block, ...], last: int) -> tuple[int, int, int] | None:
    """The first word of substance behind the hedge, and the words that stand for it on the other side: itself, or one swapped for it."""
    word = next((n for n in range(last, min(last + _REACH, len(here.words))) if here.stems[n] not in FUNCTION_WORDS), None)
    if word is None:
        return None
    block = next((b for b in blocks if b.a_from <= word < b.a_to), None)
    if block is None:
        return None
    if block.equal:
        place = block.b_from + word - block.a_from
        return word, place, place + 1
    swapped = block.b_to > block.b_from and max(block.a_to - word, block.b_to - block.b_from) <= _SWAP
    held = any(s not in FUNCTION_WORDS for s in here.stems[block.a_to : block.a_to + 3])
    return (word, block.b_from, block.b_to) if swapped and held and block.b_to <= len(there.words) else None


def _widened(there: Sentence, word: int) -> int:
    while word > 0 and there.words[word - 1] in _AUXILIARY:
        word -= 1
    return word


def _is_cautious(other: Telling, there: Sentence, window: tuple[int, int], hedged: str = "") -> bool:
    """Whether something near by hedges or vouches; the `hedged` word itself, which both sides have, does neither."""
    start, end = there.starts[window[0]], there.ends[window[1] - 1]
    if any(start < h.end for h in within(other.hedges, there.start, end)):
        return True
    return any(stem in CAUTION and stem != hedged for stem in there.stems[window[0] : window[1]])
