"""Articles -> Stories: same event, not same topic."""

from __future__ import annotations

from collections.abc import Iterable

from retold.group.settings import DEFAULT, Settings
from retold.group.stream import GroupIndex
from retold.types import Article, Story


def group(articles: Iterable[Article], settings: Settings = DEFAULT) -> list[Story]:
    """Every article in exactly one story; the same stories whatever the order of the articles.

    Articles stand by date, then id; stories by their first article. Two articles with one id are still two.
    Of an article only its terms are kept, so that a stream of any length may be given.
    """
    return GroupIndex(settings=settings).add_all(articles)
