"""The origin of each statement: the first point in the chain that could know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from retold.text.likeness import Meaning, likeness, meaning
from retold.text.names import NameMention, resolve_names
from retold.text.outlets import by_name, mentions, same_name
from retold.text.relays import relays
from retold.types import Article, SourceKind, Span, Statement, Traced
from retold.weigh.described import Introductions, bearer, introductions
from retold.weigh.lineage import Lineage
from retold.weigh.registry import Registry
from retold.weigh.settings import Settings


@dataclass(frozen=True, slots=True)
class Sources:
    """What finding an origin needs: the story's statements by article, its names resolved, its lineage and its outlets."""

    lineage: Lineage
    statements: dict[str, tuple[Statement, ...]]
    names: dict[str, str]
    kinds: dict[str, SourceKind]
    registry: Registry
    settings: Settings
    posts: Introductions
    told: dict[tuple[str, str], str]


def origins(statements: Sequence[Statement], traced: Traced, lineage: Lineage, settings: Settings) -> tuple[dict[str, str], Registry]:
    """The origin's id for each statement's id, and the registry with the origins that were added."""
    sources = gather(statements, traced, lineage, settings)
    found: dict[str, str] = {}
    for statement in statements:
        chain = way_back(statement, sources, found)
        identity = found.get(chain[-1].id) or by_kind(chain[-1], sources)
        found.update((one.id, identity) for one in chain)
    return found, sources.registry


def gather(statements: Sequence[Statement], traced: Traced, lineage: Lineage, settings: Settings) -> Sources:
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    names = resolved(statements)
    people = sorted({names[one.speaker] for one in statements if one.source_kind == "named" and one.speaker})
    return Sources(
        lineage,
        {key: tuple(value) for key, value in by_article.items()},
        names,
        kinds(statements, names),
        Registry(traced.origins, lineage.articles.values()),
        settings,
        introductions(people, [article.text for article in lineage.articles.values()]),
        outlets_told(statements),
    )


def way_back(statement: Statement, sources: Sources, known: Container[str] = ()) -> list[Statement]:
    """The statement, the one that it was copied from, and so on back, up to one that is known or was copied from no other."""
    chain = [statement]
    seen = {statement.id}
    while chain[-1].id not in known:
        told_first = source_statement(chain[-1], sources)
        if told_first is None or told_first.id in seen:
            break
        chain.append(told_first)
        seen.add(told_first.id)
    return chain


def resolved(statements: Sequence[Statement]) -> dict[str, str]:
    """The canonical name for each speaker's name, over the story."""
    named = [statement for statement in statements if statement.speaker and statement.source_kind in ("named", "organisation")]
    found = resolve_names([NameMention(statement.speaker or "", statement.article) for statement in named])
    chosen: dict[str, str] = {}
    for mention in sorted(found, key=lambda one: (one.name, one.article)):
        chosen.setdefault(mention.name, found[mention].canonical)
    return chosen


def kinds(statements: Sequence[Statement], names: Mapping[str, str]) -> dict[str, SourceKind]:
    """What most statements take each canonical name for: a person or an organisation."""
    votes: dict[str, Counter[SourceKind]] = defaultdict(Counter)
    for statement in statements:
        if statement.speaker in names:
            votes[names[statement.speaker or ""]][statement.source_kind] += 1
    return {name: min(counts, key=lambda kind: (-counts[kind], kind)) for name, counts in votes.items()}


def outlets_told(statements: Sequence[Statement]) -> dict[tuple[str, str], str]:
    """The outlet that an article says a source told, for what the same source says elsewhere in the article."""
    found: dict[tuple[str, str], str] = {}
    for statement in statements:
        if statement.via and statement.speaker:
            found.setdefault((statement.article, statement.speaker), statement.via)
    return found


