"""The parents of an article: the smallest set of earlier articles and ghosts that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.text.outlets import same_name
from retold.trace.comparison import Comparison
from retold.trace.namings import Naming
from retold.trace.settings import TraceSettings
from retold.types import Article


@dataclass(frozen=True, slots=True)
class Option:
    """An earlier article that may be a parent: the measures of the pair, the direction's score, and how the later one names it."""

    article: Article
    pair: Comparison
    score: float
    naming: Naming | None
    own: bool
    same_byline: bool
    siblings: bool


def choose(options: Sequence[Option], settings: TraceSettings) -> list[Option]:
    """Greedy cover: credited and best explaining first; each further parent must explain words that none before it did."""
    standing = [o for o in options if stands(o, settings)]
    chosen: list[Option] = []
    explained: np.ndarray | None = None
    while standing:
        best = max(standing, key=lambda o: (_gain(o, explained), o.score, o.article.id))
        gain = _gain(best, explained)
        if chosen and gain < settings.least_gain:
            break
        chosen.append(best)
        standing = [o for o in standing if o is not best]
        explained = best.pair.explained if explained is None else np.maximum(explained, best.pair.explained)
    return chosen


def stands(option: Option, settings: TraceSettings) -> bool:
    """Whether the shared words are more than two outlets have that report one event on their own."""
    if option.siblings and not (option.naming and option.naming.role != "cited"):
        return False
    return _named(option, settings) or _own(option, settings) or _same_wording(option.pair, settings)


def _named(option: Option, settings: TraceSettings) -> bool:
    """The later one names the other's outlet and shares text with it."""
    pair = option.pair
    some = pair.coverage >= settings.named_coverage * 2 / 3 and pair.exact >= settings.named_exact
    return option.naming is not None and (pair.coverage >= settings.named_coverage or some)


def _own(option: Option, settings: TraceSettings) -> bool:
    """A follow-up: the outlet's own earlier report by the same hand, or with sentences carried over."""
    carried = option.pair.exact >= settings.own_exact and option.pair.coverage >= settings.own_coverage
    return option.own and (option.same_byline or carried)


def _same_wording(pair: Comparison, settings: TraceSettings) -> bool:
    """More equal wording outside quotation marks than chance and a shared statement give, or a whole text gone through in order."""
    if pair.exact >= settings.wording_exact and pair.coverage >= settings.wording_coverage:
        return True
    if pair.exact >= settings.merged_exact and pair.coverage >= settings.merged_coverage:
        return True
    through = pair.coverage >= settings.translated_coverage and pair.ordered >= settings.translated_ordered
    return through and pair.cosine >= settings.translated_cosine


def _gain(option: Option, explained: np.ndarray | None) -> float:
    """The share of words that the option explains beyond what is explained; a credit makes it weigh more."""
    words = option.pair.explained
    gain = float(words.mean() if explained is None else np.maximum(words - explained, 0).mean())
    return gain + (0.15 if option.naming and gain > 0.05 else 0.0)


def inherited(naming: Naming, chosen: Sequence[Option], named: dict[str, Sequence[Naming]]) -> bool:
    """Whether a citation came with the text: a parent cites the same outlet, or is itself its page."""
    return any(
        (o.article.outlet and same_name(o.article.outlet, naming.outlet))
        or any(same_name(n.outlet, naming.outlet) for n in named[o.article.id])
        for o in chosen
    )
