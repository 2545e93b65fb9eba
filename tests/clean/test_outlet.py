"""Which outlet a page is from."""

from __future__ import annotations

import pytest

from retold.clean.outlet import masthead_name, names_agency, outlet_of_url, owner_name
from retold.clean.site_names import name_of_host, without_suffix


@pytest.mark.parametrize(
    ("stem", "text", "name"),
    [
        ("lowlandobserver", "The Lowland Observer was told of it.", "Lowland Observer"),
        ("upalliance", "records reviewed by the United Press Alliance show", "United Press Alliance"),
        ("ashfordcourant", "nothing of the name here", "Ashford Courant"),
        ("thedailycompass", "", "The Daily Compass"),
        ("kvtm", "", "KVTM"),
        ("granthshala", "", "Granthshala"),
    ],
)
def test_a_host_stands_for_a_name(stem: str, text: str, name: str) -> None:
    assert name_of_host(stem, text) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("MPA | Meridian Press Agency", "Meridian Press Agency"),
        ("Radio Carrow 98.4 FM", "Radio Carrow"),
        ("La Gaceta del Estuario – English", "La Gaceta del Estuario"),
        ("ILMEH VOICE. English service", "Ilmeh Voice"),
        ("TrendPulse24 - All The Trends, All The Time", "TrendPulse24"),
        ("SwimGlobe365.example | Swimming News, Gear, Deals", "SwimGlobe365"),
        ("Quayside Weekly no. 412", "Quayside Weekly"),
        ("World Business Markets Sport Pictures Video", None),
        ("by Bertil Crane", None),
        ("Home | Politics | Provinces", None),
    ],
)
def test_mastheads(line: str, name: str | None) -> None:
    assert masthead_name(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2022 Lowland Observer News Limited. All rights reserved.", "Lowland Observer"),
        ("© Osterhaven Herald Ltd", "Osterhaven Herald"),
        ("Karst Daily is a member of the Hill Press Council", "Karst Daily"),
        ("18+ When using materials a hyperlink to Zhemar Online is obligatory", "Zhemar Online"),
        ("All rights reserved", None),
    ],
)
def test_owners_in_legal_lines(line: str, name: str | None) -> None:
    assert owner_name(line) == name


def test_agencies_are_known_by_table_and_by_shape() -> None:
    assert names_agency("Northern Press Agency")
    assert names_agency("Associated Press")
    assert not names_agency("Ana Ruiz")
    assert not names_agency("Police said so to the press")


def test_known_domains_have_their_outlets_name() -> None:
    found = outlet_of_url("http://www.dailymail.co.uk/news/article-1.html")
    assert found is not None
    assert (found.value, found.evidence) == ("Daily Mail", "domain")
    assert without_suffix("echolive.ie") == "echolive"


@pytest.mark.parametrize("line", ["A" * 20_000, "Aa " * 5_000, "© " + "copyright " * 2_000, "Thanks for reading " + "Ab" * 9_000])
def test_a_line_without_end_is_read_like_any_other(line: str) -> None:
    assert owner_name(line) is None
