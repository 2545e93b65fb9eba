"""Outlets by domain, by name, and in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.outlets import by_domain, by_name, learned, mentions, name_key, packaged, same_name


def test_the_table_covers_the_world() -> None:
    outlets = packaged().outlets
    assert len(outlets) >= 600
    assert len({o.country for o in outlets}) >= 120
    assert sum(o.kind == "agency" for o in outlets) >= 100


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.nbcnews.com", "NBC News"),
        ("https://edition.cnn.com/2017/12/27/us/flight/index.html", "CNN"),
        ("news.bbc.co.uk", "BBC"),
        ("apnews.com", "Associated Press"),
        ("nowhere.example", None),
        ("", None),
    ],
)
def test_by_domain(host: str, expected: str | None) -> None:
    found = by_domain(host)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AP", "Associated Press"),
        ("the associated press", "Associated Press"),
        ("New York Times", "The New York Times"),
        ("Agence France Presse", "Agence France-Presse"),
        ("El Pais", "El País"),
        ("MailOnline", "Daily Mail"),
        ("Ellery Courier", None),
    ],
)
def test_by_name(name: str, expected: str | None) -> None:
    found = by_name(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials told Reuters and the BBC so.", ["Reuters", "BBC"]),
        ("The Ellery Courier said so first.", ["Ellery Courier"]),
        ("Radio Tarn and Sandbank Times", ["Radio Tarn", "Sandbank Times"]),
        ("The Lowtide Press Agency (LPA) quoted him. LPA did not name him.", ["Lowtide Press Agency"] * 3),
        ("The Ellery Courier had it. The Courier stood by it.", ["Ellery Courier", "Ellery Courier"]),
        ("told Cincinnati.com", ["Cincinnati Enquirer"]),
        ("REUTERS and KYODO and Fox News Channel", ["Reuters", "Kyodo News", "Fox News"]),
        ("Turkish Anadolu Agency, Russia's TASS News Agency", ["Anadolu Agency", "TASS"]),
        ("an NBC News-Wall Street Journal poll", ["NBC News", "The Wall Street Journal"]),
        ("Ola Brandt of Sky News and the Times of India", ["Sky News", "The Times of India"]),
        ("reuters in lower case, @Reuters and Reuters_fan are no mentions", []),
        ("He read the times of the trains.", []),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert [m.name for m in mentions(text) if not m.plain] == expected


def test_plain_words_want_a_context() -> None:
    assert all(m.plain for m in mentions("Time and People and Nature"))


@pytest.mark.parametrize("text", ["Face the Nation", "Vice President Brandt", "People for the Old Harbour", "the Global Nature Fund"])
def test_a_plain_word_within_a_name_is_none(text: str) -> None:
    assert mentions(f"He saw {text} there.") == []


def test_mastheads_teach_their_short_forms() -> None:
    outlets = learned(["MPA - Meridian Press Agency", "SARMUD STANDARD"])
    names = [m.name for m in mentions("He told MPA. She told the Sarmud Standard.", outlets)]
    assert names == ["MPA - Meridian Press Agency", "SARMUD STANDARD"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("AP", "The Associated Press", True),
        ("Meridian Press Agency", "MPA", True),
        ("MPA - Meridian Press Agency", "Meridian Press Agency", True),
        ("SARMUD STANDARD", "The Sarmud Standard", True),
        ("Ellery Courier", "Ellery Ledger", False),
        ("The New York Times", "The Times", False),
        ("www.ellerycourier.example", "Ellery Courier", True),
    ],
)
def test_same_name(a: str, b: str, *, expected: bool) -> None:
    assert same_name(a, b) is expected
    assert same_name(b, a) is expected


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    name_key(text)
