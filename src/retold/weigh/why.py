"""Why a claim has the origins that it has: for each article that carries it, the way back to where it entered, with the words at every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from retold.text.outlets import same_name
from retold.types import Article, Claim, How, Origin, Span, Statement, Traced
from retold.weigh.lineage import Hop, lineage
from retold.weigh.origins import Sources, gather, hull, way_back
from retold.weigh.settings import DEFAULT

StepKind = Literal["said in", "copied from", "made from", "told", "spoken by"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step back. `source` is an article's id or an origin's; `name` is what a person calls it.

    `words` are those that the step rests on, at `span` of `article` where they stand in its text. `doubt` says what is uncertain, or None.
    """

    kind: StepKind
    article: str
    source: str
    name: str
    words: str
    span: Span | None = None
    how: How | None = None
    confidence: float = 1.0
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The way back of one statement: from the article that carries it to its origin. `side` is that of the claim it stands on."""

    statement: str
    article: str
    side: Literal["support", "deny"]
    words: str
    steps: tuple[Step, ...]
    origin: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with all its chains, in the order of its statements; `counted` are its origins, `apart` those seen that were not counted.

    `reasons` say for each of `apart` why not.
    """

    claim: Claim
    chains: tuple[Chain, ...]
    counted: tuple[Origin, ...]
    apart: tuple[Origin, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(step.doubt for chain in self.chains for step in chain.steps if step.doubt))


def explain(
    claim: Claim, articles: Sequence[Article], statements: Sequence[Statement], traced: Traced, origins: Sequence[Origin]
) -> Explanation:
    """The chains of a claim. `articles`, `statements` and `traced` are those of its story; `origins` any that hold the claim's, such as a ledger's."""
    return next(explain_all([claim], articles, statements, traced, origins))


def explain_all(
    claims: Iterable[Claim], articles: Sequence[Article], statements: Sequence[Statement], traced: Traced, origins: Sequence[Origin]
) -> Iterator[Explanation]:
    """The same for several claims of one story, whose ways are gathered once."""
    sources = gather(sorted(statements, key=lambda one: (one.article, one.content, one.id)), traced, lineage(articles, traced), DEFAULT)
    named = {origin.id: origin for origin in (*traced.origins, *origins)}
    by_id = {statement.id: statement for statement in statements}
    for claim in claims:
        yield explanation(claim, by_id, sources, named)


def explanation(claim: Claim, by_id: Mapping[str, Statement], sources: Sources, named: dict[str, Origin]) -> Explanation:
    sides: list[tuple[str, Literal["support", "deny"]]] = [(one, "support") for one in claim.support]
    sides += [(one, "deny") for one in claim.deny]
    chains = tuple(
        chain(by_id[one], side, sources, named) for one, side in sides if one in by_id and by_id[one].article in sources.lineage.articles
    )
    behind = {found.origin for found in chains if found.side == "support" and found.origin} - set(claim.origins)
    return Explanation(
        claim,
        chains,
        tuple(named[one] for one in claim.origins if one in named),
        tuple(named[one] for one in sorted(behind) if one in named),
        tuple(not_counted(named[one], [by_id[s] for s in claim.support if s in by_id]) for one in sorted(behind) if one in named),
    )


def not_counted(origin: Origin, support: Sequence[Statement]) -> str:
    """Why an origin that was seen adds none to those counted."""
    others = [one for one in support if one.origin != origin.id]
    if any(one.via is not None and same_name(one.via, origin.name) for one in others):
        return "it passes on what the counted ones told it"
    if origin.kind in ("outlet", "agency") and all(one.source_kind == "anonymous" for one in support if one.origin == origin.id):
        return "its unnamed source may be one of those counted, or says less than the claim"
    return "it says the same words, or less than the claim"


def chain(statement: Statement, side: Literal["support", "deny"], sources: Sources, named: dict[str, Origin]) -> Chain:
    way = way_back(statement, sources)
    steps = [copied(before, after, sources) for before, after in pairwise(way)]
    steps += entered(way[-1], statement.origin, sources, named)
    return Chain(statement.id, statement.article, side, words_of(statement, sources), tuple(steps), statement.origin)


