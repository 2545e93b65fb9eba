"""Which sentences of two tellings say the same, and which word of one stands where which word of the other stood."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.negators import is_negator
from retold.compare.settings import Settings
from retold.compare.telling import Sentence, Telling
from retold.types import Passage


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


def matches(earlier: Telling, later: Telling, passages: Sequence[Passage], settings: Settings, *, close: bool, least: float) -> list[Match]:
    """For each later sentence its best earlier one, and what else it was put together from; in order of the later text."""
    weights = _weights(earlier, later)
    index: dict[str, list[int]] = defaultdict(list)
    for sentence in earlier.sentences:
        for stem in sorted(set(sentence.meanings)):
            index[stem].append(sentence.index)
    found = []
    for sentence in later.sentences:
        for other, likeness in _sources(sentence, earlier.sentences, index, weights, passages, least, settings):
            found.append(Match(other, sentence, likeness, _blocks(other, sentence)))
    if close:
        found += _in_order(earlier, later, found, weights, least * settings.in_order_share)
    return sorted(found, key=lambda m: (m.later.index, -m.likeness, m.earlier.index))


def _in_order(earlier: Telling, later: Telling, found: Sequence[Match], weights: dict[str, float], least: float) -> list[Match]:
    """Sentences of a copy that are too much altered to be known by their words, but stand between two that are known."""
    source_of = {m.later.index: m.earlier.index for m in sorted(found, key=lambda m: m.likeness)}
    added = []
    for sentence in later.sentences:
        before, after = source_of.get(sentence.index - 1), source_of.get(sentence.index + 1)
        places = {
            n for n in (before + 1 if before is not None else -1, after - 1 if after is not None else -1) if 0 <= n < len(earlier.sentences)
        }
        if sentence.index in source_of or not places:
            continue
        left = Counter(sentence.meanings)
        likeness, place = max((_likeness(left, _weight(left, weights), earlier.sentences[n], weights, 0.0)[0], -n) for n in places)
        if likeness >= least and -place not in source_of.values():
            source_of[sentence.index] = -place
            added.append(Match(earlier.sentences[-place], sentence, likeness, _blocks(earlier.sentences[-place], sentence)))
    return added


def _weights(earlier: Telling, later: Telling) -> dict[str, float]:
    """Rare words weigh most; function words next to nothing."""
    counts = Counter(stem for telling in (earlier, later) for s in telling.sentences for stem in set(s.meanings))
    return {stem: 0.05 if stem in FUNCTION_WORDS else 1 / math.sqrt(max(1.0, count / 2)) for stem, count in counts.items()}


def _sources(
    sentence: Sentence,
    others: Sequence[Sentence],
    index: dict[str, list[int]],
    weights: dict[str, float],
    passages: Sequence[Passage],
    least: float,
    settings: Settings,
) -> list[tuple[Sentence, float]]:
    left = Counter(sentence.meanings)
    total = _weight(left, weights)
    tied = _tied(sentence, others, passages)
    chosen: list[tuple[Sentence, float]] = []
    while len(chosen) < settings.sources_of_a_sentence:
        taken = {other.index for other, _ in chosen}
        candidates = sorted({n for stem in left for n in index.get(stem, ())} - taken)
        scored = [(*_likeness(left, total, others[n], weights, tied.get(n, 0.0)), -n) for n in candidates]
        best = max(((likeness, n) for likeness, shared, n in scored if shared >= min(settings.shared_weight, 0.8 * total)), default=None)
        if best is None or best[0] < least:
            break
        other = others[-best[1]]
        chosen.append((other, best[0]))
        left = left - Counter(other.meanings)
    return chosen


def _likeness(left: Counter[str], total: float, other: Sentence, weights: dict[str, float], tie: float) -> tuple[float, float]:
    """Half the share of both sentences' words, half that of the shorter one's, so that a clause meets the sentence it stands in."""
    others = Counter(other.meanings)
    shared = _weight(left & others, weights)
    size = _weight(others, weights)
    if not shared:
        return 0.0, 0.0
    return min(1.0, shared / (total + size) + 0.5 * shared / max(1e-9, min(total, size)) + 0.15 * tie), shared


def _weight(stems: Counter[str], weights: dict[str, float]) -> float:
    return sum(weights[stem] * count for stem, count in sorted(stems.items()))


def _tied(sentence: Sentence, others: Sequence[Sentence], passages: Sequence[Passage]) -> dict[int, float]:
    """Earlier sentences that a passage found by the trace step ties to this one."""
    tied: dict[int, float] = {}
    starts = [other.start for other in others]
    for passage in passages:
        if passage.later_start >= sentence.end or passage.later_end <= sentence.start:
            continue
        for number in range(max(0, bisect_right(starts, passage.earlier_start) - 1), len(others)):
            if others[number].start >= passage.earlier_end:
                break
            tied[number] = 1.0
    return tied


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


def _is_chance(stems: tuple[str, ...]) -> bool:
    """A word or two of grammar between two edits hold nothing together, but for those that deny."""
    return len(stems) <= 2 and all(s in FUNCTION_WORDS and not is_negator(s) for s in stems)
