"""A statement as found, before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.attribute.lexicon import Cue
from retold.types import Span

# What the content is: a clause, a quotation, an object with what is said of it, an infinitive, a noun phrase, a phrase behind a preposition,
# or what is said of a passive's subject.
Shape = Literal["clause", "quote", "whole", "infinitive", "noun", "phrase", "passive"]


@dataclass(frozen=True, slots=True)
class Noun:
    """The head word of a source: where it stands, its Penn tag, and PERSON, PLACE, ORG, OTHER or "" where it is part of a name."""

    span: Span
    tag: str
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans are characters of the article. `noun` heads the source, `hearer` is whom it was told to.

    `through` is who passes the words on ("MPA quoted an official as saying"); `relayed`
    marks what an outlet only passes on; `who` is what a relative "who" stands for.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: Cue
    paragraph: int
    negated: bool = False
    hearer: Span | None = None
    through: Span | None = None
    who: Span | None = None
    noun: Noun | None = None
    shape: Shape = "clause"
    relayed: bool = False

    @property
    def start(self) -> int:
        return min(start for start, _ in (*self.content, *self.cue, *self.source))

    @property
    def at(self) -> int:
        """Where the cue stands; without one, where the content begins."""
        return self.cue[0][0] if self.cue else self.content[0][0]
