"""Dates that are wrong, vague or missing, and what the words say against them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import tellings

from retold.trace import trace_story
from retold.types import Article, Derivation

FIRST = Article(
    "first",
    "1.txt",
    tellings.FIRST,
    "Ferry aground off Port Ellery",
    "Ellery Courier",
    ("Ida Voss",),
    published="2024-03-06T07:10:00+00:00",
)
COPY = Article("copy", "2.txt", tellings.SPUN, outlet="DailyBuzzPost", published="2024-03-06T15:00:00+00:00")


NEITHER = tellings.FIRST.replace("told the Ellery Courier", "said")  # so that the words name no outlet
EDITED = tellings.LIGHT_EDIT.replace("told the Ellery Courier", "said")


def only(*articles: Article) -> Derivation:
    (derivation,) = trace_story(articles).derivations
    return derivation


@pytest.mark.parametrize("text", [tellings.SPUN, tellings.LIGHT_EDIT, tellings.FIRST])
def test_who_credits_the_other_is_the_copy_whatever_day_it_gives(text: str) -> None:
    found = only(FIRST, replace(COPY, text=text, published="2024-03-01", credits=("Source: www.ellerycourier.example",)))
    assert (found.article, found.source) == ("copy", "first")
    assert 0.5 < found.confidence < 0.9
    assert any(e.kind == "time" and "2024-03-01 on the page, though" in e.text for e in found.evidence)


def test_of_two_spun_texts_the_signed_one_of_a_known_outlet_is_the_original() -> None:
    found = only(replace(FIRST, text=NEITHER, outlet="Financial Times"), replace(COPY, published="2024-03-01"))
    assert (found.article, found.source) == ("copy", "first")
    assert found.confidence < 0.8


def test_else_the_dates_are_believed() -> None:
    found = only(replace(FIRST, text=NEITHER), replace(COPY, text=EDITED, published="2024-03-01"))
    assert (found.article, found.source) == ("first", "copy")


def test_a_later_page_of_the_credited_outlet_is_no_source_of_other_words() -> None:
    later = replace(FIRST, text=tellings.SAME_EVENT, published="2024-03-09")
    credited = replace(COPY, credits=("Source: www.ellerycourier.example",))
    assert {(d.article, d.source) for d in trace_story([later, credited]).derivations if d.source == "first"} == set()


@pytest.mark.parametrize(
    ("first", "copy", "least", "most"),
    [
        ("2024-03-06T07:10:00+00:00", "2024-03-08T07:10:00+00:00", 0.95, 1.0),  # days apart
        ("2024-03-06", "2024-03-06T19:00:00+00:00", 0.55, 0.9),  # a day and an hour of it
        ("2024-03-06T07:10:00+00:00", "2024-03-06T07:10:00+00:00", 0.5, 0.8),  # the same minute
        (None, "2024-03-06", 0.5, 0.8),  # one without a date
        (None, None, 0.5, 0.8),
    ],
)
def test_confidence_follows_from_how_much_the_dates_tell(first: str | None, copy: str | None, least: float, most: float) -> None:
    found = only(replace(FIRST, text=NEITHER, published=first), replace(COPY, text=EDITED, published=copy))
    assert (found.article, found.source) == ("copy", "first")
    assert least <= found.confidence <= most
