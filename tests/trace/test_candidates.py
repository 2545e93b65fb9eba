"""Which articles share text, over a collection."""

from __future__ import annotations

import tellings
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.trace import candidate_pairs
from retold.types import Article


def article(id_: str, text: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article.from_text(text, id=id_, outlet=outlet, published=published)


def test_copies_are_paired_and_others_are_not() -> None:
    articles = [
        article("a", tellings.FIRST),
        article("b", tellings.OTHER_EVENT),
        article("c", tellings.LIGHT_EDIT),
        article("d", tellings.OTHER_EVENT + "\n\n" + tellings.FIRST.split("\n\n")[1]),
        article("e", ""),
        article("f", tellings.SAME_EVENT),
    ]
    assert candidate_pairs(articles) == [("a", "c"), ("a", "d"), ("b", "d"), ("c", "d")]


def test_a_thousand_copies_give_a_thousand_pairs_with_the_earliest() -> None:
    articles = [article(f"{n:04}", tellings.FIRST, published=f"2024-03-{28 - n % 28:02}") for n in range(1000)]
    pairs = candidate_pairs(articles)
    assert len(pairs) == 999
    assert all("0027" in pair for pair in pairs)  # the first of March


def test_an_outlets_boilerplate_pairs_nothing() -> None:
    notice = " ".join(f"notice{n}" for n in range(60))
    articles = [article(f"{n:02}", " ".join(f"own{n}x{m}" for m in range(300)) + " " + notice, outlet="Ellery Courier") for n in range(40)]
    assert candidate_pairs(articles) == []


def test_order_does_not_matter() -> None:
    articles = [article(str(n), text) for n, text in enumerate([tellings.FIRST, tellings.SPUN, tellings.LIGHT_EDIT, tellings.SAME_EVENT])]
    assert candidate_pairs(articles) == candidate_pairs(articles[::-1])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12))
def test_any_texts(texts: list[str]) -> None:
    pairs = candidate_pairs([article(str(n), text) for n, text in enumerate(texts)])
    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)
