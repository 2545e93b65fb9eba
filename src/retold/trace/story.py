"""Derivations within a story: who took what from whom, from pages that are there and from outlets whose pages are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from retold.text.outlets import Outlet, same_name
from retold.trace.candidates import near_pairs
from retold.trace.citation import cited_page
from retold.trace.comparison import Comparison, compare_texts
from retold.trace.direction import confidence, direction
from retold.trace.ghosts import origins, story_outlets
from retold.trace.manner import follow_up_manner, manner
from retold.trace.namings import Naming, namings
from retold.trace.order import time_key, time_lead
from retold.trace.parents import Option, choose, inherited
from retold.trace.settings import AlignSettings, TraceSettings
from retold.trace.units import Units, units
from retold.trace.unnamed import unnamed_outlets
from retold.types import Article, Derivation, Evidence, How, Origin, Passage, Traced

_COPIES = 8  # copies of one ghost that a further telling is held against: they hardly differ


@dataclass(frozen=True, slots=True)
class _Story:
    """What is known of a story's articles before derivations are decided."""

    articles: tuple[Article, ...]
    named: dict[str, Sequence[Naming]]
    origins: dict[str, Origin]
    pairs: dict[tuple[str, str], tuple[Comparison, float]]
    cut: dict[str, Units]
    settings: TraceSettings

    def article(self, id_: str) -> Article:
        return next(a for a in self.articles if a.id == id_)


def trace_story(articles: Sequence[Article], pairs: Sequence[tuple[str, str]] = ()) -> Traced:
    """The passages, derivations and outlets of one story. `pairs`: article ids that are known to share text, over the whole collection.

    Every derivation carries its evidence with exact spans; its confidence falls where the direction cannot be told.
    """
    story = _story(tuple(sorted(articles, key=time_key)), pairs)
    derivations = [d for article in story.articles for d in _derivations(article, story)]
    passages = [p for key in sorted(story.pairs) for p in _named_passages(key, story.pairs[key][0])]
    used = {o.id: o for o in story.origins.values() if o.articles or any(d.source == o.id for d in derivations)}
    return Traced(
        passages=tuple(passages),
        derivations=tuple(sorted(derivations, key=lambda d: (d.article, d.source, d.how))),
        origins=tuple(sorted(used.values(), key=lambda o: o.id)),
    )


def _story(articles: tuple[Article, ...], pairs: Sequence[tuple[str, str]]) -> _Story:
    outlets: tuple[Outlet, ...] = story_outlets(articles)
    named: dict[str, Sequence[Naming]] = {a.id: namings(a, outlets) for a in articles}
    named = {a.id: [*named[a.id], *unnamed_outlets(a, articles, named)] for a in articles}
    cut = {a.id: units(a.text) for a in articles}
    return _Story(
        articles=articles,
        named=named,
        origins=origins((n.outlet for listed in named.values() for n in listed), articles),
        pairs=_compared(articles, named, pairs, cut),
        cut=cut,
        settings=TraceSettings(),
    )


def _compared(
    articles: tuple[Article, ...],
    named: dict[str, Sequence[Naming]],
    pairs: Sequence[tuple[str, str]],
    cut: dict[str, Units],
) -> dict[tuple[str, str], tuple[Comparison, float]]:
    """The measures of every pair worth comparing, under (earlier, later), with the direction's score."""
    made = {}
    wanted = near_pairs(articles, pairs)
    for a, b in combinations(articles, 2):
        if wanted is not None and (a.id, b.id) not in wanted and (b.id, a.id) not in wanted:
            continue
        score = direction(a, b, named)
        earlier, later = (a, b) if score >= 0 else (b, a)
        pair = compare_texts(cut[earlier.id], cut[later.id], AlignSettings(), TraceSettings())
        made[earlier.id, later.id] = (pair, abs(score))
    return made


def _named_passages(key: tuple[str, str], pair: Comparison) -> list[Passage]:
    return [
        Passage(p.earlier_start, p.earlier_end, p.later_start, p.later_end, p.similarity, earlier=key[0], later=key[1])
        for p in pair.passages
    ]


def _derivations(article: Article, story: _Story) -> list[Derivation]:
    chosen = choose(_options(article, story), story.settings)
    made = [_from_article(article, option, story) for option in chosen]
    parents = {d.source for d in made}
    for name, group in _by_outlet(article, story).items():
        made += [d for d in _from_outlet(article, name, group, chosen, story) if d.source not in parents]
        parents = {d.source for d in made}
    return made


def _options(article: Article, story: _Story) -> list[Option]:
    made = []
    for (earlier, later), (pair, score) in sorted(story.pairs.items()):
        source = story.article(earlier)
        own = bool(article.outlet and source.outlet and same_name(article.outlet, source.outlet)) and not _supplied(source, story)
        if later == article.id and (pair.passages or own):
            naming = _best_naming(source.outlet, story.named[article.id])
            same_byline = bool(set(article.byline) & set(source.byline))
            made.append(Option(source, pair, score, naming, own, same_byline, _siblings(article, source, story)))
    return [o for o in made if o.naming or not _supplied(article, story)]


