"""What is known of a story's articles before derivations are decided: what each names, and how each pair compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from retold.trace.boilerplate import blanked
from retold.trace.candidates import near_pairs
from retold.trace.comparison import Comparison, compare_texts
from retold.trace.direction import Signs, direction, signs
from retold.trace.doubt import against_the_dates
from retold.trace.ghosts import origins, story_outlets
from retold.trace.naming import Naming, Role
from retold.trace.namings import cites_itself, is_own, namings, without_own_name
from retold.trace.order import time_key, time_lead
from retold.trace.settings import AlignSettings, TraceSettings
from retold.trace.units import Units, units
from retold.trace.unnamed import unnamed_outlets
from retold.types import Article, Origin

_FEW = 6  # pages of one outlet in a big story that are compared with whoever names the outlet


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair in the order that the direction's score tells."""

    earlier: str
    later: str
    pair: Comparison
    score: float


@dataclass(frozen=True, slots=True)
class Facts:
    """A story's articles by id, in order of time; the outlets each names; the compared pairs by the later one's id.

    `followers`: the later articles of the pairs by the earlier one's id.
    `carriers`: by the id of an outlet without a page, the one page that has its whole text and stands for it; of several, none does.
    `follow_ups`: articles that point to an earlier report of their own outlet.
    """

    articles: dict[str, Article]
    named: dict[str, Sequence[Naming]]
    origins: dict[str, Origin]
    compared: dict[str, list[Compared]]
    followers: dict[str, list[str]]
    carriers: dict[str, str]
    follow_ups: frozenset[str]
    cut: dict[str, Units]
    settings: TraceSettings
    align_settings: AlignSettings

    def ghosts(self, article: str, *roles: Role) -> set[str]:
        """Ids of the outlets without a page in the story that the article names, in these roles or in any."""
        listed = [n for n in self.named[article] if not roles or n.role in roles]
        return {self.origins[n.outlet].id for n in listed if not self.origins[n.outlet].articles}

    def suppliers(self, article: str) -> list[str]:
        """Ids of the outlets that the article's whole text comes from, by its own word."""
        return sorted({self.origins[n.outlet].id for n in self.named[article] if n.role == "supplied"})

    def origin_of(self, id_: str) -> Origin:
        return next(o for o in self.origins.values() if o.id == id_)

    def compare(self, earlier: str, later: str) -> Comparison:
        return compare_texts(self.cut[earlier], self.cut[later], self.align_settings, self.settings)


def gather(articles: Sequence[Article], pairs: Sequence[tuple[str, str]], *, only_pairs: bool = False) -> Facts:
    """Reads every article once, and compares the pairs worth comparing: all of a small story's, else those that share text or are named.

    With `only_pairs`, no others than those given, as where the articles are no story.
    """
    ordered = sorted(articles, key=time_key)
    outlets = story_outlets(ordered)
    texts = blanked(ordered)
    cut = {text: units(text) for text in dict.fromkeys(texts.values())}
    listed = {a.id: namings(a, outlets) for a in ordered}
    shared = Counter(outlet for found in listed.values() for outlet in {n.outlet for n in found})
    named: dict[str, Sequence[Naming]] = {a.id: without_own_name(a, listed[a.id], shared) for a in ordered}
    named = {a.id: [*named[a.id], *unnamed_outlets(a, ordered, named)] for a in ordered}
    found = origins((n.outlet for listed in named.values() for n in listed), ordered)
    facts = Facts(
        articles={a.id: a for a in ordered},
        named=named,
        origins=found,
        compared={},
        followers={},
        carriers=_carriers(named, found),
        follow_ups=frozenset(a.id for a in ordered if cites_itself(a, listed[a.id])),
        cut={id_: cut[text] for id_, text in texts.items()},
        settings=TraceSettings(),
        align_settings=AlignSettings(),
    )
    for pair in _compared(facts, _in_order(facts, pairs) if only_pairs else _wanted(facts, pairs)):
        facts.compared.setdefault(pair.later, []).append(pair)
        if pair.pair.passages:
            facts.followers.setdefault(pair.earlier, []).append(pair.later)
    return facts


def _carriers(named: dict[str, Sequence[Naming]], found: dict[str, Origin]) -> dict[str, str]:
    pages: dict[str, dict[str, bool]] = {}
    for id_, listed in named.items():
        for naming in listed:
            origin = found[naming.outlet]
            if naming.role == "supplied" and not origin.articles:
                dated = pages.setdefault(origin.id, {})
                dated[id_] = dated.get(id_, False) or naming.kind == "byline"
    return {origin: next(iter(dated)) for origin, dated in pages.items() if len(dated) == 1 and all(dated.values())}


def _compared(facts: Facts, wanted: Sequence[tuple[str, str]]) -> list[Compared]:
    seen: dict[tuple[str, str], Comparison] = {}
    shown: dict[str, Signs] = {a.id: signs(a, facts.named[a.id]) for a in facts.articles.values()}
    made = []
    for one, other in wanted:
        score = direction(shown[one], shown[other])
        earlier, later = (one, other) if score >= 0 else (other, one)
        texts = facts.cut[earlier].text, facts.cut[later].text
        if texts not in seen:
            seen[texts] = facts.compare(earlier, later)
        made.append(_doubted(facts, shown, Compared(earlier, later, seen[texts], abs(score))))
    return made


def _doubted(facts: Facts, shown: dict[str, Signs], found: Compared) -> Compared:
    """The pair the other way round where the words speak against the dates that set its order."""
    first, second = shown[found.earlier], shown[found.later]
    if time_lead(first.article, second.article) < 1 or not found.pair.passages or is_own(first.article, second.article.outlet or ""):
        return found
    score = against_the_dates(first, second, found.pair, lambda: facts.compare(found.later, found.earlier), facts.settings)
    return Compared(found.later, found.earlier, facts.compare(found.later, found.earlier), score) if score else found


def _wanted(facts: Facts, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of ids to compare, each in order of time."""
    near = near_pairs(list(facts.articles.values()), pairs)
    if near is None:
        return list(combinations(facts.articles, 2))
    for id_, listed in facts.named.items():
        pages = {p for n in listed for p in facts.origins[n.outlet].articles if len(facts.origins[n.outlet].articles) <= _FEW}
        near |= {(page, id_) for page in pages if page != id_}
    return _in_order(facts, near)


def _in_order(facts: Facts, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Each pair in order of time, once, and the pairs in order."""
    place = {id_: n for n, id_ in enumerate(facts.articles)}
    return sorted({(a, b) if place[a] < place[b] else (b, a) for a, b in pairs}, key=lambda p: (place[p[0]], place[p[1]]))
