"""Rates: "60,000 a year" that became "60,000 a month"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from retold.text.numbers import Number
from retold.text.units import MEASURES, unit_name

_MEASURES = (
    "millilitre|milliliter|litre|liter|gallon|barrel|gram|kilogram|kilo|tonne|ton|pound|metre|meter|kilometre|kilometer|mile|acre|hectare"
)
_RATE = re.compile(
    rf"(?: [^\W\d_][\w-]*){{0,4}}?(?: |-|/)(?:(?:a|an|per|by|each|every) )?(?P<unit>second|minute|hour|day|week|month|year|person|head|household|{_MEASURES})\b(?!-|s\b)|"
    r"(?: [^\W\d_]+){0,2} (?P<often>hourly|daily|weekly|monthly|annually|yearly)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:\b(?:a|an|per|by|each|every) [a-z]+|/[a-z]+)$", re.IGNORECASE)
_OFTEN = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}


@dataclass(frozen=True, slots=True)
class Rate:
    """What a figure is counted by ("month"), and where its words end."""

    unit: str
    end: int


def rate(text: str, number: Number) -> Rate | None:
    """As in "60,000 pounds a year"; None for a figure that stands by itself."""
    found = _RATE.match(text, number.end)
    if found is None or number.kind in ("ordinal", "age"):
        return None
    if found["often"]:
        return Rate(_OFTEN[found["often"].lower()], found.end())
    return Rate(unit_name(found["unit"]), found.end()) if _MARKED.search(found.group()) else None


_SECONDS = {unit: MEASURES[unit][1] for unit in ("second", "minute", "hour", "day", "week", "month", "year")}


def alike(one: float, by: Rate, other: float, by_other: Rate) -> bool:
    """Whether two figures by two measures of time come to the same, within what rounding does."""
    if by.unit not in _SECONDS or by_other.unit not in _SECONDS:
        return False
    return math.isclose(one / _SECONDS[by.unit], other / _SECONDS[by_other.unit], rel_tol=0.03)
