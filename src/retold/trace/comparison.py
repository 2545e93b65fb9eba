"""How one text stands to another: its passages, what became of the words, and the measures that tell manners apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from retold.trace.align import align_units, likeness
from retold.trace.garbles import garbles
from retold.trace.resemblance import Seeds
from retold.trace.runs import Runs, hashes
from retold.trace.settings import AlignSettings, TraceSettings
from retold.trace.units import Units
from retold.types import EditProfile, Passage

_QUOTED = re.compile(r"“[^”]{2,1500}”|\"[^\"\n]{2,1500}\"|(?<!\w)['‘](?=[A-Z])[^'’\n]{12,600}[’'](?!\w)")
_FEW = 3  # matched units: so few stand in order by chance
_QUOTE_GRAM = 4  # words in a row by which a quotation is known again


@dataclass(frozen=True, slots=True)
class Comparison:
    """Measures of a pair, as shares of the later text's words unless said otherwise.

    `exact`: in runs of five equal words outside quotation marks. `untouched`: of the matched units, those whose words are all but unchanged.
    `ordered`: of neighbouring matched units, those in the earlier text's order. `word_order`: of the words that matched units share, those in the same order.
    `resized`: by how much matched units grew or shrank. `cosine`: mean likeness of units to their best match.
    `own_quotes`: in quotations of which no four words in a row stand in the earlier text. `explained`: for each later word, how well the earlier text explains it, from 0 to 1.
    """

    passages: tuple[Passage, ...]
    profile: EditProfile
    coverage: float
    earlier_coverage: float
    exact: float
    untouched: float
    ordered: float
    word_order: float
    resized: float
    cosine: float
    length_ratio: float
    own_quotes: float
    explained: NDArray[np.float64]

    @property
    def exact_of_covered(self) -> float:
        return self.exact / self.coverage if self.coverage else 0.0


def compare_texts(earlier: Units, later: Units, align_settings: AlignSettings, settings: TraceSettings) -> Comparison:
    """Aligns the two and measures what became of the words."""
    if not len(earlier.words) or not len(later.words):
        return _nothing(earlier, later)
    known = likeness(earlier, later, align_settings)
    passages = tuple(align_units(earlier, later, align_settings, known))
    best, cosine = _best_matches(known.pairs, len(later))
    matched = cosine >= settings.unit_match
    sizes = np.diff(later.first)
    run_words = _run_words(known.equal, len(later.words))
    fates = _word_fates(earlier, later, best, matched, settings)
    kept, swapped, moved = fates.kept, fates.swapped, fates.moved
    count = len(later.words)
    return Comparison(
        passages=passages,
        profile=EditProfile(
            kept=round(kept / count, 4),
            swapped=round(swapped / count, 4),
            inserted=round(max(0.0, 1 - (kept + swapped + moved) / count), 4),
            dropped=round(_dropped(earlier, best, matched, later), 4),
            moved=round(moved / count, 4),
            garbles=len(garbles(later.text)) if passages else 0,
        ),
        coverage=_covered([(p.later_start, p.later_end) for p in passages], later),
        earlier_coverage=_covered([(p.earlier_start, p.earlier_end) for p in passages], earlier),
        exact=float((run_words & ~quoted_words(later)).mean()),
        untouched=fates.untouched / max(1, int(matched.sum())),
        ordered=_ordered(best[matched]),
        word_order=(kept + moved) / fates.shared if fates.shared else 0.0,
        resized=fates.resized / max(1, int(sizes[matched].sum())),
        cosine=float((cosine * sizes).sum() / sizes.sum()),
        length_ratio=len(later.words) / len(earlier.words),
        own_quotes=_own_quotes(earlier, later),
        explained=np.maximum(run_words.astype(np.float64), np.repeat(np.where(matched, cosine, 0.0), sizes)),
    )


def _own_quotes(earlier: Units, later: Units) -> float:
    """The share of the later text's words that stand in quotations which it did not take from the earlier."""
    known, grams = hashes(earlier.stems, _QUOTE_GRAM), hashes(later.stems, _QUOTE_GRAM)
    taken = np.isin(grams, known)
    own = 0
    for match in _QUOTED.finditer(later.text):
        first, last = np.searchsorted(later.starts, match.start()), np.searchsorted(later.starts, match.end())
        if last - first > _QUOTE_GRAM and not taken[first : last - _QUOTE_GRAM + 1].any():
            own += int(last - first)
    return own / len(later.words)


