"""Articles of the same event come together, look-alikes stay apart, whatever the order and whatever comes in."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import expected, language_sample, lookalikes, partition

from retold.group import group, why
from retold.types import Article

A = Article.from_text


def test_look_alike_events_in_one_country_are_two_stories() -> None:
    sample = lookalikes()
    stories = group(article for article, _ in sample)
    assert partition(stories) == expected(sample)


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pt"])
def test_articles_in_other_languages(language: str) -> None:
    sample = language_sample(language)
    assert partition(group(article for article, _ in sample)) == expected(sample)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_does_not_matter(seed: int) -> None:
    articles = [article for article, _ in lookalikes() + language_sample("de")]
    stories = group(articles)
    random.Random(seed).shuffle(articles)
    assert group(articles) == stories


def test_articles_stand_by_date_and_stories_by_their_first_article() -> None:
    stories = group(article for article, _ in language_sample("it"))
    assert [story.articles for story in stories] == [("it0", "it1", "it2"), ("it5", "it6"), ("it3", "it4")]


def test_the_id_of_a_story_stays_when_later_articles_join() -> None:
    articles = [article for article, _ in language_sample("fr")]
    early = next(story for story in group(articles[:2]) if "fr0" in story.articles)
    later = next(story for story in group(articles) if "fr0" in story.articles)
    assert (early.id, early.title) == (later.id, later.title)
    assert len(later.articles) > len(early.articles)


def test_missing_dates_cost_nothing() -> None:
    sample = [(A(article.text, id=article.id, title=article.title), story) for article, story in lookalikes()]
    assert partition(group(article for article, _ in sample)) == expected(sample)


def test_without_titles_look_alikes_stay_apart() -> None:
    sample = [(A(article.text, id=article.id, published=article.published), story) for article, story in lookalikes()]
    for story in partition(group(article for article, _ in sample)):
        assert any(story <= articles for articles in expected(sample))


def test_a_page_with_a_wrong_date_still_finds_its_story() -> None:
    sample = lookalikes()
    first = sample[0][0]
    wrong = A(first.text, id=first.id, title=first.title, published="2031-01-01")
    assert partition(group([wrong, *[article for article, _ in sample[1:]]])) == expected(sample)


FERRY, FERRY_AGAIN = (article for article, _ in language_sample("de")[:2])
BAD = {
    "no text": "",
    "white space": " \n\n ",
    "one word": "Feuer",
    "one word, very often": "Feuer " * 150_000,
    "all capitals": FERRY.text.upper(),
    "no word at all": "!!! ... ???",
    "one endless word": "x" * 100_000,
    "numbers only": "1 2 3 4.5.6,7 " * 500,
    "broken surrogate": "Feuer \udcff Fähre",
    "unspaced script": "台風が東京に上陸した。" * 20,
    "control characters": "\x00\x01 Feuer \u202e",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_articles_are_in_exactly_one_story_and_spoil_nothing(text: str) -> None:
    stories = group([FERRY, A(text, id="bad"), FERRY_AGAIN])
    assert sorted(article for story in stories for article in story.articles) == ["bad", "de0", "de1"]
    assert any({"de0", "de1"} <= set(story.articles) for story in stories)


@pytest.mark.parametrize("published", ["", "yesterday", "2023-13-45", "9999-12-31", "0000-00-00", "2023-05-04T99:99:99"])
def test_dates_that_cannot_be_read_are_no_dates(published: str) -> None:
    odd = A(FERRY.text, id="odd", title=FERRY.title, published=published)
    assert any({"odd", "de1"} <= set(story.articles) for story in group([odd, FERRY_AGAIN]))


def test_nothing_is_no_story_and_empty_articles_are_one_each() -> None:
    assert group([]) == []
    assert [story.articles for story in group([A("", id="x"), A("", id="y")])] == [("x",), ("y",)]


def test_two_articles_with_one_id_are_still_two() -> None:
    stories = group([A(FERRY.text, id="same"), A("Ganz etwas anderes über Kohlpreise in Brünn.", id="same")])
    assert sorted(article for story in stories for article in story.articles) == ["same", "same"]


def test_a_thousand_copies_are_one_story_and_draw_nothing_in() -> None:
    sample = language_sample("es")
    copies = [A(sample[0][0].text, id=f"copy{number}", published="2023-05-04") for number in range(1000)]
    stories = group([article for article, _ in sample] + copies)
    large = max(stories, key=lambda story: len(story.articles))
    assert len(large.articles) == 1003
    assert {"es3", "es4"} in [set(story.articles) for story in stories]


def test_a_page_stuffed_with_every_name_glues_nothing_together() -> None:
    sample = lookalikes() + language_sample("de") + language_sample("es")
    stuffed = A("\n\n".join(article.text for article, _ in sample), id="stuffed", title="All the news")
    made = partition(group([stuffed, *[article for article, _ in sample]]))
    assert {story - {"stuffed"} for story in made} - {frozenset()} == partition(group(article for article, _ in sample))


WORDS = st.sampled_from(["Feuer", "feuer", "Hafen", "the", "der", "Wernsund", "212", "6.1", "", "\n\n", "é", "台"])
ARTICLES = st.lists(
    st.builds(
        lambda words, title, day: (" ".join(words), title, day),
        st.lists(WORDS, max_size=12),
        st.none() | st.just("Feuer im Hafen"),
        st.none() | st.sampled_from(["2023-05-04", "2023-07-01T10:00:00+02:00"]),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(rows=ARTICLES, order=st.randoms(use_true_random=False))
def test_any_articles_in_any_order_give_the_same_partition(rows: list[tuple[str, str | None, str | None]], order: random.Random) -> None:
    articles = [A(text, id=f"a{number}", title=title, published=day) for number, (text, title, day) in enumerate(rows)]
    stories = group(articles)
    order.shuffle(articles)
    assert group(articles) == stories
    assert sorted(article for story in stories for article in story.articles) == sorted(article.id for article in articles)


def test_a_story_printed_in_a_hundred_places_keeps_its_other_tellings() -> None:
    sample = lookalikes()
    wire = sample[1][0]
    edited = [
        A(wire.text.replace("before dawn", f"edition {number}"), id=f"wire{number}", title=wire.title, published=wire.published)
        for number in range(100)
    ]
    made = partition(group([article for article, _ in sample] + edited))
    ashkar, bezmin = sorted(expected(sample), key=sorted)
    assert made == {ashkar | {article.id for article in edited}, bezmin}


FURNITURE = (
    "Abonnieren Sie jetzt den kostenlosen Newsletter der Wernsunder Zeitung",
    "Artikel teilen: Facebook, WhatsApp, E-Mail",
    "Mehr zum Thema: Zehn Bilder von der königlichen Hochzeit",
    "© Verlagsgesellschaft Wernsund. Alle Rechte vorbehalten.",
)


def test_furniture_left_in_glues_nothing_together() -> None:
    sample = [
        (
            A("\n\n".join([FURNITURE[0], article.text, *FURNITURE[1:]]), id=article.id, title=article.title, published=article.published),
            story,
        )
        for article, story in language_sample("de")
    ]
    assert partition(group(article for article, _ in sample)) == expected(sample)


def test_versions_of_one_page_are_one_story_but_not_all_that_stood_at_an_address() -> None:
    early = "A ferry with forty people on board ran aground off Haverland on Monday, the coastguard said. Two tugs are on their way."
    late = (
        "Rescuers brought the last passengers ashore before midnight, and the harbour was closed. Earlier the ferry had run aground "
        "off Haverland with forty people on board. The captain is being questioned by police about the speed he had chosen."
    )
    other = "The council of Brenmouth voted to raise the price of parking from next spring, against the advice of its own treasurer."
    url = "https://news.example/live/7"
    articles = [A(text, id=f"v{number}", url=url) for number, text in enumerate((early, late, other))]
    assert partition(group(articles)) == {frozenset({"v0", "v1"}), frozenset({"v2"})}


def test_different_days_of_the_week_count_against_one_story() -> None:
    one, other = (
        A(f"A drone hit the oil depot at Nohur on {day}. Nobody was hurt, the governor said.", id=day) for day in ("Monday", "Friday")
    )
    reasons = {reason.kind: reason.odds for reason in why(one, other, [one, other]).reasons}
    assert reasons["weekdays"] < -1
