"""Claims as blocks: what is said, who stands behind it, who carries it, who denies it, and how sure they sound."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from retold.compare.disputes import Dispute
from retold.show.chief_claim import by_importance
from retold.show.contexts import UNKNOWN, ClaimBlock, Disagreement, OriginLine, StatementLine
from retold.show.disagreements import bearing_on
from retold.show.parts import StoryParts
from retold.show.phrases import ORIGIN_PHRASES, STANCE_VERBS, count, plainly, resting_on, upper_first
from retold.show.ways_back import MOST, chains_back, ways_back
from retold.types import Claim, Origin, Statement
from retold.weigh.why import Chain

DISPUTED = 1.5  # what a dispute adds to the importance of a claim: as much as all articles of the story telling it


def claim_blocks(parts: StoryParts, disputed: Sequence[Dispute] = ()) -> tuple[ClaimBlock, ...]:
    """The story's claims: those that several articles tell first, the most important on top, disputes above the rest.

    `disputed` are counts on which articles differ.
    """
    differing = {claim.id: bearing_on(parts, claim, disputed) for claim in parts.claims}
    weights = by_importance(parts, parts.claims)

    def place(claim: Claim) -> tuple[bool, float, str]:
        argued = bool(claim.deny or differing[claim.id]) or claim.state == "disputed"
        alone = not argued and len(carriers(parts, claim.support)) < 2
        return (alone, -weights[claim.id] - DISPUTED * argued, claim.id)

    ordered = sorted(parts.claims, key=place)
    reasons = chains_back(parts, ordered)
    return tuple(_block(parts, claim, number, differing[claim.id], reasons[claim.id]) for number, claim in enumerate(ordered, 1))


def statement_line(parts: StoryParts, statement: Statement) -> StatementLine:
    origin = parts.origins.get(statement.origin or "")
    return StatementLine(
        id=statement.id,
        speaker=statement.speaker or _as_written(parts, statement) or UNKNOWN,
        told=statement.via or "",
        verb=STANCE_VERBS[statement.stance],
        words=parts.quoted(statement.article, statement.content),
        outlet=parts.name(statement.article),
        article=statement.article,
        hedged=statement.hedged,
        stance=statement.stance,
        origin=origin.name if origin else UNKNOWN,
        target=parts.place(statement.article, statement.content[0] if statement.content else None) or parts.anchor(statement.article),
    )


def carriers(parts: StoryParts, statements: Iterable[str]) -> tuple[str, ...]:
    """The tellings whose articles hold any of the statements, in order of time."""
    articles = {parts.statements[each].article for each in statements if each in parts.statements}
    return tuple(parts.name(article) for article in sorted(articles, key=lambda article: parts.numbers[article]))


def hedging_words(statements: Sequence[StatementLine]) -> str:
    """How sure those who carry the claim sound, "" where nobody hedges."""
    sure = sorted({line.outlet for line in statements if not line.hedged})
    hedged = [line for line in statements if line.hedged]
    if not hedged:
        return ""
    if not sure:
        return "Nobody says so without a hedge (“likely”, “may”, “appears” …)."
    return f"Hedged in {len(hedged)} of {count(len(statements), 'statement')}; the others say it flatly."


def _block(parts: StoryParts, claim: Claim, number: int, differing: tuple[Disagreement, ...], reasons: tuple[Chain, ...]) -> ClaimBlock:
    support = _lines(parts, claim.support)
    deny = _lines(parts, claim.deny)
    disputed = bool(deny or differing) or claim.state == "disputed"
    ways = ways_back(parts, reasons)
    return ClaimBlock(
        id=claim.id,
        anchor=claim_anchor(number),
        number=number,
        text=upper_first(plainly(claim.text)),
        state="withdrawn" if claim.state == "withdrawn" else "disputed" if disputed else "",
        resting=resting_on(claim.independent_origins),
        disputed=disputed,
        alone=not disputed and len({line.article for line in support}) < 2,
        origins=tuple(_origin_line(parts, origin, claim) for origin in claim.origins),
        carriers=carriers(parts, claim.support),
        support=support,
        deny=deny,
        hedging=hedging_words(support),
        reasons=ways[:MOST],
        more_reasons=max(0, len(ways) - MOST),
        differing=differing,
    )


def claim_anchor(number: int) -> str:
    return f"claim-{number}"


def _lines(parts: StoryParts, statements: Iterable[str]) -> tuple[StatementLine, ...]:
    """In order of time, then of the text."""
    known = [parts.statements[each] for each in statements if each in parts.statements]
    known.sort(key=lambda each: (parts.numbers[each.article], each.content[:1], each.id))
    return tuple(statement_line(parts, each) for each in known)


def _origin_line(parts: StoryParts, origin_id: str, claim: Claim) -> OriginLine:
    origin = parts.origins.get(origin_id)
    if origin is None:
        return OriginLine(UNKNOWN, "outlet", UNKNOWN, ghost=False, carried_by=())
    from_here = [each for each in claim.support if each in parts.statements and parts.statements[each].origin == origin_id]
    ghost = origin.kind in ("outlet", "agency") and not origin.articles and not _is_here(parts, origin)
    kind_words = ORIGIN_PHRASES[origin.kind] + (", its own page is not here" if ghost else "")
    return OriginLine(origin.name, origin.kind, kind_words, ghost, carriers(parts, from_here))


def _is_here(parts: StoryParts, origin: Origin) -> bool:
    """An outlet that no page names is called by its file."""
    return any(posixpath.basename(article.page) == origin.name for article in parts.articles.values() if not article.outlet)


def _as_written(parts: StoryParts, statement: Statement) -> str:
    return parts.quoted(statement.article, statement.source)
