"""The order in which tellings came: by date, and where a page gives a bare day, by what was made from what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retold.show.moments import moment, time_of
from retold.types import Article, Derivation

BESIDE = 60.0  # seconds by which a page of unknown hour is put before or after another: enough for order, too little to be seen


def settled_moments(articles: Iterable[Article], derivations: Iterable[Derivation]) -> dict[str, float | None]:
    """When each article was published, in seconds since 1970, None where unknown.

    A bare day stands for its noon, unless another page of that day, whose hour is known, was made from it or is its source.
    """
    known = {article.id: article for article in articles}
    moments = {article: moment(known[article].published) for article in known}
    made: dict[str, list[str]] = defaultdict(list)
    sources: dict[str, list[str]] = defaultdict(list)
    for derivation in derivations:
        made[derivation.source].append(derivation.article)
        sources[derivation.article].append(derivation.source)
    settled = dict(moments)
    for article in known.values():
        if moments[article.id] is not None and not time_of(article.published):
            after = _same_day(article, made[article.id], known, moments)
            before = _same_day(article, sources[article.id], known, moments)
            settled[article.id] = min(after) - BESIDE if after else max(before) + BESIDE if before else moments[article.id]
    return settled | _later_versions(known, settled)


def _later_versions(known: Mapping[str, Article], settled: Mapping[str, float | None]) -> dict[str, float | None]:
    """Later readings of one page, which gives the same date each time: they came when they were seen."""
    pages: dict[str, list[Article]] = defaultdict(list)
    for article in known.values():
        if article.url:
            pages[article.url].append(article)
    moved: dict[str, float | None] = {}
    for versions in pages.values():
        if len(versions) < 2 or len({settled[each.id] for each in versions}) > 1 or any(each.fetched is None for each in versions):
            continue
        for later in sorted(versions, key=lambda each: (each.fetched or "", each.id))[1:]:
            seen, given = moment(later.fetched), settled[later.id]
            moved[later.id] = seen if given is None or (seen is not None and seen > given) else given + BESIDE
    return moved


def in_order_of_time(articles: Iterable[Article], moments: Mapping[str, float | None] | None = None) -> list[Article]:
    """Articles by date, those without one last; versions of one page in the order in which they were seen."""

    def place(article: Article) -> tuple[bool, float, float, str, str]:
        at = moment(article.published) if moments is None else moments[article.id]
        seen = moment(article.updated or article.fetched) or 0.0
        return (at is None, at or 0.0, seen, article.page, article.id)

    return sorted(articles, key=place)


def _same_day(article: Article, others: Sequence[str], known: Mapping[str, Article], moments: Mapping[str, float | None]) -> list[float]:
    """The moments of those others that give an hour of the article's own day."""
    day = (article.published or "")[:10]
    timed = (
        other for other in others if other in known and (known[other].published or "").startswith(day) and time_of(known[other].published)
    )
    return [at for other in timed if (at := moments[other]) is not None]
