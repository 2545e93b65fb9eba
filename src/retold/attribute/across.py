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
    kept = list({statement.id: statement for statement in kept}.values())  # a piece may be another saying's whole
    names = resolve_names([mention for s in kept if (mention := mention_of(s))])
    return [replace(s, speaker=names[mention].canonical) if (mention := mention_of(s)) else s for s in kept]


def pieces(statement: Statement) -> Iterable[Statement]:
    """A statement for each span: the parts of a broken quotation may be copied, and bent, one without the other."""
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


def mention_of(statement: Statement) -> NameMention | None:
    """The speaker as a name to resolve over the story; descriptions of the unnamed and of documents stay as they are."""
    if statement.speaker is None or statement.source_kind not in ("named", "organisation"):
        return None
    return NameMention(statement.speaker, statement.article, "person" if statement.source_kind == "named" else "organisation")
