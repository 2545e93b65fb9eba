"""How far each change travelled: where it stands first, who carried it on, and who has the words before it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from retold.compare.chain import Chain, Hop, chains
from retold.show.contexts import Spread, Told
from retold.show.differences import sentence_around
from retold.show.parts import StoryParts
from retold.show.phrases import count, listed

MOST_NAMES = 5  # tellings named in a sentence; the hops list all


def chains_of(parts: StoryParts) -> dict[str, Chain]:
    """The chain of each change of the story."""
    return {chain.change: chain for chain in chains(parts.changes, parts.derivations, tuple(parts.articles.values()))}


def spread(parts: StoryParts, chain: Chain | None) -> Spread | None:
    """None where nobody carried the alteration on or put it right."""
    return travelled(parts, chain) if chain is not None and (chain.reach > 1 or chain.mended) else None


def travelled(parts: StoryParts, chain: Chain) -> Spread:
    return Spread(spread_sentence(parts, chain), tuple(_hop(parts, hop) for hop in sorted(chain.hops, key=_order(parts))))


def spread_sentence(parts: StoryParts, chain: Chain) -> str:
    """As in "First in Daily, carried on by Blog and Echo; Careful has the words before it again."."""
    first, *rest = sorted(chain.hops, key=_order(parts))
    alone = "" if rest or chain.mended else ", and carried on by nobody among these pages"
    carried = f", carried on by {listed(_names(parts, (hop.article for hop in rest)), most=MOST_NAMES)}" if rest else ""
    have = "has" if len(chain.mended) == 1 else "have"
    mended = f"; {listed(_names(parts, chain.mended), most=MOST_NAMES)} {have} the words before it again" if chain.mended else ""
    return f"First in {parts.name(first.article)}{carried}{alone}{mended}."


def altered_words(parts: StoryParts, found: Mapping[str, Chain]) -> dict[str, str]:
    """For each telling where changes stand first, how many, and to how many others they were carried."""
    by_article: dict[str, list[str]] = defaultdict(list)
    for change in parts.changes:
        by_article[change.later].append(change.id)
    words = {}
    for article, ids in by_article.items():
        reached = {hop.article for each in ids if each in found for hop in found[each].hops} - {article}
        carried = f", carried on to {count(len(reached), 'other')}" if reached else ""
        words[article] = f"{count(len(ids), 'change')} first here{carried}"
    return words


def _order(parts: StoryParts) -> Callable[[Hop], tuple[int, int]]:
    return lambda hop: (hop.steps, parts.numbers.get(hop.article, 0))


def _names(parts: StoryParts, articles: Iterable[str]) -> list[str]:
    return [parts.name(article) for article in sorted(articles, key=lambda each: parts.numbers.get(each, 0))]


def _hop(parts: StoryParts, hop: Hop) -> Told:
    text = parts.articles[hop.article].text
    start, end = sentence_around(text, hop.span) if hop.span else (0, 0)
    how = f"from {parts.name(hop.source)}" if hop.source else "first here"
    target = parts.anchor(hop.article) if hop.source else parts.place(hop.article, hop.span)
    return Told(parts.name(hop.article), " ".join(text[start:end].split()), target, how)
