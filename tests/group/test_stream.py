"""A stream ends in the same stories as a batch, and tells what each batch did."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import language_sample, lookalikes

from retold.group import GroupIndex, Turn, group
from retold.group.stream import turns
from retold.types import Story


@settings(max_examples=8, deadline=None)
@given(order=st.randoms(use_true_random=False), cuts=st.sets(st.integers(1, 22), max_size=4))
def test_any_batches_in_any_order_end_in_the_same_stories(order: random.Random, cuts: set[int]) -> None:
    articles = [article for article, _ in lookalikes() + language_sample("pt")]
    batch = group(articles)
    order.shuffle(articles)
    index = GroupIndex()
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(articles)], strict=True):
        index.add(articles[start:end])
    assert list(index.stories) == batch


def test_what_a_batch_did() -> None:
    articles = [article for article, _ in language_sample("de")]
    index = GroupIndex(articles[:1])
    ferry, aground = index.stories[0].id, None
    joined, aground = index.add([articles[1], articles[3]])
    assert joined == Turn("joined", ferry, (ferry,), ("de1",))
    assert (aground.kind, aground.new) == ("started", ("de3",))


def test_an_article_that_is_there_changes_nothing() -> None:
    articles = [article for article, _ in language_sample("de")]
    index = GroupIndex(articles)
    assert index.add(articles[2:4]) == ()


def test_stories_that_become_one_and_that_part() -> None:
    one, two, both = Story("s1", "A", ("a",)), Story("s2", "B", ("b",)), Story("s1", "A", ("a", "b", "c"))
    assert turns([one, two], [both]) == (Turn("merged", "s1", ("s1", "s2"), ("c",)),)
    assert turns([both], [one, Story("s2", "B", ("b", "c"))]) == (Turn("parted", "s1", ("s1",), ()), Turn("parted", "s2", ("s1",), ()))
