"""Which of two articles that share text is the earlier telling: credits and relays first, then dates, then what only goes one way."""

from __future__ import annotations

import math
from collections.abc import Sequence

from retold.text.outlets import same_name
from retold.trace.garbles import garbles
from retold.trace.namings import Naming
from retold.trace.order import time_lead
from retold.types import Article

# How much each kind of evidence weighs against a day's lead in time, which weighs 1.5. A credit is the copier's own word.
_ROLE_WEIGHT = {"scraped": 4.0, "supplied": 4.0, "contributed": 3.0, "informed": 3.0, "cited": 2.0}
_TIME = 1.5
_CERTAIN_TIME = 2.5
_GARBLES = 0.6
_BYLINE = 0.4
_COPIER = 0.8


def direction(a: Article, b: Article, named: dict[str, Sequence[Naming]]) -> float:
    """Above 0 where `a` is the earlier telling, below where `b` is; 2.0 and more is as good as certain."""
    lead = time_lead(a, b)
    if a.outlet and b.outlet and same_name(a.outlet, b.outlet) and lead:
        return math.copysign(_CERTAIN_TIME, lead)  # one newsroom's clock
    score = _named(b, a, named[b.id]) - _named(a, b, named[a.id])
    score += math.copysign(_CERTAIN_TIME, lead) if abs(lead) >= 1 else _TIME * lead
    score += _GARBLES * (min(3, len(garbles(b.text))) - min(3, len(garbles(a.text)))) / 3
    score += _BYLINE * (bool(a.byline) - bool(b.byline))
    return score + _COPIER * (_is_copier(named[b.id]) - _is_copier(named[a.id]))


def confidence(score: float) -> float:
    """A direction score as the chance that it is right."""
    return round(1 / (1 + math.exp(-1.6 * score)), 3)


def _named(teller: Article, source: Article, namings: Sequence[Naming]) -> float:
    if not source.outlet or (teller.outlet and same_name(teller.outlet, source.outlet)):
        return 0.0
    return max((_ROLE_WEIGHT[n.role] for n in namings if same_name(n.outlet, source.outlet)), default=0.0)


def _is_copier(namings: Sequence[Naming]) -> bool:
    return any(n.role in ("scraped", "supplied", "informed") for n in namings)
