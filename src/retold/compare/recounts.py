"""Figures that a later telling counts anew, corrects or takes back, told apart from those that it got wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from retold.compare.comparison import Comparison, Finding
from retold.compare.figures import SHARED_WITH_MEASURE, agree, phrase
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.spanned import within
from retold.compare.telling import Sentence
from retold.compare.updates import is_correction
from retold.text.number_words import spelled
from retold.text.numbers import Number
from retold.text.stems import LIGHT_STEMS
from retold.types import Severity

_ONLY = re.compile(r"\b(?:only|just) (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,6})\b(?: (?:was|were|had|did))?", re.IGNORECASE)
_NOT_THAT = re.compile(r"(?:\s[a-z]+)?,?\s(?:and\s)?not\s(?:the\s)?")
# Between the new figure and the one before it, what was bought or counted may be named.
_UP_FROM = re.compile(
    r"(?:\s[\w'’-]+){0,4},?\s(?:up|down|revised|raised|lowered|instead of|rather than)\s?(?:from\s)?(?:the\s|an?\s)?(?:\w+\s)?",
    re.IGNORECASE,
)
_RISEN_TO = re.compile(
    r"\b(?:rose|risen|rises|raised|grew|grown|climbed|increased|jumped|swelled|fell|fallen|dropped|lowered|cut|reduced|shrunk|stands?|stood)"
    r"(?: sharply| slightly| again| now| further)? (?:to|at)(?: more than| at least| about| nearly| almost| some| over| around)? ?$",
    re.IGNORECASE,
)
# The figure corrected stands alone at the end: "240 millimetres fell in 36 hours, not 340".
_SO_NOT = re.compile(r",\s(?:and\s)?not\s(?:the\s)?$")
# How far from each other the two figures stand, in characters, and how many figures may stand between; so near, both are one phrase.
_APART = 60
_BEHIND = 3
_BESIDE = 28
# So large a figure is the same one, whatever it is said to count.
_LARGE = 1000
# Copies have these words from their source.
_OWN_ACCOUNT = ("reworded", "summary", "cited")


def recounts(comparison: Comparison) -> list[Finding]:
    return _corrected(comparison) + _taken_back(comparison) + _risen(comparison) + _recounted(comparison)


def _risen(comparison: Comparison) -> list[Finding]:
    """As in "The number of people moved has risen to 7,500": the figure stands far from what it counts, which the earlier telling counted too."""
    if comparison.pair.how not in _OWN_ACCOUNT:
        return []
    found = []
    for match in comparison.matches:
        for new in _figures_reached(comparison, match.later):
            subject = set(match.later.stems[: match.later.at(new.start)])
            ours = within(comparison.earlier.numbers, match.earlier.start, match.earlier.end)
            old = [n for n in ours if n.kind == new.kind and stem_of(n.unit or "") in subject - FUNCTION_WORDS]
            if len(old) == 1 and not agree(old[0], new) and not _told_by_others(comparison, new):
                spans = phrase(comparison.earlier.text, old[0]), phrase(comparison.later.text, new)
                found.append(Finding("number", *spans, 0.65, "update", f"risen {new.start}"))
    return found


def _figures_reached(comparison: Comparison, sentence: Sentence) -> Iterator[Number]:
    for number in within(comparison.later.numbers, sentence.start, sentence.end):
        if _RISEN_TO.search(comparison.later.text[max(sentence.start, number.start - 60) : number.start]):
            yield number


def _recounted(comparison: Comparison) -> list[Finding]:
    """Things that each telling counts but once, and differently: "at least 142 crossings", and later "187 crossings"."""
    if comparison.pair.siblings or comparison.pair.how not in ("reworded", "summary"):
        return []
    ours, theirs = _by_thing(comparison.earlier.numbers), _by_thing(comparison.later.numbers)
    found = []
    for thing in sorted(ours.keys() & theirs.keys()):
        (a, *more), (b, *others) = ours[thing], theirs[thing]
        if more or others or agree(a, b) or not _share_a_topic(comparison, a, b) or _told_by_others(comparison, b):
            continue
        severity: Severity = "update" if b.low > a.low or a.bound == "at least" else "error"
        spans = phrase(comparison.earlier.text, a), phrase(comparison.later.text, b)
        found.append(Finding("number", *spans, 0.6, severity, f"number {a.low} {b.low} "))
    return found


def _by_thing(numbers: Sequence[Number]) -> dict[str, list[Number]]:
    """Counts of ten and more, by the stem of what is counted; people and times are counted too often."""
    counted: dict[str, list[Number]] = defaultdict(list)
    for number in numbers:
        thing = stem_of(number.unit or "")
        if number.kind == "count" and number.low >= 10 and len(thing) > 3 and thing not in FUNCTION_WORDS and thing not in LIGHT_STEMS:
            counted[thing].append(number)
    return counted


def _share_a_topic(comparison: Comparison, a: Number, b: Number) -> bool:
    one, other = comparison.earlier.sentence_at(a.start), comparison.later.sentence_at(b.start)
    return one is not None and other is not None and len((set(one.meanings) & set(other.meanings)) - FUNCTION_WORDS) >= SHARED_WITH_MEASURE


def _told_by_others(comparison: Comparison, number: Number) -> bool:
    return any(agree(other, number) for telling in comparison.others for other in telling.numbers)


def _taken_back(comparison: Comparison) -> list[Finding]:
    """As in "He withdrew his statement that two had been shot down. He said that only one was"."""
    found = []
    for sentence, following in pairwise(comparison.later.sentences):
        old = next((n for n in within(comparison.later.numbers, sentence.start, sentence.end) if n.kind == "count"), None)
        new = _ONLY.search(comparison.later.text, following.start, following.end)
        if old is None or new is None or not is_correction(comparison, sentence):
            continue
        value = spelled(new[1]) or (float(new[1]), float(new[1]))
        source = _same_sentence_figure(comparison, old, sentence)
        if source is not None and value[0] != old.low:
            found.append(
                Finding("number", phrase(comparison.earlier.text, source), new.span(), 0.65, "update", f"taken back {new.start()}")
            )
    return found


def _same_sentence_figure(comparison: Comparison, old: Number, sentence: Sentence) -> Number | None:
    """The earlier telling's figure that is taken back: the same one, in the sentence most like the one that takes it back."""
    words = set(sentence.meanings) - FUNCTION_WORDS
    scored = []
    for number in comparison.earlier.numbers:
        place = comparison.earlier.sentence_at(number.start)
        if place is not None and number.kind == "count" and number.low == old.low:
            scored.append((len(words & set(place.meanings)), -number.start, number))
    best = max(scored, key=lambda s: s[:2], default=None)
    return best[2] if best is not None and best[0] >= 2 else None


