"""When a page was published and updated: its data, what it prints, its address."""

from __future__ import annotations

import pytest

from retold.clean.markup import blocks, parse
from retold.clean.moments import Dates, iso, published, updated
from retold.clean.structured import structured

TEXT = "<p>The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said on Monday, and nobody knew why.</p>"


def moments(
    head: str = "", below: str = "", after: str = "", url: str | None = None, lang: str = "en"
) -> tuple[str | None, str | None, str | None]:
    """Published, its evidence, and updated."""
    tree = parse(
        f"<html lang='{lang}'><head><title>A ferry</title>{head}</head><body><h1>A ferry leaves</h1>{below}{TEXT * 16}{after}</body></html>"
    )
    found = blocks(tree)
    dates = Dates.of(tree, structured(tree), found, 0, url)
    first = published(dates)
    return first.value if first else None, first.evidence if first else None, updated(dates)


def json_ld(**said: str) -> str:
    listed = "".join(f', "{key}": "{value}"' for key, value in said.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A ferry leaves"{listed}}}</script>'


def test_the_data_are_believed_and_keep_their_zone() -> None:
    head = json_ld(datePublished="2024-03-11T09:30:00+05:30", dateModified="2024-03-12T08:00:00Z")
    assert moments(head) == ("2024-03-11T09:30:00+05:30", "json-ld", "2024-03-12T08:00:00+00:00")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ('<meta property="article:published_time" content="2024-03-11T09:30:00Z">', "2024-03-11T09:30:00+00:00"),
        ('<meta name="parsely-pub-date" content="2024-03-11T09:30:00+01:00">', "2024-03-11T09:30:00+01:00"),
        ('<meta name="pubdate" content="1710149400">', "2024-03-11T09:30:00+00:00"),
        ('<meta name="date" content="March 11, 2024">', "2024-03-11"),
        ('<meta itemprop="dateCreated datePublished" content="2024-03-11">', "2024-03-11"),
        ('<script type="application/ld+json">{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;datePublished&quot;: &quot;2024-03-11&quot;}</script>', "2024-03-11"),
    ],
)  # fmt: skip
def test_the_many_names_of_one_fact(head: str, value: str) -> None:
    assert moments(head)[0] == value


def test_a_change_is_no_publication() -> None:
    stated = json_ld(datePublished="2024-03-11T09:30:00Z", dateModified="2024-06-01T08:00:00Z")
    assert moments(stated, "<p>Updated June 1, 2024</p>")[0] == "2024-03-11T09:30:00+00:00"
    assert moments("", "<p>DECEMBER 22, 2022<span>Updated: JANUARY 02, 2026</span></p>") == ("2022-12-22", "stamp", "2026-01-02")
    assert moments("", "<p>Updated 14 March 2024</p><p>First published 11 March 2024</p>")[0] == "2024-03-11"
    assert moments('<meta property="og:updated_time" content="2024-03-14T08:00:00Z">') == (
        "2024-03-14T08:00:00+00:00",
        "updated meta",
        "2024-03-14T08:00:00+00:00",
    )


def test_a_page_that_calls_its_last_change_its_publication_is_corrected_by_what_it_prints() -> None:
    stated = json_ld(datePublished="2024-11-29T12:28:31Z", dateModified="2024-11-29T12:28:31Z")
    assert moments(stated, after="<div>Published <time datetime='2024-08-13'>August 13, 2024</time></div>")[0] == "2024-08-13"


def test_a_bare_day_takes_the_time_that_the_data_tell_elsewhere() -> None:
    day = json_ld(datePublished="2024-03-11T00:00:00Z")
    page = '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2024-03-11T16:54:11+00:00"}</script>'
    assert moments(day + page)[0] == "2024-03-11T16:54:11+00:00"


def test_the_day_of_the_address_is_local() -> None:
    stated = json_ld(datePublished="2019-11-19T04:58:46Z")
    assert moments(stated, url="https://news.example/2019/11/18/ferry/")[0] == "2019-11-18T23:58:46-05:00"
    assert moments(url="https://news.example/2019/nov/18/ferry")[:2] == ("2019-11-18", "url")


def test_the_moment_is_told_in_the_page_s_own_time_where_it_prints_that() -> None:
    stated = json_ld(datePublished="2024-06-05T23:01:00Z")
    assert moments(stated, "<p>Thursday June 06 2024, 12.01am BST</p>")[0] == "2024-06-06T00:01:00+01:00"
    assert moments(stated, "<p>June 5, 2024 7:01 PM</p>")[0] == "2024-06-05T19:01:00-04:00"
    assert moments(stated, "<p>June 5, 2024 7:17 PM</p>")[0] == "2024-06-05T23:01:00+00:00", "some other moment"


@pytest.mark.parametrize(
    ("below", "url", "lang", "day"),
    [
        ("<time datetime='2017-03-01'>03/01/2017</time>", None, "en-GB", "2017-03-01"),
        ("<p>3/4/2025</p><p>Read on: 3/25/2025</p>", None, "fr", "2025-03-04"),
        ("<p>3/4/2025</p>", "https://news.example.com/a", "en-US", "2025-03-04"),
        ("<p>3/4/2025</p>", "https://news.example.co.uk/a", "en", "2025-04-03"),
        ("<p>3/4/2025</p>", "https://news.example.com/a", "es", "2025-04-03"),
    ],
)
def test_figures_are_read_in_the_order_of_the_page(below: str, url: str | None, lang: str, day: str) -> None:
    assert str(moments(below=below, url=url, lang=lang)[0])[:10] == day


def test_a_caption_and_a_sentence_are_no_stamps() -> None:
    caption = "<div>© Lucy Marsh Detainees at the Otter Bay detention center in San Rey, Calif., on May 18, 2018.</div>"
    assert moments(below=caption)[0] is None
    time = "<div class='related'><p>March 1, 2020</p></div>"
    assert moments(after=time)[0] is None


def test_an_impossible_date_is_none() -> None:
    assert iso("2024-13-45") is None
    assert iso("soon") is None
