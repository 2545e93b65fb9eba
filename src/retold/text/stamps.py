"""Publication stamps on one scale: tellings come from many time zones, and not all say the hour."""

from __future__ import annotations

from datetime import UTC, datetime

_DAY_ALONE = 10  # characters of "2024-03-11"


def sortable(published: str | None) -> str:
    """An ISO 8601 stamp as text that sorts by time: in UTC, a bare day as its noon; "" where there is none or it cannot be read."""
    stated = (published or "").strip()
    try:
        moment = datetime.fromisoformat(f"{stated}T12:00" if len(stated) == _DAY_ALONE else stated)
        return (moment.replace(tzinfo=moment.tzinfo or UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return ""
