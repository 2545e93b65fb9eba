"""Whole stories of agencies and their copiers, from the page to the parents."""

from __future__ import annotations

import pytest
import wires

from retold.text.outlets import same_name

STORIES = sorted(path.stem for path in wires.FOLDER.glob("*.txt"))


def named_alike(made: str, true: str) -> bool:
    return made == true or (made.startswith("ghost:") and true.startswith("ghost:") and same_name(made[6:], true[6:]))


@pytest.mark.parametrize("story", STORIES)
def test_every_page_hangs_under_its_parents(story: str) -> None:
    pages = wires.told(story)
    made = wires.parents(*wires.trace(pages))
    for page in pages:
        assert len(made[page.key]) == len(page.parents), (page.key, made[page.key], page.parents)
        assert all(any(named_alike(m, t) for m in made[page.key]) for t in page.parents), (page.key, made[page.key], page.parents)


def test_most_manners_are_right() -> None:
    right = asked = 0
    for story in STORIES:
        pages = wires.told(story)
        made = wires.parents(*wires.trace(pages))
        for page in pages:
            for parent, how in page.parents.items():
                asked += 1
                right += any(named_alike(m, parent) and h == how for m, h in made[page.key].items())
    assert right >= 0.9 * asked
