"""Which of two articles came first, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from retold.types import Article

# A page's time without a zone is its outlet's local time. Eight hours each way cover two outlets of one story but for the far ends of the earth;
# with fourteen, reports of two days could not be told apart.
_ZONES = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Moment:
    """A publication time as an interval: a bare date is a whole day, a time without a zone may lie in any zone."""

    first: datetime
    last: datetime
    stated: datetime


def moment(published: str | None) -> Moment | None:
    """Reads an ISO date or date-time; None where there is none or it cannot be read."""
    if not published:
        return None
    try:
        stated = datetime.fromisoformat(published.strip())
    except ValueError:
        try:
            stated = datetime.fromisoformat(published.strip()[:10])
        except ValueError:
            return None
    zoned = stated.tzinfo is not None
    stated = stated if zoned else stated.replace(tzinfo=UTC)
    if len(published.strip()) <= 10:
        return Moment(stated - _ZONES, stated + timedelta(days=1) + _ZONES, stated + timedelta(hours=12))
    slack = timedelta(0) if zoned else _ZONES
    return Moment(stated - slack, stated + slack, stated)


def time_lead(a: Article, b: Article) -> float:
    """From 1.0, `a` was certainly published before `b`, to -1.0, certainly behind it; 0.0 where the dates do not tell."""
    left, right = moment(a.published), moment(b.published)
    if left is None or right is None or left.stated == right.stated:
        return 0.0
    if left.last < right.first:
        return 1.0
    if right.last < left.first:
        return -1.0
    hours = (right.stated - left.stated).total_seconds() / 3600
    return max(-0.9, min(0.9, hours / 24))


def version_lead(a: Article, b: Article) -> float:
    """For two versions of one web page, 1.0 where `a` is the earlier, by its update or else by when it was fetched, -1.0 where it is the
    later; 0.0 for other pages.
    """
    if not a.url or a.url != b.url:
        return 0.0
    left, right = (moment(stamp) for stamp in version_times(a, b))
    if left is None or right is None or left.stated == right.stated:
        return 0.0
    return 1.0 if left.stated < right.stated else -1.0


def version_times(a: Article, b: Article) -> tuple[str | None, str | None]:
    """The stamps by which two versions of one page are told apart: their updates, or when they were fetched where those do not differ."""
    updates = (a.updated or a.published, b.updated or b.published)
    return updates if None not in updates and updates[0] != updates[1] else (a.fetched, b.fetched)


def time_key(article: Article) -> tuple[str, str]:
    """Sorts articles by publication time, those without one last, then by id."""
    at = moment(article.published)
    return (at.stated.astimezone(UTC).isoformat() if at else "9999", article.id)