def source_statement(statement: Statement, sources: Sources) -> Statement | None:
    """The same statement in the article that this one was copied from, if it is there: at the place that its passage tells, else anywhere."""
    span = hull(statement.content)
    if span is None:
        return None
    hop = sources.lineage.back(statement.article, span, frozenset((statement.article,)), sources.settings.passage_share)
    if hop is not None and hop.source_span is not None:
        placed = [
            one
            for one in sources.statements.get(hop.source, ())
            if (place := hull(one.content)) is not None and near(place, hop.source_span)
        ]
        return likest(statement, placed, sources, sources.settings.same_at_place)
    parents = [one.source for one in sources.lineage.derivations.get(statement.article, ()) if one.how != "cited"]
    anywhere = [one for parent in parents for one in sources.statements.get(parent, ())]
    return likest(statement, anywhere, sources, sources.settings.same_anywhere)


def likest(statement: Statement, others: Sequence[Statement], sources: Sources, least: float) -> Statement | None:
    """The one whose words say most nearly the same; another speaker's figures must agree."""
    said = content_meaning(statement, sources)
    scored = []
    for other in others:
        found = likeness(said, content_meaning(other, sources))
        if not (found.numbers_differ and other.speaker != statement.speaker):
            scored.append((max(found.score, 0.9 * found.forward), other.id, other))
    best = max(scored, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] >= least else None


def content_meaning(statement: Statement, sources: Sources) -> Meaning:
    start, end = hull(statement.content) or (0, 0)
    return meaning(sources.lineage.articles[statement.article].text[start:end])


def near(place: Span, mapped: Span, slack: int = 200) -> bool:
    return place[0] < mapped[1] + slack and mapped[0] - slack < place[1]


def hull(content: Sequence[Span]) -> Span | None:
    return (min(start for start, _ in content), max(end for _, end in content)) if content else None


def by_kind(statement: Statement, sources: Sources) -> str:
    speaker = statement.speaker or ""
    name = sources.names.get(speaker, speaker)
    if statement.source_kind == "document" and name:
        return sources.registry.add("document", name)
    if statement.source_kind not in ("named", "organisation") or not name:
        return told_to(statement, sources)
    if sources.kinds.get(name, statement.source_kind) == "named":
        return sources.registry.add("person", name)
    outlet = outlet_in(name, sources)
    return sources.registry.outlet(outlet) if outlet else sources.registry.add("organisation", name)


def outlet_in(name: str, sources: Sources) -> str | None:
    """The outlet that a name is, or ends with ("South Korea's Chosun Ilbo"); None where it is another kind of body."""
    if by_name(name) is not None or sources.registry.outlet_like(name) is not None:
        return name
    named = [mention for mention in mentions(name) if mention.known and not mention.plain and mention.end == len(name)]
    return named[0].name if named else None


def told_to(statement: Statement, sources: Sources) -> str:
    """The outlet that an unnamed source spoke to; for one named by post, the person who holds it.

    A copier's own name in the place of the true outlet's is seen through.
    """
    person = bearer(statement.speaker or "", sources.posts)
    if person is not None:
        return sources.registry.add("person", person)
    own = sources.lineage.articles[statement.article].outlet if statement.article in sources.lineage.articles else None
    via = statement.via or sources.told.get((statement.article, statement.speaker or "")) or cited_beside(statement, sources.lineage)
    if via and not (own and same_name(via, own)):
        return sources.registry.outlet(via)
    return first_outlet(statement.article, hull(statement.content) or (0, 1), sources)


def cited_beside(statement: Statement, lineage: Lineage) -> str | None:
    """The outlet that the paragraph of a statement cites, where it cites one alone."""
    article, span = lineage.articles.get(statement.article), hull(statement.content)
    if article is None or span is None:
        return None
    start, end = article.text.rfind("\n\n", 0, span[0]) + 1, article.text.find("\n\n", span[1])
    inside = [relay.outlet for relay in relays(article.text[start : end if end >= 0 else len(article.text)]) if relay.known]
    return inside[0] if inside and all(same_name(one, inside[0]) for one in inside) else None


def first_outlet(article: str, span: Span, sources: Sources) -> str:
    """The outlet that had the words first, walking back from an article."""
    steps = sources.lineage.trail(article, span, sources.settings.passage_share)
    last = steps[-1].source if steps else article
    return own_outlet(sources.lineage.articles[last], sources.registry) if last in sources.lineage.articles else last


def own_outlet(article: Article, registry: Registry) -> str:
    return registry.outlet(article.outlet) if article.outlet else registry.nameless(article)
