"""The tree of tellings: articles and ghosts, each under the one it was mostly made from, and who told it first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.show.contexts import UNKNOWN, EvidenceLine, FirstTeller, Telling, TellingEdge, TimelineEntry, TreeNode
from retold.show.moments import day_of, time_of, when_of, written_out
from retold.show.parts import StoryParts
from retold.show.phrases import EVIDENCE_PHRASES, HOW_PHRASES, SLIGHT_PHRASE, certainty, doubt, listed, share_of_words
from retold.show.slight import is_slight
from retold.types import Article, Derivation, Evidence

MOST_EVIDENCE = 6  # lines shown for an edge: more say the same again
DEEPEST = 60  # links of a chain drawn under one another: no story comes near, and a page cannot indent further


@dataclass(frozen=True, slots=True)
class Tree:
    """All tellings of a story, those that hang under no other with what hangs under them, and who told it first."""

    tellings: tuple[Telling, ...]
    roots: tuple[TreeNode, ...]
    first: FirstTeller


def telling_tree(parts: StoryParts, altered: Mapping[str, str] | None = None) -> Tree:
    """Who told it from whom. Each article hangs under its strongest source; its other sources are listed with it.

    `altered`: for each article where changes stand first, a remark on them.
    """
    edges: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in parts.derivations:
        edges[derivation.article].append(derivation)
    chosen = _choose_parents(parts, edges)
    bare = {node: _telling(parts, node, chosen.get(node), edges[node]) for node in _nodes(parts)}
    stamped = stamps(parts)
    tellings = {
        node: replace(telling, altered=(altered or {}).get(node, ""), when=_when(*stamped[node]) if node in stamped else telling.when)
        for node, telling in bare.items()
    }
    children: dict[str, list[str]] = defaultdict(list)
    for node, derivation in chosen.items():
        children[derivation.source].append(node)
    earliest = _earliest(tellings, children)
    roots = sorted((node for node in tellings if node not in chosen and _stands(tellings[node], children)), key=lambda n: earliest[n])
    return Tree(
        tellings=tuple(tellings.values()),
        roots=tuple(_grown(node, tellings, children, earliest) for node in roots),
        first=_first_teller(parts, tellings, roots, children, earliest),
    )


def timeline(tellings: Iterable[Telling], parts: StoryParts) -> tuple[TimelineEntry, ...]:
    """The articles in order of time, each day named once; undated ones last."""
    entries = []
    shown = ""
    stamped = stamps(parts)
    for telling in sorted((each for each in tellings if each.kind == "article"), key=lambda each: parts.numbers[each.id]):
        stamp, seen = stamped[telling.id]
        day, time = day_of(stamp), time_of(stamp)
        entries.append(TimelineEntry("" if day == shown else day, f"seen {time}" if seen and time else time, telling))
        shown = day
    return tuple(entries)


def stamps(parts: StoryParts) -> dict[str, tuple[str | None, bool]]:
    """When each article came, and whether that is only when its page was seen: two versions of one page may give the same date."""
    versions: dict[str, list[Article]] = defaultdict(list)
    for article in parts.articles.values():
        if article.url:
            versions[article.url].append(article)
    return {article.id: _stamp(article, versions[article.url] if article.url else [article]) for article in parts.articles.values()}


def _stamp(article: Article, versions: Sequence[Article]) -> tuple[str | None, bool]:
    given = {each.updated or each.published for each in versions}
    if len(versions) == 1:
        return article.published, False
    if len(given) > 1 or article.fetched is None:
        return article.updated or article.published, False
    return article.fetched, True


def edge(parts: StoryParts, derivation: Derivation) -> TellingEdge:
    name = parts.name(derivation.source)
    slight = is_slight(derivation)
    return TellingEdge(
        source=derivation.source,
        article=derivation.article,
        source_name=name,
        how=derivation.how,
        phrase=f"{_version_words(parts, derivation)}{SLIGHT_PHRASE if slight else HOW_PHRASES[derivation.how]} {name}",
        share="" if derivation.how == "cited" else share_of_words(derivation.coverage),
        certainty=certainty(0.0 if slight else derivation.confidence),
        doubt=doubt(0.0 if slight else derivation.confidence),
        coverage=derivation.coverage,
        evidence=(*_profile_line(parts, derivation), *_evidence_lines(parts, derivation)),
        slight=slight,
    )


def _version_words(parts: StoryParts, derivation: Derivation) -> str:
    """Said of two articles that are one page, read at two times."""
    earlier, later = parts.articles.get(derivation.source), parts.articles.get(derivation.article)
    same = earlier is not None and later is not None and later.url is not None and earlier.url == later.url
    return "a later version of the same page, " if same else ""


def also_words(edges: Sequence[TellingEdge]) -> str:
    """Several sources in one phrase: "cites A and B; reworded from C"."""
    names: dict[str, list[str]] = defaultdict(list)
    for each in edges:
        names[SLIGHT_PHRASE if each.slight else HOW_PHRASES[each.how]].append(each.source_name)
    return "; ".join(f"{how} {listed(found, most=4)}" for how, found in names.items())


def strongest_first(derivations: Iterable[Derivation]) -> list[Derivation]:
    """What was copied before what is only cited, then by share of the words, then by confidence."""
    return sorted(derivations, key=lambda each: (each.how == "cited", -(each.coverage or 0.0), -each.confidence, each.source))


def _profile_line(parts: StoryParts, derivation: Derivation) -> tuple[EvidenceLine, ...]:
    """What became of the words, in shares: the reason for calling it a copy, a rewording or a summary."""
    profile = derivation.profile
    if profile is None or derivation.coverage is None:
        return ()
    shares = {"kept": profile.kept, "swapped": profile.swapped, "added": profile.inserted, "moved": profile.moved}
    told = [f"{share:.0%} {name}" for name, share in shares.items() if share >= 0.005]
    left_out = f"; {profile.dropped:.0%} of the earlier left out" if profile.dropped >= 0.005 else ""
    return (EvidenceLine("what became of the words", f"{', '.join(told)}{left_out}", parts.name(derivation.article), ""),)


def _evidence_lines(parts: StoryParts, derivation: Derivation) -> tuple[EvidenceLine, ...]:
    lines = [_evidence_line(parts, evidence) for evidence in derivation.evidence]
    # Words that name the source tell a reader more than the passages, of which there may be dozens, or than the dates.
    last = (EVIDENCE_PHRASES["passage"], EVIDENCE_PHRASES["time"])
    lines.sort(key=lambda line: last.index(line.sort) if line.sort in last else -1)
    first = {(line.sort, line.text): line for line in reversed(lines)}
    return tuple(line for line in dict.fromkeys(lines) if first[line.sort, line.text] is line)[:MOST_EVIDENCE]


def _evidence_line(parts: StoryParts, evidence: Evidence) -> EvidenceLine:
    return EvidenceLine(
        sort=EVIDENCE_PHRASES[evidence.kind],
        text=written_out(evidence.text) if evidence.kind == "time" else f"“{' '.join(evidence.text.split())}”",
        where=parts.name(evidence.article),
        target=parts.place(evidence.article, evidence.span),
    )


def _nodes(parts: StoryParts) -> list[str]:
    """Articles in order of time, then ghosts in the order in which they are first named."""
    return list(dict.fromkeys([*parts.articles, *(derivation.source for derivation in parts.derivations)]))


def _choose_parents(parts: StoryParts, edges: Mapping[str, Sequence[Derivation]]) -> dict[str, Derivation]:
    """The strongest edge of each article that closes no circle; of sources that are only cited, the one that most tellings come from."""
    drawn_on = Counter(derivation.source for derivation in parts.derivations)
    chosen: dict[str, Derivation] = {}
    for article in parts.articles:
        strongest = strongest_first(edges.get(article, ()))
        strongest.sort(key=lambda each: (each.how == "cited", -drawn_on[each.source] if each.how == "cited" else 0))
        for derivation in strongest:
            if _may_hang(article, derivation.source, chosen):
                chosen[article] = derivation
                break
    return chosen


def _may_hang(article: str, source: str, chosen: Mapping[str, Derivation]) -> bool:
    depth = 0
    while source != article:
        if source not in chosen:
            return True
        source = chosen[source].source
        depth += 1
        if depth > DEEPEST:
            return False
    return False


def _telling(parts: StoryParts, node: str, parent: Derivation | None, edges: Sequence[Derivation]) -> Telling:
    article = parts.articles.get(node)
    also = tuple(edge(parts, each) for each in strongest_first(edges) if each is not parent)
    if article is None:
        return Telling(node, "ghost", parts.name(node), "", UNKNOWN, None, "", None, (), "its own page is not here")
    return Telling(
        id=node,
        kind="article",
        name=parts.name(node),
        title=article.title or "",
        when=UNKNOWN,
        moment=parts.moments[node],
        anchor=parts.anchor(node),
        parent=edge(parts, parent) if parent else None,
        also=also,
        note="" if edges else "no source found among these pages",
    )


def _when(stamp: str | None, seen: bool) -> str:
    return f"seen {when_of(stamp)}" if seen else when_of(stamp)


def _stands(telling: Telling, children: Mapping[str, Sequence[str]]) -> bool:
    """A ghost under which nothing hangs is told of in the lines of those that cite it."""
    return telling.kind == "article" or bool(children.get(telling.id))


Place = tuple[float, int, str]


def _earliest(tellings: Mapping[str, Telling], children: Mapping[str, Sequence[str]]) -> dict[str, Place]:
    """The place of each node in the order of time: an undated one stands where its earliest retelling does, bigger families first."""
    places: dict[str, Place] = {}
    for root in tellings:
        stack = [root]
        while stack:
            node = stack[-1]
            missing = [child for child in children.get(node, ()) if child not in places]
            if node in places or not missing:
                stack.pop()
                places.setdefault(node, _place(tellings[node], [places[child] for child in children.get(node, ())]))
            else:
                stack.extend(missing)
    return places


def _place(telling: Telling, below: Sequence[Place]) -> Place:
    at = telling.moment if telling.moment is not None else min((place[0] for place in below), default=float("inf"))
    return (at, -1 + sum(place[1] for place in below), telling.name)


def _grown(node: str, tellings: Mapping[str, Telling], children: Mapping[str, Sequence[str]], places: Mapping[str, Place]) -> TreeNode:
    below = sorted(children.get(node, ()), key=lambda child: places[child])
    return TreeNode(tellings[node], tuple(_grown(child, tellings, children, places) for child in below))


def _first_teller(
    parts: StoryParts,
    tellings: Mapping[str, Telling],
    roots: Sequence[str],
    children: Mapping[str, Sequence[str]],
    places: Mapping[str, Place],
) -> FirstTeller:
    if not roots:
        return FirstTeller(UNKNOWN, UNKNOWN, ghost=False, sentence="Who told it first is unknown.")
    first = roots[0]
    if tellings[first].kind == "ghost" and not any(each.source == first and each.how != "cited" for each in parts.derivations):
        first = min(children[first], key=lambda child: places[child])
    telling = tellings[first]
    if telling.kind == "ghost":
        when = _before(parts, places[first])
        return FirstTeller(telling.name, when, ghost=True, sentence=f"{telling.name} told it first; its own page is not among these.")
    cited = listed([each.source_name for each in (telling.parent, *telling.also) if each is not None and each.how == "cited"], most=3)
    on = f" on {telling.when}" if telling.moment is not None else ""
    told = "told it first" if len(parts.articles) > 1 else "tells it"
    doubt = "" if telling.moment is not None else ", as far as the undated pages show"
    sentence = f"{telling.name} {told} among these pages{on}{doubt}{f', citing {cited}' if cited else ''}."
    return FirstTeller(telling.name, telling.when, ghost=False, sentence=sentence)


def _before(parts: StoryParts, place: Place) -> str:
    at = next((article for article in parts.articles.values() if parts.moments[article.id] == place[0]), None)
    return f"before {when_of(at.published)}" if at else UNKNOWN
