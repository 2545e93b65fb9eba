"""Hold a ledger against its own promises: what a person would otherwise find out by a wrong line on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from retold.types import Ledger, Span


def faults(ledger: Ledger) -> Iterator[str]:
    """Every broken promise in words: articles in no story or in two, spans outside their text, references to nothing."""
    yield from story_faults(ledger)
    yield from reference_faults(ledger)
    yield from span_faults(ledger)


def story_faults(ledger: Ledger) -> Iterator[str]:
    homes = Counter(article for story in ledger.stories for article in story.articles)
    for article in ledger.articles:
        if homes[article.id] != 1:
            yield f"article {article.id} ({article.page}) is in {homes[article.id]} stories, not in one"
    known = {article.id for article in ledger.articles}
    for article_id in sorted(set(homes) - known):
        yield f"a story holds article {article_id}, which is not in the ledger"


def reference_faults(ledger: Ledger) -> Iterator[str]:
    articles = {article.id for article in ledger.articles}
    origins = {origin.id for origin in ledger.origins}
    statements = {statement.id for statement in ledger.statements}
    for derivation in ledger.derivations:
        if derivation.source not in articles | origins:
            yield f"the derivation of {derivation.article} comes from {derivation.source}, which is not in the ledger"
    for claim in ledger.claims:
        for missing in sorted({*claim.support, *claim.deny} - statements):
            yield f"claim {claim.id} rests on statement {missing}, which is not in the ledger"
        for missing in sorted(set(claim.origins) - origins):
            yield f"claim {claim.id} has origin {missing}, which is not in the ledger"


def span_faults(ledger: Ledger) -> Iterator[str]:
    size = {article.id: len(article.text) for article in ledger.articles}
    for what, article, span in all_spans(ledger):
        if not 0 <= span[0] < span[1] <= size.get(article, 0):
            yield f"{what} has the span {span[0]} to {span[1]}, outside the text of article {article}"


def all_spans(ledger: Ledger) -> Iterator[tuple[str, str, Span]]:
    """What, in which article, where."""
    for passage in ledger.passages:
        yield "a passage", passage.earlier, (passage.earlier_start, passage.earlier_end)
        yield "a passage", passage.later, (passage.later_start, passage.later_end)
    for derivation in ledger.derivations:
        yield from (("evidence", e.article, e.span) for e in derivation.evidence if e.span)
    for statement in ledger.statements:
        for span in (*statement.content, *statement.cue, *statement.source):
            yield f"statement {statement.id}", statement.article, span
    for change in ledger.changes:
        yield f"change {change.id}", change.later, change.after
        if change.before:
            yield f"change {change.id}", change.earlier, change.before
