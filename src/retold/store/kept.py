"""What an earlier run found, story by story, so that a later run works out only what has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from retold.types import Findings, Ledger, Origin, Traced, Weighed

Record = TypeVar("Record")


def findings_by_story(ledger: Ledger) -> Mapping[str, Findings]:
    """The reverse of `flow.assemble`: story id to findings. What links two stories belongs to neither, and is found anew in every run."""
    story_of = {article: story.id for story in ledger.stories for article in story.articles}
    within = [p for p in ledger.passages if story_of[p.earlier] == story_of[p.later]]
    passages = by_story(within, lambda p: story_of[p.later])
    own = [d for d in ledger.derivations if story_of.get(d.source, story_of[d.article]) == story_of[d.article]]
    derivations = by_story(own, lambda d: story_of[d.article])
    statements = by_story(ledger.statements, lambda s: story_of[s.article])
    claims = by_story(ledger.claims, lambda c: c.story)
    changes = by_story(ledger.changes, lambda c: story_of[c.later])
    referring = origins_by_story(ledger, story_of)
    return {
        story.id: Findings(
            story.id,
            Traced(passages[story.id], derivations[story.id], referring[story.id]),
            Weighed(claims[story.id], statements[story.id]),
            changes[story.id],
        )
        for story in ledger.stories
    }


def by_story(records: Iterable[Record], story_of: Callable[[Record], str]) -> defaultdict[str, tuple[Record, ...]]:
    lists: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        lists[story_of(record)].append(record)
    return defaultdict(tuple, {story: tuple(listed) for story, listed in lists.items()})


def origins_by_story(ledger: Ledger, story_of: Mapping[str, str]) -> defaultdict[str, tuple[Origin, ...]]:
    """Each origin, with the articles it has in that story, under every story that refers to it."""
    stories_of: dict[str, set[str]] = defaultdict(set)
    for derivation in ledger.derivations:
        stories_of[derivation.source].add(story_of[derivation.article])
    for statement in ledger.statements:
        stories_of[statement.origin or ""].add(story_of[statement.article])
    for claim in ledger.claims:
        for origin_id in claim.origins:
            stories_of[origin_id].add(claim.story)
    found: dict[str, list[Origin]] = defaultdict(list)
    for origin in ledger.origins:
        for story in sorted(stories_of[origin.id] | {story_of[a] for a in origin.articles}):
            found[story].append(replace(origin, articles=tuple(a for a in origin.articles if story_of[a] == story)))
    return defaultdict(tuple, {story: tuple(listed) for story, listed in found.items()})
