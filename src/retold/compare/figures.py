"""Numbers that a later telling altered: the figure, its scale, its unit, or the bound it was given with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from retold.compare.comparison import Comparison, Finding
from retold.compare.facts import FactPair, fact_pairs
from retold.compare.function_words import FUNCTION_WORDS, meaning, stem_of
from retold.compare.matching import Match
from retold.compare.rates import alike, rate
from retold.compare.spanned import within
from retold.compare.updates import is_update
from retold.text.numbers import Number, agreement
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
_LARGE_SUM = 1e6
_OF_WHAT = re.compile(r" of (?:the |all |its |their |our |those )?([^\W\d_]+)")
# Two reports that are no copies count different things unless their sentences are this much alike.
_SURE_MATCH = 0.5
# The measure itself, and two things that it is a measure of.
SHARED_WITH_MEASURE = 4
# "Almost" and "nearly" say that the figure was not reached.
_NOT_REACHED = re.compile(r"(?:almost|nearly|close to|just under|a little under)\b", re.IGNORECASE)


def changed_numbers(comparison: Comparison) -> list[Finding]:
    agreeing, differing = fact_pairs(comparison, comparison.earlier.numbers, comparison.later.numbers, agree, _kinship)
    found = [_finding(comparison, p) for p in differing if _is_change(comparison, p)]
    found = [f for f in found if not comparison.later.is_quoted(*f.after)]
    agreeing += [
        FactPair(a, b, Match(s, t, 0.5, ()), 0.5)
        for a, b in _only_ones(comparison)
        if (s := comparison.earlier.sentence_at(a.start)) and (t := comparison.later.sentence_at(b.start))
    ]
    found += [_finding(comparison, p) for p in agreeing if _bounds_conflict(p.earlier, p.later) and p.context >= 0.3]
    return found + _rerated(comparison, agreeing)


def _bounds_conflict(a: Number, b: Number) -> bool:
    exceeded_or_not = {a.bound, b.bound} == {"at least", "about"} and a.low == b.low and any(_NOT_REACHED.match(n.text) for n in (a, b))
    return (a.bound, b.bound) in _BOUND_CONFLICTS or exceeded_or_not


def _rerated(comparison: Comparison, agreeing: Sequence[FactPair[Number]]) -> list[Finding]:
    """The same figure by another measure of time: "60,000 a year" that became "60,000 a month"."""
    found = []
    for pair in agreeing:
        before, after = rate(comparison.earlier.text, pair.earlier), rate(comparison.later.text, pair.later)
        if before and after and before.unit != after.unit and pair.earlier.low == pair.later.low and pair.context >= 0.3:
            spans = (pair.earlier.start, before.end), (pair.later.start, after.end)
            found.append(Finding("number", *spans, 0.5 + 0.4 * pair.context, "error", f"rate {pair.later.low}"))
    return found


def lost_approximations(comparison: Comparison) -> list[Finding]:
    """As in "around 30" that became "30": a hedge of a number."""
    agreeing, _ = fact_pairs(comparison, comparison.earlier.numbers, comparison.later.numbers, agree, _kinship)
    pairs = [(p.earlier, p.later, p.context) for p in agreeing if p.context >= 0.5]
    pairs += [(a, b, 0.5) for a, b in _only_ones(comparison)]
    return [
        Finding(
            "hedge",
            phrase(comparison.earlier.text, a),
            phrase(comparison.later.text, b),
            0.4 + 0.3 * near,
            "shift",
            f"about {b.value_start}",
        )
        for a, b, near in pairs
        if a.bound == "about"
        and b.bound in ("exact", "at least")
        and a.kind in ("count", "money", "percent")
        and not _is_some(comparison, a)
        and not _is_round_sum(a)
    ]


def _is_some(comparison: Comparison, number: Number) -> bool:
    """As in "Some 14,000": a manner of writing figures, and no doubt of them."""
    return comparison.earlier.text[number.start : number.start + 5].lower() == "some "


def _is_round_sum(number: Number) -> bool:
    """As in "about $600 million": nobody takes a sum so round for an exact one."""
    return number.kind == "money" and number.low >= _LARGE_SUM and number.low == float(f"{number.low:.1g}")


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
    if a.kind == "measure" and len(shared_words) >= SHARED_WITH_MEASURE:
        return True
    named = [f.text for f in comparison.earlier.names if one.start <= f.start < one.end]
    named += [f.text for f in comparison.earlier.dates if one.start <= f.start < one.end]
    names = [w for text in named for w in tokens(text).words]
    shared = set(names) & set(other.words) - FUNCTION_WORDS
    return len(shared) >= 1 and len(shared_words) >= 2


def _kinship(earlier: Number, later: Number) -> float:
    """The same thing counted, or the same figure of another unit."""
    if earlier.kind == later.kind == "measure" and earlier.low == later.low and earlier.unit != later.unit:
        return 0.2
    same = earlier.kind == later.kind == "count" and earlier.unit and later.unit and stem_of(earlier.unit) == stem_of(later.unit)
    return 0.2 if same and stem_of(earlier.unit or "") not in FUNCTION_WORDS else 0.0


def agree(earlier: Number, later: Number) -> bool:
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
    if not _same_kind(a, b) or not _sure(comparison, pair) or _same_rate(comparison, a, b):
        return False
    return not _told_elsewhere(comparison, b, pair) and not _kept_elsewhere(comparison, a, pair)


def _same_kind(a: Number, b: Number) -> bool:
    """Counts against counts, lengths against lengths; a figure that lost its unit, or got one, is still that figure."""
    if a.kind == "ordinal":
        return False
    if a.kind != b.kind:
        return {a.kind, b.kind} <= {"measure", "count", "age"} and a.low == b.low and bool(a.base and b.base)
    return a.base == b.base and (a.kind != "money" or a.unit == b.unit or a.low == b.low)


def _same_rate(comparison: Comparison, a: Number, b: Number) -> bool:
    """As in "1,000 a month" and "12,000 a year"."""
    before, after = rate(comparison.earlier.text, a), rate(comparison.later.text, b)
    if a.unit != b.unit and "measure" in (a.kind, b.kind):
        return False
    return before is not None and after is not None and before.unit != after.unit and alike(a.low, before, b.low, after)


def _sure(comparison: Comparison, pair: FactPair[Number]) -> bool:
    """The smaller the figure and the less the things counted are the same by name, the more the words around must show it."""
    a, b = pair.earlier, pair.later
    if not comparison.pair.close and (pair.match.likeness < _SURE_MATCH or pair.context < 0.5):
        return False
    if a.kind == "percent":
        return not _of_different_things(comparison, a, b)
    if a.kind != "count":
        return True
    if 1.0 in (a.low, b.low) and pair.context < 0.6:
        return False
    return not (a.unit and b.unit and a.unit != b.unit and a.low < 100) or pair.context >= 0.5


def _of_different_things(comparison: Comparison, a: Number, b: Number) -> bool:
    """As in "83 percent of women" and "80 percent of men"."""
    whole = _OF_WHAT.match(comparison.earlier.text, a.end), _OF_WHAT.match(comparison.later.text, b.end)
    return all(whole) and len({meaning(found[1].lower()) for found in whole if found}) > 1


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
    if not agree(a, b):
        return False
    return a.kind != "count" or a.unit is None or b.unit is None or a.unit == b.unit or a.low >= 100


def _finding(comparison: Comparison, pair: FactPair[Number]) -> Finding:
    before, after = phrase(comparison.earlier.text, pair.earlier), phrase(comparison.later.text, pair.later)
    severity: Severity = "update" if is_update(comparison, pair.match.later) else "error"
    about = f"number {pair.earlier.low} {pair.later.low} {pair.later.unit if pair.later.kind == 'measure' else ''}"
    return Finding("number", before, after, 0.5 + 0.45 * pair.context, severity, about)


def phrase(text: str, number: Number) -> Span:
    """The figure with its bound and unit and, for a count, the thing counted."""
    unit = number.unit if number.kind == "count" else None
    if unit is None or stem_of(unit) in FUNCTION_WORDS or unit in _NO_THING or unit.endswith("ly"):
        return number.start, number.end
    return number.start, number.end + 1 + len(unit) if text[number.end + 1 :].lower().startswith(unit) else number.end
