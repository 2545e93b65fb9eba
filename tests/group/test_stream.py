"""A stream ends in the same stories as a batch, and tells what each batch did."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import language_sample, lookalikes

from retold.group import GroupIndex, Turn, group
from retold.group.settings import DEFAULT
from retold.group.stream import turns
from retold.types import Article, Story

# As if two dozen articles were a large collection: many stretches of days, hardly any of them in memory.
LARGE = replace(DEFAULT, whole=6, sample=8, window_days=3, open_cells=4)


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


def undated(article: Article) -> Article:
    return Article.from_text(article.text, id=f"{article.id}-undated", title=article.title)


def large_collection() -> list[Article]:
    """Over several stretches of days, with pages without a date, a page printed again weeks later and one printed in twenty places."""
    articles = [article for article, _ in lookalikes() + language_sample("pt") + language_sample("de")]
    wire = articles[1]
    again = Article.from_text(wire.text, id="again", title=wire.title, published="2024-09-01")
    prints = [Article.from_text(f"{wire.text} Edition {n}.", id=f"p{n}", title=wire.title, published=wire.published) for n in range(20)]
    return [*articles, *map(undated, articles[::5]), again, *prints]


@settings(max_examples=8, deadline=None)
@given(order=st.randoms(use_true_random=False), cuts=st.sets(st.integers(1, 50), max_size=5), on_disk=st.booleans())
def test_so_do_large_collections_with_most_of_them_put_away(order: random.Random, cuts: set[int], on_disk: bool) -> None:
    articles = large_collection()
    batch = group(articles, LARGE)
    order.shuffle(articles)
    away: dict[int, bytes] = {}
    index = GroupIndex(settings=LARGE, away=away if on_disk else None)
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(articles)], strict=True):
        index.add(articles[start:end])
    assert list(index.stories) == batch
    assert bool(away) == on_disk


def test_a_page_without_a_date_goes_to_the_days_of_its_story() -> None:
    articles = large_collection()
    stories = group(articles, LARGE)
    home = {article: story.id for story in stories for article in story.articles}
    assert all(home[article.id] == home[article.id.removesuffix("-undated")] for article in articles if article.id.endswith("-undated"))


def test_a_date_in_the_far_future_or_no_dates_at_all_spoil_nothing() -> None:
    articles = [article for article, _ in lookalikes()]
    far = Article.from_text("Nothing of the kind has happened yet.", id="far", published="9999-12-31")
    assert group([*articles, far], LARGE) == [*group(articles, LARGE), *group([far])]
    assert sum(len(story.articles) for story in group(map(undated, articles), LARGE)) == len(articles)


def test_a_thousand_stuffed_pages_are_no_bridge() -> None:
    articles = [article for article, _ in lookalikes()]
    words = sorted({word for article in articles for word in article.text.split()})
    stuffed = [Article.from_text(" ".join(random.Random(n).sample(words, 300)), id=f"stuffed{n}") for n in range(1000)]
    made = group([*articles, *stuffed])
    tidied = [{article for article in story.articles if not article.startswith("stuffed")} for story in made]
    assert all(len({article.split("-")[0] for article in story}) <= 1 for story in tidied)


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


def test_pages_without_a_date_that_come_alone_to_a_large_collection_are_there_at_once() -> None:
    articles = large_collection()
    index = GroupIndex(articles, LARGE)
    late = [Article.from_text(f"{article.text} Read on.", id=f"{article.id}-late", title=article.title) for article in articles[2:4]]
    assert {article for turn in index.add(late) for article in turn.new} == {article.id for article in late}
    assert list(index.stories) == group([*articles, *late], LARGE)
    assert index.add(late) == ()
