"""Dates in text beside the days they mean, told on Thursday 6 October 2022."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.dates import date_agreement, dates

TODAY = "2022-10-06"


@pytest.mark.parametrize(
    ("text", "found", "first", "last"),
    [
        ("on Oct 4, 2022, at", "Oct 4, 2022", "2022-10-04", "2022-10-04"),
        ("on 4 October", "4 October", "2022-10-04", "2022-10-04"),
        ("dated 3\u00a0March", "3\u00a0March", "2022-03-03", "2022-03-03"),
        ("last Sunday", "last Sunday", "2022-10-02", "2022-10-02"),
        ("this coming Friday", "this coming Friday", "2022-10-07", "2022-10-07"),
        ("before dawn on Tuesday", "before dawn on Tuesday", "2022-10-04", "2022-10-11"),
        ("late on Friday night", "late on Friday night", "2022-09-30", "2022-10-07"),
        ("yesterday morning", "yesterday morning", "2022-10-05", "2022-10-05"),
        ("two days ago", "two days ago", "2022-10-03", "2022-10-05"),
        ("last month", "last month", "2022-09-01", "2022-09-30"),
        ("in 2019 when", "2019", "2019-01-01", "2019-12-31"),
        ("until November 2018", "November 2018", "2018-11-01", "2018-11-30"),
        ("since June", "June", "2022-06-01", "2022-06-30"),
        ("2017-12-27", "2017-12-27", "2017-12-27", "2017-12-27"),
        ("29 February", "29 February", None, None),
    ],
)
def test_days(text: str, found: str, first: str | None, last: str | None) -> None:
    assert [(w.text, w.first, w.last) for w in dates(text, TODAY)] == [(found, first, last)]


@pytest.mark.parametrize(
    ("text", "hours"), [("at 4:40 a.m.", 4 + 40 / 60), ("at 4.40am", 4 + 40 / 60), ("at 16:30 GMT", 16.5), ("around 5 pm", 17.0)]
)
def test_clock(text: str, hours: float) -> None:
    (when,) = dates(text)
    assert when.hours == (hours, hours)


@pytest.mark.parametrize("text", ["It may rain and they march on", "2,000 rows", "2000 people", "the 1990s", "by the end of the year"])
def test_no_dates(text: str) -> None:
    assert dates(text, TODAY) == []


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("before dawn on Tuesday", "late on Monday", "different"),
        ("before dawn on Tuesday", "Tuesday morning", "finer"),
        ("late on Monday", "early on Monday", "different"),
        ("on Monday night", "early on Tuesday", "finer"),
        ("27 August", "27 July", "different"),
        ("March 5", "5 March", "equal"),
        ("Tuesday", "October 4", "equal"),
        ("Tuesday", "October 5", "different"),
        ("in 2015", "in 2014", "different"),
        ("November 2018", "in 2018", "finer"),
        ("at 4:40 a.m.", "at 4.45am", "finer"),
        ("at 4:40 a.m.", "at 6:40 a.m.", "different"),
        ("Sunday", "last Sunday", "finer"),
    ],
)
def test_agreement(earlier: str, later: str, expected: str) -> None:
    assert date_agreement(dates(earlier, TODAY)[0], dates(later, TODAY)[0]) == expected


def test_a_weekday_is_resolved_against_the_day_of_publication() -> None:
    told_on_tuesday, told_on_thursday = dates("last Sunday", "2021-11-09")[0], dates("on Sunday, 7 November", "2021-11-11")[0]
    assert date_agreement(told_on_tuesday, told_on_thursday) == "equal"


@given(st.text(max_size=200), st.sampled_from([None, TODAY, "nonsense", "2022-13-45"]))
def test_spans_hold_their_text(text: str, published: str | None) -> None:
    for when in dates(text, published):
        assert text[when.start : when.end] == when.text
        assert when.first is None or when.last is None or when.first <= when.last
