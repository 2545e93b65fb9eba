"""Where the words of an article came from: a walk over passages and derivations, back to the first outlet that could have had them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.types import Article, Derivation, Passage, Span, Traced
from retold.weigh.affiliations import Affiliations


@dataclass(frozen=True, slots=True)
class Hop:
    """A step back: the words at `span` of `article` came from `source`, an article (there at `source_span`) or an origin (a ghost)."""

    article: str
    span: Span
    source: str
    source_span: Span | None
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class Lineage:
    """The passages of a story by their pair of articles, earlier first, and the derivations by article."""

    articles: dict[str, Article]
    affiliations: Affiliations
    derivations: dict[str, tuple[Derivation, ...]] = field(default_factory=dict)
    between: dict[tuple[str, str], tuple[Passage, ...]] = field(default_factory=dict)

    def shared(self, a: str, a_span: Span, b: str, b_span: Span) -> float:
        """The similarity of a passage that holds both spans, in proportion to how much of them it holds; 0 where none does."""
        best = 0.0
        for earlier, earlier_span, later, later_span in ((a, a_span, b, b_span), (b, b_span, a, a_span)):
            for passage in self.between.get((earlier, later), ()):
                left = share((passage.earlier_start, passage.earlier_end), earlier_span)
                right = share((passage.later_start, passage.later_end), later_span)
                best = max(best, passage.similarity * min(left, right))
        return best

    def back(self, article: str, span: Span, seen: frozenset[str], least: float) -> Hop | None:
        """The nearest step back from a span: the parent whose passage covers most of it, else a ghost that the article was made from.

        A parent that the article copies from end to end is taken even where no passage was found.
        """
        copied = [
            derivation for derivation in self.derivations.get(article, ()) if derivation.how != "cited" and derivation.source not in seen
        ]
        parents = [derivation for derivation in copied if derivation.source in self.articles]
        steps = [into(passage, span, parent) for parent in parents for passage in self.between.get((parent.source, article), ())]
        best = max(steps, key=lambda step: (step[0], step[1].source), default=None)
        if best is not None and best[0] >= least:
            return best[1]
        others = [derivation for derivation in copied if derivation.source not in self.articles] or [one for one in parents if is_copy(one)]
        chosen = max(others, key=lambda one: (one.coverage or 0.0, one.confidence, one.source), default=None)
        return Hop(article, span, chosen.source, None, chosen) if chosen else None

    def trail(self, article: str, span: Span, least: float) -> tuple[Hop, ...]:
        """All steps back from a span, the last into a ghost or an article that copied it from nowhere known."""
        steps: list[Hop] = []
        seen = frozenset((article,))
        hop = self.back(article, span, seen, least)
        while hop is not None:
            steps.append(hop)
            seen |= {hop.source}
            hop = self.back(hop.source, hop.source_span or (0, 1), seen, least) if hop.source in self.articles else None
        return tuple(steps)


def into(passage: Passage, span: Span, parent: Derivation) -> tuple[float, Hop]:
    """How well a passage explains a span, 0 to 1, and the step through it."""
    held = share((passage.later_start, passage.later_end), span)
    hop = Hop(passage.later, span, passage.earlier, mapped(passage, span), parent)
    return held * (0.5 + 0.5 * passage.similarity), hop


def lineage(articles: Sequence[Article], traced: Traced) -> Lineage:
    """Index what was traced."""
    between: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    derivations: dict[str, list[Derivation]] = defaultdict(list)
    for passage in traced.passages:
        between[passage.earlier, passage.later].append(passage)
    for derivation in traced.derivations:
        derivations[derivation.article].append(derivation)
    return Lineage(
        {article.id: article for article in articles},
        Affiliations(article.text for article in articles),
        {key: tuple(value) for key, value in derivations.items()},
        {key: tuple(value) for key, value in between.items()},
    )


def is_copy(derivation: Derivation) -> bool:
    """Nearly all of the article is the source's: what no passage covers was reworded beyond recognition, not added."""
    return derivation.how in ("verbatim", "spun", "translated") and (derivation.coverage is None or derivation.coverage >= 0.5)


def share(outer: Span, inner: Span) -> float:
    """The share of `inner` that lies in `outer`."""
    length = inner[1] - inner[0]
    return max(0, min(outer[1], inner[1]) - max(outer[0], inner[0])) / length if length > 0 else 0.0


def mapped(passage: Passage, span: Span) -> Span:
    """Where a span of the later article lies in the earlier one, in proportion to its place in the passage."""
    later = max(passage.later_end - passage.later_start, 1)
    scale = (passage.earlier_end - passage.earlier_start) / later
    start = passage.earlier_start + (max(span[0], passage.later_start) - passage.later_start) * scale
    end = passage.earlier_start + (min(span[1], passage.later_end) - passage.later_start) * scale
    return int(start), max(int(start) + 1, int(end))
