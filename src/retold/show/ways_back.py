"""How the origins of each claim were found: from every article that carries it back to where it entered, with the words at every hop."""

from __future__ import annotations

from collections.abc import Iterable

from retold.show.contexts import Told, WayBack
from retold.show.parts import StoryParts
from retold.show.phrases import HOW_PHRASES
from retold.types import Claim, Traced
from retold.weigh.why import Chain, Explanation, Step, explain_all

MOST = 12  # ways shown for one claim: of forty copies, the rest say the same again
LEADS = {"said in": "said in", "copied from": "copied from", "made from": "made from", "told": "told to", "spoken by": "spoken by"}


def explanations(parts: StoryParts, claims: Iterable[Claim]) -> dict[str, Explanation]:
    """The explanation of each claim, by its id."""
    traced = Traced(parts.passages, parts.derivations, tuple(parts.origins.values()))
    articles, statements = tuple(parts.articles.values()), tuple(parts.statements.values())
    return {each.claim.id: each for each in explain_all(claims, articles, statements, traced, ())}


def ways_back(parts: StoryParts, explanation: Explanation) -> tuple[WayBack, ...]:
    """One way for each article and side, in order of time."""
    first: dict[tuple[str, str], Chain] = {}
    for chain in explanation.chains:
        first.setdefault((chain.side, chain.article), chain)
    ordered = sorted(first.values(), key=lambda chain: (chain.side != "support", parts.numbers.get(chain.article, 0)))
    return tuple(_way(parts, chain) for chain in ordered)


def _way(parts: StoryParts, chain: Chain) -> WayBack:
    told = Told(parts.name(chain.article), chain.words, parts.anchor(chain.article))
    doubts = tuple(dict.fromkeys(step.doubt for step in chain.steps if step.doubt))
    return WayBack(chain.side, told, tuple(_step(parts, step) for step in chain.steps), doubts)


def _step(parts: StoryParts, step: Step) -> Told:
    name = parts.name(step.source) if step.source in parts.names else step.name
    # An agency's dateline or a citation is no copy of its page: the manner is said where there is one.
    how = HOW_PHRASES[step.how] if step.how and step.how != "cited" else LEADS[step.kind]
    words = " ".join(step.words.split())
    here = step.source if step.source in parts.articles else step.article
    return Told(name, words, parts.anchor(here), how)
