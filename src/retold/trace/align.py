"""Passages of a later text that were taken from an earlier one: verbatim, edited, reworded, reordered or summed up.

Seeds are pairs of sentences that resemble each other; they are grown into stretches by clustering in both texts at once and checked as a
whole (Sanchez-Perez, Sidorov and Gelbukh, PAN 2014). Where a stretch is copied word for word, its ends are those of its equal runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from retold.trace.clusters import Stretch, stretches
from retold.trace.resemblance import Seeds, Vectors, cosines, seeds, vectors
from retold.trace.runs import Runs, runs
from retold.trace.settings import AlignSettings
from retold.trace.units import Units, units
from retold.types import Passage, Span

_DEFAULT = AlignSettings()
_OPENING, _CLOSING = frozenset("\"“‘'([«„"), frozenset(".!?,;:\"”’')]»…")


def align(earlier: str, later: str) -> list[Passage]:
    """All passages of `later` taken from `earlier`, one for each borrowing, in order of the later text; [] where there are none.

    Spans are characters, end exclusive. `similarity` is the cosine of the passages' word vectors, from 0 to 1.
    """
    return align_units(units(earlier), units(later))


@dataclass(frozen=True, slots=True)
class Likeness:
    """All that alignment and the measures of a pair both need: the units' vectors, their cosines, and the equal runs."""

    rows: tuple[Vectors, Vectors]
    pairs: Seeds
    equal: Runs


def likeness(earlier: Units, later: Units, settings: AlignSettings) -> Likeness:
    """Works out how two texts with words resemble each other."""
    rows = vectors(earlier, later, settings)
    return Likeness(rows, cosines(*rows), runs(earlier, later, settings.run_words))


def align_units(earlier: Units, later: Units, settings: AlignSettings = _DEFAULT, known: Likeness | None = None) -> list[Passage]:
    """`align` for texts already cut into units, for aligning one text with many; `known` where their likeness is worked out."""
    if not len(earlier.words) or not len(later.words):
        return []
    if np.array_equal(earlier.stems, later.stems):
        return _whole(earlier, later, settings)
    known = known or likeness(earlier, later, settings)
    rows, equal = known.rows, known.equal
    found = seeds(known.pairs, *rows, settings)
    if not len(found.later):
        return []
    summed = _passages(stretches(found, rows, settings.summary_gap, settings.summary_cosine), (earlier, later), equal, settings)
    taken, told = sum(p.earlier_end - p.earlier_start for p in summed), sum(p.later_end - p.later_start for p in summed)
    if taken > settings.summary_ratio * told:
        return summed
    return _standing(_passages(stretches(found, rows, settings.gap, settings.passage_cosine), (earlier, later), equal, settings), settings)


def _whole(earlier: Units, later: Units, settings: AlignSettings) -> list[Passage]:
    spans = _span(earlier, 0, len(earlier.words)), _span(later, 0, len(later.words))
    return [Passage(*spans[0], *spans[1], similarity=1.0)] if min(e - s for s, e in spans) >= settings.least_characters else []


def _passages(found: list[Stretch], texts: tuple[Units, Units], equal: Runs, settings: AlignSettings) -> list[Passage]:
    made = []
    for stretch in found:
        earlier, later = _verbatim_spans(stretch, texts, equal, settings) or _unit_spans(stretch, texts)
        if min(earlier[1] - earlier[0], later[1] - later[0]) >= settings.least_characters:
            made.append(Passage(*earlier, *later, similarity=round(min(1.0, stretch.cosine), 4)))
    return _apart(made, settings.least_characters)


def _apart(passages: list[Passage], least: int) -> list[Passage]:
    """Passages cut where an equal run reached into the one before; what is left of one may be too short to stand."""
    made: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.later_start, -p.later_end)):
        over = made[-1].later_end - passage.later_start if made else 0
        kept = passage
        if over > 0:
            kept = replace(
                passage, later_start=passage.later_start + over, earlier_start=min(passage.earlier_start + over, passage.earlier_end)
            )
        if min(kept.later_end - kept.later_start, kept.earlier_end - kept.earlier_start) >= min(
            least, passage.later_end - passage.later_start
        ):
            made.append(kept)
    return made


def _standing(passages: list[Passage], settings: AlignSettings) -> list[Passage]:
    """The passages without those that are chance beside the best: much less alike, and shorter."""
    best = max(passages, key=lambda p: p.similarity * (p.later_end - p.later_start), default=None)
    if best is None:
        return []
    length = settings.relative_length * (best.later_end - best.later_start)
    return [p for p in passages if p.similarity >= settings.relative_cosine * best.similarity or p.later_end - p.later_start > length]


def _unit_spans(stretch: Stretch, texts: tuple[Units, Units]) -> tuple[Span, Span]:
    return _span(texts[0], *_words(texts[0], stretch.earlier)), _span(texts[1], *_words(texts[1], stretch.later))


def _verbatim_spans(stretch: Stretch, texts: tuple[Units, Units], equal: Runs, settings: AlignSettings) -> tuple[Span, Span] | None:
    """The spans from the first equal run to the last, where these make up most of what lies between; else None."""
    first, last = _words(texts[1], stretch.later)
    earlier_first, earlier_last = _words(texts[0], stretch.earlier)
    slack = 2 * settings.run_words
    inside = (equal.start >= first - slack) & (equal.end <= last + slack) & (equal.earlier >= earlier_first - slack)
    inside &= equal.earlier_end <= earlier_last + slack
    if not inside.any():
        return None
    start, end = int(equal.start[inside].min()), int(equal.end[inside].max())
    earlier_start, earlier_end = int(equal.earlier[inside].min()), int(equal.earlier_end[inside].max())
    same = int((equal.end[inside] - equal.start[inside]).sum())
    if end - start < settings.verbatim_words or same < settings.verbatim_share * max(end - start, earlier_end - earlier_start):
        return None
    return _span(texts[0], earlier_start, earlier_end), _span(texts[1], start, end)


def _words(text: Units, stretch: tuple[int, int]) -> tuple[int, int]:
    return int(text.first[stretch[0]]), int(text.first[stretch[1] + 1])


def _span(text: Units, first: int, last: int) -> Span:
    """The characters of the words, with the quotation marks and stops that belong to them."""
    start, end = int(text.starts[first]), int(text.ends[last - 1])
    while start and text.text[start - 1] in _OPENING:
        start -= 1
    while end < len(text.text) and text.text[end] in _CLOSING:
        end += 1
    return start, end
