"""Dates as precise as the page gave them, written out for people and put on one scale for order and layout."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from retold.show.contexts import UNKNOWN

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$")


def moment(published: str | None) -> float | None:
    """Seconds since 1970 in UTC, a bare date at its noon; None where the date is missing or impossible."""
    found = _ISO.match((published or "").strip())
    if found is None:
        return None
    year, month, day, hour, minute, zone = found.groups()
    stamp = f"{year}-{month or '01'}-{day or '01'}T{hour or '12'}:{minute or '00'}:00{_zone(zone)}"
    try:
        return datetime.fromisoformat(stamp).timestamp()
    except (ValueError, OverflowError):
        return None


def day_of(published: str | None) -> str:
    """The day ("20 September 2024"), less where the page gave less, what it said where that is no date, "unknown" where it said nothing."""
    if not published:
        return UNKNOWN
    found = _ISO.match(published.strip())
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return published
    parts = [str(int(found[3])) if found[3] else "", MONTHS[int(found[2]) - 1] if found[2] else "", found[1]]
    return " ".join(part for part in parts if part)


def time_of(published: str | None) -> str:
    """The time of day ("07:55 UTC+1"), with the offset from UTC where the page gave one; "" where it gave no time."""
    found = _ISO.match((published or "").strip())
    if found is None or found[4] is None:
        return ""
    clock = f"{found[4]}:{found[5]}"
    return f"{clock} {_zone_words(found[6])}".strip()


def when_of(published: str | None) -> str:
    """Day and time together."""
    clock = time_of(published)
    return f"{day_of(published)}, {clock}" if clock else day_of(published)


def written_out(words: str) -> str:
    """Words with the ISO dates among them written out."""
    return " ".join(when_of(word) if _ISO.match(word) else word for word in words.split())


def short_day(seconds: float) -> str:
    """The day in brief ("20 Sep"), for an axis."""
    day = datetime.fromtimestamp(seconds, UTC)
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _zone(zone: str | None) -> str:
    return "+00:00" if zone in (None, "Z") else zone or ""


def _zone_words(zone: str | None) -> str:
    if zone is None:
        return ""
    digits = zone.replace(":", "")
    if zone == "Z" or digits in ("+0000", "-0000"):
        return "UTC"
    hours, minutes = int(digits[1:3]), digits[3:]
    return f"UTC{digits[0].replace('-', '−')}{hours}{'' if minutes == '00' else ':' + minutes}"
