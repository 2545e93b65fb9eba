"""Derivations from pages of the story: the options for an article's parents, and those chosen with their evidence."""

from __future__ import annotations

from collections.abc import Sequence

from retold.text.outlets import same_name
from retold.trace.direction import confidence
from retold.trace.facts import Compared, Facts
from retold.trace.manner import follow_up_manner, manner
from retold.trace.namings import Naming
from retold.trace.order import time_lead
from retold.trace.parents import Option, choose
from retold.types import Article, Derivation, Evidence

# How sure it is that a text without a credit has from an agency what a page with the agency's credit has in the same words.
_SIBLING = 0.7


def parents_among_pages(article: Article, facts: Facts) -> list[Option]:
    """The smallest set of earlier pages that explains the article's words."""
    options = [_option(article, compared, facts) for compared in facts.compared.get(article.id, ())]
    wired = bool(facts.ghosts(article.id, "supplied"))  # the whole text is an agency's whose page is not there
    return choose([o for o in options if (o.pair.passages or o.own) and (o.naming or not wired)], facts.named, facts.settings)


def from_page(article: Article, option: Option, facts: Facts) -> Derivation:
    """The derivation from a chosen page, or from the agency whose text that page carries: then the two are siblings."""
    pair, source = option.pair, option.article
    wire = sorted(facts.ghosts(source.id, "supplied")) if option.naming is None else []
    evidence = [
        Evidence("passage", article.id, (p.later_start, p.later_end), article.text[p.later_start : p.later_end]) for p in pair.passages
    ]
    if option.naming:
        evidence.append(evidence_of(article, option.naming))
    if time_lead(source, article) > 0:
        evidence.append(Evidence("time", article.id, None, f"{source.published} before {article.published}"))
    if wire:
        evidence += [evidence_of(source, n) for n in facts.named[source.id] if facts.origins[n.outlet].id == wire[0]]
    return Derivation(
        article=article.id,
        source=wire[0] if wire else source.id,
        how=(follow_up_manner if option.own else manner)(pair, facts.settings),
        coverage=round(pair.coverage, 4),
        confidence=_SIBLING if wire else confidence(option.score),
        evidence=tuple(evidence),
        profile=pair.profile,
    )


def evidence_of(article: Article, naming: Naming) -> Evidence:
    return Evidence(naming.kind, article.id, naming.span, naming.text)


def _option(article: Article, compared: Compared, facts: Facts) -> Option:
    source = facts.articles[compared.earlier]
    own = bool(article.outlet and source.outlet and same_name(article.outlet, source.outlet))
    return Option(
        article=source,
        pair=compared.pair,
        score=compared.score,
        naming=_best_naming(source.outlet, facts.named[article.id]),
        own=own and not facts.ghosts(source.id, "supplied"),
        follows_up=article.id in facts.follow_ups or bool(set(article.byline) & set(source.byline)),
        siblings=bool(facts.ghosts(article.id) & facts.ghosts(source.id, "supplied", "contributed", "scraped", "informed")),
    )


def _best_naming(outlet: str | None, listed: Sequence[Naming]) -> Naming | None:
    fitting = [n for n in listed if outlet and same_name(n.outlet, outlet)]
    return min(fitting, key=lambda n: n.role == "cited") if fitting else None
