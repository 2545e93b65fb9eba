"""Units of measure and currencies: their spellings, what they measure, and the factor to the base unit."""

from __future__ import annotations

import re

# Singular name -> (what is measured, factor to its base unit).
MEASURES: dict[str, tuple[str, float]] = {
    "millimetre": ("length", 0.001), "centimetre": ("length", 0.01), "metre": ("length", 1.0), "kilometre": ("length", 1000.0),
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144), "mile": ("length", 1609.344),
    "gram": ("mass", 0.001), "kilogram": ("mass", 1.0), "tonne": ("mass", 1000.0), "ton": ("mass", 1000.0), "ounce": ("mass", 0.02835),
    "pound weight": ("mass", 0.4536),
    "litre": ("volume", 1.0), "gallon": ("volume", 3.785), "barrel": ("volume", 158.99),
    "hectare": ("area", 10_000.0), "acre": ("area", 4046.86), "square metre": ("area", 1.0), "square kilometre": ("area", 1e6),
    "square mile": ("area", 2.59e6), "square foot": ("area", 0.0929),
    "second": ("time", 1.0), "minute": ("time", 60.0), "hour": ("time", 3600.0), "day": ("time", 86_400.0), "week": ("time", 604_800.0),
    "month": ("time", 2_629_800.0), "year": ("time", 31_557_600.0), "decade": ("time", 315_576_000.0),
    "kilometre an hour": ("speed", 1.0), "mile an hour": ("speed", 1.609344), "knot": ("speed", 1.852),
    "degree": ("angle", 1.0), "kilowatt": ("power", 1e3), "megawatt": ("power", 1e6), "gigawatt": ("power", 1e9),
}  # fmt: skip
_SPELLINGS: dict[str, str] = {
    "mm": "millimetre", "cm": "centimetre", "m": "metre", "meter": "metre", "km": "kilometre", "kilometer": "kilometre",
    "millimeter": "millimetre", "centimeter": "centimetre", "inches": "inch", "ft": "foot", "feet": "foot",
    "gramme": "gram", "kg": "kilogram", "kilo": "kilogram", "kilogramme": "kilogram", "oz": "ounce", "lb": "pound weight",
    "liter": "litre", "ha": "hectare", "sec": "second", "min": "minute", "hr": "hour", "km/h": "kilometre an hour",
    "kph": "kilometre an hour", "kmh": "kilometre an hour", "mph": "mile an hour", "mw": "megawatt", "gw": "gigawatt", "btc": "bitcoin",
    "metric ton": "tonne", "square meter": "square metre", "square kilometer": "square kilometre", "square feet": "square foot",
    "sq km": "square kilometre", "sq mile": "square mile", "sq ft": "square foot", "sq m": "square metre",
}  # fmt: skip
SIGNS = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "₹": "rupee",
    "₽": "ruble",
    "₩": "won",
    "₪": "shekel",
    "₺": "lira",
    "₴": "hryvnia",
}
_CODES = {
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound",
    "JPY": "yen",
    "CNY": "yuan",
    "RMB": "yuan",
    "INR": "rupee",
    "RUB": "ruble",
    "C$": "dollar",
}
_CURRENCIES = [
    "dollar",
    "euro",
    "pound",
    "yen",
    "yuan",
    "rupee",
    "ruble",
    "rouble",
    "shekel",
    "lira",
    "hryvnia",
    "franc",
    "krona",
    "krone",
    "zloty",
    "peso",
    "dinar",
    "dirham",
    "riyal",
    "rial",
    "baht",
    "ringgit",
    "rupiah",
    "dong",
    "naira",
    "shilling",
    "cedi",
    "forint",
    "koruna",
    "lev",
    "lari",
    "tenge",
    "taka",
    "cent",
    "penny",
    "pence",
    "bitcoin",
]
_SAME_MONEY = {"rouble": "ruble", "pence": "penny"}
_WORDS = sorted({*MEASURES, *_SPELLINGS, *_CURRENCIES}, key=lambda word: (-len(word), word))
_MODIFIER = r"(?:(?:U\.?S\.?|American|Canadian|Australian|Hong[ ]Kong|Swiss|nautical|metric)[ \u00a0])?"

UNIT_AFTER = re.compile(
    rf"""(?P<percent>[ \u00a0]?%|[ \u00a0-](?:per[ ]?cent|percent|pct|percentage[ ]points?)\b)
    |[ \u00a0-]?°[ ]?[CF]?
    |[ \u00a0-]?(?P<code>{"|".join(map(re.escape, _CODES))})\b
    |[ \u00a0-]{{0,2}}{_MODIFIER}(?P<unit>{"|".join(re.escape(w).replace(chr(92) + " ", "[ ]") for w in _WORDS)})(?:s|es)?(?![\w/])(?P<old>[- ]olds?\b|[ ]of[ ]age\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
SIGN_BEFORE = re.compile(r"(?:(?:\b(?:US|A|C|NZ|HK|S|R))?\$|[£€¥₹₽₩₪₺₴]|\b(?:USD|EUR|GBP|JPY|CNY|RMB|INR|RUB)[ \u00a0])$")


def unit_name(spelling: str) -> str:
    """The one name of a unit, however it is spelled; the spelling itself where it is none."""
    plain = spelling.lower().strip()
    plain = _SPELLINGS.get(plain, plain)
    return _SAME_MONEY.get(plain, plain)


def is_currency(unit: str | None) -> bool:
    return unit in _CURRENCIES


def currency(sign: str) -> str:
    plain = sign.strip(" \u00a0")
    return SIGNS.get(plain[-1:]) or _CODES.get(plain.upper(), "dollar")
