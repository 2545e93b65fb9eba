"""The chain of a change: where in the tree of tellings a wrong figure, name or word first stands, and how far it travelled from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.text.tokens import tokens
from retold.types import Article, Change, Derivation


@dataclass(frozen=True, slots=True)
class Hop:
    """An article that carries the altered words, the one it has them from (None for the first), and how many steps from the first it is."""

    article: str
    source: str | None
    steps: int


@dataclass(frozen=True, slots=True)
class Chain:
    """A change, and every telling downstream that took it over, nearest first. `mended` are those made from a carrier that have the words before."""

    change: str
    hops: tuple[Hop, ...]
    mended: tuple[str, ...] = ()

    @property
    def reach(self) -> int:
        """How many articles carry the alteration."""
        return len(self.hops)

    @property
    def steps(self) -> int:
        """How many retellings the alteration survived."""
        return max(hop.steps for hop in self.hops)


def chains(changes: Sequence[Change], derivations: Sequence[Derivation], articles: Sequence[Article]) -> tuple[Chain, ...]:
    """One chain a change, the farthest travelled first. An alteration that a later copy takes over is no change of that copy, so it is sought here."""
    words = {article.id: _line(article.text) for article in articles}
    made_from: dict[str, list[str]] = defaultdict(list)
    for edge in derivations:
        if edge.source in words and edge.article in words and edge.source != edge.article:
            made_from[edge.source].append(edge.article)
    found = [_chain(change, words, made_from) for change in changes if change.later in words]
    return tuple(sorted(found, key=lambda c: (-c.reach, -c.steps, c.change)))


def _chain(change: Change, words: Mapping[str, str], made_from: Mapping[str, list[str]]) -> Chain:
    """Walks down from the article where the change was found as long as the altered words are there."""
    after, before = _line(change.after_text), _line(change.before_text)
    hops = {change.later: Hop(change.later, None, 0)}
    mended: set[str] = set()
    front = [change.later]
    while front:
        following = []
        for source in front:
            for article in sorted(set(made_from.get(source, ()))):
                if article in hops:
                    continue
                if after in words[article]:
                    hops[article] = Hop(article, source, hops[source].steps + 1)
                    following.append(article)
                elif before.strip() and before in words[article]:
                    mended.add(article)
        front = following
    ordered = sorted(hops.values(), key=lambda hop: (hop.steps, hop.article))
    return Chain(change.id, tuple(ordered), tuple(sorted(mended - set(hops))))


def _line(text: str) -> str:
    """Folded words between blanks, so that a stretch of words is found whole."""
    return " " + " ".join(tokens(text).words) + " "
