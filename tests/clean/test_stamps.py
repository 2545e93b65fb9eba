"""Publication stamps as pages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.clean.stamps import between_stamps, orders, outside_stamps, stamps


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
        ("Publicado em 5 de março de 2021 às 14h30", "2021-03-05T14:30", "published"),
        ("Aggiornato il 3 settembre 2020, 10:15", "2020-09-03T10:15", "updated"),
        ("Stand: 04.10.2022, 19:35 Uhr", "2022-10-04T19:35", "updated"),
        ("Publié le 4 octobre 2022 à 19h35", "2022-10-04T19:35", "published"),
        ("12 mei 2021 om 10:22", "2021-05-12T10:22", "plain"),
        ("19 ноября 2019, 12:30", "2019-11-19T12:30", "plain"),
        ("2019年11月19日 10:20", "2019-11-19T10:20", "plain"),
        ("2019년 11월 19일", "2019-11-19", "plain"),
        ("October 4, 2022 11:52 AM UTC+3", "2022-10-04T11:52:00+03:00", "plain"),
        ("Oct 4, 2022 11:52 GMT+07:00", "2022-10-04T11:52:00+07:00", "plain"),
        ("Ana RuizNovember 5, 2004", "2004-11-05", "plain"),
        ("Yucca3/14/2025", "2025-03-14", "plain"),
    ],
)
def test_a_stamp_is_read_as_precisely_as_it_is_printed(line: str, value: str, kind: str) -> None:
    assert [(s.value, s.kind) for s in stamps(line)] == [(value, kind)]


def test_the_order_of_figures_is_the_page_s() -> None:
    assert [s.value for s in stamps("3/4/2025")] == ["2025-04-03"]
    assert [s.value for s in stamps("3/4/2025", month_first=True)] == ["2025-03-04"]
    assert [s.value for s in stamps("13/4/2025 and 3.4.2025", month_first=True)] == ["2025-04-13", "2025-04-03"]
    assert orders("3/4/2025, 3/14/2025, 14/3/2025") == [True, False]


def test_first_published_and_updated_are_told_apart() -> None:
    found = stamps("Updated 20 June 2025, 6.00am First published 17 June 2025, 4.15pm")
    assert [(s.value, s.kind) for s in found] == [("2025-06-20T06:00", "updated"), ("2025-06-17T16:15", "published")]


@pytest.mark.parametrize("line", ["31 February 2022", "room 12.13.14", "Flight 175 left at 11:36 a.m.", "In May the council met", ""])
def test_what_is_no_date_is_none(line: str) -> None:
    assert stamps(line) == []


def test_what_a_line_says_besides_its_stamp() -> None:
    line = "Posted on October 15, 2022 by Tobias Renn"
    assert outside_stamps(line, stamps(line)) == "Tobias Renn"


def test_words_of_a_byline_survive_between_stamps() -> None:
    line = "Posted on October 15, 2022 by Tobias Renn in Kingsmere"
    assert between_stamps(line, stamps(line)) == "by Tobias Renn in Kingsmere"
    line = "Tobias RennMarch 3, 2024 · Updated: March 5, 2024"
    assert between_stamps(line, stamps(line)) == "Tobias Renn"


@given(st.text(max_size=300))
def test_any_line_is_read(line: str) -> None:
    for stamp in stamps(line):
        assert 0 <= stamp.start < stamp.end <= len(line)
