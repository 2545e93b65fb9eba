"""When articles were published, as days; a date that cannot be read, or that no article can have, is no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from retold.group.arrays import Floats
from retold.types import Article

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?")


def days_of(articles: Sequence[Article]) -> Floats:
    """Days since 0001-01-01 with the hour as a fraction, NaN where unknown."""
    return np.array([day_of(article.published) for article in articles], dtype=float)


def day_of(published: str | None) -> float:
    """The day (and hour, where told) of an ISO 8601 date; zones shift it by less than a day and are not looked at."""
    found = _DATE.match(published) if published else None
    if not found:
        return float("nan")
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])).toordinal()
    except ValueError:
        return float("nan")
    return float(day) if found[4] is None else day + (int(found[4]) % 24) / 24


def soon(days: Floats, within: float, most: float) -> Floats:
    """By article how telling it is to be published within so many days of it: minus the log of the share of all that are.

    0 where all of the collection is of the same days, at most `most`, and 0 for articles without a date.
    """
    known = np.sort(days[~np.isnan(days)])
    near = np.searchsorted(known, days + within, "right") - np.searchsorted(known, days - within, "left")
    share = np.where(np.isnan(days), 1.0, near / max(1, len(known)))
    return np.minimum(-np.log(np.maximum(share, 1e-9)), most)


def delay(gap: Floats) -> Floats:
    """Log of the days between beyond the first, 0 where unknown: a missing date costs nothing. A wrong one costs no more than 4 does."""
    return np.where(np.isnan(gap), 0.0, np.minimum(np.log1p(np.maximum(np.abs(gap) - 1, 0)), 4.0))
