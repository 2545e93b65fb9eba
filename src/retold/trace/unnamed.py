"""An outlet that one article leaves unnamed ("told a regional paper") and another names, by the person who spoke to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from retold.trace.naming import Naming
from retold.trace.namings import is_own
from retold.types import Article, Span

_KIND = r"(?:newspaper|paper|daily|tabloid|broadcaster|magazine|radio station|television station|TV station|TV channel|news (?:site|website|channel|agency|outlet)|station|website|outlet)"
_UNNAMED = re.compile(
    rf"\b(?:told|tells|interview (?:with|to|for|by)|spoke to|speaking to|statement to|quoted by|reported by|according to)\s+(?:an?|another|one)\s+(?:[\w-]+\s+){{0,3}}{_KIND}\b"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")
_LIMIT = 220  # characters on each side within the paragraph: the sentence that carries the phrase


def unnamed_outlets(article: Article, articles: Sequence[Article], named: dict[str, Sequence[Naming]]) -> list[Naming]:
    """Citations of outlets that the article does not name, filled in from the story's other articles; one for each outlet."""
    phrases = list(_UNNAMED.finditer(article.text))
    if not phrases:
        return []
    common = _common_names(articles)
    have = {n.outlet for n in named[article.id]}
    made: dict[str, Naming] = {}
    for match in phrases:
        people = _names_near(article.text, match.span()) - common
        for other in articles:
            for naming in named[other.id] if other.id != article.id else ():
                if naming.role != "cited" or naming.span is None or naming.outlet in have or is_own(article, naming.outlet):
                    continue
                if people & _names_near(other.text, naming.span) - common:
                    made.setdefault(naming.outlet, Naming(naming.outlet, "cited", "relay", match.span(), match.group(), known=False))
    return list(made.values())


def _names_near(text: str, span: Span) -> set[str]:
    start = max(text.rfind("\n", 0, span[0]) + 1, span[0] - _LIMIT)
    end = text.find("\n", span[1])
    end = min(end if end >= 0 else len(text), span[1] + _LIMIT)
    start = max(start, text.rfind(". ", start, span[0]) + 2 if ". " in text[start : span[0]] else start)
    stop = text.find(". ", span[1], end)
    sentence = text[start : stop if stop >= 0 else end]
    return {name for name in _NAME.findall(sentence) if name not in text[slice(*span)]}


def _common_names(articles: Sequence[Article]) -> set[str]:
    """Names in most of the story's articles: places and offices, which tell no speaker apart."""
    counts = Counter(name for a in articles for name in set(_NAME.findall(a.text)))
    return {name for name, count in counts.items() if count > max(3, 0.6 * len(articles))}
