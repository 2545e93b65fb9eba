"""Rows of the tables in schema.sql as a ledger: the reverse of rows.py."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from retold.store.rows import Row
from retold.types import (
    Article,
    Change,
    Claim,
    Derivation,
    Dropped,
    EditProfile,
    Evidence,
    Furniture,
    Ledger,
    Origin,
    Passage,
    Span,
    Statement,
    Story,
)

Key = TypeVar("Key")
Value = TypeVar("Value")


def ledger_of(rows: Mapping[str, Iterable[Row]]) -> Ledger:
    """The ledger, its lists in the order in which `flow.assemble` leaves them."""
    return Ledger(
        articles=tuple(sorted((article_of(row) for row in rows["article"]), key=lambda a: (a.page, a.id))),
        dropped=tuple(Dropped(*row) for row in sorted(rows["dropped"])),
        stories=stories_of(rows),
        origins=origins_of(rows),
        passages=passages_of(rows["passage"]),
        derivations=derivations_of(rows),
        statements=statements_of(rows),
        claims=claims_of(rows),
        changes=tuple(sorted((change_of(row) for row in rows["change"]), key=lambda c: (c.later, c.earlier, c.after, c.id))),
    )


def article_of(row: Row) -> Article:
    (
        ident,
        page,
        url,
        outlet,
        outlet_evidence,
        title,
        byline,
        published,
        published_evidence,
        updated,
        fetched,
        language,
        section,
        text,
        furniture,
        credits_,
    ) = row
    return Article(
        id=ident,
        page=page,
        text=text,
        title=title,
        outlet=outlet,
        byline=tuple(json.loads(byline)),
        published=published,
        updated=updated,
        fetched=fetched,
        language=language,
        url=url,
        section=section,
        outlet_evidence=outlet_evidence,
        published_evidence=published_evidence,
        furniture=tuple(Furniture(**piece) for piece in json.loads(furniture)),
        credits=tuple(json.loads(credits_)),
    )


def stories_of(rows: Mapping[str, Iterable[Row]]) -> tuple[Story, ...]:
    members = listed((story, (position, article)) for article, story, position in rows["story_article"])
    return tuple(Story(ident, title, tuple(article for _, article in sorted(members[ident]))) for ident, title in sorted(rows["story"]))


def origins_of(rows: Mapping[str, Iterable[Row]]) -> tuple[Origin, ...]:
    articles = listed((origin, article) for origin, article in rows["origin_article"])
    return tuple(Origin(ident, name, kind, tuple(sorted(articles[ident]))) for ident, name, kind in sorted(rows["origin"]))


def passages_of(rows: Iterable[Row]) -> tuple[Passage, ...]:
    found = (Passage(es, ee, ls, le, similarity, earlier, later) for earlier, later, es, ee, ls, le, similarity in rows)
    return tuple(sorted(found, key=lambda p: (p.later, p.earlier, p.later_start, p.earlier_start)))


def derivations_of(rows: Mapping[str, Iterable[Row]]) -> tuple[Derivation, ...]:
    evidence: dict[tuple[str, str], list[tuple[int, Evidence]]] = defaultdict(list)
    for article, source, position, kind, where, start, end, text in rows["evidence"]:
        evidence[article, source].append((position, Evidence(kind, where, None if start is None else (start, end), text)))
    made = []
    for article, source, _, _, how, coverage, confidence, profile in rows["derivation"]:
        words = tuple(e for _, e in sorted(evidence[article, source], key=lambda pair: pair[0]))
        edit = EditProfile(**json.loads(profile)) if profile else None
        made.append(Derivation(article, source, how, coverage, confidence, words, edit))
    return tuple(sorted(made, key=lambda d: (d.article, d.source)))


def statements_of(rows: Mapping[str, Iterable[Row]]) -> tuple[Statement, ...]:
    spans: dict[tuple[str, str], list[tuple[int, Span]]] = defaultdict(list)
    for statement, role, position, start, end in rows["statement_span"]:
        spans[statement, role].append((position, (start, end)))
    made = []
    for ident, article, speaker, source_kind, via, stance, hedged, hedge, negated, number, rank, said_on, origin in rows["statement"]:
        content, cue, source = (tuple(s for _, s in sorted(spans[ident, role])) for role in ("content", "cue", "source"))
        how = (speaker, source_kind, via, stance, bool(hedged), hedge, bool(negated), origin)
        made.append(Statement(ident, article, content, cue, source, *how, number=number, rank=rank, said_on=said_on))
    return tuple(sorted(made, key=lambda s: (s.article, s.content, s.id)))


def claims_of(rows: Mapping[str, Iterable[Row]]) -> tuple[Claim, ...]:
    sides = listed(((claim, side), (position, statement)) for claim, statement, side, position in rows["claim_statement"])
    origins = listed((claim, (position, origin)) for claim, origin, position in rows["claim_origin"])
    made = []
    for ident, story, text, state in rows["claim"]:
        support, deny = (tuple(s for _, s in sorted(sides[ident, side])) for side in ("support", "deny"))
        made.append(Claim(ident, story, text, support, deny, tuple(o for _, o in sorted(origins[ident])), state))
    return tuple(sorted(made, key=lambda c: (c.story, -len(c.support), c.id)))


def change_of(row: Row) -> Change:
    ident, earlier, later, kind, before_start, before_end, after_start, after_end, *rest = row
    before = None if before_start is None else (before_start, before_end)
    return Change(ident, earlier, later, kind, before, (after_start, after_end), *rest)


def listed(pairs: Iterable[tuple[Key, Value]]) -> defaultdict[Key, list[Value]]:
    lists: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        lists[key].append(value)
    return lists
