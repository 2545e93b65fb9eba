"""Small stories for the tests: articles of a few sentences, statements found in them by their words."""

from __future__ import annotations

from typing import Any

from retold.ids import make_id
from retold.types import Article, Derivation, How, Origin, Passage, Span, Statement, Story, Traced, Weighed
from retold.weigh import weigh


def article(identity: str, text: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article.from_text(text, id=identity, outlet=outlet, published=published)


def said(of: Article, words: str, speaker: str, **more: Any) -> Statement:
    """A statement whose content is the first place of `words` in the article."""
    start = of.text.index(words)
    span = (start, start + len(words))
    return Statement(make_id("t", of.id, span), of.id, (span,), speaker=speaker, source_kind=more.pop("kind", "named"), **more)


def copied(later: Article, earlier: Article | Origin, how: How = "reworded") -> Derivation:
    return Derivation(later.id, earlier.id, how, 0.8, 0.9)


def whole(earlier: Article, later: Article) -> Passage:
    return Passage(0, len(earlier.text), 0, len(later.text), 0.8, earlier.id, later.id)


def ghost(name: str) -> Origin:
    return Origin(make_id("o", "outlet", name.lower()), name, "outlet")


def weighed(articles: list[Article], statements: list[Statement], traced: Traced | None = None) -> Weighed:
    return weigh(Story("s1", "", tuple(a.id for a in articles)), articles, statements, traced or Traced())


def origin_names(found: Weighed, traced: Traced | None = None) -> list[list[str]]:
    """For each claim the names of its origins."""
    names = {origin.id: origin.name for origin in (*(traced.origins if traced else ()), *found.origins)}
    return [sorted(names[one] for one in claim.origins) for claim in found.claims]


def words_of(articles: list[Article], statements: list[Statement], identity: str) -> str:
    texts = {one.id: one.text for one in articles}
    statement = next(one for one in statements if one.id == identity)
    start, end = span_of(statement)
    return texts[statement.article][start:end]


def span_of(statement: Statement) -> Span:
    return statement.content[0][0], statement.content[-1][1]
