"""Which of two articles that share text is the earlier telling: credits and relays first, then dates, then what only goes one way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retold.text.outlets import same_name
from retold.trace.garbles import garbles
from retold.trace.naming import Naming
from retold.trace.order import time_lead, version_lead
from retold.types import Article

# How much each kind of evidence weighs against a day's lead in time, which weighs 1.5. A credit is the copier's own word.
_ROLE_WEIGHT = {"scraped": 4.0, "excerpted": 4.0, "supplied": 4.0, "contributed": 3.0, "informed": 3.0, "cited": 2.0}
_TIME = 1.5
_CERTAIN_TIME = 2.5
_GARBLES = 0.6
_BYLINE = 0.4
_COPIER = 0.8


@dataclass(frozen=True, slots=True)
class Signs:
    """What an article shows of being an original or a copy."""

    article: Article
    credits: tuple[tuple[str, float], ...]
    garbles: int
    copier: bool
    suppliers: tuple[str, ...] = ()


def signs(article: Article, namings: Sequence[Naming]) -> Signs:
    """The outlets that the article names, each with the weight of its strongest naming, and the marks of a copy."""
    weights: dict[str, float] = {}
    for naming in namings:
        weights[naming.outlet] = max(weights.get(naming.outlet, 0.0), _ROLE_WEIGHT[naming.role])
    copier = any(n.role in ("scraped", "excerpted", "supplied", "informed") for n in namings)
    suppliers = tuple(sorted({n.outlet for n in namings if n.role == "supplied"}))
    return Signs(article, tuple(sorted(weights.items())), min(3, len(garbles(article.text))), copier, suppliers)


def direction(a: Signs, b: Signs) -> float:
    """Above 0 where `a` is the earlier telling, below where `b` is; 2.0 and more is as good as certain."""
    lead = version_lead(a.article, b.article) or time_lead(a.article, b.article)
    if a.article.outlet and b.article.outlet and lead and same_name(a.article.outlet, b.article.outlet):
        return math.copysign(_CERTAIN_TIME, lead)  # one newsroom's clock
    score = named_weight(b, a) - named_weight(a, b)
    if abs(lead) >= 1:  # what certainly came later is nobody's source, whoever is credited
        return math.copysign(_CERTAIN_TIME, lead) + (score if score * lead > 0 else 0.0)
    score += _TIME * lead
    score += _GARBLES * (b.garbles - a.garbles) / 3
    score += _BYLINE * (bool(a.article.byline) - bool(b.article.byline))
    return score + _COPIER * (b.copier - a.copier)


def confidence(score: float) -> float:
    """A direction score as the chance that it is right: 0.5 where nothing tells."""
    return round(1 / (1 + math.exp(-1.6 * score)), 3)


def named_weight(teller: Signs, source: Signs) -> float:
    """The weight of naming the source's outlet, or the agency whose text the source is; two copies of one agency's text are even."""
    outlets = [source.article.outlet] if source.article.outlet else []
    outlets += [name for name in source.suppliers if name not in teller.suppliers]
    own = teller.article.outlet
    outlets = [o for o in outlets if not (own and same_name(own, o))]
    return max((weight for name, weight in teller.credits for outlet in outlets if same_name(name, outlet)), default=0.0)
