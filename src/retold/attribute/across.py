"""Statements over a story: pieces of a saying on their own, attitudes left out, and one name for each speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retold.attribute.lexicon import lexicon
from retold.ids import make_id
from retold.text.names import NameMention, resolve_names
from retold.types import Article, Statement


def across(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Statement]:
    texts = {article.id: article.text for article in articles}
    kept = [piece for s in statements if s.article in texts and was_said(texts[s.article], s) for piece in pieces(s)]
    people = [NameMention(s.speaker, s.article, "person" if s.source_kind == "named" else "organisation") for s in kept if is_name(s)]
    resolved = resolve_names(people)
    names = {mention: found.canonical for mention, found in resolved.items()}
    return [renamed(s, names) for s in kept]


def was_said(text: str, statement: Statement) -> bool:
    """Whether the cue tells of words or of a document rather than of a thought, a wish or a feeling."""
    words = re.findall(r"[a-z]+", " ".join(text[start:end] for start, end in statement.cue).lower())
    cues = [lexicon().verbs[w] for w in words if w in lexicon().verbs]
    return not cues or any(cue.manner != "thought" for cue in cues)


def pieces(statement: Statement) -> Iterable[Statement]:
    if len(statement.content) < 2:
        return [statement]
    return [replace(statement, id=make_id("t", statement.article, span, *statement.cue), content=(span,)) for span in statement.content]


def is_name(statement: Statement) -> bool:
    return statement.speaker is not None and statement.source_kind in ("named", "organisation")


def renamed(statement: Statement, names: dict[NameMention, str]) -> Statement:
    if not is_name(statement) or statement.speaker is None:
        return statement
    kind = "person" if statement.source_kind == "named" else "organisation"
    return replace(statement, speaker=names[NameMention(statement.speaker, statement.article, kind)])  # type: ignore[arg-type]
