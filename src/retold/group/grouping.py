"""Articles -> Stories: same event, not same topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.group.candidates import find_candidates
from retold.group.clusters import agglomerate
from retold.group.collection import collect
from retold.group.evidence import log_odds, pair_evidence
from retold.group.settings import DEFAULT, Settings
from retold.ids import make_id
from retold.types import Article, Story


def group(articles: Iterable[Article], settings: Settings = DEFAULT) -> list[Story]:
    """Every article in exactly one story; the same stories whatever the order of the articles.

    Articles stand by date, then id; stories by their first article. An id given twice counts once.
    """
    ordered = in_order(articles)
    distinct, copies = _without_copies(ordered)
    collection = collect(distinct, settings)
    candidates = find_candidates(collection, settings)
    odds = log_odds(pair_evidence(collection, candidates, settings), settings)
    groups = agglomerate(candidates.first, candidates.second, odds, candidates.full, settings)
    stories = [_story([article for row in rows for article in copies[row]]) for rows in groups]
    place = {article.id: number for number, article in enumerate(ordered)}
    return sorted(stories, key=lambda story: place[story.articles[0]])


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By date (unknown dates last), then id; of articles with one id the first by content stays."""
    kept: dict[str, Article] = {}
    for article in articles:
        seen = kept.get(article.id)
        if seen is None or _content(article) < _content(seen):
            kept[article.id] = article
    return sorted(kept.values(), key=_moment)


def _content(article: Article) -> tuple[str, str, str]:
    return (article.title or "", article.text, article.published or "")


def _moment(article: Article) -> tuple[bool, str, str]:
    return (not article.published, article.published or "", article.id)


def _without_copies(articles: Sequence[Article]) -> tuple[list[Article], list[list[Article]]]:
    """The first of each title and text, and beside it all that say exactly the same; articles without a text stay alone."""
    distinct: list[Article] = []
    copies: list[list[Article]] = []
    number: dict[tuple[str | None, str], int] = {}
    for article in articles:
        key = (article.title, article.text)
        if key in number and (article.text.strip() or article.title):
            copies[number[key]].append(article)
        else:
            number[key] = len(distinct)
            distinct.append(article)
            copies.append([article])
    return distinct, copies


def _story(articles: Sequence[Article]) -> Story:
    ordered = sorted(articles, key=_moment)
    title = next((article.title for article in ordered if article.title), None)
    return Story(make_id("s", ordered[0].id), title or _opening(ordered[0]), tuple(article.id for article in ordered))


def _opening(article: Article) -> str:
    """The first words, where no article has a title."""
    words = article.text[:400].split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "") if words else "(no text)"
