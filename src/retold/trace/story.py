"""Derivations within a story: who took what from whom, from pages that are there and from outlets whose pages are not."""

from __future__ import annotations

from collections.abc import Sequence

from retold.trace.circles import marked
from retold.trace.facts import Compared, Facts, gather
from retold.trace.from_outlets import from_outlets
from retold.trace.from_pages import from_page, from_twin, parents_among_pages
from retold.types import Article, Derivation, Passage, Traced


def trace_story(articles: Sequence[Article], pairs: Sequence[tuple[str, str]] = ()) -> Traced:
    """The passages, derivations and outlets of one story. `pairs`: article ids that are known to share text, over the whole collection.

    Every derivation carries its evidence with exact spans; its confidence falls where the direction cannot be told.
    """
    facts = gather(articles, pairs)
    derivations = marked([d for article in facts.articles.values() for d in _derivations(article, facts)])
    passages = [p for listed in facts.compared.values() for compared in listed for p in _passages(compared)]
    referred = {d.source for d in derivations}
    used = {o.id: o for o in facts.origins.values() if o.articles or o.id in referred}
    return Traced(
        passages=tuple(sorted(passages, key=lambda p: (p.earlier, p.later, p.later_start, p.earlier_start))),
        derivations=tuple(sorted(derivations, key=lambda d: (d.article, d.source, d.how))),
        origins=tuple(sorted(used.values(), key=lambda o: o.id)),
    )


def trace_across(articles: Sequence[Article], pairs: Sequence[tuple[str, str]]) -> Traced:
    """Copies between articles of different stories: of the given pairs, as `candidate_pairs` finds them, those that are derived by their wording.

    An article of one story that took its words from another's, a year before. Nothing else of the two stories is looked at.
    """
    wanted = {id_ for pair in pairs for id_ in pair}
    facts = gather([a for a in articles if a.id in wanted], pairs, only_pairs=True)
    made = [from_page(a, o, facts) for a in facts.articles.values() for o in parents_among_pages(a, facts)]
    derivations = sorted(made, key=lambda d: (d.article, d.source))
    passages = [p for listed in facts.compared.values() for compared in listed for p in _passages(compared)]
    referred = {d.source for d in derivations}
    return Traced(
        passages=tuple(sorted(passages, key=lambda p: (p.earlier, p.later, p.later_start, p.earlier_start))),
        derivations=tuple(derivations),
        origins=tuple(sorted({o for o in facts.origins.values() if o.id in referred}, key=lambda o: o.id)),
    )


def _derivations(article: Article, facts: Facts) -> list[Derivation]:
    chosen = parents_among_pages(article, facts)
    made: dict[str, Derivation] = {}
    for option in chosen:
        derivation = from_page(article, option, facts)
        made.setdefault(derivation.source, derivation)
    if not chosen and not facts.suppliers(article.id) and (twin := from_twin(article, facts)):
        made[twin.source] = twin
    for derivation in from_outlets(article, chosen, facts):
        made.setdefault(derivation.source, derivation)
    return list(made.values())


def _passages(compared: Compared) -> list[Passage]:
    return [
        Passage(p.earlier_start, p.earlier_end, p.later_start, p.later_end, p.similarity, earlier=compared.earlier, later=compared.later)
        for p in compared.pair.passages
    ]
