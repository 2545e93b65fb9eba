"""Weigh a story: its claims, who supports and who denies them, and how many independent origins stand behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.types import Article, Statement, Story, Traced, Weighed
from retold.weigh.claims import make_claims
from retold.weigh.grouping import groups
from retold.weigh.lineage import lineage
from retold.weigh.origins import origins
from retold.weigh.pairing import comparison
from retold.weigh.settings import DEFAULT
from retold.weigh.tellings import pieces, rarity


def weigh(story: Story, articles: Sequence[Article], statements: Sequence[Statement], traced: Traced) -> Weighed:
    """Claims, the statements with their origins filled, and the origins that tracing did not know. Every span indexes its article's text."""
    ordered = sorted(statements, key=lambda one: (one.article, one.content, one.id))
    ways = lineage(articles, traced)
    found, registry = origins(ordered, traced, ways, DEFAULT)
    cut = pieces(articles, ordered)
    ready = comparison(cut, rarity(cut, DEFAULT), ways, DEFAULT)
    claims = make_claims(story, groups(cut, found, ready), found, registry, ready)
    filled = tuple(replace(statement, origin=found.get(statement.id)) for statement in statements)
    return Weighed(claims, filled, tuple(registry.made[key] for key in sorted(registry.made)))
