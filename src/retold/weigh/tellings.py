"""Statements made ready for comparing: each cut into the pieces that say one thing, with what a piece means and on which side it stands."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retold.text.likeness import Meaning, Term, meaning
from retold.text.negation import negated_words
from retold.text.sentences import sentences
from retold.types import Article, Span, Statement
from retold.weigh.settings import Settings

# Where a statement goes on to say another thing.
JOINT = re.compile(
    r";\s+|,?\s+(?:although|though|even\s+(?:if|though|when)|whereas|but)\s+|,\s+(?:and|while|adding)\s+|\s+and\s+that\s+", re.IGNORECASE
)
LEAST_PIECE = 2.4
NO_DENIAL = re.compile(
    r"\bno (?:question|doubt|secret|surprise|wonder|longer|matter)\b|\bnot (?:only|just|merely|simply|necessarily|alone)\b|\b(?:can|could)(?:not|n['’]t) (?:wait|help|agree more)\b|"
    r"\bnothing (?:but|short of)\b|\bnone other\b|\bwithout (?:a )?(?:doubt|question)\b",
    re.IGNORECASE,
)
# To condemn an attack, or to decline to speak of it, says nothing about it.
NO_ASSERTIONS = ("condemn", "decline", "promise")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a statement that says one thing. `meaning`: what it speaks of, with its sentence's help where it says little; `own`: without.

    `negated`: the terms that it denies, `turned`: those right behind a negation.
    """

    number: int
    statement: Statement
    span: Span
    text: str
    meaning: Meaning
    own: Meaning
    negated: frozenset[str]
    turned: frozenset[str]


def pieces(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Piece]:
    """The pieces of all statements, in the order of the statements."""
    texts = {article.id: article.text for article in articles}
    bounds = {article.id: sentences(article.text) for article in articles}
    found: list[Piece] = []
    for statement in statements:
        text = texts.get(statement.article)
        if text is None or not statement.content:
            continue
        for span in cut(text, statement.content):
            found.append(piece(len(found), statement, text, span, bounds[statement.article]))
    return found


def cut(text: str, content: Sequence[Span]) -> list[Span]:
    """Spans of the content's parts; a part that says too little stays with the one before it."""
    spans: list[Span] = []
    for start, end in content:
        said = text[start:end]
        edges = sorted(
            {start, end, *(start + joint.end() for joint in JOINT.finditer(said)), *(start + first for first, _ in sentences(said))}
        )
        for left, right in pairwise(edges):
            if spans and (
                meaning(text[left:right]).weight < LEAST_PIECE or meaning(text[spans[-1][0] : spans[-1][1]]).weight < LEAST_PIECE
            ):
                spans[-1] = (spans[-1][0], right)
            elif right > left:
                spans.append((left, right))
    return spans


def piece(number: int, statement: Statement, text: str, span: Span, bounds: Sequence[Span]) -> Piece:
    said = text[span[0] : span[1]]
    own = meaning(said)
    found = own if own.weight >= LEAST_PIECE else widened(own, meaning(sentence_at(text, span[0], bounds)))
    return Piece(number, statement, span, said, found, own, negated_words(denying(said)), negated_words(denying(said), 1))


@lru_cache(maxsize=20_000)
def denying(text: str) -> str:
    """A text without the negations that deny nothing ("there is no question that", "not only")."""
    return NO_DENIAL.sub(" ", text)


def sentence_at(text: str, place: int, bounds: Sequence[Span]) -> str:
    index = bisect_right(bounds, (place, math.inf)) - 1
    return text[bounds[index][0] : bounds[index][1]] if index >= 0 else text


def widened(said: Meaning, sentence: Meaning, share: float = 0.3) -> Meaning:
    """A content of a word or two ("responsibility") borrows from its sentence, at a lower weight."""
    own = {term.stem for term in said.terms}
    borrowed = tuple(Term(term.stem, term.weight * share) for term in sentence.terms if term.stem not in own)
    return Meaning(said.terms + borrowed, said.numbers, said.negated)


def rarity(found: Sequence[Piece], settings: Settings) -> Mapping[str, float]:
    """How telling each term is in this story: `settings.rare` for a term of one statement down to `settings.everywhere`.

    Counted over different statements, so that a wire story in forty outlets does not make its own words common.
    """
    pairs = {(term.stem, frozenset(one.stem for one in piece.meaning.terms)) for piece in found for term in piece.meaning.terms}
    counts = Counter(stem for stem, _ in pairs)
    total = len({frozenset(one.stem for one in piece.meaning.terms) for piece in found})
    scale = math.log(1 + total) or 1.0
    return {
        stem: settings.everywhere + (settings.rare - settings.everywhere) * (1 - math.log(count) / scale) for stem, count in counts.items()
    }
