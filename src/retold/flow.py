"""The steps, their order and their grain, and nothing else.

    read -> clean, attribute      a page at a time
         -> group, candidate pairs   over the collection
         -> trace, resolve, weigh, compare   a story at a time

Every function here is pure; engines decide where it runs and the store decides what is kept.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.attribute import resolve, statements
from retold.clean import clean
from retold.compare import compare
from retold.group import GroupIndex, apply_decisions, carry_ids, group
from retold.trace import candidate_pairs, trace_across
from retold.trace import trace_story as trace_articles
from retold.types import Article, Decision, Dropped, Findings, Ledger, Origin, Page, Reading, Statement, Story, Weighed
from retold.weigh import weigh

Pairs = tuple[tuple[str, str], ...]
Grouper = Callable[[Sequence[Article]], list[Story]]


@dataclass(frozen=True, slots=True)
class StoryTask:
    """All that the steps of one story need."""

    story: Story
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    pairs: Pairs = ()


def digest_of(page: Page) -> str:
    """The same page, wherever it lies: its URL and its content."""
    content = page.content if isinstance(page.content, bytes) else page.content.encode("utf-8", "surrogatepass")
    return hashlib.blake2b((page.url or "").encode() + b"\0" + content, digest_size=12).hexdigest()


def read_page(page: Page) -> Reading:
    """Grain: a page. Clean it and list who says what in it."""
    cleaned = clean(page)
    if isinstance(cleaned, Dropped):
        return Reading(page.path, digest_of(page), reason=cleaned.reason)
    return Reading(page.path, digest_of(page), cleaned, tuple(statements(cleaned)))


def one_reading_an_article(readings: Iterable[Reading]) -> list[Reading]:
    """Pages that give the very same article count once, under the first path; the others are dropped with that as their reason.

    A page seen again with other surroundings and the same article is that article still, as it was first fetched.
    """
    first: dict[str, str] = {}
    kept = []
    for reading in sorted(readings, key=lambda r: (r.page, r.article.fetched or "" if r.article else "", r.digest)):
        if reading.article is None:
            kept.append(reading)
        elif reading.article.id in first:
            if first[reading.article.id] != reading.page:
                kept.append(Reading(reading.page, reading.digest, reason=f"the same page as {first[reading.article.id]}"))
        else:
            first[reading.article.id] = reading.page
            kept.append(reading)
    return kept


def group_stories(
    readings: Sequence[Reading], decisions: Sequence[Decision] = (), before: Sequence[Story] = (), grouper: Grouper | None = None
) -> list[Story]:
    """Grain: the collection. Put articles about one event together, and then as people decided; stories there were before keep their ids.

    A `grouper` that remembers what it was given (`growing`) does only what is new, and ends in the same stories.
    """
    titles = {r.article.id: r.article.title for r in readings if r.article}
    grouped = (grouper or group)([r.article for r in readings if r.article])
    decided = [retitled(story, titles) for story in apply_decisions(grouped, decisions)] if decisions else grouped
    return carry_ids(before, decided)


def growing() -> Grouper:
    """Groups a collection that only grows: each time it is given all of it, and redoes what the new articles touch."""
    index = GroupIndex()

    def regrouped(articles: Sequence[Article]) -> list[Story]:
        index.add(articles)
        return list(index.stories)

    return regrouped


def retitled(story: Story, titles: Mapping[str, str | None]) -> Story:
    """A story that people made bears the title of a page that is in it."""
    own = [title for article in story.articles if (title := titles.get(article))]
    return story if not own or story.title in own else replace(story, title=own[0])


def shared_wording(readings: Sequence[Reading], stories: Sequence[Story]) -> tuple[Mapping[str, Pairs], Pairs]:
    """Grain: the collection. Pairs of articles that share wording: by story, and those of two different stories."""
    story_of = {article: story.id for story in stories for article in story.articles}
    within: dict[str, list[tuple[str, str]]] = defaultdict(list)
    across: list[tuple[str, str]] = []
    for one, other in candidate_pairs([r.article for r in readings if r.article]):
        (within[story_of[one]] if story_of[one] == story_of[other] else across).append((one, other))
    return {story: tuple(pairs) for story, pairs in within.items()}, tuple(across)


def story_tasks(readings: Sequence[Reading], stories: Sequence[Story], pairs: Mapping[str, Pairs]) -> list[StoryTask]:
    """Hand each story its articles, their statements, and the pairs that share wording."""
    by_id = {r.article.id: r for r in readings if r.article}
    tasks = []
    for story in stories:
        members = [by_id[article] for article in story.articles]
        articles = tuple(r.article for r in members if r.article)
        said = tuple(s for r in members for s in r.statements)
        tasks.append(StoryTask(story, articles, said, pairs.get(story.id, ())))
    return tasks


def trace_copies_across(readings: Sequence[Reading], pairs: Pairs) -> Findings:
    """Copies between articles of different stories: background that was taken over, a page that tells of two events."""
    return Findings("", trace_across([r.article for r in readings if r.article], pairs)) if pairs else Findings("")


def trace_story(task: StoryTask) -> Findings:
    """Grain: a story. Who copied whom, and no further."""
    return Findings(task.story.id, trace_articles(task.articles, task.pairs), Weighed(statements=task.statements))


def work_out_story(task: StoryTask) -> Findings:
    """Grain: a story. Who copied whom, who said what, how many origins, what changed."""
    traced = trace_articles(task.articles, task.pairs)
    resolved = resolve(task.articles, task.statements)
    weighed = weigh(task.story, task.articles, resolved, traced)
    changes = compare(task.articles, traced, weighed.statements, weighed.claims)
    return Findings(task.story.id, traced, weighed, changes)


def assemble(readings: Sequence[Reading], stories: Sequence[Story], findings: Iterable[Findings]) -> Ledger:
    """Everything in the ledger's fixed order, whatever the order of the work."""
    found = sorted(findings, key=lambda f: f.story)
    return Ledger(
        articles=tuple(sorted((r.article for r in readings if r.article), key=lambda a: (a.page, a.id))),
        dropped=tuple(sorted((Dropped(r.page, r.reason) for r in readings if r.reason), key=lambda d: (d.page, d.reason))),
        stories=tuple(sorted(stories, key=lambda s: s.id)),
        origins=tuple(merge_origins(o for f in found for o in referred_origins(f))),
        passages=tuple(
            sorted((p for f in found for p in f.traced.passages), key=lambda p: (p.later, p.earlier, p.later_start, p.earlier_start))
        ),
        derivations=tuple(sorted((d for f in found for d in f.traced.derivations), key=lambda d: (d.article, d.source))),
        statements=tuple(sorted((s for f in found for s in f.weighed.statements), key=lambda s: (s.article, s.content, s.id))),
        claims=tuple(sorted((c for f in found for c in f.weighed.claims), key=lambda c: (c.story, -len(c.support), c.id))),
        changes=tuple(sorted((c for f in found for c in f.changes), key=lambda c: (c.later, c.earlier, c.after, c.id))),
    )


def merge_origins(origins: Iterable[Origin]) -> list[Origin]:
    """One origin an id: a ghost of one story may have its page in another."""
    merged: dict[str, Origin] = {}
    for origin in sorted(origins, key=lambda o: (o.id, o.name, o.kind)):
        known = merged.get(origin.id)
        articles = set(origin.articles) | set(known.articles if known else ())
        merged[origin.id] = replace(known or origin, articles=tuple(sorted(articles)))
    return [merged[key] for key in sorted(merged)]


def referred_origins(found: Findings) -> list[Origin]:
    """The origins that something of this story rests on, or that have an article in it."""
    referred = {d.source for d in found.traced.derivations} | {s.origin for s in found.weighed.statements}
    referred |= {origin for claim in found.weighed.claims for origin in claim.origins}
    return [o for o in (*found.traced.origins, *found.weighed.origins) if o.articles or o.id in referred]
