"""Publication stamps as pages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.clean.stamps import outside_stamps, stamps


@pytest.mark.parametrize(
    ("line", "value", "kind"),
    [
        ("October 4, 2022 11:52 AM UTC", "2022-10-04T11:52:00+00:00", "plain"),
        ("04.10.2022, 19:35", "2022-10-04T19:35", "plain"),
        ("Wed 5 Oct 2022 18.04 BST", "2022-10-05T18:04:00+01:00", "plain"),
        ("Sunday 22 Sep 2024 6:12 pm", "2024-09-22T18:12", "plain"),
        ("2018-01-10T22:25:00", "2018-01-10T22:25:00", "plain"),
        ("Published: 12 March 2021", "2021-03-12", "published"),
        ("Last updated Jun 18, 2025", "2025-06-18", "updated"),
        ("Redaction, 21 of September of 2024 – 18:04 h", "2024-09-21T18:04", "plain"),
        ("11:52 AM EDT, Tuesday, October 4, 2022", "2022-10-04T11:52:00-04:00", "plain"),
        ("Mercury reporters, 23/09/2024", "2024-09-23", "plain"),
        ("10/25/2024", "2024-10-25", "plain"),
    ],
)
def test_a_stamp_is_read_as_precisely_as_it_is_printed(line: str, value: str, kind: str) -> None:
    assert [(s.value, s.kind) for s in stamps(line)] == [(value, kind)]


def test_first_published_and_updated_are_told_apart() -> None:
    found = stamps("Updated 20 June 2025, 6.00am First published 17 June 2025, 4.15pm")
    assert [(s.value, s.kind) for s in found] == [("2025-06-20T06:00", "updated"), ("2025-06-17T16:15", "published")]


@pytest.mark.parametrize("line", ["31 February 2022", "room 12.13.14", "Flight 175 left at 11:36 a.m.", "In May the council met", ""])
def test_what_is_no_date_is_none(line: str) -> None:
    assert stamps(line) == []


def test_what_a_line_says_besides_its_stamp() -> None:
    line = "Posted on October 15, 2022 by Tobias Renn"
    assert outside_stamps(line, stamps(line)) == "Tobias Renn"


@given(st.text(max_size=300))
def test_any_line_is_read(line: str) -> None:
    for stamp in stamps(line):
        assert 0 <= stamp.start < stamp.end <= len(line)
