"""The attribute step: an article's statements, and their speakers over a story."""

from __future__ import annotations

from collections.abc import Sequence

from retold.attribute.draft import Draft
from retold.attribute.paragraphs import drafts
from retold.ids import make_id
from retold.types import Article, Statement


def statements(article: Article) -> list[Statement]:
    """Every attributed statement of an article, in the order of its text."""
    return [as_statement(article, draft) for draft in drafts(article.text)]


def resolve(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Statement]:
    return list(statements)


def as_statement(article: Article, draft: Draft) -> Statement:
    spans = sorted(draft.content)
    text = article.text
    return Statement(
        id=make_id("t", article.id, *spans, *draft.cue),
        article=article.id,
        content=tuple(spans),
        cue=draft.cue,
        source=draft.source,
        speaker=" ".join(text[s:e] for s, e in draft.source) or None,
        source_kind="named",
    )
