"""Which page of a cited outlet is meant: the one that tells what the citing sentence tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.text.stopwords import STOPWORDS
from retold.text.tokens import tokens
from retold.trace.naming import Naming
from retold.trace.settings import TraceSettings
from retold.types import Article, Span

_OPINION = re.compile(r"\b(?:op-ed|opinion|column|essay|editorial|commentary)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][a-z]{3,}|\b\d{2,}")


def cited_page(article: Article, cited: Sequence[Naming], pages: Sequence[Article], settings: TraceSettings) -> Article | None:
    """The page that shares most of the citing paragraphs' words; None where no page tells the like (an old report), or an opinion piece is meant."""
    if cited and all(_OPINION.search(n.text) for n in cited):
        return None
    best, most = None, settings.citation_words
    paragraphs = [_paragraph(article.text, n.span) for n in cited if n.span]
    for page in pages:
        read = _names if article.language and page.language and article.language != page.language else _words
        told = [words for p in paragraphs if (words := read(p))]
        there = read(f"{page.title or ''} {page.text}")
        share = max((len(words & there) / len(words) for words in told), default=1.0)
        if share >= most:
            best, most = page, share
    return best


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in tokens(text).words if len(w) > 3 and w not in STOPWORDS)


def _names(text: str) -> frozenset[str]:
    """What two languages write alike: names and figures."""
    return frozenset(_NAME.findall(text))


def _paragraph(text: str, span: Span) -> str:
    end = text.find("\n", span[1])
    return text[text.rfind("\n", 0, span[0]) + 1 : end if end >= 0 else len(text)]