def _supplied(article: Article, story: _Story) -> bool:
    """Whether the whole text is an agency's whose page is not there: then no other page is its parent."""
    return any(n.role == "supplied" and not story.origins[n.outlet].articles for n in story.named[article.id])


def _best_naming(outlet: str | None, listed: Sequence[Naming]) -> Naming | None:
    fitting = [n for n in listed if outlet and same_name(n.outlet, outlet)]
    return min(fitting, key=lambda n: n.role == "cited") if fitting else None


def _siblings(article: Article, source: Article, story: _Story) -> bool:
    """Whether both have their text, or what they share, from an outlet whose page is not there."""
    theirs = [n for n in story.named[source.id] if not story.origins[n.outlet].articles]
    mine = {story.origins[n.outlet].id for n in story.named[article.id] if not story.origins[n.outlet].articles}
    return any(story.origins[n.outlet].id in mine for n in theirs)


def _from_article(article: Article, option: Option, story: _Story) -> Derivation:
    pair, source = option.pair, option.article
    evidence = [
        Evidence("passage", article.id, (p.later_start, p.later_end), article.text[p.later_start : p.later_end]) for p in pair.passages
    ]
    if option.naming:
        evidence.append(_evidence(article, option.naming))
    if time_lead(source, article) > 0:
        evidence.append(Evidence("time", article.id, None, f"{source.published} before {article.published}"))
    return Derivation(
        article=article.id,
        source=source.id,
        how=follow_up_manner(pair, story.settings) if option.own else manner(pair, story.settings),
        coverage=round(pair.coverage, 4),
        confidence=confidence(option.score),
        evidence=tuple(evidence),
        profile=pair.profile,
    )


def _evidence(article: Article, naming: Naming) -> Evidence:
    return Evidence(naming.kind, article.id, naming.span, naming.text)


def _by_outlet(article: Article, story: _Story) -> dict[str, list[Naming]]:
    grouped: dict[str, list[Naming]] = {}
    for naming in story.named[article.id]:
        grouped.setdefault(story.origins[naming.outlet].name, []).append(naming)
    return grouped


def _from_outlet(article: Article, name: str, group: list[Naming], chosen: Sequence[Option], story: _Story) -> list[Derivation]:
    """The derivation that the namings of one outlet speak of: from its page in the story, or from the ghost."""
    origin = story.origins[name]
    strongest = min(group, key=lambda n: ("supplied", "contributed", "scraped", "informed", "cited").index(n.role))
    if any(o.article.id in origin.articles for o in chosen) or (strongest.role == "cited" and inherited(strongest, chosen, story.named)):
        return []
    evidence = tuple(_evidence(article, n) for n in group)
    page = cited_page(article, [n for n in group if n.span], _pages(article, origin, story), story.settings)
    if page:
        return [Derivation(article.id, page.id, "cited", None, 0.85, evidence)]
    how = _ghost_manner(article, group, story)
    coverage = None if how == "cited" else 1.0 if strongest.role == "supplied" else 0.8
    return [Derivation(article.id, origin.id, how, coverage, 0.9 if strongest.known else 0.75, evidence)]


def _pages(article: Article, origin: Origin, story: _Story) -> list[Article]:
    """The outlet's pages that the article can have cited: those before it, else those not certainly behind it."""
    pages = [a for a in story.articles if a.id in origin.articles and a.id != article.id and time_lead(a, article) > -1]
    return [a for a in pages if time_lead(a, article) >= 0] or pages[:1]


def _ghost_manner(article: Article, group: Sequence[Naming], story: _Story) -> How:
    """From what the article's words say of its debt, and from a copy of the same ghost in the story where there is one."""
    roles = {n.role for n in group}
    if roles == {"cited"}:
        return "cited"
    dated = any(n.kind == "byline" for n in group)
    if "supplied" in roles and (dated or not article.byline):
        return "verbatim"
    if "informed" in roles and _supplied(article, story):
        return "cited"
    copy = _likest_copy(group[0], article, story)
    if copy is not None:
        return manner(copy, story.settings)
    if roles & {"supplied", "contributed"}:
        return "light-edit"
    return "spun" if "scraped" in roles else "reworded"


def _likest_copy(naming: Naming, article: Article, story: _Story) -> Comparison | None:
    """The measures against the likest page of the story that has its whole text from the same ghost."""
    ghost = story.origins[naming.outlet].id
    supplied = [
        a.id
        for a in story.articles
        if a.id != article.id and any(story.origins[n.outlet].id == ghost and n.role == "supplied" for n in story.named[a.id])
    ]
    copies = (compare_texts(story.cut[c], story.cut[article.id], AlignSettings(), story.settings) for c in supplied[:_COPIES])
    return max(copies, key=lambda pair: pair.cosine, default=None)
