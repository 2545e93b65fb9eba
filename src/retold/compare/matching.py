"""Which sentences of two tellings say the same, and which word of one stands where which word of the other stood."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.negators import is_negator
from retold.compare.settings import Settings
from retold.compare.telling import Sentence, Telling
from retold.types import Passage

# What a passage that ties two sentences adds to their likeness.
_TIE = 0.15
# A sentence with any other word is never as like as the same one.
_NOT_THE_SAME = 0.99
# Sentences looked at closely for each: the right one was never further down.
_PROMISING = 6
# No article has a word in more sentences; where a list has, the rest is passed over.
_MOST_HOLDERS = 150


@dataclass(frozen=True, slots=True)
class Block:
    """Words `[a_from, a_to)` of the earlier sentence stand where `[b_from, b_to)` of the later one stand; `equal` where they are the same."""

    equal: bool
    a_from: int
    a_to: int
    b_from: int
    b_to: int


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of the later telling and one of the earlier that it came from. `likeness` runs from 0 to 1."""

    earlier: Sentence
    later: Sentence
    likeness: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The earlier telling's sentences, made ready to be looked up by their words."""

    sentences: tuple[Sentence, ...]
    counts: tuple[Counter[str], ...]
    sizes: tuple[float, ...]
    places: dict[str, list[int]]
    whole: dict[tuple[str, ...], int]
    weights: dict[str, float]


def matches(earlier: Telling, later: Telling, passages: Sequence[Passage], settings: Settings, *, close: bool, least: float) -> list[Match]:
    """For each later sentence its best earlier one, and what else it was put together from; in order of the later text."""
    shelf = _shelf(earlier, later)
    found = []
    for sentence in later.sentences:
        same = shelf.whole.get(sentence.words)
        if same is not None:
            whole = (Block(True, 0, len(sentence.words), 0, len(sentence.words)),)
            found.append(Match(shelf.sentences[same], sentence, 1.0, whole))
            continue
        tied = _tied(sentence, shelf.sentences, passages)
        for other, likeness in _sources(sentence, shelf, tied, least, settings):
            found.append(Match(other, sentence, likeness, _blocks(other, sentence)))
    if close:
        found += _in_order(later, found, shelf, least * settings.in_order_share)
    return sorted(found, key=lambda m: (m.later.index, -m.likeness, m.earlier.index))


def _shelf(earlier: Telling, later: Telling) -> _Shelf:
    weights = _weights(earlier, later)
    counts = tuple(Counter(s.meanings) for s in earlier.sentences)
    places: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for word in count:
            if word not in FUNCTION_WORDS:
                places[word].append(number)
    whole = {s.words: s.index for s in reversed(earlier.sentences)}
    return _Shelf(earlier.sentences, counts, tuple(_weight(c, weights) for c in counts), places, whole, weights)


def _weights(earlier: Telling, later: Telling) -> dict[str, float]:
    """Rare words weigh most; function words next to nothing."""
    counts = Counter(word for telling in (earlier, later) for s in telling.sentences for word in set(s.meanings))
    return {word: 0.05 if word in FUNCTION_WORDS else 1 / math.sqrt(max(1.0, count / 2)) for word, count in counts.items()}


def _in_order(later: Telling, found: Sequence[Match], shelf: _Shelf, least: float) -> list[Match]:
    """Sentences of a copy that are too much altered to be known by their words, but stand between two that are known."""
    source_of = {m.later.index: m.earlier.index for m in sorted(found, key=lambda m: m.likeness)}
    used = set(source_of.values())
    added = []
    for sentence in later.sentences:
        before, after = source_of.get(sentence.index - 1, -2), source_of.get(sentence.index + 1, -2)
        places = [n for n in (before + 1, after - 1) if 0 <= n < len(shelf.sentences) and n not in used]
        if sentence.index in source_of or not places:
            continue
        left = Counter(sentence.meanings)
        likeness, place = max((_likeness(left, _weight(left, shelf.weights), shelf, n)[0], -n) for n in places)
        if likeness >= least:
            source_of[sentence.index] = -place
            used.add(-place)
            added.append(Match(shelf.sentences[-place], sentence, likeness, _blocks(shelf.sentences[-place], sentence)))
    return added