def _corrected(comparison: Comparison) -> list[Finding]:
    """As in "six, not four" and "six, up from four": the later telling names the figure that it corrects."""
    found = []
    numbers = comparison.later.numbers
    for place, old in enumerate(numbers):
        source = next(
            (n for n in comparison.earlier.numbers if n.low == old.low and (n.kind == old.kind or old.unit is None or old.low >= _LARGE)),
            None,
        )
        before = [n for n in numbers[max(0, place - _BEHIND) : place] if source is not None and _may_replace(comparison, n, old, source)]
        known = before and any(n.low == before[-1].low and n.kind == before[-1].kind for n in comparison.earlier.numbers)
        cited = before and not comparison.pair.close and _told_by_others(comparison, before[-1])
        if source is not None and before and not known and not cited:
            new = before[-1]
            end = old.end if old.start - new.end <= _BESIDE else phrase(comparison.later.text, new)[1]
            found.append(
                Finding("number", phrase(comparison.earlier.text, source), (new.start, end), 0.8, "update", f"corrected {new.start}")
            )
    return found


def _may_replace(comparison: Comparison, new: Number, old: Number, source: Number) -> bool:
    """Whether the words between two figures of one kind say that the first is put in the second's place."""
    if new.low == old.low or (new.kind, new.base) != (source.kind, source.base) or old.start - new.end > _APART:
        return False
    between = comparison.later.text[new.end : old.start]
    if _NOT_THAT.fullmatch(between) or (_SO_NOT.search(between) and old.unit is None):
        return "." not in between
    return _UP_FROM.fullmatch(between) is not None
