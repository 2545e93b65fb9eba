"""Numbers written out: "twenty-one", "two and a half million", "a dozen", "dozens", "two thirds", "third"."""

from __future__ import annotations

import re

_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: value
    for value, word in zip(range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True)
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_LETTERS = {"k": 1_000, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
# Plurals name an order of size; the upper ends are generous, so that a later count inside them is no contradiction.
_VAGUE = {
    "dozens": (24, 120), "scores": (40, 200), "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "hundreds": (200, 1_999), "thousands": (2_000, 19_999), "millions": (2e6, 2e7), "billions": (2e9, 2e10), "several": (3, 12),
    "a handful": (3, 8), "a couple": (2, 3), "a few": (2, 6), "half a dozen": (6, 6), "a half dozen": (6, 6),
    "half a million": (5e5, 5e5), "half a billion": (5e8, 5e8), "a quarter of a million": (2.5e5, 2.5e5), "a quarter of a billion": (2.5e8, 2.5e8),
    "three quarters of a million": (7.5e5, 7.5e5), "three quarters of a billion": (7.5e8, 7.5e8),
}  # fmt: skip
_FRACTIONS = {
    "half": 0.5,
    "a third": 1 / 3,
    "one third": 1 / 3,
    "two thirds": 2 / 3,
    "a quarter": 0.25,
    "one quarter": 0.25,
    "three quarters": 0.75,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
        ],
        1,
    )
}

_PLAIN = "|".join([*_SMALL, *_TENS])
_SCALE = "|".join(_SCALES)
_VAGUE_PATTERN = "|".join(word.replace(" ", r"[- \u00a0]") for word in sorted([*_VAGUE, *_FRACTIONS], key=len, reverse=True))
# A run such as "three hundred and twelve thousand": plain words and scales, joined by blanks, hyphens or "and" inside the run.
SPELLED = (
    rf"(?:{_VAGUE_PATTERN}|(?:(?:{_PLAIN})|an?[ ](?={_SCALE}))"
    rf"(?:(?:[- ]|[ ]and[ ])(?:{_PLAIN}|{_SCALE}|a[ ]half)\b){{0,9}}(?:(?<=an )(?:{_SCALE})|(?<=a )(?:{_SCALE}))?|{'|'.join(_ORDINALS)})"
)
SCALED = rf"[ \u00a0-]?(?:{_SCALE}|[kmb](?![\w/])|[mbt]n\b)(?![\w])"


def spelled(words: str) -> tuple[float, float] | None:
    """The lowest and highest value that the words stand for, or None where they are no number."""
    plain = re.sub(r"[\s\u00a0-]+", " ", words.lower()).strip()
    if plain in _VAGUE:
        return _VAGUE[plain]
    if plain in _FRACTIONS:
        return (_FRACTIONS[plain],) * 2
    if plain in _ORDINALS:
        return (float(_ORDINALS[plain]),) * 2
    value = _summed(plain.removesuffix(" and").split())
    return None if value is None else (value, value)


def scale(word: str) -> float:
    """The factor of a scale word or letter after a figure ("million", "bn"); 1 where it is none."""
    plain = word.strip(" \u00a0-").lower()
    return float(_SCALES.get(plain) or _LETTERS.get(plain, 1))


def is_ordinal(words: str) -> bool:
    return words.lower() in _ORDINALS


def _summed(words: list[str]) -> float | None:
    total, current = 0.0, 0.0
    for word in words:
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "half":
            current += 0.5
        elif word in ("a", "an"):
            current = current or 0.0
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0.0
        elif word != "and":
            return None
    return total + current
