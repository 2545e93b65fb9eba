"""The ids of stories that live on stay, though an earlier article was found or two stories became one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from retold.ids import make_id
from retold.types import Story


def carry_ids(before: Iterable[Story], after: Iterable[Story]) -> list[Story]:
    """The stories of `after`, in their order, with the ids they had in `before`.

    A story lives on in the one that holds most of its articles; of several that live on in one, that with the most articles there gives
    its id. Without stories before, the ids are those of `group`, which depend on nothing but the articles.
    """
    stories = list(after)
    kept = _kept(list(before), stories)
    taken = set(kept.values())
    carried = []
    for place, story in enumerate(stories):
        name = kept.get(place, story.id)
        while place not in kept and name in taken:
            # The id of its first article went with the rest of the story that it parted from.
            name = make_id("s", name)
        taken.add(name)
        carried.append(story if name == story.id else replace(story, id=name))
    return carried


def _kept(before: list[Story], after: list[Story]) -> dict[int, str]:
    """By place in `after` the id that lives on in it."""
    home = {article: place for place, story in enumerate(after) for article in story.articles}
    claims: dict[int, list[tuple[int, int]]] = {}
    for order, story in enumerate(before):
        found = Counter(home[article] for article in story.articles if article in home)
        if found:
            place, most = min(found.items(), key=lambda item: (-item[1], item[0]))
            claims.setdefault(place, []).append((-most, order))
    return {place: before[min(claiming)[1]].id for place, claiming in claims.items()}
