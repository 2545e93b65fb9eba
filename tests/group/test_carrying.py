"""Stories keep their ids for as long as they live on."""

from __future__ import annotations

from retold.group import carry_ids
from retold.types import Story


def story(name: str, *articles: str) -> Story:
    return Story(name, articles[0], articles)


def named(stories: list[Story]) -> dict[str, tuple[str, ...]]:
    return {each.id: each.articles for each in stories}


def test_without_stories_before_nothing_changes() -> None:
    stories = [story("s1", "a"), story("s2", "b")]
    assert carry_ids([], stories) == stories


def test_an_earlier_article_that_is_found_later_does_not_rename_the_story() -> None:
    assert named(carry_ids([story("s1", "b", "c")], [story("s9", "a", "b", "c")])) == {"s1": ("a", "b", "c")}


def test_of_two_stories_that_become_one_the_larger_gives_its_id() -> None:
    before = [story("s1", "a"), story("s2", "b", "c")]
    assert named(carry_ids(before, [story("s1", "a", "b", "c")])) == {"s2": ("a", "b", "c")}


def test_of_a_story_that_parts_the_larger_piece_keeps_the_id_and_the_other_gets_one_of_its_own() -> None:
    made = carry_ids([story("s1", "a", "b", "c")], [story("s1", "a"), story("s7", "b", "c")])
    assert [each.articles for each in made] == [("a",), ("b", "c")]
    assert made[1].id == "s1"
    assert made[0].id not in {"s1", "s7"}


def test_a_new_story_never_takes_an_id_that_lives_on() -> None:
    made = carry_ids([story("s1", "b")], [story("s1", "a"), story("s5", "b", "c")])
    assert len({each.id for each in made}) == 2
    assert made[1].id == "s1"
