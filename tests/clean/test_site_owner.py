"""Whose page it is, by what the page says of itself and by its address."""

from __future__ import annotations

import pytest

from retold.clean import clean
from retold.types import Article, Page

TEXT = (
    "<p>The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said on Monday.</p>"
    * 3
)


def owner(head: str, url: str | None, body: str = "") -> str | None:
    made = clean(
        Page(path="p", content=f"<html><head>{head}</head><body><h1>Ferry leaves without captain</h1>{TEXT}{body}</body></html>", url=url)
    )
    assert isinstance(made, Article)
    return made.outlet


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


def publisher(name: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "publisher": {{"@type": "Organization", "name": "{name}"}}}}</script>'


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        (publisher("Associated Press") + site("Harbour Courier"), "https://www.harbourcourier.example/a", "Harbour Courier"),
        (publisher("Associated Press"), "https://apnews.com/a", "Associated Press"),
        (publisher("Blogger") + site("Harbour Courier"), "https://www.harbourcourier.example/a", "Harbour Courier"),
        (site("U.S."), "https://www.reuters.com/a", "Reuters"),
        (site("Harbour Courier | Sport | Tides | Deaths"), "https://www.harbourcourier.example/a", "Harbour Courier"),
        (site("The Tidewater Post | TPost.com"), "https://www.tpost.example/a", "The Tidewater Post"),
        (site("@harbourcourier"), "https://www.harbourcourier.example/a", "Harbour Courier"),
        (site("MPA | Meridian Press Agency"), "https://mpa.example/a", "Meridian Press Agency"),
        (site("cultivating-isles"), "https://isles.harbourcourier.example/a", "Harbour Courier"),
        (site("A word from the islands for people who like ferries"), "https://www.harbourcourier.example/a", "Harbour Courier"),
    ],
)  # fmt: skip
def test_whose_page_it_is(head: str, url: str, outlet: str) -> None:
    assert owner(head, url, "<footer>Harbour Courier, Quay 4</footer>") == outlet


def test_a_short_name_is_given_in_full() -> None:
    head = "<title>Ferry leaves without captain | Islands | The Lowland Mirror</title>" + site("the Mirror")
    assert owner(head, None) == "The Lowland Mirror"


def test_a_page_without_a_name_for_itself_has_none() -> None:
    page = f"<html><head><title>T</title></head><body><article><h1>Mayor resigns</h1>{TEXT}</article></body></html>"
    made = clean(Page(path="p", content=page))
    assert isinstance(made, Article)
    assert (made.title, made.outlet) == ("Mayor resigns", None)


def test_a_republication_keeps_its_own_address() -> None:
    head = '<link rel="canonical" href="https://www.harbourcourier.example/ferry">' + site("Lowland Portal")
    page = f"<html><head>{head}</head><body><h1>Ferry leaves without captain</h1>{TEXT}</body></html>"
    for url, kept in (
        ("https://www.lowlandportal.example/news/1", "https://www.lowlandportal.example/news/1"),
        ("https://www-harbourcourier-example.cdn.ampproject.org/c/s/ferry", "https://www.harbourcourier.example/ferry"),
        ("https://m.harbourcourier.example/ferry?utm=1", "https://www.harbourcourier.example/ferry"),
        (None, "https://www.harbourcourier.example/ferry"),
    ):
        made = clean(Page(path="p", content=page, url=url))
        assert isinstance(made, Article)
        assert made.url == kept
        assert url is None or "lowland" not in url or made.outlet == "Lowland Portal"
