"""The share of a ledger that is about one story, as a ledger of its own."""

from __future__ import annotations

from retold.errors import NotFoundError
from retold.types import Ledger


def story_ledger(ledger: Ledger, story_id: str) -> Ledger:
    """The ledger of one story alone. Raises NotFoundError where there is no such story."""
    story = next((each for each in ledger.stories if each.id == story_id), None)
    if story is None:
        raise NotFoundError(f"no story {story_id} in this ledger")
    members = set(story.articles)
    derivations = tuple(each for each in ledger.derivations if each.article in members)
    statements = tuple(each for each in ledger.statements if each.article in members)
    claims = tuple(each for each in ledger.claims if each.story == story_id)
    named = {each.source for each in derivations} | {each.origin for each in statements}
    named |= {origin for claim in claims for origin in claim.origins}
    return Ledger(
        articles=tuple(each for each in ledger.articles if each.id in members),
        stories=(story,),
        origins=tuple(each for each in ledger.origins if each.id in named or members & set(each.articles)),
        passages=tuple(each for each in ledger.passages if each.earlier in members and each.later in members),
        derivations=derivations,
        statements=statements,
        claims=claims,
        changes=tuple(each for each in ledger.changes if each.earlier in members and each.later in members),
    )
