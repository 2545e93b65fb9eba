"""Articles -> Stories: same event, not same topic."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retold.group.candidates import Candidates, find_candidates
from retold.group.clusters import Pairs, agglomerate
from retold.group.collection import Collection, collect
from retold.group.evidence import log_odds, pair_evidence
from retold.group.families import Families, find_families
from retold.group.moments import day_of, days_of, delay
from retold.group.reading import Flags, read_terms
from retold.group.refining import refine
from retold.group.reprints import find_reprints
from retold.group.settings import DEFAULT, Settings
from retold.ids import make_id
from retold.types import Article, Story


def group(articles: Iterable[Article], settings: Settings = DEFAULT) -> list[Story]:
    """Every article in exactly one story; the same stories whatever the order of the articles.

    Articles stand by date, then id; stories by their first article. Two articles with one id are still two.
    """
    result = compared(articles, settings)
    members = [in_order(article for row in rows for article in result.copies[row]) for rows in result.groups(settings)]
    return [_story(story) for story in sorted(members, key=lambda story: _moment(story[0]))]


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles compared in pairs. Rows are the distinct articles; `copies` has by row all that say (almost) the same, itself first.

    `full` marks the families whose lists of neighbours were cut off in the middle of their story.
    """

    copies: list[list[Article]]
    collection: Collection
    candidates: Candidates
    families: Families
    full: Flags

    def row_of(self, article: Article) -> int:
        return next(row for row, copies in enumerate(self.copies) if article in copies)

    def groups(self, settings: Settings) -> list[list[int]]:
        """The rows of each story."""
        pairs = self.families.pairs
        return self.families.members(refine(agglomerate(pairs, self.full, settings), pairs, self.full, settings))


def compared(articles: Iterable[Article], settings: Settings) -> Compared:
    """All that the stories rest on."""
    distinct, copies = distinct_articles(in_order(articles))
    terms = read_terms(distinct, settings)
    rows, copies = _without_reprints(copies, find_reprints(terms, days_of(distinct), settings))
    collection = collect([same[0] for same in copies], terms.of_rows(np.array(rows, dtype=np.int64)), settings)
    candidates = find_candidates(collection, settings)
    evidence = pair_evidence(collection, candidates, settings)
    odds = log_odds(evidence, settings)
    likely = odds > settings.stranger
    pairs = Pairs(candidates.first[likely], candidates.second[likely], odds[likely], len(copies))
    likeness = np.where(evidence.days <= delay(np.array(settings.copy_days)), evidence.words, 0.0)[likely]
    families = find_families(pairs, likeness, settings)
    # Where most of a list that was cut off would join, more of the story lies behind the cut.
    full = families.marked(candidates.cut & (pairs.joining(settings.join) * 2 > settings.neighbours))
    return Compared(copies, collection, candidates, families, full)


def _without_reprints(copies: list[list[Article]], reprints: list[list[int]]) -> tuple[list[int], list[list[Article]]]:
    """The rows that stay: of each text printed by dozens the longest print, with the others as its copies."""
    kept = dict(enumerate(copies))
    for rows in reprints:
        longest = max(rows, key=lambda row: (len(copies[row][0].text), -row))
        others = [article for row in rows if row != longest for article in kept.pop(row)]
        kept[longest] = kept[longest] + others
    return sorted(kept), [kept[row] for row in sorted(kept)]


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By date (those that cannot be read last), then id, then what they say."""
    return sorted(articles, key=_moment)


def _moment(article: Article) -> tuple[float, str, str, str, str]:
    day = day_of(article.published)
    return (math.inf if math.isnan(day) else day, article.published or "", article.id, article.title or "", article.text)


def distinct_articles(articles: Sequence[Article]) -> tuple[list[Article], list[list[Article]]]:
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
    title = next((article.title for article in articles if article.title), None)
    return Story(make_id("s", articles[0].id), title or _opening(articles[0]), tuple(article.id for article in articles))


def _opening(article: Article) -> str:
    """The first words, where no article has a title."""
    words = article.text[:400].split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "") if words else "(no text)"
