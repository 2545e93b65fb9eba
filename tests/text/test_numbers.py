"""Figures in text beside what they are read as."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.numbers import agreement, numbers


def read(text: str) -> list[tuple[str, float, float, str, str | None, str]]:
    return [(n.text, n.low, n.high, n.kind, n.unit, n.bound) for n in numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least six people died", ("at least six", 6, 6, "count", "people", "at least")),
        ("wants roughly $3.8m by Friday", ("roughly $3.8m", 3.8e6, 3.8e6, "money", "dollar", "about")),
        ("some 38 million dollars", ("some 38 million dollars", 38e6, 38e6, "money", "dollar", "about")),
        ("£10,000-£15,000 a head", ("£10,000-£15,000", 10_000, 15_000, "money", "pound", "exact")),
        ("between 10 and 15 drones", ("10 and 15", 10, 15, "count", "drones", "exact")),
        ("two to three million euros", ("two to three million euros", 2e6, 3e6, "money", "euro", "exact")),
        ("25\u00a0km away", ("25\u00a0km", 25, 25, "measure", "kilometre", "exact")),
        ("15 to 20 percent", ("15 to 20 percent", 15, 20, "percent", "%", "exact")),
        ("a 34-year-old plumber", ("34-year-old", 34, 34, "age", "year", "exact")),
        ("Theo Lamb, 48, who", ("48", 48, 48, "age", "year", "exact")),
        ("dozens were hurt", ("dozens", 24, 120, "count", "were", "exact")),
        ("twenty-one of them", ("twenty-one", 21, 21, "count", "of", "exact")),
        ("three hundred and twelve thousand", ("three hundred and twelve thousand", 312_000, 312_000, "count", None, "exact")),
        ("up to 410,000 patients", ("up to 410,000", 410_000, 410_000, "count", "patients", "at most")),
        ("the third drone", ("third", 3, 3, "ordinal", "drone", "exact")),
        ("a half dozen men", ("a half dozen", 6, 6, "count", "men", "exact")),
    ],
)
def test_one_figure(text: str, expected: tuple[str, float, float, str, str | None, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["one of them said", "no one was hurt", "flight 175", "No. 2 works", "F-16 jets", "Boeing 777-300", "9/11", "this one", "#14", "x7y"],
)
def test_figures_that_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("41 injured", "forty-one injured", "equal"),
        ("612,000 people", "some 600,000 people", "rounded"),
        ("612,000 people", "621,000 people", "different"),
        ("25 miles", "40 km", "equal"),
        ("25 miles", "25 km", "different"),
        ("dozens of people", "41 people", "rounded"),
        ("41 people", "14 people", "different"),
        ("at least six people", "nine people", "different"),
        ("$3.8m", "roughly $3.8 million", "equal"),
        ("$3.8m", "$38 million", "different"),
        ("30 percent", "30 people", "unlike"),
        ("$5 million", "€5 million", "unlike"),
        ("40 metres", "130 feet", "equal"),
        ("10 to 15 drones", "12 drones", "rounded"),
    ],
)
def test_agreement(earlier: str, later: str, expected: str) -> None:
    assert agreement(numbers(earlier)[0], numbers(later)[0]) == expected


def test_spans_inside_dates_are_left_to_them() -> None:
    assert [n.text for n in numbers("On 4 October 12 men", skip=[(3, 12)])] == ["12"]


@given(st.text(max_size=300))
def test_spans_hold_their_text(text: str) -> None:
    found = numbers(text)
    assert all(text[n.start : n.end] == n.text and n.start <= n.value_start < n.value_end <= n.end and n.low <= n.high for n in found)
    assert all(a.end <= b.start or a.start < b.start for a, b in pairwise(found))


@given(st.integers(0, 999_999))
def test_digits_are_read_back(value: int) -> None:
    assert [(n.low, n.high) for n in numbers(f"saw {value:,} birds")] == [(value, value)]
