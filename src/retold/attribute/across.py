"""Statements over a story: pieces of a saying on their own, attitudes left out, and one name for each speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retold.ids import make_id
from retold.text.names import NameMention, resolve_names
from retold.types import Article, Statement

ACCUSED = re.compile(r"\baccus|\bcharg", re.IGNORECASE)
CHARGE = re.compile(r"(?:[\w.’'-]+\s+){1,6}?(?:of|with)\s+(?=\w)")


def across(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Statement]:
    texts = {article.id: article.text for article in articles}
    kept = [piece for s in statements if s.article in texts and s.manner == "said" for piece in pieces(charge(texts[s.article], s))]
    people = [NameMention(s.speaker, s.article, "person" if s.source_kind == "named" else "organisation") for s in kept if is_name(s)]
    resolved = resolve_names(people)
    names = {mention: found.canonical for mention, found in resolved.items()}
    return [renamed(s, names) for s in kept]


def pieces(statement: Statement) -> Iterable[Statement]:
    if len(statement.content) < 2:
        return [statement]
    return [replace(statement, id=make_id("t", statement.article, span, *statement.cue), content=(span,)) for span in statement.content]


def charge(text: str, statement: Statement) -> Statement:
    """Of 'accused them of theft' the theft: whom it is about, another telling may word in another way."""
    if statement.stance != "accuse" or len(statement.content) != 1:
        return statement
    (start, end) = statement.content[0]
    match = CHARGE.match(text, start, end)
    if match is None or not ACCUSED.search(" ".join(text[s:e] for s, e in statement.cue)):
        return statement
    return replace(statement, id=make_id("t", statement.article, (match.end(), end), *statement.cue), content=((match.end(), end),))


def is_name(statement: Statement) -> bool:
    return statement.speaker is not None and statement.source_kind in ("named", "organisation")


def renamed(statement: Statement, names: dict[NameMention, str]) -> Statement:
    if not is_name(statement) or statement.speaker is None:
        return statement
    kind = "person" if statement.source_kind == "named" else "organisation"
    return replace(statement, speaker=names[NameMention(statement.speaker, statement.article, kind)])  # type: ignore[arg-type]
