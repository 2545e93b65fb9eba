"""Statements that a line's layout announces: embedded posts ("… — Ann Lee (@annlee) May 3, 2017") and transcripts ("ANN LEE: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from retold.attribute.draft import Draft
from retold.attribute.lexicon import Cue
from retold.attribute.quotes import Quote
from retold.types import Span

POST = re.compile(r"(?P<content>\S[^\n]{8,600}?)\s+(?P<cue>[—–-]{1,2})\s*(?P<source>[^\n—–]{2,60}?\(@\w{2,20}\))(?=\s|$)")
SPEAKER = re.compile(
    r"\s*(?P<source>(?:[A-Z][\w.'’-]*|of|the|and)(?: (?:[A-Z][\w.'’-]*|of|the|and)){0,4})(?P<cue>:)\s+(?P<content>\S[^\n]{15,})"
)
NAMED = re.compile(r"(?:^|[\s(—–-])(?P<source>(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]*[a-z])(?P<cue>:)\s*$")
# "“They speak for nobody.” ― Martha Ruiz, baker": who said it stands behind a dash at the end of the line.
SIGNED = re.compile(
    r"\s*(?P<cue>[—–―]|--?)\s*(?P<source>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|la|von|van|al|bin)){0,4}(?:, [^.\n]{2,60})?)[ .]*$",
)
LONGEST_LABEL = 60
NO_SPEAKERS = frozenset(
    "breaking update updated note exclusive video watch photo photos related correction source sources read more editor's note live opinion analysis "
    "review interview report poll news fact check warning tip summary location date time".split(),
)
LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com)\S+)+$")
POSTED = Cue("post", "said", "assert", frozenset("c"))
LABELLED = Cue("say", "said", "assert", frozenset("c"))


def line_drafts(text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote] = ()) -> Iterator[Draft]:
    """Posts, turns of a transcript, a headline that is somebody's words ("Cruz: …"), and quotations behind a name and a colon."""
    labels = Counter(m.group("source") for span in paragraphs if (m := SPEAKER.match(text, *span)))
    told: set[int] = set()
    for number, span in enumerate(paragraphs):
        if post := POST.match(text, *span):
            content = LINK.sub("", post.group("content"))
            place = (post.start("content"), post.start("content") + len(content))
            yield Draft((place,), (post.span("cue"),), (post.span("source"),), POSTED, number, shape="quote")
        elif (turn := SPEAKER.match(text, *span)) and speaks(turn, labels, number):
            told.add(number)
            yield Draft((turn.span("content"),), (turn.span("cue"),), (turn.span("source"),), LABELLED, number, shape="quote")
    for quote in quotes:
        start, end = paragraphs[quote.paragraph]
        if quote.start == start and quote.paragraph not in told and (signed := SIGNED.match(text, quote.end, end)):
            told.add(quote.paragraph)
            yield Draft(
                ((quote.start, quote.end),), (signed.span("cue"),), (signed.span("source"),), LABELLED, quote.paragraph, shape="quote"
            )
        before = max(paragraphs[quote.paragraph][0], quote.start - LONGEST_LABEL)
        if quote.paragraph not in told and (name := NAMED.search(text[before : quote.start])):
            source, cue = (
                (name.start("source") + before, name.end("source") + before),
                (name.start("cue") + before, name.end("cue") + before),
            )
            yield Draft(((quote.start, quote.end),), (cue,), (source,), LABELLED, quote.paragraph, shape="quote")


def speaks(turn: re.Match[str], labels: Counter[str], number: int) -> bool:
    """Whether a label is somebody's: it comes back, or heads the text, or words in quotation marks follow."""
    label = turn.group("source")
    if label.lower() in NO_SPEAKERS:
        return False
    return labels[label] > 1 or number == 0 or turn.group("content")[0] in "\"“‘'"
