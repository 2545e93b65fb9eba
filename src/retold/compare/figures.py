"""Numbers that a later telling altered: the figure, its scale, its unit, or the bound it was given with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from retold.compare.comparison import Comparison, Finding
from retold.compare.facts import FactPair, fact_pairs
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.matching import Match
from retold.compare.spanned import within
from retold.compare.telling import Sentence
from retold.compare.updates import is_correction, is_update
from retold.text.number_words import spelled
from retold.text.numbers import Number, agreement
from retold.text.stems import LIGHT_STEMS
from retold.text.tokens import tokens
from retold.types import Severity, Span

# Two sides that differ in what bounds them believe different things: "about ten" may be nine, "at least ten" may not.
_BOUND_CONFLICTS = {("about", "at least"), ("about", "at most"), ("at least", "at most"), ("at most", "at least"), ("at most", "about")}
_NO_THING = frozenset(
    [
        "early",
        "late",
        "today",
        "yesterday",
        "dead",
        "injured",
        "wounded",
        "killed",
        "missing",
        "more",
        "fewer",
        "here",
        "there",
        "ago",
        "last",
        "next",
    ]
)
# Two reports that are no copies count different things unless their sentences are this much alike.
_SURE_MATCH = 0.5
_ONLY = re.compile(r"\b(?:only|just) (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,6})\b(?: (?:was|were|had|did))?", re.IGNORECASE)
# The measure itself, and two things that it is a measure of.
_SHARED_WITH_MEASURE = 4
_NOT_THAT = re.compile(r"(?:\s[a-z]+)?,?\s(?:and\s)?not\s(?:the\s)?")


def changed_numbers(comparison: Comparison) -> list[Finding]:
    agreeing, differing = fact_pairs(comparison, comparison.earlier.numbers, comparison.later.numbers, _agree, _kinship)
    found = [_finding(comparison, p) for p in differing if _is_change(comparison, p)]
    found = [f for f in found if not comparison.later.is_quoted(*f.after)]
    agreeing += [
        FactPair(a, b, Match(s, t, 0.5, ()), 0.5)
        for a, b in _only_ones(comparison)
        if (s := comparison.earlier.sentence_at(a.start)) and (t := comparison.later.sentence_at(b.start))
    ]
    found += [_finding(comparison, p) for p in agreeing if (p.earlier.bound, p.later.bound) in _BOUND_CONFLICTS and p.context >= 0.3]
    return found + _corrected(comparison) + _taken_back(comparison) + _recounted(comparison)


def lost_approximations(comparison: Comparison) -> list[Finding]:
    """As in "around 30" that became "30": a hedge of a number."""
    agreeing, _ = fact_pairs(comparison, comparison.earlier.numbers, comparison.later.numbers, _agree, _kinship)
    pairs = [(p.earlier, p.later, p.context) for p in agreeing if p.context >= 0.5]
    pairs += [(a, b, 0.5) for a, b in _only_ones(comparison)]
    return [
        Finding(
            "hedge",
            _phrase(comparison.earlier.text, a),
            _phrase(comparison.later.text, b),
            0.4 + 0.3 * near,
            "shift",
            f"about {b.value_start}",
        )
        for a, b, near in pairs
        if a.bound == "about"
        and b.bound in ("exact", "at least")
        and a.kind in ("count", "money", "percent")
        and not _is_some(comparison, a)
    ]


def _is_some(comparison: Comparison, number: Number) -> bool:
    """As in "Some 14,000": a manner of writing figures, and no doubt of them."""
    return comparison.earlier.text[number.start : number.start + 5].lower() == "some "


def _only_ones(comparison: Comparison) -> list[tuple[Number, Number]]:
    """Figures that the earlier telling has once and the later has too, in sentences that share a name or a date: the same thing, however reworded."""
    if comparison.pair.close:
        return []
    ours = _by_value(comparison.earlier.numbers)
    theirs = _by_value(comparison.later.numbers)
    pairs = [(ours[key][0], theirs[key][0]) for key in sorted(ours.keys() & theirs.keys()) if len(ours[key]) == 1]
    return [(a, b) for a, b in pairs if _share_a_name(comparison, a, b)]


def _by_value(numbers: Sequence[Number]) -> dict[tuple[float, str, str], list[Number]]:
    counted: dict[tuple[float, str, str], list[Number]] = defaultdict(list)
    for number in numbers:
        if number.low >= 10 and number.low == number.high and number.kind in ("count", "money", "percent", "measure"):
            counted[number.low, number.kind, number.unit or "" if number.kind != "count" else ""].append(number)
    return counted


def _share_a_name(comparison: Comparison, a: Number, b: Number) -> bool:
    one, other = comparison.earlier.sentence_at(a.start), comparison.later.sentence_at(b.start)
    if one is None or other is None:
        return False
    shared_words = (set(one.meanings) & set(other.meanings)) - FUNCTION_WORDS
    if a.kind == "measure" and len(shared_words) >= _SHARED_WITH_MEASURE:
        return True
    named = [f.text for f in comparison.earlier.names if one.start <= f.start < one.end]
    named += [f.text for f in comparison.earlier.dates if one.start <= f.start < one.end]
    names = [w for text in named for w in tokens(text).words]
    shared = set(names) & set(other.words) - FUNCTION_WORDS
    return len(shared) >= 1 and len(shared_words) >= 2


def _kinship(earlier: Number, later: Number) -> float:
    """The same thing counted."""
    same = earlier.kind == later.kind == "count" and earlier.unit and later.unit and stem_of(earlier.unit) == stem_of(later.unit)
    return 0.2 if same and stem_of(earlier.unit or "") not in FUNCTION_WORDS else 0.0


def _agree(earlier: Number, later: Number) -> bool:
    if earlier.kind == "ordinal" or later.kind == "ordinal":
        return earlier.low == later.low
    return agreement(earlier, later) in ("equal", "rounded") or (
        earlier.low == later.low
        and earlier.high == later.high
        and (earlier.unit is None or later.unit is None or earlier.kind == "count" or later.kind == "count")
        and "measure" not in (earlier.kind, later.kind)
    )


def _is_change(comparison: Comparison, pair: FactPair[Number]) -> bool:
    a, b = pair.earlier, pair.later
    if not _same_kind(a, b) or not _sure(comparison, pair):
        return False
    return not _told_elsewhere(comparison, b, pair) and not _kept_elsewhere(comparison, a, pair)


def _same_kind(a: Number, b: Number) -> bool:
    """Counts against counts, lengths against lengths; a figure that lost its unit, or got one, is still that figure."""
    if a.kind == "ordinal":
        return False
    if a.kind != b.kind:
        return {a.kind, b.kind} <= {"measure", "count", "age"} and a.low == b.low and bool(a.base and b.base)
    return a.base == b.base and (a.kind != "money" or a.unit == b.unit or a.low == b.low)


def _sure(comparison: Comparison, pair: FactPair[Number]) -> bool:
    """The smaller the figure and the less the things counted are the same by name, the more the words around must show it."""
    a, b = pair.earlier, pair.later
    if not comparison.pair.close and (pair.match.likeness < _SURE_MATCH or pair.context < 0.5):
        return False
    if a.kind != "count":
        return True
    if 1.0 in (a.low, b.low) and pair.context < 0.6:
        return False
    return not (a.unit and b.unit and a.unit != b.unit and a.low < 100) or pair.context >= 0.5


def _told_elsewhere(comparison: Comparison, number: Number, pair: FactPair[Number]) -> bool:
    """Whether the later figure has a source: the same figure of the same thing elsewhere in the earlier telling or another parent."""
    sources = [n for telling in comparison.others for n in telling.numbers]
    if pair.context < 0.7:
        sources += comparison.earlier.numbers
    return any(_same_thing(other, number) for other in sources)


def _kept_elsewhere(comparison: Comparison, number: Number, pair: FactPair[Number]) -> bool:
    """Whether the later telling has the earlier figure, of the same thing, in the same sentence."""
    return any(
        _same_thing(number, other)
        for other in within(comparison.later.numbers, pair.match.later.start, pair.match.later.end)
        if other is not pair.later
    )


def _same_thing(a: Number, b: Number) -> bool:
    if not _agree(a, b):
        return False
    return a.kind != "count" or a.unit is None or b.unit is None or a.unit == b.unit or a.low >= 100


def _finding(comparison: Comparison, pair: FactPair[Number]) -> Finding:
    before, after = _phrase(comparison.earlier.text, pair.earlier), _phrase(comparison.later.text, pair.later)
    severity: Severity = "update" if is_update(comparison, pair.match.later) else "error"
    about = f"number {pair.earlier.low} {pair.later.low} {pair.later.unit if pair.later.kind == 'measure' else ''}"
    return Finding("number", before, after, 0.5 + 0.45 * pair.context, severity, about)


def _phrase(text: str, number: Number) -> Span:
    """The figure with its bound and unit and, for a count, the thing counted."""
    unit = number.unit if number.kind == "count" else None
    if unit is None or stem_of(unit) in FUNCTION_WORDS or unit in _NO_THING or unit.endswith("ly"):
        return number.start, number.end
    return number.start, number.end + 1 + len(unit) if text[number.end + 1 :].lower().startswith(unit) else number.end


def _recounted(comparison: Comparison) -> list[Finding]:
    """Things that each telling counts but once, and differently: "at least 142 crossings", and later "187 crossings"."""
    if comparison.pair.siblings or comparison.pair.how not in ("reworded", "summary"):
        return []
    ours, theirs = _by_thing(comparison.earlier.numbers), _by_thing(comparison.later.numbers)
    found = []
    for thing in sorted(ours.keys() & theirs.keys()):
        (a, *more), (b, *others) = ours[thing], theirs[thing]
        if more or others or _agree(a, b) or not _share_a_topic(comparison, a, b) or _told_by_others(comparison, b):
            continue
        severity: Severity = "update" if b.low > a.low or a.bound == "at least" else "error"
        spans = _phrase(comparison.earlier.text, a), _phrase(comparison.later.text, b)
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
    return one is not None and other is not None and len((set(one.meanings) & set(other.meanings)) - FUNCTION_WORDS) >= _SHARED_WITH_MEASURE


def _told_by_others(comparison: Comparison, number: Number) -> bool:
    return any(_agree(other, number) for telling in comparison.others for other in telling.numbers)


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
                Finding("number", _phrase(comparison.earlier.text, source), new.span(), 0.65, "update", f"taken back {new.start()}")
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
    """As in "six, not four": the later telling names the figure that it corrects."""
    found = []
    numbers = comparison.later.numbers
    for new, old in pairwise(numbers):
        if old.start - new.end > 28 or not _NOT_THAT.fullmatch(comparison.later.text, new.end, old.start):
            continue
        source = next((n for n in comparison.earlier.numbers if n.low == old.low and n.kind == old.kind), None)
        if source is not None and new.low != old.low:
            found.append(
                Finding("number", _phrase(comparison.earlier.text, source), (new.start, old.end), 0.8, "update", f"corrected {new.start}")
            )
    return found