def _sources(sentence: Sentence, shelf: _Shelf, tied: frozenset[int], least: float, settings: Settings) -> list[tuple[Sentence, float]]:
    left = Counter(sentence.meanings)
    total = _weight(left, shelf.weights)
    chosen: list[tuple[Sentence, float]] = []
    taken: set[int] = set()
    while len(chosen) < settings.sources_of_a_sentence:
        scored = [(*_likeness(left, total, shelf, n), n) for n in _promising(left, shelf, taken)]
        enough = min(settings.shared_weight, 0.8 * total)
        fit = [(min(_NOT_THE_SAME, likeness + (_TIE if n in tied else 0.0)), -n) for likeness, shared, n in scored if shared >= enough]
        best = max(fit, default=(0.0, 0))
        if best[0] < least or not fit:
            break
        chosen.append((shelf.sentences[-best[1]], best[0]))
        taken.add(-best[1])
        left = left - shelf.counts[-best[1]]
    return chosen


def _promising(left: Counter[str], shelf: _Shelf, taken: set[int]) -> list[int]:
    """The few sentences that share most with these words, for their length."""
    shared: dict[int, float] = defaultdict(float)
    for word in left:
        for number in shelf.places.get(word, ())[:_MOST_HOLDERS]:
            shared[number] += shelf.weights[word]
    ranked = sorted((-weight / (3 + shelf.sizes[n]), n) for n, weight in shared.items() if n not in taken)
    return [n for _, n in ranked[:_PROMISING]]


def _likeness(left: Counter[str], total: float, shelf: _Shelf, number: int) -> tuple[float, float]:
    """Half the share of both sentences' words, half that of the shorter one's, so that a clause meets the sentence it stands in."""
    shared = _weight(left & shelf.counts[number], shelf.weights)
    size = shelf.sizes[number]
    if not shared:
        return 0.0, 0.0
    return min(1.0, shared / (total + size) + 0.5 * shared / max(1e-9, min(total, size))), shared


def _weight(words: Counter[str], weights: dict[str, float]) -> float:
    return sum(weights[word] * count for word, count in words.items())


def _tied(sentence: Sentence, others: Sequence[Sentence], passages: Sequence[Passage]) -> frozenset[int]:
    """Earlier sentences that a passage found by the trace step ties to this one."""
    tied: set[int] = set()
    starts = [other.start for other in others]
    for passage in passages:
        if passage.later_start < sentence.end and sentence.start < passage.later_end:
            first = max(0, bisect_right(starts, passage.earlier_start) - 1)
            tied.update(range(first, bisect_left(starts, passage.earlier_end)))
    return frozenset(tied)


def _blocks(earlier: Sentence, later: Sentence) -> tuple[Block, ...]:
    """Runs of equal words and the runs between them, neighbouring edits made one."""
    blocks: list[Block] = []
    codes = Levenshtein.opcodes(earlier.meanings, later.meanings)
    for number, code in enumerate(codes):
        equal = code.tag == "equal" and not (0 < number < len(codes) - 1 and _is_chance(earlier.stems[code.src_start : code.src_end]))
        if blocks and not equal and not blocks[-1].equal:
            blocks[-1] = Block(False, blocks[-1].a_from, code.src_end, blocks[-1].b_from, code.dest_end)
        else:
            blocks.append(Block(equal, code.src_start, code.src_end, code.dest_start, code.dest_end))
    return tuple(blocks)


def word_blocks(match: Match) -> tuple[Block, ...]:
    """The same with every run of equal words kept, however short."""
    codes = Levenshtein.opcodes(match.earlier.meanings, match.later.meanings)
    return tuple(Block(c.tag == "equal", c.src_start, c.src_end, c.dest_start, c.dest_end) for c in codes)


def _is_chance(stems: tuple[str, ...]) -> bool:
    """A word or two of grammar between two edits hold nothing together, but for those that deny."""
    return len(stems) <= 2 and all(s in FUNCTION_WORDS and not is_negator(s) for s in stems)
