"""Stories from a stream: after every batch the same stories as if all had come at once, and what the batch did to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from retold.group.arrays import Floats, Ints, positions
from retold.group.cells import Cell, cells_of, keys_of, rows_of
from retold.group.comparing import Neighbourhood
from retold.group.heads import Head, head_of, in_order
from retold.group.placing import EVERYTHING, Places
from retold.group.reading import read_blocks
from retold.group.regrouping import Joined, completed, components_of, joined_cells, stories_of
from retold.group.settings import DEFAULT, Settings
from retold.group.shelf import Shelf
from retold.group.updating import Updates
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
    """Articles so far and their stories. Adding in any order and in any batches ends in the same stories.

    A batch costs what it touches: new articles look for their like among those of about the same days, and only stories that hang
    together with them are made anew. `away` keeps, as bytes, the days that nothing was added to of late (a mapping on disk, say):
    memory then holds the days in use, and a few numbers for each older article.
    """

    def __init__(
        self, articles: Iterable[Article] = (), settings: Settings = DEFAULT, away: MutableMapping[int, bytes] | None = None
    ) -> None:
        self._settings = settings
        self._shelf = Shelf(settings, away)
        self._places = Places(self._shelf, settings)
        self._updates = Updates(self._shelf, self._places, settings)
        self._labels = 0
        self.add(articles)

    @property
    def stories(self) -> tuple[Story, ...]:
        """All of them, by their first article."""
        members: dict[int, list[Head]] = defaultdict(list)
        for number in self._shelf.numbers:
            cell = self._shelf.open(number)
            for row in cell.present.tolist():
                members[int(cell.story[row])] += cell.heads[row]
            self._shelf.tidy()
        return tuple(in_order(members.values()))

    def side_by_side(self, a: Article, b: Article) -> tuple[Neighbourhood, Ints, Floats]:
        """What two articles that are there are judged by: their surroundings, their rows in it, how telling it is to appear at one time.

        Articles that say the same are one row.
        """
        found = [self._places.found(head_of(article)) for article in (a, b)]
        hood = self._updates.hood(sorted({cell.number for cell, _ in found}))
        keys = np.array([keys_of(cell.number, int(cell.print_of[row])) for cell, row in found])
        return hood, hood.rows(keys), self._updates.telling(hood)

    def everything(self) -> tuple[Neighbourhood, Floats]:
        """A small collection as it is judged: all of it side by side, and how telling it is to be published soon after each other."""
        hood = self._updates.hood([EVERYTHING])
        return hood, self._updates.telling(hood)

    def together(self, a: Article, b: Article) -> bool:
        """Whether two articles that are there are in one story."""
        (one, row), (other, place) = (self._places.found(head_of(article)) for article in (a, b))
        return bool(one.story[row] == other.story[place])

    def add(self, articles: Iterable[Article]) -> tuple[Turn, ...]:
        """Take in a batch; an article that is there already is not taken twice. What changed, in the order of the stories."""
        return turns(*self._take(articles, again=False))

    def add_all(self, articles: Iterable[Article]) -> list[Story]:
        """Take in a batch, also what is there already; the stories that changed."""
        return self._take(articles, again=True)[1]

    def _take(self, articles: Iterable[Article], *, again: bool) -> tuple[list[Story], list[Story]]:
        """The stories that changed, as they were and as they are."""
        touched: set[int] = set()
        taken = False
        for block, terms in read_blocks(articles, self._settings):
            heads = [head_of(article) for article in block]
            fresh = [row for row, head in enumerate(heads) if again or not self._places.knows(head)]
            if fresh:
                taken = True
                touched |= self._places.put([heads[row] for row in fresh], terms.of_rows(np.array(fresh, dtype=np.int64)))
        return self._regroup(self._updates.run(self._places.finish(touched))) if taken else ([], [])

    def _regroup(self, changed: Ints) -> tuple[list[Story], list[Story]]:
        """Make the stories anew that the changed rows may be in."""
        if not len(changed):
            return [], []
        joined, component = self._hanging_together(changed)
        before = self._labelled(joined.keys)
        self._label(list(stories_of(joined, component, self._settings)))
        return before, self._labelled(joined.keys)

    def _hanging_together(self, changed: Ints) -> tuple[Joined, Ints]:
        """The rows whose stories the changed ones can reach into, in whatever cells, and which component each is in."""
        reach = set(cells_of(changed).tolist()) & set(self._shelf.numbers)
        while True:
            zone = {near for number in reach for near in self._updates.around(number)}
            cells = [self._shelf.open(number) for number in sorted(zone)]
            joined = joined_cells(cells, self._settings)
            component = components_of(joined, self._settings)
            touched = np.zeros(int(component.max(initial=-1)) + 1, dtype=bool)
            touched[component[np.isin(joined.keys, changed)]] = True
            affected = touched[component]
            needed = set(cells_of(joined.keys[affected]).tolist())
            if needed <= reach:
                whole = completed(joined, np.where(affected, component, -1), cells, self._settings)
                return whole.of_rows(affected), component[affected]
            reach |= needed

    def _rows_by_cell(self, keys: Ints) -> Iterator[tuple[Cell, Ints]]:
        """The cells of some rows, and these rows with all that they stand for."""
        for number in np.unique(cells_of(keys)).tolist():
            cell = self._shelf.open(number)
            standing = np.zeros(cell.rows, dtype=bool)
            standing[rows_of(keys[cells_of(keys) == number])] = True
            rows = cell.present
            yield cell, rows[standing[cell.print_of[rows]]]
            self._shelf.tidy()

    def _labelled(self, keys: Ints) -> list[Story]:
        """The stories that the articles of some rows are in."""
        members: dict[int, list[Head]] = defaultdict(list)
        for cell, rows in self._rows_by_cell(keys):
            for row, label in zip(rows.tolist(), cell.story[rows].tolist(), strict=True):
                if label >= 0:
                    members[label] += cell.heads[row]
        return in_order(members.values())

    def _label(self, stories: Sequence[Ints]) -> None:
        """Each story, given by the keys of its rows, gets a label that no other ever had."""
        if not stories:
            return
        keys = np.concatenate(stories)
        labels = np.repeat(np.arange(len(stories)) + self._labels, [len(story) for story in stories])
        self._labels += len(stories)
        order = np.argsort(keys)
        keys, labels = keys[order], labels[order]
        for cell, rows in self._rows_by_cell(keys):
            stands = keys_of(cell.number, cell.print_of[rows])
            cell.story[rows] = labels[positions(keys, stands)]


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
