"""A whole story: the answer on top, then the tree, the claims, the changes and the articles."""

from __future__ import annotations

from retold.show.articles import article_blocks
from retold.show.changes import change_pairs
from retold.show.claims import claim_blocks
from retold.show.contexts import StoryContext
from retold.show.disagreements import counted_differently, disagreement
from retold.show.parts import story_parts
from retold.show.said_in_public import said_in_public
from retold.show.spreading import altered_words, chains_of
from retold.show.summary import story_line
from retold.show.tellings import telling_tree, timeline
from retold.types import Ledger


def story_context(ledger: Ledger, story_id: str) -> StoryContext:
    """All that the ledger knows of one story. Raises NotFoundError where there is no such story."""
    parts = story_parts(ledger, story_id)
    found = chains_of(parts)
    disputed = counted_differently(parts)
    tree = telling_tree(parts, altered_words(parts, found))
    claims = claim_blocks(parts, disputed)
    numbers = {claim.id: claim.number for claim in claims}
    return StoryContext(
        line=story_line(parts, tree),
        tree=tree.roots,
        timeline=timeline(tree.tellings, parts),
        tellings=tree.tellings,
        claims=claims,
        changes=change_pairs(parts, numbers, found),
        articles=article_blocks(parts, numbers),
        disagreements=tuple(disagreement(parts, each) for each in disputed),
        said_in_public=said_in_public(parts),
    )
