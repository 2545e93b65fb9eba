"""What people decided holds through every re-run."""

from __future__ import annotations

from retold.group import Decision, apply_decisions
from retold.group.decisions import standing
from retold.types import Story

FIRE = Story("s1", "Fire at the mill", ("a", "b"))
FLOOD = Story("s2", "Flood at the mill", ("c", "d"))
VOTE = Story("s3", "Vote on the mill", ("e",))
STORIES = [FIRE, FLOOD, VOTE]


def decided(kind: str, *articles: str, when: str = "2024-03-01T10:00:00Z", undoes: str | None = None) -> Decision:
    return Decision(kind, articles, who="ana", when=when, why="read both", undoes=undoes)  # type: ignore[arg-type]


def articles(stories: list[Story]) -> list[tuple[str, ...]]:
    return [story.articles for story in stories]


def test_no_decision_changes_nothing() -> None:
    assert apply_decisions(STORIES, []) == STORIES


def test_merged_stories_are_one_and_keep_the_first_name() -> None:
    made = apply_decisions(STORIES, [decided("merge", "d", "a")])
    assert articles(made) == [("a", "b", "c", "d"), ("e",)]
    assert made[0].title == "Fire at the mill"


def test_what_is_split_off_is_a_story_of_its_own() -> None:
    assert articles(apply_decisions(STORIES, [decided("split", "b", "d")])) == [("a",), ("b", "d"), ("c",), ("e",)]


def test_moved_articles_go_to_the_story_of_the_last() -> None:
    assert articles(apply_decisions(STORIES, [decided("move", "b", "e")])) == [("a",), ("b", "e"), ("c", "d")]


def test_later_decisions_act_on_what_earlier_ones_made() -> None:
    merge, split = decided("merge", "a", "c", when="2024-03-01"), decided("split", "b", when="2024-03-02")
    assert articles(apply_decisions(STORIES, [split, merge])) == [("a", "c", "d"), ("b",), ("e",)]


def test_decisions_survive_a_re_run_with_new_articles_and_new_ids() -> None:
    regrouped = [Story("s9", "Mill", ("z", "a", "b")), Story("s2", "Flood at the mill", ("c", "d", "y")), VOTE]
    assert articles(apply_decisions(regrouped, [decided("merge", "a", "c")])) == [("z", "a", "b", "c", "d", "y"), ("e",)]


def test_articles_that_are_not_there_are_passed_over() -> None:
    assert apply_decisions(STORIES, [decided("merge", "a", "gone"), decided("split", "gone"), decided("move", "a", "gone")]) == STORIES


def test_undone_decisions_do_not_hold_and_an_undoing_can_be_undone() -> None:
    merge = decided("merge", "a", "c")
    undo = decided("undo", when="2024-03-02", undoes=merge.id)
    redo = decided("undo", when="2024-03-03", undoes=undo.id)
    assert apply_decisions(STORIES, [merge, undo]) == STORIES
    assert standing([redo, undo, merge]) == [merge]


def test_splitting_off_all_that_there_is_changes_nothing() -> None:
    assert articles(apply_decisions(STORIES, [decided("split", "c", "d")])) == [("a", "b"), ("c", "d"), ("e",)]
