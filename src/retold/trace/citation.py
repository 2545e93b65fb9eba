"""Which page of a cited outlet is meant: the one that tells what the citing sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from retold.text.stopwords import STOPWORDS
from retold.text.tokens import tokens
from retold.trace.naming import Naming
from retold.trace.settings import TraceSettings
from retold.types import Article, Span


def cited_page(article: Article, cited: Sequence[Naming], pages: Sequence[Article], settings: TraceSettings) -> Article | None:
    """The page that shares most of the citing paragraphs' words; None where no page tells the like (an op-ed, an old report)."""
    best, most = None, settings.citation_words
    told = [words for n in cited if n.span for words in [_words(_paragraph(article.text, n.span))] if words]
    for page in pages:
        there = _words(f"{page.title or ''} {page.text}")
        share = max((len(words & there) / len(words) for words in told), default=1.0)
        if share >= most:
            best, most = page, share
    return best


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in tokens(text).words if len(w) > 3 and w not in STOPWORDS)


def _paragraph(text: str, span: Span) -> str:
    end = text.find("\n", span[1])
    return text[text.rfind("\n", 0, span[0]) + 1 : end if end >= 0 else len(text)]
