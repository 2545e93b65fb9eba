"""Bylines: people only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.clean.people import given_name, people


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Irsa Malkov and Dina Roth", ("Irsa Malkov", "Dina Roth")),
        ("Text: Sabir Noor", ("Sabir Noor",)),
        ("By DELPHINE MARSH", ("Delphine Marsh",)),
        ("Marcus Thell, Health Correspondent", ("Marcus Thell",)),
        ("Ana Ruiz Sports News Editor For Harbour.Example, Meridian Press", ("Ana Ruiz",)),
        ("Written by:Elise Nass", ("Elise Nass",)),
        ("By Ray Okoye ⋅ Review Editor ⋅ 4 min", ("Ray Okoye",)),
        ("- G. Lindqvist-Amaro", ("G. Lindqvist-Amaro",)),
        ("Jean-Luc d'Arc & María de la Cruz", ("Jean-Luc d'Arc", "María de la Cruz")),
        ("By Tom May and April Jones", ("Tom May", "April Jones")),
        ("Ana Ruiz December", ("Ana Ruiz",)),
        ("By WorldBuzzNow Team", ()),
        ("The Associated Press", ()),
        ("Staff and agencies", ()),
        ("admin", ()),
        ("British Heart Foundation", ()),
        ("What Happened To The Harbour", ()),
    ],
)
def test_names_without_roles_outlets_and_agencies(byline: str, names: tuple[str, ...]) -> None:
    assert people(byline) == names


def test_a_single_name_counts_only_where_the_data_says_person() -> None:
    assert people("Krystyna") == ()
    assert given_name("Krystyna") == ("Krystyna",)
    assert given_name("Newsdesk Online") == ()


@given(st.text(max_size=400))
def test_any_byline_is_read(byline: str) -> None:
    assert all(len(name.split()) >= 2 for name in people(byline))
