"""The samples that grouping is tested on, with the story each article belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from retold.types import Article, Story

HERE = Path(__file__).parent


def language_sample(language: str) -> list[tuple[Article, str]]:
    """Two ferries in trouble within days, and a mayor who resigns: seven short articles, three stories."""
    sample = []
    for number, part in enumerate((HERE / "languages" / f"{language}.txt").read_text(encoding="utf-8").split("# ")[1:]):
        head, text = part.split("\n", 1)
        story, title, published = head.split(" | ")
        sample.append((Article.from_text(text.strip(), id=f"{language}{number}", title=title, published=published), story))
    return sample


def lookalikes() -> list[tuple[Article, str]]:
    """Two drone attacks in one invented country, ten days apart; the later pages mention the earlier attack."""
    rows = json.loads((HERE / "lookalikes.json").read_text(encoding="utf-8"))
    return [(Article.from_text(row["text"], id=row["id"], title=row["title"], published=row["published"]), row["story"]) for row in rows]


def partition(stories: Iterable[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def expected(sample: Iterable[tuple[Article, str]]) -> set[frozenset[str]]:
    stories: dict[str, set[str]] = {}
    for article, story in sample:
        stories.setdefault(story, set()).add(article.id)
    return {frozenset(articles) for articles in stories.values()}
