from __future__ import annotations

import pytest

from retold.text.hedges import hedges, strength


def test_order_of_strength() -> None:
    weaker = [strength(f"It was {hedge} so.") for hedge in ("", "almost certainly", "probably", "likely", "apparently", "possibly")]
    assert weaker == sorted(weaker, reverse=True)
    assert weaker[0] == 1.0


def test_the_longest_hedge_at_a_place_counts() -> None:
    assert [h.word for h in hedges("It is almost certainly so, and may well stay so.")] == ["almost certainly", "may well"]


@pytest.mark.parametrize("text", ["It opens in May next year.", "She could not sleep.", "They are more likely to report it.", "It is so."])
def test_no_hedges(text: str) -> None:
    assert hedges(text) == []
