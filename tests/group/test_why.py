"""Why two articles are, or are not, in one story."""

from __future__ import annotations

import pytest
from samples import language_sample, lookalikes

from retold.group import why
from retold.group.settings import DEFAULT

SAMPLE = [article for article, _ in lookalikes() + language_sample("de")]
BY_ID = {article.id: article for article in SAMPLE}


def test_articles_of_one_story_share_its_words() -> None:
    found = why(BY_ID["de0"], BY_ID["de1"], SAMPLE)
    assert (found.together, found.copies, found.odds > found.needed) == (True, False, True)
    words = {word for reason in found.reasons if reason.kind == "names" for word in reason.words}
    assert {"Nordwind", "Haverland"} <= words


def test_look_alikes_are_apart_and_the_words_that_tell_them_apart_are_shown() -> None:
    found = why(BY_ID["ashkar-02"], BY_ID["bezmin-01"], SAMPLE)
    assert not found.together
    assert next(reason.odds for reason in found.reasons if reason.kind == "days") < 0
    assert "Ashkar" not in found.only_second
    assert {"tanks", "depot", "Nohur"} & set(found.only_second)


def test_the_odds_are_the_sum_of_the_reasons() -> None:
    found = why(BY_ID["de0"], BY_ID["ashkar-02"], SAMPLE)
    assert not found.together
    assert found.odds == -5.0  # clipped
    found = why(BY_ID["ashkar-02"], BY_ID["bezmin-01"], SAMPLE)
    assert sum(reason.odds for reason in found.reasons) + DEFAULT.weights.bias == pytest.approx(found.odds)


def test_two_copies() -> None:
    copy = type(SAMPLE[0]).from_text(SAMPLE[0].text, id="copy", title=SAMPLE[0].title)
    found = why(SAMPLE[0], copy, SAMPLE)
    assert (found.together, found.copies) == (True, True)


def test_sides_are_named_in_the_order_asked() -> None:
    one, other = why(BY_ID["ashkar-02"], BY_ID["bezmin-01"], []), why(BY_ID["bezmin-01"], BY_ID["ashkar-02"], [])
    assert (one.first, one.only_first, one.only_second) == (other.second, other.only_second, other.only_first)
