"""Derivations from outlets that an article names: from the page that is meant where it is in the story, else from the ghost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.trace.citation import cited_page
from retold.trace.comparison import Comparison
from retold.trace.facts import Facts
from retold.trace.from_pages import evidence_of, garbles_of
from retold.trace.manner import manner
from retold.trace.naming import Naming, Role
from retold.trace.order import time_lead
from retold.trace.parents import Option, inherited
from retold.trace.reliance import rests_on
from retold.trace.translationese import reads_translated
from retold.types import Article, Derivation, How, Origin

_STRENGTH = ("supplied", "contributed", "scraped", "excerpted", "informed", "cited")
_SHORT = 200  # words: a shorter text that rests on one report can only sum it up
_COPIES = 8  # copies of one ghost that a further telling is held against: they hardly differ
# How sure it is that an outlet named is the source: a name that the table or a masthead has, and one recognised by its shape alone.
_MOST = 0.8  # the coverage of a ghost's telling, which cannot be measured
_KNOWN, _SHAPED, _PAGE = 0.9, 0.75, 0.85


def from_outlets(article: Article, chosen: Sequence[Option], facts: Facts) -> list[Derivation]:
    """One derivation for each outlet named that the chosen parents do not account for."""
    grouped: dict[Origin, list[Naming]] = {}
    for naming in facts.named[article.id]:
        grouped.setdefault(facts.origins[naming.outlet], []).append(naming)
    found = [d for origin, group in grouped.items() for d in _from_outlet(article, origin, group, chosen, facts)]
    if found and not chosen and all(d.how == "cited" for d in found) and reads_translated(article.text):
        found[0] = replace(found[0], how="translated", coverage=_MOST)  # who else's text would it be than the first named
    return found


def _from_outlet(article: Article, origin: Origin, group: list[Naming], chosen: Sequence[Option], facts: Facts) -> list[Derivation]:
    strongest = min(group, key=lambda n: _STRENGTH.index(n.role))
    if any(o.article.id in origin.articles for o in chosen) or (strongest.role == "cited" and inherited(strongest, chosen, facts.named)):
        return []
    evidence = tuple(evidence_of(article, n) for n in group)
    page = cited_page(article, [n for n in group if n.span], _pages(article, origin, strongest.role, facts), facts.settings)
    if page:
        return [Derivation(article.id, page.id, "cited", None, _PAGE, evidence)]
    how = _ghost_manner(article, origin.name, group, facts)
    if how == "spun":
        evidence += tuple(garbles_of(article))
    coverage = None if how == "cited" else 1.0 if strongest.role == "supplied" else _MOST
    return [Derivation(article.id, origin.id, how, coverage, _KNOWN if strongest.known else _SHAPED, evidence)]


def _pages(article: Article, origin: Origin, role: Role, facts: Facts) -> list[Article]:
    """The outlet's pages that the article can have cited: those before it, else those not certainly behind it.

    A page that only carries the outlet's text is no source of who has text from the outlet too: the two are siblings.
    """
    carrier = facts.carriers.get(origin.id) if role == "cited" else None
    if carrier and time_lead(facts.articles[carrier], article) > 0:
        return [facts.articles[carrier]]
    pages = [facts.articles[id_] for id_ in origin.articles if id_ != article.id]
    return [p for p in pages if time_lead(p, article) >= 0] or [p for p in pages if time_lead(p, article) > -1][:1]


def _ghost_manner(article: Article, outlet: str, group: Sequence[Naming], facts: Facts) -> How:
    """From what the article's words say of its debt, and from a copy of the same ghost in the story where there is one."""
    roles = {n.role for n in group}
    dated = any(n.kind == "byline" for n in group)
    if "supplied" in roles and (dated or not article.byline):
        return "verbatim"
    if roles == {"cited"} and rests_on(article, outlet):
        return "summary" if len(article.text.split()) < _SHORT else "reworded"
    if "scraped" in roles and facts.origins[group[0].outlet].kind == "agency":  # what agencies deliver is printed as it comes
        return "light-edit" if article.byline else "verbatim"
    if roles == {"cited"} or ("informed" in roles and facts.ghosts(article.id, "supplied")):
        return "cited"
    copy = _likest_copy(group[0], article, facts)
    return manner(copy, facts.settings) if copy is not None else _unmeasured_manner(article, roles)


def _unmeasured_manner(article: Article, roles: set[Role]) -> How:
    """What was done to a text that is not there, by the marks that it left."""
    if reads_translated(article.text):
        return "translated"
    if roles & {"supplied", "contributed"}:
        return "light-edit"
    if "scraped" in roles:
        return "spun"
    return "summary" if "excerpted" in roles and len(article.text.split()) < _SHORT else "reworded"


def _likest_copy(naming: Naming, article: Article, facts: Facts) -> Comparison | None:
    """The measures against the likest page of the story that has its whole text from the same ghost."""
    ghost = facts.origins[naming.outlet].id
    supplied = [id_ for id_ in facts.articles if id_ != article.id and ghost in facts.ghosts(id_, "supplied")]
    return max((facts.compare(copy, article.id) for copy in supplied[:_COPIES]), key=lambda pair: pair.cosine, default=None)