def quoted_words(text: Units) -> NDArray[np.bool_]:
    """Which words stand inside quotation marks: words that two outlets may both have from the speaker."""
    inside = np.zeros(len(text.words), dtype=bool)
    for match in _QUOTED.finditer(text.text):
        inside[np.searchsorted(text.starts, match.start()) : np.searchsorted(text.starts, match.end())] = True
    return inside


def _nothing(earlier: Units, later: Units) -> Comparison:
    ratio = len(later.words) / max(1, len(earlier.words))
    profile = EditProfile(0.0, 0.0, 1.0 if len(later.words) else 0.0, 1.0 if len(earlier.words) else 0.0, 0.0)
    return Comparison((), profile, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ratio, 0.0, np.zeros(len(later.words)))


def _best_matches(pairs: Seeds, count: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each of the later text's `count` units the earlier unit most like it, and their cosine."""
    best, cosine = np.zeros(count, dtype=np.int64), np.zeros(count)
    order = np.lexsort((-pairs.earlier, pairs.cosine))
    best[pairs.later[order]], cosine[pairs.later[order]] = pairs.earlier[order], pairs.cosine[order]
    return best, np.minimum(cosine, 1.0)


def _run_words(found: Runs, count: int) -> NDArray[np.bool_]:
    marks = np.zeros(count + 1, dtype=np.int64)
    np.add.at(marks, found.start, 1)
    np.add.at(marks, found.end, -1)
    return np.cumsum(marks)[:-1] > 0


@dataclass(frozen=True, slots=True)
class _Fates:
    """Numbers of words over the matched units: `shared` in both whatever their order, `resized` added or lost; `untouched` counts units."""

    kept: int = 0
    swapped: int = 0
    moved: int = 0
    untouched: int = 0
    shared: int = 0
    resized: int = 0


def _word_fates(earlier: Units, later: Units, best: NDArray[np.int64], matched: NDArray[np.bool_], settings: TraceSettings) -> _Fates:
    kept = swapped = moved = untouched = shared = resized = 0
    in_order = _longest_rising(best[matched])
    for unit, ordered in zip(np.flatnonzero(matched).tolist(), in_order, strict=True):
        before, after = _unit_stems(earlier, int(best[unit])), _unit_stems(later, unit)
        equal, replaced = _edits(before, after)
        swapped += replaced
        untouched += equal >= settings.untouched_share * len(after)
        kept, moved = (kept + equal, moved) if ordered else (kept, moved + equal)
        shared += (Counter(before) & Counter(after)).total()
        resized += abs(len(before) - len(after))
    return _Fates(kept, swapped, moved, untouched, shared, resized)


def _edits(before: list[int], after: list[int]) -> tuple[int, int]:
    """Words equal in both, and words of `after` that replaced one of `before`."""
    equal = replaced = 0
    for edit in Levenshtein.opcodes(before, after):
        if edit.tag == "equal":
            equal += edit.dest_end - edit.dest_start
        elif edit.tag == "replace":
            replaced += edit.dest_end - edit.dest_start
    return equal, replaced


def _unit_stems(text: Units, unit: int) -> list[int]:
    stems: list[int] = text.stems[text.first[unit] : text.first[unit + 1]].tolist()
    return stems


def _longest_rising(places: NDArray[np.int64]) -> list[bool]:
    """Which entries belong to one longest run of never falling places (patience sorting)."""
    tails: list[int] = []
    tail_at: list[int] = []
    before = []
    for index, place in enumerate(places.tolist()):
        spot = int(np.searchsorted(tails, place, side="right"))
        before.append(tail_at[spot - 1] if spot else -1)
        tails[spot : spot + 1], tail_at[spot : spot + 1] = [place], [index]
    marks = [False] * len(before)
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        marks[at], at = True, before[at]
    return marks


def _dropped(earlier: Units, best: NDArray[np.int64], matched: NDArray[np.bool_], later: Units) -> float:
    """The share of the earlier text's words that stand in none of its matched units' counterparts."""
    kept = np.isin(earlier.stems, later.stems) & np.isin(earlier.unit_of_words(), best[matched])
    return 1 - float(kept.mean())


def _ordered(places: NDArray[np.int64]) -> float:
    """Of neighbours, the share in order; 0.5 where there are too few to tell."""
    return float((np.diff(places) >= 0).mean()) if len(places) > _FEW else 0.5


def _covered(spans: list[tuple[int, int]], text: Units) -> float:
    marks = np.zeros(len(text.words), dtype=bool)
    for start, end in spans:
        marks |= (text.starts >= start) & (text.ends <= end)
    return float(marks.mean()) if len(marks) else 0.0
