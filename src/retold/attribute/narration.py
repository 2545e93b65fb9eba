"""What an article tells in its own voice: its sentences outside every statement, as unattributed statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from retold.ids import make_id
from retold.text.hedges import strength
from retold.text.sentences import sentences
from retold.types import Article, Span, Statement

FEWEST_WORDS = 5
# Of a sentence that a statement covers by more than this, what is left is who said it.
COVERED = 0.3
NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|n't)\b|n['’]t\b", re.IGNORECASE)


def narration(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """One unattributed statement for each declarative sentence that no statement covers, in the order of the text."""
    taken = sorted(span for s in statements if s.article == article.id for span in (*s.content, *s.cue, *s.source))
    return [
        told(article, span) for span in sentences(article.text) if is_declarative(article.text, span) and covered(span, taken) <= COVERED
    ]


def is_declarative(text: str, span: Span) -> bool:
    sentence = text[slice(*span)]
    return len(sentence.split()) >= FEWEST_WORDS and sentence.rstrip("\"”'’)")[-1:] == "." and not sentence.startswith(('"', "“", "‘"))


def covered(span: Span, taken: Sequence[Span]) -> float:
    """Share of a span that lies in spans sorted by start."""
    start, end = span
    shared, reached = 0, start
    for first, last in taken[max(0, bisect_left(taken, (start, start)) - 8) :]:
        if first >= end:
            break
        shared += max(0, min(last, end) - max(first, reached))
        reached = max(reached, min(last, end))
    return shared / (end - start)


def told(article: Article, span: Span) -> Statement:
    text = article.text[slice(*span)]
    left = strength(text)
    return Statement(
        id=make_id("t", article.id, "narration", span),
        article=article.id,
        content=(span,),
        hedged=left < 1,
        hedge=left,
        negated=NEGATION.search(text) is not None,
    )
