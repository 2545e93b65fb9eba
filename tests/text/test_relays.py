"""Phrases that say which outlet had it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.relays import outlet_of_address, relays


@pytest.mark.parametrize(
    ("text", "outlet", "kind"),
    [
        ("Dorrick told the Ellery Courier on Tuesday.", "Ellery Courier", "told"),
        ("he said in a statement to Sky News.", "Sky News", "told"),
        ("in an interview with the public broadcaster WDR.", "WDR", "interview"),
        ("Reuters reported that it sank.", "Reuters", "reported"),
        ("The Associated Press reported.", "Associated Press", "reported"),
        ("The French newspaper Le Monde, quoting anonymous sources, reported that", "Le Monde", "reported"),
        ("said a minister, citing AFP.", "Agence France-Presse", "citing"),
        ("according to NBC, the drones", "NBC News", "according"),
        ("It was first published by Le Monde.", "Le Monde", "published"),
        ("as quoted by state TV", "state TV", "quoted"),
        ("ERIE, Pa. (AP) — A woman", "Associated Press", "dateline"),
        ("LONDON, Dec 29 (Thomson Reuters Foundation) - Organisers", "Thomson Reuters Foundation", "dateline"),
        ("PORT ELLERY, March 3 (LPA) - A ferry of the Lowtide Press Agency (LPA)", "Lowtide Press Agency", "dateline"),
        ("The ferry sank. — Reuters", "Reuters", "credit"),
        ("Credit: www.nbcnews.com /", "NBC News", "credit"),
        ("Source link: ellerycourier.example", "Ellery Courier", "credit"),
        ("Information from: Erie Times-News, http://www.goerie.com", "Erie Times-News", "credit"),
        ("AP contributed to this report.", "Associated Press", "contributed"),
        ("He told KXYZ that he ran.", "KXYZ", "told"),
        ("Según El País, el barco volvió.", "El País", "according"),
        ("Quelle: Der Spiegel", "Der Spiegel", "credit"),
        ("she told Ola Brandt of Fox News.", "Fox News", "told"),
        ("he said to Fox News’ Sean Hannity.", "Fox News", "told"),
        ("“It was nothing,” reports USA Today.", "USA Today", "reported"),
        ("As The Hill pointed out, he stayed.", "The Hill", "reported"),
        ("The Boston Herald's Mona Silver wrote that", "Boston Herald", "reported"),
        ("Reuters could not independently verify the account.", "Reuters", "reported"),
        ("State broadcaster CCTV showed survivors.", "CCTV", "reported"),
        ("according to a count by The Associated Press", "Associated Press", "according"),
        ("according to an ABC News-Washington Post poll", "ABC News", "according"),
        ("Egypt's Daily Courier reported that", "Daily Courier", "reported"),
        ("Turkish Anadolu News Agency reported", "Anadolu Agency", "reported"),
        ("Iranian state TV reported that it sank.", "Iranian state TV", "reported"),
        ("according to local media", "local media", "according"),
        ("Con información de EFE", "EFE", "credit"),
    ],
)
def test_one_phrase(text: str, outlet: str, kind: str) -> None:
    assert (outlet, kind) in [(r.outlet, r.kind) for r in relays(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She told reporters that she would stay.",
        "People said they were afraid. Time will tell.",
        "He told Senate Majority Leader Harry Reid so.",
        "The police requested it, and the Security Service confirmed it.",
        "It was identified by the officers. Later, CCTV cameras were installed.",
        "A blog post on the website for People for the Old Harbour asked why.",
        "Mr. Bloomberg said on Wednesday that he would run.",
        "Mail me at someone@reuters.com",
        "a study published in the journal Nature",
        "He told local media that he would stay. The minister told state television so.",
        "The former Newsweek correspondent lives in Oslo.",
        "He spoke to the National Action Network conference. The Action Network says it will spend.",
        "It was printed in the Federal Register on Friday.",
        "He said so on Face the Nation. A Q&A with Vice President Ola Brandt followed.",
        "Prosecutors said that CCTV showed the man.",
        "a local Denver TV station reported",
        "A ship at sea (Reuters)\n\n" + "The captain waited for the tide and for a pilot who knew the bank. " * 6,
    ],
)
def test_no_relay(text: str) -> None:
    assert relays(text) == []


def test_the_second_of_two_outlets_shares_the_phrase() -> None:
    assert [(r.outlet, r.kind) for r in relays("He told AP and Reuters.")] == [("Associated Press", "told"), ("Reuters", "told")]


def test_the_first_of_two_outlets_shares_the_phrase() -> None:
    found = relays("Reuters and Agence France-Presse contributed to this report.")
    assert [(r.outlet, r.kind) for r in found] == [("Reuters", "contributed"), ("Agence France-Presse", "contributed")]


def test_spans_hold_the_phrase_and_the_name() -> None:
    text = "She told the Ellery Courier."
    relay = relays(text)[0]
    assert text[relay.start : relay.end] == "told the Ellery Courier"
    assert text[relay.outlet_start : relay.outlet_end] == "Ellery Courier"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.ellerycourier.example/story", "Ellery Courier"),
        ("www.nbcnews.com", "NBC News"),
        ("tarnbay.example", "tarnbay.example"),
        ("some.wordpress.com", "some.wordpress.com"),
    ],
)
def test_addresses_become_names(address: str, expected: str) -> None:
    assert outlet_of_address(address) == expected


@given(st.text(alphabet=st.sampled_from(list("told the AP ReutersNws,.(—)\n-")), max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= r.start <= r.outlet_start < r.outlet_end <= len(text) for r in relays(text))


@pytest.mark.parametrize("piece", ["told the ", "The News ", "(AP) ", "said A B C to ", "www.a.b.c.", "“", "The Daily "])
def test_endless_repetition_is_read_too(piece: str) -> None:
    relays(piece * 4000)
