"""Quantities as news writes them: figures or words, scales, ranges, bounds, money, percentages, measures, ages; and whether two agree."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from retold.text.number_words import SCALED, SPELLED, is_ordinal, scale, spelled
from retold.text.units import MEASURES, SIGN_BEFORE, UNIT_AFTER, currency, is_currency, unit_name

NumberKind = Literal["count", "percent", "money", "measure", "age", "ordinal"]
Agreement = Literal["equal", "rounded", "different", "unlike"]
Bound = Literal["exact", "about", "at least", "at most"]


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity and where it stands. `start:end` covers bound, value and unit; `value_start:value_end` the figure alone.

    `low` and `high` differ for ranges and for words like "dozens". `unit` is a measure ("mile"), a currency ("dollar"), "%" or, for a
    count, the word that follows in lower case ("guards"); None where none does. `base` says what a measure measures ("length").
    """

    start: int
    end: int
    value_start: int
    value_end: int
    text: str
    low: float
    high: float
    kind: NumberKind
    unit: str | None = None
    base: str | None = None
    bound: Bound = "exact"


def numbers(text: str, skip: Sequence[tuple[int, int]] = ()) -> list[Number]:
    """The quantities of a text in order; those inside a span of `skip` (dates and clock times, say) are left out."""
    taken = sorted(skip)
    starts = [start for start, _ in taken]
    found: list[Number] = []
    refused = -1
    for match in _FIGURE.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        if (place >= 0 and taken[place][1] > match.start()) or _is_no_quantity(text, match) or match.start() == refused:
            refused = match.end() + 1  # "777-300", "9/11": the second half of a code
            continue
        number = _quantity(text, match)
        if number is None:
            continue
        if found and _is_share(text, found[-1], number):
            found[-1] = _share(text, found[-1], number)
        elif found and _spans_range(text, found[-1], number):
            found[-1] = _range(text, found[-1], number)
        else:
            found.append(number)
    return found


def agreement(earlier: Number, later: Number) -> Agreement:
    """Whether two quantities of one thing agree; "unlike" where their units cannot be set against each other."""
    if not _comparable(earlier, later):
        return "unlike"
    a, b = _in_base(earlier), _in_base(later)
    tolerance = 1e-9 if earlier.unit == later.unit or earlier.base is None else 0.06
    if math.isclose(a[0], b[0], rel_tol=tolerance) and math.isclose(a[1], b[1], rel_tol=tolerance):
        return "equal" if tolerance < 0.01 or math.isclose(a[0], b[0], rel_tol=0.01) else "rounded"
    return "rounded" if _is_rounding(earlier, later, a, b) or _is_within(earlier, later, a, b) else "different"


