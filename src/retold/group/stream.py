"""Stories from a stream: after every batch the same stories as if all had come at once, and what the batch did to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from retold.group.grouping import group
from retold.group.settings import DEFAULT, Settings
from retold.types import Article, Story

TurnKind = Literal["started", "joined", "merged", "parted"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of a story: `before` are the ids of the stories that its earlier articles were in, `new` the articles that came.

    started: none of its articles was there. joined: one story grew. merged: several became one.
    parted: it is a piece of a story whose other articles are elsewhere now.
    """

    kind: TurnKind
    story: str
    before: tuple[str, ...]
    new: tuple[str, ...]


class GroupIndex:
    """Articles so far and their stories. Adding in any order and in any batches ends in the same stories."""

    def __init__(self, articles: Iterable[Article] = (), settings: Settings = DEFAULT) -> None:
        self._settings = settings
        self._articles: dict[tuple[str, str | None, str], Article] = {}
        self._stories: list[Story] = []
        self.add(articles)

    @property
    def stories(self) -> tuple[Story, ...]:
        return tuple(self._stories)

    def add(self, articles: Iterable[Article]) -> tuple[Turn, ...]:
        """Take in a batch; an article that is there already is not taken twice. What changed, in the order of the stories."""
        fresh = {key: article for article in articles if (key := (article.id, article.title, article.text)) not in self._articles}
        if not fresh:
            return ()
        self._articles.update(fresh)
        before, self._stories = self._stories, group(self._articles.values(), self._settings)
        return turns(before, self._stories)


def turns(before: Sequence[Story], after: Sequence[Story]) -> tuple[Turn, ...]:
    """What happened between two states of the stories."""
    home = {article: story.id for story in before for article in story.articles}
    size = {story.id: len(story.articles) for story in before}
    found = [_turn(story, home, size) for story in after]
    return tuple(turn for turn in found if turn is not None)


def _turn(story: Story, home: dict[str, str], size: dict[str, int]) -> Turn | None:
    stayed = [home[article] for article in story.articles if article in home]
    new = tuple(article for article in story.articles if article not in home)
    came_from = tuple(dict.fromkeys(stayed))
    if not came_from:
        return Turn("started", story.id, (), new)
    if len(came_from) > 1:
        return Turn("merged", story.id, came_from, new)
    if len(stayed) < size[came_from[0]]:
        return Turn("parted", story.id, came_from, new)
    return Turn("joined", story.id, came_from, new) if new else None
