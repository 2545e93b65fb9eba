"""The ledger as the plain values that Retold promises to programs: the names, the order and the shapes of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from retold.types import Article, Change, Claim, Derivation, EditProfile, Evidence, Ledger, Origin, Passage, Span, Statement, Story

CONTRACT_VERSION = "0.1.0"
DECIMALS = 4  # what a score is worth; more would differ between machines

Record = dict[str, Any]


def ledger_json(ledger: Ledger) -> bytes:
    """The whole ledger as one JSON object: UTF-8, indented by one space, ending in a new line."""
    return json_bytes(ledger_record(ledger))


def ledger_record(ledger: Ledger) -> Record:
    """The whole ledger as dicts and lists, in the order of the contract."""
    return {
        "retold": CONTRACT_VERSION,
        "articles": [article_record(article) for article in ledger.articles],
        "dropped": [{"page": dropped.page, "reason": dropped.reason} for dropped in ledger.dropped],
        "stories": [story_record(story) for story in ledger.stories],
        "origins": [origin_record(origin) for origin in ledger.origins],
        "passages": [passage_record(passage) for passage in ledger.passages],
        "derivations": [derivation_record(derivation) for derivation in ledger.derivations],
        "statements": [statement_record(statement) for statement in ledger.statements],
        "claims": [claim_record(claim) for claim in ledger.claims],
        "changes": [change_record(change) for change in ledger.changes],
    }


def json_bytes(value: Any) -> bytes:
    """`value` as indented JSON. Half a surrogate pair, which UTF-8 cannot hold, becomes a question mark, so that offsets stay."""
    try:
        packed = msgspec.json.encode(value)
    except UnicodeEncodeError:
        packed = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return msgspec.json.format(packed, indent=1) + b"\n"


def article_record(article: Article) -> Record:
    return {
        "id": article.id,
        "page": article.page,
        "url": article.url,
        "outlet": article.outlet,
        "outlet_evidence": article.outlet_evidence,
        "title": article.title,
        "byline": list(article.byline),
        "published": article.published,
        "published_evidence": article.published_evidence,
        "updated": article.updated,
        "fetched": article.fetched,
        "language": article.language,
        "section": article.section,
        "text": article.text,
        "furniture": [{"kind": furniture.kind, "text": furniture.text} for furniture in article.furniture],
        "credits": list(article.credits),
    }


def story_record(story: Story) -> Record:
    return {"id": story.id, "title": story.title, "articles": list(story.articles)}


def origin_record(origin: Origin) -> Record:
    return {"id": origin.id, "name": origin.name, "kind": origin.kind, "articles": list(origin.articles)}


def passage_record(passage: Passage) -> Record:
    return {
        "earlier": passage.earlier,
        "later": passage.later,
        "earlier_span": [passage.earlier_start, passage.earlier_end],
        "later_span": [passage.later_start, passage.later_end],
        "similarity": _score(passage.similarity),
    }


def derivation_record(derivation: Derivation) -> Record:
    return {
        "article": derivation.article,
        "from": derivation.source,
        "how": derivation.how,
        "coverage": None if derivation.coverage is None else _score(derivation.coverage),
        "confidence": _score(derivation.confidence),
        "evidence": [evidence_record(evidence) for evidence in derivation.evidence],
        "profile": None if derivation.profile is None else profile_record(derivation.profile),
    }


def evidence_record(evidence: Evidence) -> Record:
    return {"kind": evidence.kind, "article": evidence.article, "span": _span(evidence.span), "text": evidence.text}


def profile_record(profile: EditProfile) -> Record:
    return {
        "kept": _score(profile.kept),
        "swapped": _score(profile.swapped),
        "inserted": _score(profile.inserted),
        "dropped": _score(profile.dropped),
        "moved": _score(profile.moved),
        "garbles": int(profile.garbles),
    }


def statement_record(statement: Statement) -> Record:
    return {
        "id": statement.id,
        "article": statement.article,
        "content": _spans(statement.content),
        "cue": _spans(statement.cue),
        "source": _spans(statement.source),
        "speaker": statement.speaker,
        "source_kind": statement.source_kind,
        "via": statement.via,
        "stance": statement.stance,
        "hedged": statement.hedged,
        "hedge": _score(statement.hedge),
        "negated": statement.negated,
        "number": statement.number,
        "rank": statement.rank,
        "said_on": statement.said_on,
        "origin": statement.origin,
    }


def claim_record(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "story": claim.story,
        "text": claim.text,
        "support": list(claim.support),
        "deny": list(claim.deny),
        "origins": list(claim.origins),
        "independent_origins": claim.independent_origins,
        "state": claim.state,
    }


def change_record(change: Change) -> Record:
    return {
        "id": change.id,
        "earlier": change.earlier,
        "later": change.later,
        "kind": change.kind,
        "before": _span(change.before),
        "after": _span(change.after),
        "before_text": change.before_text,
        "after_text": change.after_text,
        "claim": change.claim,
        "confidence": _score(change.confidence),
        "severity": change.severity,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [int(span[0]), int(span[1])]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[int(start), int(end)] for start, end in spans]


def _score(value: float) -> float:
    return round(float(value), DECIMALS)
