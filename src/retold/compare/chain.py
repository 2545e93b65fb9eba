"""The chain of a change: where in the tree of tellings a wrong figure, name or word first stands, and how far it travelled from there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.text.tokens import tokens
from retold.types import Article, Change, Derivation, Span


@dataclass(frozen=True, slots=True)
class Hop:
    """An article that carries the altered words at `span`, the one it has them from (None for the first), and how many steps from the first it is."""

    article: str
    source: str | None
    steps: int
    span: Span | None = None


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


# Fewer words than these stand in many a text by chance: a neighbour must stand beside them, too.
_TELLING = 3


def chains(changes: Sequence[Change], derivations: Sequence[Derivation], articles: Sequence[Article]) -> tuple[Chain, ...]:
    """One chain a change, the farthest travelled first. An alteration that a later copy takes over is no change of that copy, so it is sought here."""
    texts = {article.id: article.text for article in articles}
    made_from: dict[str, list[str]] = defaultdict(list)
    for edge in derivations:
        if edge.source in texts and edge.article in texts and edge.source != edge.article:
            made_from[edge.source].append(edge.article)
    lines: dict[str, _Line] = {}
    found = [_chain(change, texts, made_from, lines) for change in changes if change.later in texts]
    return tuple(sorted(found, key=lambda c: (-c.reach, -c.steps, c.change)))


def _chain(change: Change, texts: Mapping[str, str], made_from: Mapping[str, list[str]], lines: dict[str, _Line]) -> Chain:
    """Walks down from the article where the change was found as long as the altered words are there."""
    after = _forms(_line(change.later, texts, lines), change.after)
    before = _forms(_line(change.earlier, texts, lines), change.before) if change.before and change.earlier in texts else []
    hops = {change.later: Hop(change.later, None, 0, change.after)}
    mended: set[str] = set()
    front = [change.later]
    while front:
        following = []
        for source in front:
            for article in sorted(set(made_from.get(source, ())) - set(hops)):
                line = _line(article, texts, lines)
                place = line.find(after)
                if place is not None:
                    hops[article] = Hop(article, source, hops[source].steps + 1, place)
                    following.append(article)
                elif line.find(before) is not None:
                    mended.add(article)
        front = following
    ordered = sorted(hops.values(), key=lambda hop: (hop.steps, hop.article))
    return Chain(change.id, tuple(ordered), tuple(sorted(mended - set(hops))))


@dataclass(frozen=True, slots=True)
class _Form:
    """Words between blanks, of which the altered ones begin at number `first` and are `count`."""

    words: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class _Line:
    """Folded words between blanks, so that a stretch of words is found whole, with where each stands in the text."""

    words: tuple[str, ...]
    joined: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def find(self, forms: Sequence[_Form]) -> Span | None:
        """Where the first form found stands in the text, without its neighbours."""
        for form in forms:
            place = self.joined.find(form.words)
            if place >= 0:
                first = self.joined.count(" ", 0, place) + form.first
                return self.starts[first], self.ends[first + form.count - 1]
        return None


def _line(article: str, texts: Mapping[str, str], lines: dict[str, _Line]) -> _Line:
    if article not in lines:
        found = tokens(texts[article])
        lines[article] = _Line(tuple(found.words), f" {' '.join(found.words)} ", tuple(found.starts), tuple(found.ends))
    return lines[article]


def _forms(line: _Line, span: Span) -> list[_Form]:
    """The words at a span; where they are few, with the neighbour on either side."""
    first, last = bisect_right(line.ends, span[0]), bisect_left(line.starts, span[1])
    if last <= first:
        return []
    if last - first >= _TELLING:
        return [_Form(f" {' '.join(line.words[first:last])} ", 0, last - first)]
    sides = [(max(0, first - 1), last), (first, min(len(line.words), last + 1))]
    return [_Form(f" {' '.join(line.words[a:b])} ", first - a, last - first) for a, b in sides if b - a > last - first]
