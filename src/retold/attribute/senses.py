"""Verbs of several senses: people also read books, put them on tables and withdraw from towns."""

from __future__ import annotations

import re

from retold.attribute.lexicon import Cue
from retold.attribute.roles import is_document
from retold.attribute.sheet import Sheet
from retold.types import Span

FIGURE = re.compile(r"\bdown to\b|\bat (?:\w+ ){0,3}(?:[\d$£€]|one|two|three|four|five|six|seven|eight|nine|ten|a million)")
UTTERANCE = re.compile(
    r"\b(?:statement|claim|accusation|allegation|remark|comment|report|story|assertion|charge|confession|testimony|evidence|denial)"
)


def says_something(sheet: Sheet, cue: Cue, head: int | None, content: tuple[Span, ...]) -> bool:
    """Whether the verb says something here. `head` is the token that heads its source."""
    written = sheet.text[content[0][0] : content[-1][1]]
    if cue.lemma == "read":
        return head is not None and is_document(sheet.parse.lower[head])  # a letter reads so and so
    if cue.lemma == "put":
        return FIGURE.search(written) is not None  # the ministry puts the loss at 9,000 tonnes
    return cue.lemma != "withdraw" or UTTERANCE.search(written) is not None
