"""Hedged words that a later telling has elsewhere, in a sentence of another make, without the hedge."""

from __future__ import annotations

from collections.abc import Iterator

from retold.compare.comparison import Comparison, Finding, words_at
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.hedging import CAUTION, OF_NUMBERS
from retold.compare.spanned import within
from retold.compare.telling import Sentence, Telling
from retold.compare.updates import is_correction
from retold.text.hedges import Hedge

# Words behind a hedge that must hold the two words of substance that it hedges.
_REACH = 4
# How many sentences a clause may have moved.
_NEAR = 2
_WEAKEST = 0.85


def moved_hedges(comparison: Comparison) -> list[Finding]:
    """As in "She probably acted alone" that became a clause of the sentence before: "…, and acted alone"."""
    if comparison.pair.how not in ("reworded", "summary") or comparison.pair.siblings:
        return []
    found = []
    for sentence in comparison.earlier.sentences:
        for hedge in within(comparison.earlier.hedges, sentence.start, sentence.end):
            finding = _lost(comparison, sentence, hedge)
            found += [finding] if finding else []
    return found


def _lost(comparison: Comparison, sentence: Sentence, hedge: Hedge) -> Finding | None:
    if hedge.strength > _WEAKEST or hedge.word in OF_NUMBERS or comparison.earlier.is_quoted(hedge.start, hedge.end):
        return None
    words = _hedged(sentence, hedge)
    if words is None or _is_said_plainly(comparison, sentence, words):
        return None
    for later, place in _places(comparison.later, words):
        sources = [m.earlier.index for m in comparison.sources_of(later)]
        near = any(0 < abs(index - sentence.index) <= _NEAR for index in sources)
        if near and not _is_cautious(comparison.later, later) and not is_correction(comparison, later):
            before = hedge.start, sentence.ends[words[1][1]]
            return Finding("hedge", before, (later.starts[place[0]], later.ends[place[1]]), 0.6, "shift", f"moved {hedge.start}")
    return None


Words = tuple[tuple[str, str], tuple[int, int]]


def _hedged(sentence: Sentence, hedge: Hedge) -> Words | None:
    """The two words of substance just behind a hedge, and where they stand."""
    _, first = words_at(sentence, hedge.start, hedge.end)
    places = [n for n in range(first, min(first + _REACH, len(sentence.stems))) if sentence.stems[n] not in FUNCTION_WORDS][:2]
    return ((sentence.stems[places[0]], sentence.stems[places[1]]), (places[0], places[1])) if len(places) == 2 else None


def _places(telling: Telling, words: Words) -> Iterator[tuple[Sentence, tuple[int, int]]]:
    """Sentences in which both words stand, as near to each other."""
    (one, other), (start, end) = words
    for sentence in telling.sentences:
        if one in sentence.stems and other in sentence.stems:
            first = sentence.stems.index(one)
            if other in sentence.stems[first + 1 : first + 1 + end - start]:
                yield sentence, (first, sentence.stems.index(other, first + 1))


def _is_said_plainly(comparison: Comparison, sentence: Sentence, words: Words) -> bool:
    """Whether a source has the words elsewhere, where they may be said flatly."""
    tellings = (comparison.earlier, *comparison.others)
    return any(s.index != sentence.index or telling is not comparison.earlier for telling in tellings for s, _ in _places(telling, words))


def _is_cautious(telling: Telling, sentence: Sentence) -> bool:
    return bool(within(telling.hedges, sentence.start, sentence.end)) or any(stem in CAUTION for stem in sentence.stems)
