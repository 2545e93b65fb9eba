"""Counts on which articles that are no copies of one another differ: who says which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.compare.disputes import Dispute, Voice, disputes
from retold.show.contexts import Disagreement, Told
from retold.show.differences import sentence_around
from retold.show.parts import StoryParts
from retold.types import Claim, Traced

ABOUT = {"dead": "How many died", "hurt": "How many were hurt", "missing": "How many are missing"}


def counted_differently(parts: StoryParts) -> tuple[Dispute, ...]:
    """The disputed counts of a story; claims that somebody denies are shown with their own sides."""
    traced = Traced(derivations=parts.derivations)
    return disputes(tuple(parts.articles.values()), traced, tuple(parts.statements.values()), ())


def disagreement(parts: StoryParts, dispute: Dispute) -> Disagreement:
    sides = tuple((side.says, tuple(_told(parts, voice) for voice in _in_time(parts, side.voices))) for side in dispute.sides)
    return Disagreement(ABOUT.get(dispute.about, dispute.about), sides)


def bearing_on(parts: StoryParts, claim: Claim, found: Iterable[Dispute]) -> tuple[Disagreement, ...]:
    """The disputed counts that stand in the words of a claim's own statements."""
    spans = [
        (parts.statements[each].article, span)
        for each in (*claim.support, *claim.deny)
        if each in parts.statements
        for span in parts.statements[each].content
    ]
    return tuple(disagreement(parts, dispute) for dispute in found if any(_holds(spans, v) for side in dispute.sides for v in side.voices))


def _holds(spans: Sequence[tuple[str, tuple[int, int]]], voice: Voice) -> bool:
    return any(article == voice.article and start <= voice.span[0] and voice.span[1] <= end for article, (start, end) in spans)


def _in_time(parts: StoryParts, voices: Sequence[Voice]) -> list[Voice]:
    return sorted(voices, key=lambda voice: (parts.numbers.get(voice.article, 0), voice.span))


def _told(parts: StoryParts, voice: Voice) -> Told:
    text = parts.articles[voice.article].text
    start, end = sentence_around(text, voice.span)
    return Told(parts.name(voice.article), " ".join(text[start:end].split()), parts.anchor(voice.article))
