"""Passages of one text in another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
import tellings
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.trace import align


@pytest.mark.parametrize(
    ("later", "coverage"),
    [
        (tellings.FIRST, 0.99),
        (tellings.LIGHT_EDIT, 0.9),
        (tellings.SPUN, 0.95),
        (tellings.TRANSLATED, 0.8),
        (tellings.REWORDED, 0.3),
    ],
)
def test_tellings_of_one_text(later: str, coverage: float) -> None:
    passages = align(tellings.FIRST, later)
    assert sum(p.later_end - p.later_start for p in passages) >= coverage * len(later)
    assert all(0 < p.similarity <= 1 for p in passages)


@pytest.mark.parametrize("later", [tellings.SAME_EVENT, tellings.OTHER_EVENT, "", "Short.", "Ünrelated \u200b"])
def test_nothing_taken(later: str) -> None:
    assert align(tellings.FIRST, later) == []
    assert align(later, tellings.FIRST) == []


def test_a_borrowing_is_one_passage_with_exact_ends() -> None:
    paragraph = tellings.FIRST.split("\n\n")[2]
    later = f"{tellings.OTHER_EVENT}\n\n{paragraph}\n\n{tellings.SAME_EVENT}"
    (passage,) = align(tellings.FIRST, later)
    assert later[passage.later_start : passage.later_end] == paragraph
    assert tellings.FIRST[passage.earlier_start : passage.earlier_end] == later[passage.later_start : passage.later_end]


def test_paragraphs_in_another_order_are_found() -> None:
    paragraphs = tellings.FIRST.split("\n\n")
    passages = align(tellings.FIRST, "\n\n".join(reversed(paragraphs)))
    assert sum(p.later_end - p.later_start for p in passages) > 0.9 * len(tellings.FIRST)


@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: text.replace("a", "а").replace("e", "е"),  # Cyrillic letters
        lambda text: text.replace("t", "t\u200b"),  # zero-width spaces
        lambda text: text.replace("on", "o\u00adn"),  # soft hyphens
        lambda text: text.replace(" ", " \ufe0f"),  # variation selectors
        lambda text: text.upper(),
    ],
)
def test_disguises_neither_hide_a_copy_nor_shift_its_span(disguise: Callable[[str], str]) -> None:
    later = disguise(tellings.FIRST)
    (passage,) = align(tellings.FIRST, later)
    assert (passage.earlier_start, passage.later_start) == (0, 0)
    assert passage.earlier_end >= len(tellings.FIRST) - 1
    assert passage.later_end >= len(later) - 2


def test_a_summary_points_at_all_that_it_sums_up() -> None:
    summary = (
        "A ferry with 212 passengers on board, the Saint Orla, struck the Tarn sandbank outside Port Ellery in thick fog on Tuesday night. "
        "Lifeboats took the passengers off before dawn. Investigators will examine the ship's logs; the ferry should be pulled off on Friday."
    )
    passages = align(tellings.FIRST + "\n\n" + tellings.OTHER_EVENT, summary)
    assert passages
    assert max(p.earlier_end for p in passages) <= len(tellings.FIRST)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_spans_lie_within_their_texts(earlier: str, later: str) -> None:
    for p in align(earlier, later):
        assert 0 <= p.earlier_start < p.earlier_end <= len(earlier)
        assert 0 <= p.later_start < p.later_end <= len(later)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(tellings.FIRST.split("\n\n") + tellings.SAME_EVENT.split("\n\n")), max_size=8))
def test_passages_of_the_later_text_do_not_overlap(paragraphs: list[str]) -> None:
    spans = sorted((p.later_start, p.later_end) for p in align(tellings.FIRST, "\n\n".join(paragraphs)))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("text", ["word " * 30_000, "a. " * 20_000, "\n" * 50_000, "Ann Bo, Cy Do; " * 5_000, "x" * 200_000])
def test_hostile_texts_are_aligned_too(text: str) -> None:
    align(text, tellings.FIRST)
    align(tellings.FIRST, text)
