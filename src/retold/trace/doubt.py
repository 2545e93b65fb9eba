"""Where the dates and the words disagree: a copy whose page tells a wrong date, or an earlier one's."""

from __future__ import annotations

from collections.abc import Callable

from retold.text.outlets import by_name
from retold.trace.comparison import Comparison
from retold.trace.direction import Signs, named_weight
from retold.trace.manner import manner
from retold.trace.parents import same_wording
from retold.trace.settings import TraceSettings

_OWN_WORD = 3.0  # weight of a naming by which a page says that its text is the other's
_BY_CREDIT, _BY_STANDING = 1.0, 0.6  # scores of a direction against the dates: 0.83 and 0.72 sure


def against_the_dates(first: Signs, second: Signs, pair: Comparison, back: Callable[[], Comparison], settings: TraceSettings) -> float:
    """How much speaks for `first`, by the dates the earlier, being the copy: 0.0 where nothing does, else the score of that direction.

    `pair` holds `second` against `first`, `back` the other way. A page that credits the other and has its words is its copy, whatever day it gives.
    So is the one, of two of which a machine swapped the words, that nobody signs on a site that nobody knows: newsrooms do not spin.
    """
    if named_weight(first, second) >= _OWN_WORD and same_wording(back(), settings):
        return _BY_CREDIT
    if manner(pair, settings) == "spun" and _standing(second) - _standing(first) > 1:
        return _BY_STANDING
    return 0.0


def _standing(signs: Signs) -> int:
    known = signs.article.outlet is not None and by_name(signs.article.outlet) is not None
    return known + bool(signs.article.byline)
