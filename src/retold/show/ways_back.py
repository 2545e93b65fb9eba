"""How the origins of each claim were found: from every article that carries it back to where it entered, with the words at every hop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from retold.show.contexts import Told, WayBack
from retold.show.parts import StoryParts
from retold.show.phrases import HOW_PHRASES
from retold.types import Claim, Origin, Traced
from retold.weigh.lineage import lineage
from retold.weigh.origins import Sources, gather
from retold.weigh.settings import DEFAULT
from retold.weigh.why import Chain, Step, chain

MOST = 12  # ways shown for one claim: of forty copies, the rest say the same again
FEWEST = 2  # words that say who spoke
LEADS = {"said in": "said in", "copied from": "copied from", "made from": "made from", "told": "told to", "spoken by": "spoken by"}


def chains_back(parts: StoryParts, claims: Iterable[Claim]) -> dict[str, tuple[Chain, ...]]:
    """The chains of each claim, by its id; what they all need is gathered once."""
    traced = Traced(parts.passages, parts.derivations, tuple(parts.origins.values()))
    ordered = sorted(parts.statements.values(), key=lambda each: (each.article, each.content, each.id))
    sources = gather(ordered, traced, lineage(tuple(parts.articles.values()), traced), DEFAULT)
    named = dict(parts.origins)
    return {claim.id: tuple(_chains(parts, claim, sources, named)) for claim in claims}


def _chains(parts: StoryParts, claim: Claim, sources: Sources, named: dict[str, Origin]) -> Iterator[Chain]:
    sides: tuple[tuple[Literal["support", "deny"], tuple[str, ...]], ...] = (("support", claim.support), ("deny", claim.deny))
    for side, statements in sides:
        for each in statements:
            if each in parts.statements and parts.statements[each].article in parts.articles:
                yield chain(parts.statements[each], side, sources, named)


def ways_back(parts: StoryParts, found: Iterable[Chain]) -> tuple[WayBack, ...]:
    """One way for each article and side, in order of time."""
    first: dict[tuple[str, str], Chain] = {}
    for each in found:
        first.setdefault((each.side, each.article), each)
    ordered = sorted(first.values(), key=lambda each: (each.side != "support", parts.numbers.get(each.article, 0)))
    return tuple(_way(parts, each) for each in ordered)


def _way(parts: StoryParts, found: Chain) -> WayBack:
    told = Told(parts.name(found.article), found.words, parts.anchor(found.article))
    doubts = tuple(dict.fromkeys(step.doubt for step in found.steps if step.doubt))
    return WayBack(found.side, told, tuple(_step(parts, step) for step in found.steps), doubts)


def _step(parts: StoryParts, step: Step) -> Told:
    name = parts.name(step.source) if step.source in parts.names else step.name
    # An agency's dateline or a citation is no copy of its page: the manner is said where there is one.
    how = HOW_PHRASES[step.how] if step.how and step.how != "cited" else LEADS[step.kind]
    words = " ".join(step.words.split())
    if step.kind == "spoken by" and len(words.split()) < FEWEST:
        words = ""  # "who" and "he" tell a reader nothing
    here = step.source if step.source in parts.articles else step.article
    return Told(name, words, parts.anchor(here), how)
