"""Pieces that belong together by their place in an article, not by their words: a quotation after its paraphrase, a denial of what was said before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from retold.text.stems import FUNCTION_WORDS, meaning_of
from retold.text.tokens import fold, tokens
from retold.types import Statement
from retold.weigh.denials import STAND_INS, denies, judges, stands_in
from retold.weigh.tellings import NO_ASSERTIONS, Piece

QUOTATION_MARKS = '"“”„«‘'
# What somebody denies who was accused.
GUILT = frozenset(("role", "part", "responsibility", "involvement"))
LONGEST_GAP = 60
LONGEST_GAP_OF_DENIALS = 150
LONGEST_REACH = 2500
ANSWERING = ("deny", "doubt", "confirm")


def links(found: Sequence[Piece], texts: dict[str, str]) -> list[tuple[int, int]]:
    """Pairs of piece numbers."""
    by_article: dict[str, list[Piece]] = defaultdict(list)
    for piece in found:
        by_article[piece.statement.article].append(piece)
    pairs: list[tuple[int, int]] = []
    for article in sorted(by_article):
        inside = sorted(by_article[article], key=lambda piece: (piece.span, piece.number))
        pairs += elaborations(inside, texts[article])
        pairs += answers(inside, texts[article])
    return pairs


def elaborations(inside: Sequence[Piece], text: str) -> Iterator[tuple[int, int]]:
    """A speaker's words in quotation marks, right behind the paraphrase of the same speaker in the same paragraph."""
    for before, after in pairwise(inside):
        gap = text[before.span[1] : after.span[0]]
        if before.statement.id == after.statement.id or len(gap) > LONGEST_GAP or "\n" in gap:
            continue
        same = before.statement.speaker and before.statement.speaker == after.statement.speaker
        if same and is_quoted(text, after) and not is_quoted(text, before):
            yield before.number, after.number


def is_seconded(before: Piece, after: Piece, text: str) -> bool:
    """Whether a denial stands right behind another speaker's in the same paragraph: the captain's and then his union's."""
    gap = text[before.span[1] : after.span[0]]
    near = len(gap) <= LONGEST_GAP_OF_DENIALS and "\n" not in gap
    return near and denies(before) and (denies(after) or judges(after)) and before.statement.speaker != after.statement.speaker


def is_quoted(text: str, piece: Piece) -> bool:
    start = piece.span[0]
    return text[start : start + 1] in QUOTATION_MARKS or (start > 0 and text[start - 1] in QUOTATION_MARKS)


def answers(inside: Sequence[Piece], text: str) -> Iterator[tuple[int, int]]:
    """A denial or confirmation of "the claim", "any role": it answers what another said last, best what its words point to."""
    for place, piece in enumerate(inside):
        if place and is_seconded(inside[place - 1], piece, text):
            yield inside[place - 1].number, piece.number
            continue
        if not judges(piece) and (piece.statement.stance not in ANSWERING or not stands_in(piece.text)):
            continue
        earlier = [
            other
            for other in inside[:place]
            if other.statement.speaker != piece.statement.speaker
            and piece.span[0] - other.span[1] < LONGEST_REACH
            and not stands_in(other.text)
            and other.statement.stance not in NO_ASSERTIONS
        ]
        if any(word in GUILT for word in tokens(piece.text).words):
            earlier = [other for other in earlier if charges(other, piece.statement)]
        best = max(earlier, key=lambda other: (pointed_to(piece, other), other.span), default=None)
        if best is not None:
            yield best.number, piece.number


def charges(piece: Piece, denier: Statement) -> bool:
    """Whether a piece accuses, or speaks of the one who denies."""
    named = {meaning_of(word) for word in speaker_words(denier)}
    return piece.statement.stance == "accuse" or bool(named & {term.stem for term in piece.own.terms})


def pointed_to(answer: Piece, other: Piece) -> int:
    """Words that the stand-in shares with the other's speaker ("the officer's account") or content; a figure points to a number."""
    pointers = {
        meaning_of(word.removesuffix("'s")) for word in tokens(answer.text).words if word not in FUNCTION_WORDS and word not in STAND_INS
    }
    shared = pointers & ({meaning_of(word) for word in speaker_words(other.statement)} | {term.stem for term in other.meaning.terms})
    figure = re.search(r"\b(?:figure|number|toll|count|estimate)s?\b", fold(answer.text)) is not None
    return 2 * len(shared) + (bool(other.meaning.numbers) if figure else 0) + (other.statement.stance == "accuse")


def speaker_words(statement: Statement) -> tuple[str, ...]:
    return tokens(statement.speaker or "").words
