"""Names: the same, a variant, a garble, or another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.names import NameMention, compare_names, resolve_names, untitled

PAIRS = [
    # titles and possessives say nothing about who is meant
    ("Gen. Frank McKenzie", "General Frank McKenzie", "same"),
    ("Ministry of Health", "the health ministry", "same"),
    ("police chief Ana Ruiz", "Ana Ruiz", "same"),
    # shorter forms
    ("Frank McKenzie", "McKenzie", "variant"),
    ("Joseph T. Deters", "Joseph Deters", "variant"),
    ("J. Deters", "Joseph Deters", "variant"),
    ("Mike Ortega", "Michael Ortega", "variant"),
    ("Osterhaven Ledger", "the Ledger", "variant"),
    ("US Treasury Department", "Treasury Department", "variant"),
    # romanisations
    ("Mustafa al-Kadhimi", "Kadimi", "variant"),
    ("Esmail Qaani", "Kani", "variant"),
    ("Yusuf Karadzha", "Yousef Karaja", "variant"),
    ("Leyla Qasimzad", "Leila Gasimzade", "variant"),
    ("Qassem Soleimani", "Qasem Suleimani", "variant"),
    ("Kim Jong Un", "Kim Jong-un", "same"),
    # initials and blends
    ("Meridian Press Agency", "MPA", "variant"),
    ("U.N. Security Council", "United Nations Security Council", "same"),
    ("Zhemar Petroleum", "Zhempet", "variant"),
    # what rewriting machines make of a name
    ("Norman Roule", "Norm Roulette", "garble"),
    ("Samed Ildan", "Samed Island", "garble"),
    ("Lida Farroukh", "Lida Farrow", "garble"),
    # others
    ("Michael Ortega", "Maria Ortega", "different"),
    ("Mr Ortega", "Mrs Ortega", "different"),
    ("Paul Ortega", "Paul Ortega Jr.", "different"),
    ("Northern Ledger", "Osterhaven Ledger", "different"),
    ("Berlin police", "Munich police", "different"),
    ("Kim Jong Un", "Kim Yo Jong", "different"),
    ("", "Ana Ruiz", "different"),
]


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_two_names(a: str, b: str, relation: str) -> None:
    assert compare_names(a, b).relation == relation
    assert compare_names(b, a).relation == relation


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare_the_same_either_way_round(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)
    assert 0 <= compare_names(a, b).score <= 1


def test_untitled_keeps_the_name_as_written() -> None:
    assert untitled("Maj. Gen. Colin Stroud") == "Colin Stroud"
    assert untitled("Osterhaven Ledger") == "Osterhaven Ledger"


def test_a_story_keeps_every_variant_and_marks_the_garbles() -> None:
    mentions = [
        NameMention("Gen. Norman Roule", "01"),
        NameMention("Roule", "01"),
        NameMention("Norm Roulette", "02"),
        NameMention("Roulette", "02"),
        NameMention("Ana Roulin", "01"),
    ]
    resolved = resolve_names(mentions)
    roule = resolved[mentions[0]]
    assert roule.canonical == "Norman Roule"
    assert roule.variants == ("Gen. Norman Roule", "Norm Roulette", "Roule", "Roulette")
    assert roule.garbles == ("Norm Roulette", "Roulette")
    assert resolved[mentions[3]] == roule
    assert resolved[mentions[4]].canonical == "Ana Roulin"


def test_a_surname_goes_to_its_bearer_in_the_same_article() -> None:
    mentions = [
        NameMention("Ana Ruiz", "01"),
        NameMention("Tom Ruiz", "02"),
        NameMention("Ruiz", "01"),
        NameMention("Ruiz", "02"),
        NameMention("Ruiz", "03"),
    ]
    resolved = resolve_names(mentions)
    assert resolved[mentions[2]].canonical == "Ana Ruiz"
    assert resolved[mentions[3]].canonical == "Tom Ruiz"
    assert resolved[mentions[4]].canonical == "Ruiz"


def test_the_order_of_mentions_does_not_matter() -> None:
    mentions = [NameMention(name, "01") for name in ("MPA", "Meridian Press Agency", "Agency", "Stroud", "Maj Gen Colin Stroud")]
    assert resolve_names(mentions) == resolve_names(mentions[::-1])


def test_no_names_resolve_to_nothing() -> None:
    assert resolve_names([]) == {}
