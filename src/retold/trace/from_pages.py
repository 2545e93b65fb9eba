"""Derivations from pages of the story: the options for an article's parents, and those chosen with their evidence."""

from __future__ import annotations

from collections.abc import Sequence

from retold.text.outlets import same_name
from retold.trace.comparison import Comparison
from retold.trace.direction import confidence
from retold.trace.facts import Compared, Facts
from retold.trace.garbles import garbles
from retold.trace.manner import follow_up_manner, manner
from retold.trace.naming import Naming
from retold.trace.namings import is_own
from retold.trace.order import time_lead, version_lead, version_times
from retold.trace.parents import Option, choose, gain, same_wording, stands
from retold.types import Article, Derivation, Evidence

# How sure it is that a text without a credit has from an agency what a page with the agency's credit has in the same words.
_SIBLING = 0.7
# A page that an agency supplied gives way to the agency's own page where that explains nearly as much.
_NEARLY = 0.9
_GARBLES = 12  # shown as evidence: more convince nobody further


def parents_among_pages(article: Article, facts: Facts) -> list[Option]:
    """The smallest set of earlier pages that explains the article's words."""
    options = [_option(article, compared, facts) for compared in facts.compared.get(article.id, ())]
    wired = bool(facts.suppliers(article.id))  # the whole text is another's: only that outlet's page can be a parent
    possible = [o for o in options if (o.pair.passages or o.own) and (o.naming or not wired)]
    return choose([o for o in possible if not _gives_way(o, possible, facts)], facts.named, facts.settings)


def from_page(article: Article, option: Option, facts: Facts) -> Derivation:
    """The derivation from a chosen page, or from the agency whose text that page carries: then the two are siblings."""
    wire = facts.suppliers(option.article.id)
    retold = manner(option.pair, facts.settings) not in ("verbatim", "light-edit")
    if wire and option.naming is None and not option.own and not (retold and _stands_for(option.article, article, wire, facts)):
        return _from_agency(article, option.article, option.pair, wire[0], facts)
    evidence = _passages(article, option.pair)
    if option.naming:
        evidence.append(evidence_of(article, option.naming))
    how = (follow_up_manner if option.own else manner)(option.pair, facts.settings)
    if how == "summary" and option.naming and option.naming.role == "informed":
        how = "reworded"  # made from several sources, of which this is one
    if how == "spun":
        evidence += garbles_of(article)
    evidence += _time(option.article, article)
    return Derivation(
        article=article.id,
        source=option.article.id,
        how=how,
        coverage=round(option.pair.coverage, 4),
        confidence=confidence(option.score),
        evidence=tuple(evidence),
        profile=option.pair.profile,
    )


def _stands_for(page: Article, article: Article, wire: Sequence[str], facts: Facts) -> bool:
    """Whether an earlier page is the only one with the agency's text: then who tells it again has it from there, as far as anyone can see."""
    return all(facts.carriers.get(w) == page.id for w in wire) and time_lead(page, article) > 0


def from_twin(article: Article, facts: Facts) -> Derivation | None:
    """For a page that came out before another with the same words and an agency's credit: both are the agency's.

    Not where the credited page names the article's outlet as its source: then the agency took it up from there.
    """
    for twin in facts.followers.get(article.id, ()):
        suppliers = [w for w in facts.suppliers(twin) if article.id not in facts.origin_of(w).articles]
        named = article.outlet is not None and any(same_name(n.outlet, article.outlet) for n in facts.named[twin])
        if suppliers and not named:
            pair = facts.compare(twin, article.id)
            if same_wording(pair, facts.settings):
                return _from_agency(article, facts.articles[twin], pair, suppliers[0], facts)
    return None


def evidence_of(article: Article, naming: Naming) -> Evidence:
    return Evidence(naming.kind, article.id, naming.span, naming.text)


def garbles_of(article: Article) -> list[Evidence]:
    """The words that no editor would have passed, each with what stands around it."""
    return [Evidence("garble", article.id, span, article.text[slice(*span)]) for span in garbles(article.text)[:_GARBLES]]


def _from_agency(article: Article, twin: Article, pair: Comparison, agency: str, facts: Facts) -> Derivation:
    words = [evidence_of(twin, n) for n in facts.named[twin.id] if facts.origins[n.outlet].id == agency]
    evidence = (*_passages(article, pair), *words)
    return Derivation(article.id, agency, manner(pair, facts.settings), round(pair.coverage, 4), _SIBLING, evidence, pair.profile)


def _passages(article: Article, pair: Comparison) -> list[Evidence]:
    return [Evidence("passage", article.id, (p.later_start, p.later_end), article.text[p.later_start : p.later_end]) for p in pair.passages]


def _time(earlier: Article, later: Article) -> list[Evidence]:
    if version_lead(earlier, later) > 0:
        first, then = version_times(earlier, later)
        return [Evidence("time", later.id, None, f"a later version of {later.url}: {first}, then {then}")]
    if time_lead(earlier, later) <= -1:
        return [Evidence("time", later.id, None, f"{later.published} on the page, though its source is of {earlier.published}")]
    return [Evidence("time", later.id, None, f"{earlier.published} before {later.published}")] if time_lead(earlier, later) > 0 else []


def _gives_way(option: Option, possible: Sequence[Option], facts: Facts) -> bool:
    pages = {page for wire in facts.suppliers(option.article.id) for page in facts.origin_of(wire).articles}
    least = _NEARLY * gain(option, None)
    return option.naming is None and any(o.article.id in pages and gain(o, None) >= least and stands(o, facts.settings) for o in possible)


def _option(article: Article, compared: Compared, facts: Facts) -> Option:
    source = facts.articles[compared.earlier]
    suppliers = [n for n in facts.named[source.id] if n.role == "supplied"]
    own = bool(article.outlet and source.outlet and same_name(article.outlet, source.outlet)) and not suppliers
    own = own or bool(article.url and article.url == source.url) or any(is_own(article, n.outlet) for n in suppliers)
    return Option(
        article=source,
        pair=compared.pair,
        score=compared.score,
        naming=_best_naming(source.outlet, facts.named[article.id]),
        own=own,
        follows_up=article.id in facts.follow_ups or bool(set(article.byline) & set(source.byline)),
        lead=version_lead(source, article) or time_lead(source, article),
        siblings=_are_siblings(article, source, facts),
    )


def _are_siblings(article: Article, source: Article, facts: Facts) -> bool:
    """Whether both drew on one absent outlet; not where the source is all that there is of its text, and the article only cites it."""
    shared = facts.ghosts(article.id) & facts.ghosts(source.id, "supplied", "contributed", "scraped", "informed")
    taken = facts.ghosts(article.id, "supplied", "contributed", "scraped", "informed")
    return any(ghost in taken or not _stands_for(source, article, [ghost], facts) for ghost in shared)


def _best_naming(outlet: str | None, listed: Sequence[Naming]) -> Naming | None:
    fitting = [n for n in listed if outlet and same_name(n.outlet, outlet)]
    return min(fitting, key=lambda n: n.role == "cited") if fitting else None