_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(["about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa", "estimated"], "about"),
    **dict.fromkeys(["close to", "just under", "just over", "a little over", "a little under", "almost"], "about"),
    **dict.fromkeys(
        ["at least", "more than", "over", "not less than", "no fewer than", "no less than", "not fewer than", "greater than"], "at least"
    ),
    **dict.fromkeys(["above", "a minimum of", "exceeding", "in excess of", "upwards of"], "at least"),
    **dict.fromkeys(["up to", "at most", "no more than", "not more than", "fewer than", "less than", "under", "below"], "at most"),
    **dict.fromkeys(["as many as", "as much as", "a maximum of"], "at most"),
}
_BOUND_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(_BOUNDS, key=len, reverse=True))})[ \u00a0](?:an?[ ](?:estimated[ ])?)?$", re.IGNORECASE
)
_FIGURE = re.compile(
    rf"(?<![\w#])(?<!\d[.,:/])(?:(?P<digits>\d{{1,3}}(?:[,\u00a0\u202f\u2009]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>{SCALED})?"
    rf"(?P<suffix>st\b|nd\b|rd\b|th\b)?|(?P<spelled>{SPELLED})\b)",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"[ \u00a0-]([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_AGE_BEFORE = re.compile(r"\baged?[ \u00a0]$|[^\W\d_],[ ]$")
_IN = re.compile(r" (?:in|out of)(?: every)? ")
_JOINS = re.compile(r"[ ]?[-–—][ ]?|[ ](?:to|or)[ ]|[ ]and[ ]")
_SERIAL_BEFORE = re.compile(
    r"\b(?:no|nos|number|flight|article|section|page|chapter|route|highway|room|channel|gate|tank|boeing|airbus)\.?[ \u00a0]$",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(r"[A-Z][-/]?$")
_SCORE = re.compile(r"[-–](\d{1,3})(?![\d,.])(?![ -]?(?:year|month|day|week))")
_PRONOUN_AFTER = re.compile(
    r"[ ](?:of|another|who|that|was|is|said|by|thing|day|time|side|hand|way|point)\b|['’]s\b|-(?!year|month|week|day)|\s*(?:$|[.,;:?!”\"])"
)
_PRONOUN_BEFORE = re.compile(r"\b(?:no|any|some|every|each|this|that|the|which|another|is|be)[ ]$", re.IGNORECASE)


def _is_no_quantity(text: str, match: re.Match[str]) -> bool:
    """Tells "one of them", "no one", "No. 2", "flight 175", "F-16", a page name: figures that count nothing."""
    start, end = match.span()
    before = text[max(0, start - 12) : start]
    if match["digits"]:
        score = _SCORE.match(text, end)
        if score and float(score[1]) <= float(match["digits"].replace(",", "").split("\u00a0")[0]):
            return True
        glued = end < len(text) and (text[end].isalnum() or text[end] in "/_:") and UNIT_AFTER.match(text, end) is None
        return bool(glued or _SERIAL_BEFORE.search(before) or _CODE_BEFORE.search(before))
    word = match["spelled"].lower()
    if word == "one":
        return bool(_PRONOUN_AFTER.match(text, end) or _PRONOUN_BEFORE.search(before))
    return word == "second" and bool(_PRONOUN_AFTER.match(text, end))


def _quantity(text: str, match: re.Match[str]) -> Number | None:
    value = _value(match)
    if value is None:
        return None
    sign = SIGN_BEFORE.search(text, max(0, match.start() - 4), match.start())
    start = sign.start() if sign else match.start()
    bound = _BOUND_BEFORE.search(text, max(0, start - 24), start)
    kind, unit, end = _unit(text, match, currency(sign.group()) if sign else None)
    base = MEASURES[unit][0] if kind in ("measure", "age") and unit in MEASURES else None
    kept: Bound = (
        _BOUNDS[re.sub(r"\s+(?:an?\s+(?:estimated\s+)?)?$", "", bound.group().lower().replace("\u00a0", " "))] if bound else "exact"
    )
    start = bound.start() if bound else start
    return Number(start, end, match.start(), match.end(), text[start:end], *value, kind, unit, base, kept)


def _value(match: re.Match[str]) -> tuple[float, float] | None:
    if match["spelled"]:
        return spelled(match["spelled"])
    value = float(re.sub(r"[,\u00a0\u202f\u2009]", "", match["digits"])) * scale(match["scale"] or "")
    return value, value


def _unit(text: str, match: re.Match[str], money: str | None) -> tuple[NumberKind, str | None, int]:
    """Kind and unit of a figure, and where the phrase ends."""
    end = match.end()
    after = UNIT_AFTER.match(text, end)
    if money:
        return "money", money, end
    if after is not None and after["percent"]:
        return "percent", "%", after.end()
    if after is not None and (after["unit"] or after["code"]):
        unit = unit_name(after["unit"]) if after["unit"] else currency(after["code"])
        if unit == "pound" and text[end : end + 1] == "-":
            unit = "pound weight"
        kind: NumberKind = "money" if is_currency(unit) else "age" if after["old"] else "measure"
        return kind, unit, after.end()
    if match["suffix"] or is_ordinal(match["spelled"] or ""):
        return "ordinal", _next_word(text, end), end
    if _is_age(text, match):
        return "age", "year", end
    return "count", _next_word(text, end), end


def _is_age(text: str, match: re.Match[str]) -> bool:
    """As in "aged 34" and "Theo Lamb, 48, who …"."""
    before = _AGE_BEFORE.search(text, max(0, match.start() - 6), match.start())
    if before is None or not match["digits"] or not 0 < float(match["digits"].replace(",", "")) < 120:
        return False
    return before.group().startswith("age") or (text[match.end() : match.end() + 1] in (",", ".") and len(match["digits"]) <= 3)


def _next_word(text: str, end: int) -> str | None:
    word = _NEXT_WORD.match(text, end)
    return word[1].lower() if word else None


def _spans_range(text: str, first: Number, second: Number) -> bool:
    """As in "10 to 15", "10-15 km", "between 10 and 15": one quantity with two ends."""
    if first.end > second.start or second.start - first.end > 5 or second.bound != "exact" or first.high >= second.low:
        return False
    joint = text[first.end : second.start]
    if not _JOINS.fullmatch(joint) or first.kind == "ordinal" or (first.kind not in ("count", second.kind)):
        return False
    return "and" not in joint or text[max(0, first.start - 8) : first.start].lower().endswith("between ")


def _is_share(text: str, first: Number, second: Number) -> bool:
    """As in "one in four" and "two out of five"."""
    exact = first.low == first.high and second.low == second.high and first.kind == second.kind == "count"
    return exact and 0 < first.low < second.low and _IN.fullmatch(text, first.end, second.start) is not None and first.low < 10


def _share(text: str, first: Number, second: Number) -> Number:
    share = first.low / second.low
    return replace(second, start=first.start, value_start=first.value_start, text=text[first.start : second.end], low=share, high=share)


def _range(text: str, first: Number, second: Number) -> Number:
    low = first.low
    while first.kind == "count" and second.high >= 1000 and low * 1000 <= second.high:
        low *= 1000  # "two to three million": the scale stands once
    return replace(
        second, start=first.start, value_start=first.value_start, text=text[first.start : second.end], low=low, bound=first.bound
    )


def _comparable(a: Number, b: Number) -> bool:
    if {a.kind, b.kind} == {"age", "measure"}:
        return a.base == b.base
    if {a.kind, b.kind} == {"count", "percent"}:
        return _is_fraction(a) or _is_fraction(b)  # "a quarter" and 25 percent
    if a.kind != b.kind:
        return False
    return a.base == b.base if a.kind in ("measure", "age") else a.kind != "money" or a.unit == b.unit


def _is_fraction(number: Number) -> bool:
    return number.kind == "count" and 0 < number.low < 1


def _in_base(number: Number) -> tuple[float, float]:
    factor = MEASURES[number.unit][1] if number.base and number.unit else 100.0 if _is_fraction(number) else 1.0
    return number.low * factor, number.high * factor


def _is_rounding(earlier: Number, later: Number, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """The coarser figure (fewer digits that matter, or marked as rough) is what the finer one rounds to."""
    if earlier.low != earlier.high or later.low != later.high:
        return max(a[0], b[0]) <= min(a[1], b[1]) * (1 + 1e-9)
    if "about" in (earlier.bound, later.bound) and abs(a[0] - b[0]) <= 1 and min(a[0], b[0]) >= 10:
        return True  # "nearly a dozen" and eleven
    if _rounds_to(a[0], b[0]) or _rounds_to(b[0], a[0]):
        return True
    digits = (_significant(earlier.low), _significant(later.low))
    rough = digits[0] < digits[1] or earlier.bound != "exact" or later.bound != "exact"
    distance = abs(a[0] - b[0]) / max(abs(a[0]), abs(b[0]), 1e-12)
    return min(digits) <= 2 and rough and distance <= (0.03 if digits[0] == digits[1] else 0.05) and max(a[0], b[0]) >= 10


def _rounds_to(finer: float, coarser: float) -> bool:
    """As in 1.36 and 1.4, and 1,121 and 1,121.96: the same to the decimals that the coarser has."""
    decimals = len(f"{coarser:.6g}".partition(".")[2])
    if not decimals:
        return coarser >= 100 and finer != int(finer) and abs(finer - coarser) < 1
    return 0 < decimals < len(f"{finer:.6g}".partition(".")[2]) and abs(finer - coarser) <= 0.5 * 10**-decimals * (1 + 1e-9)


def _is_within(earlier: Number, later: Number, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """A bound holds of any figure beyond it, but only a nearby figure is called agreement ("more than 600" and 612)."""
    for bounded, (value, _), (other, _) in ((earlier, a, b), (later, b, a)):
        near = abs(value - other) <= 0.1 * max(value, other)
        if near and ((bounded.bound == "at least" and other >= value) or (bounded.bound == "at most" and other <= value)):
            return True
    return False


def _significant(value: float) -> int:
    return len(f"{value:.6g}".split("e")[0].replace(".", "").strip("0")) or 1
