"""Where articles that are no copies of one another disagree: who says which. These are no changes: nobody need have altered anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.compare.miscounts import Count, miscounts
from retold.compare.telling import Telling, figures_alone
from retold.compare.tolls import FATES
from retold.types import Article, Claim, Span, Statement, Traced


@dataclass(frozen=True, slots=True)
class Voice:
    """One article's words for a side; `speaker` is whom it names as the source, None for its own narration."""

    article: str
    span: Span
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, and every article that says so, in order of their ids."""

    says: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """`about`: a claim's text, or what is counted ("dead", "hurt", "missing"). Two sides or more, the one with most voices first."""

    about: str
    sides: tuple[Side, ...]
    claim: str | None = None


def disputes(articles: Sequence[Article], traced: Traced, statements: Sequence[Statement], claims: Sequence[Claim]) -> tuple[Dispute, ...]:
    """Claims that some support and others deny, and counts of one thing that differ, between articles of different descent."""
    tellings = {article.id: figures_alone(article) for article in articles}
    roots = _roots([a.id for a in articles], traced)
    denied = [d for claim in sorted(claims, key=lambda c: c.id) if (d := _denied(claim, statements, tellings, roots))]
    return tuple(denied + [_as_dispute(fate, sides) for fate in FATES if (sides := miscounts(fate, tellings, roots))])


def _roots(articles: Sequence[str], traced: Traced) -> dict[str, frozenset[str]]:
    """For each article the first tellings that its text goes back to, ghosts among them; citing hands down no text."""
    parents: dict[str, set[str]] = defaultdict(set)
    for edge in traced.derivations:
        if edge.how != "cited" and edge.source != edge.article:
            parents[edge.article].add(edge.source)
    return {article: _first_tellings(article, parents) for article in articles}


def _first_tellings(article: str, parents: Mapping[str, set[str]]) -> frozenset[str]:
    seen, front, roots = {article}, [article], set()
    while front:
        node = front.pop()
        above = parents.get(node, set()) - seen
        if not parents.get(node):
            roots.add(node)
        seen |= above
        front += sorted(above)
    return frozenset(roots or {article})


def _independent(one: Sequence[Voice], other: Sequence[Voice], roots: Mapping[str, frozenset[str]]) -> bool:
    """Whether some article of the one side and some of the other go back to nothing in common."""
    return any(not roots[a.article] & roots[b.article] for a in one for b in other)


def _denied(
    claim: Claim, statements: Sequence[Statement], tellings: Mapping[str, Telling], roots: Mapping[str, frozenset[str]]
) -> Dispute | None:
    by_id = {s.id: s for s in statements if s.article in tellings}
    support, deny = (_voices([by_id[s] for s in side if s in by_id], tellings) for side in (claim.support, claim.deny))
    if not _independent(support, deny, roots) or not {v.speaker for v in deny} - {v.speaker for v in support}:
        return None
    return Dispute(claim.text, (Side("so", support), Side("not so", deny)), claim.id)


def _voices(statements: Sequence[Statement], tellings: Mapping[str, Telling]) -> tuple[Voice, ...]:
    found = []
    for statement in sorted(statements, key=lambda s: (s.article, s.content)):
        span = statement.content[0][0], statement.content[-1][1]
        found.append(Voice(statement.article, span, tellings[statement.article].text[slice(*span)], statement.speaker))
    return tuple(found)


def _as_dispute(fate: str, sides: Sequence[Sequence[Count]]) -> Dispute:
    made = [Side(_commonest(side), tuple(Voice(c.article, (c.number.start, c.number.end), c.number.text) for c in side)) for side in sides]
    return Dispute(fate, tuple(sorted(made, key=lambda s: (-len(s.voices), s.says))))


def _commonest(side: Sequence[Count]) -> str:
    """The figure in the words that most of them use."""
    said = Counter(count.number.text for count in side)
    return min(said, key=lambda text: (-said[text], len(text), text))
