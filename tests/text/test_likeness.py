"""Whether two sentences say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.likeness import likeness, meaning, same_meaning
from retold.text.negation import is_negated, negated_words
from retold.text.stems import meaning_of


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Iranian forces attacked the depot on Monday.", "On Monday the depot was struck by Iran's forces.", True),
        ("Four guards were wounded at the depot.", "4 guards were injured at the depot.", True),
        ("Four guards were wounded at the depot.", "The minister praised the harvest.", False),
        ("", "The minister praised the harvest.", False),
    ],
)
def test_two_sentences(a: str, b: str, *, same: bool) -> None:
    assert same_meaning(a, b) is same
    assert same_meaning(b, a) is same


def test_a_short_statement_lies_in_a_longer_one() -> None:
    found = likeness(meaning("a bolt had sheared"), meaning("the second gate failed because a bolt had sheared"))
    assert found.forward == 1
    assert found.backward < 1


def test_counts_that_conflict_are_seen() -> None:
    assert likeness(meaning("four guards were hurt"), meaning("six guards were hurt")).numbers_differ
    assert not likeness(meaning("four guards were hurt"), meaning("4 guards were hurt")).numbers_differ


@pytest.mark.parametrize(
    ("a", "b"),
    [("struck", "attacks"), ("explosion", "exploded"), ("Syrian".lower(), "syria"), ("authorised", "approved"), ("thieves", "theft")],
)
def test_words_for_one_another(a: str, b: str) -> None:
    assert meaning_of(a) == meaning_of(b)


def test_what_a_negation_turns_round() -> None:
    assert is_negated("He did not order the attack")
    assert not is_negated("He did not deny it")
    assert not is_negated("No fewer than five drones came")
    assert meaning_of("order") in negated_words("He did not order the attack, but the army did")
    assert meaning_of("army") not in negated_words("He did not order the attack, but the army did")


@given(st.text(max_size=120), st.text(max_size=120))
def test_likeness_is_a_share(a: str, b: str) -> None:
    found = likeness(meaning(a), meaning(b))
    assert 0 <= found.forward <= 1
    assert 0 <= found.score <= 1
    assert likeness(meaning(b), meaning(a)).forward == found.backward
