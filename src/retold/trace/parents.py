"""The parents of an article: the smallest set of earlier articles and ghosts that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.text.outlets import same_name
from retold.trace.comparison import Comparison
from retold.trace.naming import Naming
from retold.trace.settings import TraceSettings
from retold.types import Article

_CARRIED = 0.3  # the coverage from which a follow-up carries its forerunner's citations over
_CREDIT = 0.15  # words' worth of being named: about what a rewording loses in equal words


@dataclass(frozen=True, slots=True)
class Option:
    """An earlier article that may be a parent: the measures of the pair, the direction's score, and how the later one names it."""

    article: Article
    pair: Comparison
    score: float
    naming: Naming | None
    own: bool
    follows_up: bool
    lead: float
    siblings: bool


def choose(options: Sequence[Option], named: dict[str, Sequence[Naming]], settings: TraceSettings) -> list[Option]:
    """Greedy cover: credited and best explaining first; each further parent must explain words that none before it did."""
    standing = [o for o in options if stands(o, settings)]
    copied = [o for o in standing if o.pair.exact >= settings.wording_exact]
    credit = {o.article.id: _CREDIT if _names_it_itself(o, copied, named) else 0.0 for o in standing}
    chosen: list[Option] = []
    explained: NDArray[np.float64] | None = None
    while standing:
        gains = {o.article.id: gain(o, explained) for o in standing}
        best = max(
            standing,
            key=lambda o: (gains[o.article.id] + (credit[o.article.id] if gains[o.article.id] > 0.05 else 0), o.score, o.article.id),
        )
        if chosen and gains[best.article.id] + credit[best.article.id] < settings.least_gain:
            break
        chosen.append(best)
        standing = [o for o in standing if o is not best]
        explained = best.pair.explained if explained is None else np.maximum(explained, best.pair.explained)
    return chosen


def stands(option: Option, settings: TraceSettings) -> bool:
    """Whether the shared words are more than two outlets have that report one event on their own."""
    if option.siblings and not (option.naming and option.naming.role != "cited"):
        return False
    return _named(option, settings) or _own(option, settings) or same_wording(option.pair, settings)


def _named(option: Option, settings: TraceSettings) -> bool:
    """The later one names the other's outlet and shares text with it."""
    pair, some = option.pair, option.pair.coverage >= settings.named_coverage * 2 / 3
    much = pair.coverage >= settings.named_coverage and pair.ordered >= settings.named_ordered
    return option.naming is not None and (
        much or (some and (pair.exact >= settings.named_exact or pair.ordered >= settings.named_well_ordered))
    )


def _own(option: Option, settings: TraceSettings) -> bool:
    """A follow-up: the outlet's own earlier report by the same hand or pointed to, or with sentences carried over, or of an earlier day."""
    carried = option.pair.exact >= settings.own_exact and option.pair.coverage >= settings.own_coverage
    another_day = option.lead >= settings.own_lead and option.pair.cosine >= settings.own_cosine
    return option.own and (option.follows_up or carried or another_day)


def same_wording(pair: Comparison, settings: TraceSettings) -> bool:
    """More equal wording outside quotation marks than chance and a shared statement give, or a whole text gone through in order."""
    if pair.exact >= settings.wording_exact and pair.coverage >= settings.wording_coverage:
        return True
    if pair.exact >= settings.merged_exact and pair.coverage >= settings.merged_coverage:
        return True
    through = pair.coverage >= settings.translated_coverage and pair.ordered >= settings.translated_ordered
    return through and pair.cosine >= settings.translated_cosine and pair.profile.inserted <= settings.translated_inserted


def gain(option: Option, explained: NDArray[np.float64] | None) -> float:
    """The share of words that the option explains beyond what is explained."""
    words = option.pair.explained
    return float(words.mean() if explained is None else np.maximum(words - explained, 0).mean())


def _names_it_itself(option: Option, copied: Sequence[Option], named: dict[str, Sequence[Naming]]) -> bool:
    """Whether the article names the outlet of its own accord: a citation that a text has which it copies came with the copied words."""
    if option.naming is None or option.naming.role != "cited":
        return option.naming is not None
    outlet = option.naming.outlet
    return not any(o is not option and any(same_name(n.outlet, outlet) for n in named[o.article.id]) for o in copied)


def inherited(naming: Naming, chosen: Sequence[Option], named: dict[str, Sequence[Naming]]) -> bool:
    """Whether a citation came with the text: a parent cites the same outlet, or is itself its page.

    Not from an outlet's own earlier report that a follow-up only refers to.
    """
    return any(
        (o.article.outlet and same_name(o.article.outlet, naming.outlet))
        or ((not o.own or o.pair.coverage >= _CARRIED) and any(same_name(n.outlet, naming.outlet) for n in named[o.article.id]))
        for o in chosen
    )
