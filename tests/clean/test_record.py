"""Records of tables and feeds to articles."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.clean import clean
from retold.clean.record import iso_date
from retold.types import Article, Dropped, Page

TYPE = "application/vnd.retold.record+json"


def article(**record: object) -> Article:
    made = clean(Page("rows.jsonl#1", json.dumps(record), content_type=TYPE))
    assert isinstance(made, Article), made
    return made


def test_a_record_becomes_an_article_with_its_text_as_it_is() -> None:
    made = article(
        text="BEZMIN (Reuters) - A ferry sank.\n\nThe crew was saved.",
        title="Ferry  sinks",
        outlet="Harbour Courier",
        published="2024-03-11 09:30:00",
        url="https://courier.example/1",
        author=["By Ana Ruiz and Jo Ek", "Staff", "Associated Press"],
        language="en",
    )
    assert made.text == "BEZMIN (Reuters) - A ferry sank.\n\nThe crew was saved."
    assert (made.page, made.title, made.outlet, made.outlet_evidence) == ("rows.jsonl#1", "Ferry sinks", "Harbour Courier", "record")
    assert (made.published, made.published_evidence) == ("2024-03-11T09:30:00", "record")
    assert (made.byline, made.language, made.url) == (("Ana Ruiz", "Jo Ek"), "en", "https://courier.example/1")
    assert made.credits == ("BEZMIN (Reuters) -", "Associated Press")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\nTwo.\nThree.", "One.\n\nTwo.\n\nThree."),
        ("One,\ngoes on.\n\nTwo.", "One,\ngoes on.\n\nTwo."),
        ("  One.\r\n \r\n\r\nTwo.\r\n", "One.\n\nTwo."),
    ],
)
def test_paragraphs(text: str, expected: str) -> None:
    assert article(text=text).text == expected


@pytest.mark.parametrize(
    ("record", "outlet", "evidence"),
    [
        ({"outlet": "nytimes.com"}, "The New York Times", "record"),
        ({"outlet": "https://www.nytimes.com/section/world"}, "The New York Times", "record"),
        ({"outlet": "orsk-post.example"}, "orsk-post.example", "record"),
        ({"outlet": "Orsk Post"}, "Orsk Post", "record"),
        ({"url": "https://www.reuters.com/world/1"}, "Reuters", "domain"),
        ({}, None, None),
    ],
)
def test_outlets_by_name_by_domain_and_by_address(record: dict[str, str], outlet: str | None, evidence: str | None) -> None:
    made = article(text="Text.", **record)
    assert (made.outlet, made.outlet_evidence) == (outlet, evidence)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-11", "2024-03-11"),
        ("2024-03-11T09:30:00Z", "2024-03-11T09:30:00+00:00"),
        ("2024-03-11 09:30:00.123+0200", "2024-03-11T09:30:00+02:00"),
        ("2024-03-11 09:30", "2024-03-11T09:30"),
        ("Mon, 11 Mar 2024 09:30:00 GMT", "2024-03-11T09:30:00+00:00"),
        ("1710149400", "2024-03-11T09:30:00+00:00"),
        ("1710149400000", "2024-03-11T09:30:00+00:00"),
        ("20240311T093000Z", "2024-03-11T09:30:00+00:00"),
        ("20240311", "2024-03-11"),
        ("March 11, 2024", "2024-03-11"),
        ("2024-13-45", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_dates(written: str | None, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize("content", ["", "[]", "{broken", "{}", '{"text": ""}', '{"text": 5}', '{"text": "\\u0000 "}', "[" * 100_000])
def test_a_record_without_text_is_dropped(content: str) -> None:
    assert isinstance(clean(Page("x", content, content_type=TYPE)), Dropped)


@given(st.text(max_size=30))
def test_any_date_is_iso_or_nothing(written: str) -> None:
    found = iso_date(written)
    assert found is None or found[:4].isdigit()


SENTENCES = "".join(
    f"<p>The ferry {word} the quay at six in the morning, said the harbour master, who saw it.</p>" for word in ("left", "passed", "hit")
)


def of_html(html: str, **fields: object) -> Article:
    made = clean(Page("rows.jsonl#1", json.dumps({"html": html, **fields}), content_type=TYPE))
    assert isinstance(made, Article), made
    return made


def test_columns_beside_html_tell_what_the_page_does_not() -> None:
    article = of_html(
        f"<html><body>{SENTENCES}</body></html>",
        title="Ferry leaves",
        published="2024-03-11",
        author=["Ana Ruiz"],
        outlet="Harbour Courier",
        section="Isles",
    )
    assert article.text.count("harbour master") == 3
    assert (article.title, article.byline, article.outlet, article.section) == ("Ferry leaves", ("Ana Ruiz",), "Harbour Courier", "Isles")
    assert (article.published, article.published_evidence) == ("2024-03-11", "record")


def test_what_the_page_says_of_itself_goes_before_the_columns() -> None:
    head = '<head><meta property="article:published_time" content="2024-03-11T09:30:00Z"></head>'
    article = of_html(f"<html>{head}<body><h1>Ferry leaves early</h1>{SENTENCES}</body></html>", title="T", published="2024-05-01")
    assert (article.title, article.published) == ("Ferry leaves early", "2024-03-11T09:30:00+00:00")


def test_a_record_s_outlet_is_none_of_its_writers() -> None:
    made = article(
        text="A ferry sank.\n\nThe crew was saved.",
        outlet="Practical Ferryman",
        author=["Practical Ferryman", "Ana Ruiz, Practical Ferryman"],
    )
    assert made.byline == ("Ana Ruiz",)
