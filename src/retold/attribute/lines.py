"""Statements that a line's layout announces: embedded posts ("… — Ann Lee (@annlee) May 3, 2017") and transcripts ("ANN LEE: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from retold.attribute.draft import Draft
from retold.attribute.lexicon import Cue
from retold.types import Span

POST = re.compile(r"(?P<content>\S[^\n]{8,600}?)\s+(?P<cue>[—–-]{1,2})\s*(?P<source>[^\n—–]{2,60}?\(@\w{2,20}\))(?=\s|$)")
SPEAKER = re.compile(
    r"\s*(?P<source>(?:[A-Z][\w.'’-]*|of|the|and)(?: (?:[A-Z][\w.'’-]*|of|the|and)){0,4})(?P<cue>:)\s+(?P<content>\S[^\n]{15,})"
)
LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com)\S+)+$")
POSTED = Cue("post", "said", "assert", frozenset("c"))
LABELLED = Cue("say", "said", "assert", frozenset("c"))


def line_drafts(text: str, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    labels = Counter(m.group("source") for span in paragraphs if (m := SPEAKER.match(text, *span)))
    for number, span in enumerate(paragraphs):
        if post := POST.match(text, *span):
            content = LINK.sub("", post.group("content"))
            yield Draft(
                ((post.start("content"), post.start("content") + len(content)),),
                (post.span("cue"),),
                (post.span("source"),),
                POSTED,
                number,
            )
        elif (turn := SPEAKER.match(text, *span)) and labels[turn.group("source")] > 1:
            yield Draft((turn.span("content"),), (turn.span("cue"),), (turn.span("source"),), LABELLED, number)
