"""What the text tells of a source without a name, and of the day on which something was said."""

from __future__ import annotations

import pytest

from retold.attribute import statements
from retold.types import Article, Statement


def said(text: str) -> list[Statement]:
    article = Article.from_text(text, id="a", published="2031-03-12")  # a Wednesday
    return [s for s in statements(article) if s.manner == "said"]


@pytest.mark.parametrize(
    ("text", "number", "rank"),
    [
        ("Two senior officials said the gate was open.", 2, "senior"),
        ("A former aide said the gate was open.", 1, "former"),
        ("Current and former officials said the gate was open.", None, "current and former"),
        ("Three people familiar with the talks said the gate was open.", 3, None),
        ("Officials said the gate was open.", None, None),
        ("A guard and a driver said the gate was open.", 2, None),
        ("One of the two officers said the gate was open.", 1, None),
        ("Ana Ruiz, a senior official, said the gate was open.", None, None),
    ],
)
def test_number_and_rank(text: str, number: int | None, rank: str | None) -> None:
    assert [(s.number, s.rank) for s in said(text)] == [(number, rank)]


def test_the_official_keeps_number_and_rank() -> None:
    found = said("A senior official said the gate was open. He said nobody had closed it. The official said it was late.")
    assert [(s.speaker, s.number, s.rank) for s in found] == [("senior official", 1, "senior")] * 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ana Ruiz said on Sunday that the gate was open.", "2031-03-09"),
        ("“The gate was open,” Ana Ruiz said Tuesday.", "2031-03-11"),
        ("On Monday, Ana Ruiz said the gate was open.", "2031-03-10"),
        ("The gate was open, Ana Ruiz told reporters on 4 March.", "2031-03-04"),
        ("“The gate was open,” Ana Ruiz said in 2029.", "2029"),
        ("“The gate was open,” Ana Ruiz said after Friday's vote.", None),
        ("Ana Ruiz said the gate was opened on Sunday.", None),
        ("Ana Ruiz, who was elected in 2027, said the gate was open.", None),
        ("Ana Ruiz said the gate was open.", None),
    ],
)
def test_day_of_saying(text: str, day: str | None) -> None:
    assert [s.said_on for s in said(text)] == [day]
