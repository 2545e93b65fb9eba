"""People decide: what they merged, split or moved stays so, whatever is grouped again.

Decisions name articles, never stories: a story's id may change when grouping does, its articles stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.ids import make_id
from retold.types import Decision, Story


def apply_decisions(stories: Iterable[Story], decisions: Iterable[Decision]) -> list[Story]:
    """The stories as people decided them, in the order in which they decided; articles that are not there (yet) are passed over.

    A story that a decision changed is ordered as its articles were: by the story they came from, then within it.
    """
    state = _State.of(list(stories))
    for decision in standing(decisions):
        _apply(state, decision)
    return state.stories()


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Those that hold, oldest first: none that was undone, unless the undoing was undone in turn."""
    ordered = sorted(set(decisions), key=lambda decision: (decision.when, decision.id))
    undone: set[str | None] = set()
    for decision in reversed(ordered):
        if decision.kind == "undo" and decision.id not in undone:
            undone.add(decision.undoes)
    return [decision for decision in ordered if decision.kind != "undo" and decision.id not in undone]


@dataclass(slots=True)
class _State:
    """Where each article stands; a story is named by the place of the one it was made from."""

    given: list[Story]
    home: dict[str, int]
    order: dict[str, tuple[int, int]]
    made: int

    @classmethod
    def of(cls, given: list[Story]) -> _State:
        home = {article: number for number, story in enumerate(given) for article in story.articles}
        order = {article: (number, place) for number, story in enumerate(given) for place, article in enumerate(story.articles)}
        return cls(given, home, order, len(given))

    def stories(self) -> list[Story]:
        members: dict[int, list[str]] = {}
        for article in sorted(self.home, key=lambda article: self.order[article]):
            members.setdefault(self.home[article], []).append(article)
        return [self._story(articles) for articles in members.values()]

    def _story(self, articles: Sequence[str]) -> Story:
        came_from = self.given[self.order[articles[0]][0]]
        if tuple(dict.fromkeys(came_from.articles)) == tuple(articles):
            return came_from
        return Story(make_id("s", articles[0]), came_from.title, tuple(articles))


def _apply(state: _State, decision: Decision) -> None:
    present = [article for article in decision.articles if article in state.home]
    if decision.kind == "split" and present:
        # The part that leaves gets a place of its own; where nothing stays behind there is nothing to split.
        for article in present:
            state.home[article] = state.made
        state.made += 1
    elif decision.kind == "merge" and len(present) > 1:
        joined = {state.home[article] for article in present}
        target = min(joined, key=lambda number: min(order for article, order in state.order.items() if state.home[article] == number))
        state.home.update({article: target for article, number in state.home.items() if number in joined})
    elif decision.kind == "move" and decision.articles[-1] in state.home:
        state.home.update(dict.fromkeys(present, state.home[decision.articles[-1]]))
