"""A collection at a glance: its stories, who told each first, on how many independent origins it rests, and what changed."""

from __future__ import annotations

from collections import defaultdict

from retold.show.changes import changed_words
from retold.show.claims import carriers
from retold.show.contexts import UNKNOWN, DroppedGroup, StoryLine, SummaryContext
from retold.show.moments import day_of, moment
from retold.show.parts import StoryParts, all_parts
from retold.show.phrases import count, listed, plainly, upper_first
from retold.show.tellings import Tree, telling_tree
from retold.types import Ledger

FEWEST_CARRIERS = 3  # articles that make an echo worth a line
FEWEST_WORDS = 4  # of a claim that can be understood without its article
EXAMPLES = 5  # dropped pages named for each reason


def summary_context(ledger: Ledger) -> SummaryContext:
    """All stories of the ledger, those with most articles first, and the pages that became no article."""
    lines = [story_line(parts, telling_tree(parts)) for parts in all_parts(ledger)]
    lines.sort(key=lambda line: (-line.articles, line.title, line.id))
    return SummaryContext(
        articles=len(ledger.articles),
        stories=tuple(lines),
        dropped=_dropped(ledger),
        dropped_count=len(ledger.dropped),
    )


def story_line(parts: StoryParts, tree: Tree) -> StoryLine:
    retold = len({each.article for each in parts.derivations if each.how != "cited"})
    claims = [claim for claim in parts.claims if claim.support]
    origins = {origin for claim in claims for origin in claim.origins}
    one = sum(claim.independent_origins == 1 for claim in claims)
    disputed = sum(bool(claim.deny) for claim in claims)
    return StoryLine(
        id=parts.story.id,
        title=parts.story.title or "untitled",
        articles=len(parts.articles),
        outlets=tuple(dict.fromkeys(parts.name(each) for each in parts.articles)),
        first=tree.first,
        span_of_time=_span_of_time(parts),
        own=len(parts.articles) - retold,
        retold=retold,
        claims=len(claims),
        claims_on_one_origin=one,
        claims_disputed=disputed,
        origins=len(origins),
        changes=len(parts.changes),
        changed=changed_words(parts.changes),
        reporting=_reporting(len(parts.articles), retold),
        resting=_resting(len(claims), len(origins), one, disputed),
        echo=_echo(parts),
    )


def _reporting(articles: int, retold: int) -> str:
    """How many only retell others: "8 articles; 7 of them retell another"."""
    if articles == 1:
        return "1 article" + (", which retells another" if retold else "")
    if retold == 0:
        return f"{articles:,} articles; none is seen to retell another"
    return (
        f"{articles:,} articles; {'all' if retold == articles else f'{retold:,}'} of them {'retells' if retold == 1 else 'retell'} another"
    )


def _resting(claims: int, origins: int, one: int, disputed: int) -> str:
    if claims == 0:
        return "no claims found, so the number of independent origins is unknown"
    parts = [f"{'all' if one == claims else f'{one:,}'} on one origin alone"] if one else []
    parts += [f"{disputed:,} disputed"] if disputed else []
    told = f" ({listed(parts)})" if parts else ""
    return f"{count(origins, 'independent origin')} behind {count(claims, 'claim')}{told}"


def _echo(parts: StoryParts) -> str:
    """The claim that looks best supported and is not: carried by most articles, from one origin."""
    alone = [claim for claim in parts.claims if claim.independent_origins == 1 and len(claim.text.split()) >= FEWEST_WORDS]
    widest = max(alone, key=lambda claim: (len(carriers(parts, claim.support)), len(claim.support), claim.id), default=None)
    if widest is None or len(carriers(parts, widest.support)) < FEWEST_CARRIERS:
        return ""
    said = upper_first(plainly(widest.text)).removesuffix(".")
    return f"{count(len(carriers(parts, widest.support)), 'article')} carry “{said}”, all from one origin: {parts.name(widest.origins[0])}"


def _span_of_time(parts: StoryParts) -> str:
    dated = sorted((at, article.published) for article in parts.articles.values() if (at := moment(article.published)) is not None)
    if not dated:
        return f"dates {UNKNOWN}"
    first, last = day_of(dated[0][1]), day_of(dated[-1][1])
    return first if first == last else f"{first} to {last}"


def _dropped(ledger: Ledger) -> tuple[DroppedGroup, ...]:
    pages: dict[str, list[str]] = defaultdict(list)
    for dropped in ledger.dropped:
        pages[dropped.reason].append(dropped.page)
    groups = [DroppedGroup(reason, len(found), tuple(sorted(found)[:EXAMPLES])) for reason, found in pages.items()]
    return tuple(sorted(groups, key=lambda group: (-group.count, group.reason)))
