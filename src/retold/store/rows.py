"""A ledger as rows of the tables in schema.sql. Rows are plain tuples, so what to write is the difference of two sets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from retold.types import Article, Change, Derivation, Ledger, Statement

Row = tuple[Any, ...]

# In the order of the schema; a row's values stand in the order of its columns.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "article": "id page url outlet outlet_evidence title byline published published_evidence updated fetched language section text furniture credits",
        "dropped": "page reason",
        "story": "id title",
        "story_article": "article story position",
        "origin": "id name kind",
        "origin_article": "origin article",
        "passage": "earlier later earlier_start earlier_end later_start later_end similarity",
        "derivation": "article source source_article source_origin how coverage confidence profile",
        "evidence": "derivation_article derivation_source position kind article span_start span_end text",
        "statement": "id article speaker source_kind via stance hedged hedge negated number rank said_on origin",
        "statement_span": "statement role position span_start span_end",
        "claim": "id story text state",
        "claim_statement": "claim statement side position",
        "claim_origin": "claim origin position",
        "change": "id earlier later kind before_start before_end after_start after_end before_text after_text claim confidence severity",
    }.items()
}


def rows_of(ledger: Ledger) -> dict[str, list[Row]]:
    """Every table's rows, in the ledger's order."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    articles = {article.id for article in ledger.articles}
    rows["article"] = [article_row(a) for a in ledger.articles]
    rows["dropped"] = [(d.page, d.reason) for d in ledger.dropped]
    rows["passage"] = [
        (p.earlier, p.later, p.earlier_start, p.earlier_end, p.later_start, p.later_end, p.similarity) for p in ledger.passages
    ]
    rows["change"] = [change_row(c) for c in ledger.changes]
    for story in ledger.stories:
        rows["story"].append((story.id, story.title))
        rows["story_article"] += [(article, story.id, n) for n, article in enumerate(story.articles)]
    for origin in ledger.origins:
        rows["origin"].append((origin.id, origin.name, origin.kind))
        rows["origin_article"] += [(origin.id, article) for article in origin.articles]
    for derivation in ledger.derivations:
        rows["derivation"].append(derivation_row(derivation, in_collection=derivation.source in articles))
        rows["evidence"] += evidence_rows(derivation)
    for statement in ledger.statements:
        rows["statement"].append(statement_row(statement))
        rows["statement_span"] += span_rows(statement)
    for claim in ledger.claims:
        rows["claim"].append((claim.id, claim.story, claim.text, claim.state))
        for side, statements in (("support", claim.support), ("deny", claim.deny)):
            rows["claim_statement"] += [(claim.id, statement, side, n) for n, statement in enumerate(statements)]
        rows["claim_origin"] += [(claim.id, origin, n) for n, origin in enumerate(claim.origins)]
    return rows


def article_row(article: Article) -> Row:
    a = article
    furniture = [{"kind": f.kind, "text": f.text} for f in a.furniture]
    facts = (a.id, a.page, a.url, a.outlet, a.outlet_evidence, a.title, as_json(a.byline), a.published, a.published_evidence)
    return (*facts, a.updated, a.fetched, a.language, a.section, a.text, as_json(furniture), as_json(a.credits))


def derivation_row(derivation: Derivation, *, in_collection: bool) -> Row:
    d = derivation
    ends = (d.source, None) if in_collection else (None, d.source)
    profile = d.profile and as_json({name: getattr(d.profile, name) for name in d.profile.__slots__})
    return (d.article, d.source, *ends, d.how, d.coverage, d.confidence, profile)


def evidence_rows(derivation: Derivation) -> Iterator[Row]:
    for number, evidence in enumerate(derivation.evidence):
        span = evidence.span or (None, None)
        yield (derivation.article, derivation.source, number, evidence.kind, evidence.article, *span, evidence.text)


def statement_row(statement: Statement) -> Row:
    s = statement
    how = (s.speaker, s.source_kind, s.via, s.stance, int(s.hedged), s.hedge, int(s.negated), s.number, s.rank, s.said_on)
    return (s.id, s.article, *how, s.origin)


def span_rows(statement: Statement) -> Iterator[Row]:
    for role, spans in (("content", statement.content), ("cue", statement.cue), ("source", statement.source)):
        for number, span in enumerate(spans):
            yield (statement.id, role, number, *span)


def change_row(change: Change) -> Row:
    c = change
    texts = (c.before_text, c.after_text, c.claim, c.confidence, c.severity)
    return (c.id, c.earlier, c.later, c.kind, *(c.before or (None, None)), *c.after, *texts)


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
