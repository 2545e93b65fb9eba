"""A collection at a glance: its stories, who told each first, on how many independent origins it rests, and what changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from retold.show.changes import changed_words
from retold.show.chief_claim import chief_claim
from retold.show.contexts import UNKNOWN, DroppedGroup, StoryLine, SummaryContext, TreeNode
from retold.show.moments import day_of, moment
from retold.show.parts import StoryParts, all_parts
from retold.show.phrases import count, listed, upper_first, within_quotes
from retold.show.slight import is_slight
from retold.show.tellings import Tree, telling_tree
from retold.types import Ledger

FEWEST_CARRIERS = 3  # articles that make an echo worth a line
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
    retold = len({each.article for each in parts.derivations if each.how != "cited" and not is_slight(each)})
    claims = [claim for claim in parts.claims if claim.support]
    origins = {origin for claim in claims for origin in claim.origins}
    one = sum(claim.independent_origins == 1 for claim in claims)
    disputed = sum(bool(claim.deny) for claim in claims)
    return StoryLine(
        id=parts.story.id,
        title=_first_title(parts, tree.roots) or parts.story.title or "untitled",
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
        reporting=_reporting(parts, retold),
        resting=_resting(len(claims), len(origins), one, disputed),
        echo=_echo(parts),
    )


def _first_title(parts: StoryParts, roots: Sequence[TreeNode]) -> str:
    """The headline of whoever told it first; of its retellings in order of time where that one has none."""
    first = sorted(_articles_of(roots[:1]), key=lambda each: parts.numbers[each]) if roots else []
    titles = (parts.articles[each].title for each in dict.fromkeys([*first, *parts.articles]))
    return next((title for title in titles if title), "")


def _articles_of(nodes: Iterable[TreeNode]) -> Iterator[str]:
    for node in nodes:
        if node.telling.kind == "article":
            yield node.telling.id
        yield from _articles_of(node.children)


def _reporting(parts: StoryParts, retold: int) -> str:
    """How many only retell others: "8 articles; 7 of them retell another"."""
    articles = len(parts.articles)
    if articles == 1:
        return "1 article" + (", which retells another" if retold else "")
    if retold == 0:
        return f"{articles:,} articles; {_citing(parts)}none is seen to copy another"
    return (
        f"{articles:,} articles; {'all' if retold == articles else f'{retold:,}'} of them {'retells' if retold == 1 else 'retell'} another"
    )


def _citing(parts: StoryParts) -> str:
    """The source that most articles name, where none copies: "5 cite Chosun Ilbo, "."""
    cited = Counter(source for source, _ in {(each.source, each.article) for each in parts.derivations})
    source, number = max(cited.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return f"{number:,} cite {parts.name(source)}, " if number > 1 else ""


def _resting(claims: int, origins: int, one: int, disputed: int) -> str:
    if claims == 0:
        return "no claims found, so the number of independent origins is unknown"
    if claims == 1:
        return f"1 claim, {'from' if origins else 'its'} {count(origins, 'origin') if origins else 'origin unknown'}{', disputed' if disputed else ''}"
    parts = [f"{'each rests' if one == claims else f'{one:,} rests' if one == 1 else f'{one:,} rest'} on one origin alone"] if one else []
    parts += [f"{disputed:,} {'is' if disputed == 1 else 'are'} disputed"] if disputed else []
    told = f"; {listed(parts)}" if parts else ""
    return f"{count(claims, 'claim')} from {count(origins, 'independent origin')}{told}"


def _echo(parts: StoryParts) -> str:
    """The claim about the event that most articles carry, with its origins: however often it is told, they are all that stands behind it."""
    chief = chief_claim(parts, FEWEST_CARRIERS)
    if chief is None or not chief.claim.origins:
        return ""
    said = upper_first(within_quotes(chief.words)).removesuffix(".")
    names = [parts.name(origin) for origin in chief.claim.origins]
    behind = f"all from one origin: {names[0]}" if len(names) == 1 else f"from {len(names)} independent origins: {listed(names, most=3)}"
    denied = "; it is disputed" if chief.claim.deny else ""
    return f"{count(len(chief.articles), 'article')} carry “{said}”, {behind}{denied}"


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
