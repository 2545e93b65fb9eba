"""Tellers without a name of their own."""

from __future__ import annotations

import pytest

from retold.text.state_media import as_one, is_generic, is_nation, is_teller, spelled


@pytest.mark.parametrize(
    ("name", "told", "reported"),
    [
        ("Iranian state TV", True, True),
        ("state television", False, True),
        ("local media", False, True),
        ("Spanish newspapers", False, True),
    ],
)
def test_who_is_told_and_who_reports(name: str, *, told: bool, reported: bool) -> None:
    assert is_generic(name)
    assert is_teller(name, spoken_to=True) is told
    assert is_teller(name, spoken_to=False) is reported


@pytest.mark.parametrize("name", ["Reuters", "social media", "Radio Tarn", "the press"])
def test_names_and_the_press_at_large_are_others(name: str) -> None:
    assert not is_generic(name)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Iranian state TV", "state television"], {"Iranian state TV"}),
        (["state TV", "state television"], {"state TV"}),
        (["Iranian state TV", "Syrian state TV", "state TV"], {"Iranian state TV", "Syrian state TV", "state TV"}),
        (["Iranian state TV", "Iranian state-run television"], {"Iranian state TV"}),
        (["local media", "Spanish media"], {"local media", "Spanish media"}),
    ],
)
def test_one_broadcaster_by_several_names(names: list[str], expected: set[str]) -> None:
    assert set(as_one(names).values()) == expected


@pytest.mark.parametrize(("word", "is_one"), [("Iranian", True), ("Thai", True), ("Kenya's", True), ("Monday", False), ("Northern", False)])
def test_nations(word: str, *, is_one: bool) -> None:
    assert is_nation(word) is is_one


def test_spelling() -> None:
    assert spelled("State-run TV") == "state-run TV"
    assert spelled("Iranian State Television") == "Iranian state television"