def copied(statement: Statement, earlier: Statement, sources: Sources) -> Step:
    """The step from a statement to the one that it was copied from."""
    hop = sources.lineage.back(
        statement.article, hull(statement.content) or (0, 1), frozenset((statement.article,)), sources.settings.passage_share
    )
    doubt = None
    if (
        statement.speaker
        and earlier.speaker
        and statement.source_kind == earlier.source_kind == "named"
        and statement.speaker != earlier.speaker
    ):
        doubt = f"{statement.speaker} stands where {earlier.speaker} stood"
    elif hop is None or hop.source_span is None:
        doubt = "no passage runs through both; the words alone are alike"
    elif hop.derivation.confidence < UNSURE:
        doubt = f"the copying itself is uncertain ({hop.derivation.confidence:.0%})"
    return Step(
        "copied from",
        statement.article,
        earlier.article,
        outlet_of(earlier.article, sources),
        words_of(earlier, sources),
        hull(earlier.content),
        hop.derivation.how if hop else None,
        hop.derivation.confidence if hop else 1.0,
        doubt,
    )


UNSURE = 0.6


def entered(statement: Statement, origin: str | None, sources: Sources, named: dict[str, Origin]) -> list[Step]:
    """The last steps: through articles and ghosts that carry the words without the statement, then to who spoke or was told."""
    found = named.get(origin or "")
    if found is not None and found.kind in ("person", "organisation", "document"):
        span = hull(statement.source) or hull(statement.cue)
        return [Step("spoken by", statement.article, found.id, found.name, cut(statement.article, span, sources), span)]
    own = sources.lineage.articles[statement.article].outlet
    swapped = statement.via is not None and own is not None and same_name(statement.via, own)
    if found is not None and statement.via and not swapped:
        span = around(statement, sources)
        return [
            Step("told", statement.article, found.id, found.name, cut(statement.article, span, sources), span, doubt=unnamed(statement))
        ]
    trail = sources.lineage.trail(statement.article, hull(statement.content) or (0, 1), sources.settings.passage_share)
    steps = [made(hop, named, sources) for hop in trail]
    if not steps and found is not None:
        doubt = unnamed(statement) if own else "the page does not name its outlet"
        steps = [
            Step("said in", statement.article, found.id, found.name, words_of(statement, sources), hull(statement.content), doubt=doubt)
        ]
    if swapped and trail:
        first = steps[0]
        steps[0] = Step(
            first.kind,
            first.article,
            first.source,
            first.name,
            first.words,
            first.span,
            first.how,
            first.confidence,
            f"the page puts its own name, {own}, in the place of the outlet that was told",
        )
    return steps


def unnamed(statement: Statement) -> str | None:
    if statement.source_kind != "anonymous" or not statement.speaker:
        return None
    return f"the source is not named: {statement.speaker}"


def made(hop: Hop, named: dict[str, Origin], sources: Sources) -> Step:
    """The step along a derivation, resting on its credit or relay words, else on the passage."""
    evidence = next((one for one in hop.derivation.evidence if one.kind in ("credit", "relay", "byline")), None)
    ghost = hop.source not in sources.lineage.articles
    name = named[hop.source].name if ghost and hop.source in named else outlet_of(hop.source, sources)
    words = evidence.text if evidence else cut(hop.article, hop.span, sources)
    doubt = f"the copying itself is uncertain ({hop.derivation.confidence:.0%})" if hop.derivation.confidence < UNSURE else None
    if ghost and doubt is None:
        doubt = f"the page of {name} is not here to compare with"
    span = evidence.span if evidence else hop.span
    return Step("made from", hop.article, hop.source, name, words, span, hop.derivation.how, hop.derivation.confidence, doubt)


def outlet_of(article: str, sources: Sources) -> str:
    found = sources.lineage.articles.get(article)
    return (found.outlet or found.page) if found else article


def words_of(statement: Statement, sources: Sources) -> str:
    text = sources.lineage.articles[statement.article].text
    return " … ".join(" ".join(text[start:end].split()) for start, end in statement.content)


def around(statement: Statement, sources: Sources) -> Span | None:
    """The words that name source and cue, with what follows them up to the outlet's name."""
    spans = (*statement.source, *statement.cue)
    if not spans:
        return hull(statement.content)
    start, end = min(one for one, _ in spans), max(one for _, one in spans)
    text = sources.lineage.articles[statement.article].text
    place = text.find(statement.via or "\0", end, end + 80)
    return start, place + len(statement.via or "") if place >= 0 else end


def cut(article: str, span: Span | None, sources: Sources) -> str:
    return " ".join(sources.lineage.articles[article].text[span[0] : span[1]].split()) if span else ""
