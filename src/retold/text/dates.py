"""Dates and times as news writes them, resolved against the day of publication; and whether two tell the same time."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

DateAgreement = Literal["equal", "finer", "different", "unlike"]


@dataclass(frozen=True, slots=True)
class When:
    """A date, a time of day, or both, and where it stands.

    `first` and `last` bound the days it can mean (ISO dates, equal for one day), None where they cannot be known. `year`, `month`, `day` and
    `weekday` (Monday is 0) are what the words themselves give. `hours` bounds the time of day (from 0 to 30: a night runs past midnight).
    """

    start: int
    end: int
    text: str
    first: str | None = None
    last: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hours: tuple[float, float] | None = None


def dates(text: str, published: str | None = None) -> list[When]:
    """The dates and times of a text in order. `published` is an ISO date or date-time; without it, relative words stay unresolved."""
    today = _day(published)
    days = [_resolved(match, today) for match in _DAY.finditer(text) if _is_date(text, match)]
    times = [When(m.start(), m.end(), m.group(), hours=_hours(m)) for m in _TIME.finditer(text)]
    return _joined(text, days, times)


def date_agreement(earlier: When, later: When) -> DateAgreement:
    """Whether two dates of one event agree: "finer" where one holds the other, "unlike" where they cannot be set against each other."""
    if _night_to_morning(earlier, later) or _night_to_morning(later, earlier):
        return "finer"
    days = _days_agree(earlier, later)
    hours = _hours_agree(earlier, later)
    if days == "different" or (hours == "different" and days in ("equal", "unlike")):
        return "different" if days != "unlike" or (not _has_day(earlier) and not _has_day(later)) else "unlike"
    if days == "unlike":
        return hours if not _has_day(earlier) or not _has_day(later) else "unlike"
    told_once = (earlier.hours is None) != (later.hours is None)
    return "finer" if "finer" in (days, hours) or told_once else "equal"


_MONTHS = {
    name: number
    for number, names in enumerate(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct",
         "november nov", "december dec"], 1)
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {name: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_COUNTS = {
    word: n
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
} | {
    "a": 1,
    "an": 1,
}

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_GAP = r"[ \u00a0]"
_DAY = re.compile(
    rf"""\b(?:
      (?P<iso>(?:19|20)\d\d-\d\d-\d\d)
    | (?:(?P<wd1>{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\.?),?{_GAP}(?:the{_GAP})?)?
      (?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:of{_GAP})?(?P<m1>{_MONTH}) | (?P<m2>{_MONTH}){_GAP}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|,\d{{3}}))
      (?:,?{_GAP}(?P<y1>(?:19|20)\d\d)\b)?
    | (?P<m3>{_MONTH}),?{_GAP}(?:of{_GAP})?(?P<y2>(?:19|20)\d\d)\b
    | (?P<turn>(?:this{_GAP}coming|this{_GAP}past|last|next|this|coming|past|following|previous){_GAP})?(?P<wd2>{_WEEKDAY})\b
    | (?P<turn2>last|next|this|past|previous|the{_GAP}past|the{_GAP}last){_GAP}(?P<unit>week|month|year)\b
    | (?P<count>\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){_GAP}(?P<unit2>day|week|month|year)s?{_GAP}(?P<way>ago|earlier|later)\b
    | (?P<word>today|yesterday|tomorrow|tonight|last{_GAP}night|this{_GAP}(?:morning|afternoon|evening))\b
    | (?P<m4>{_MONTH})\b
    | (?P<y3>(?:19|20)\d\d)(?!\d|[,.]\d|-\d)\b
    )""",
    re.VERBOSE,
)
_PARTS: dict[str, tuple[float, float]] = {
    "before dawn": (0, 7), "at dawn": (4, 8), "dawn": (4, 8), "after midnight": (0, 4), "around midnight": (22, 26), "midnight": (23.5, 24.5),
    "early in the morning": (3, 9), "in the early hours": (0, 6), "the early hours of": (0, 6), "early morning": (3, 9), "early": (0, 10),
    "mid-morning": (9, 12), "late morning": (10, 12.5), "morning": (3, 12.5), "at noon": (11.5, 12.5), "noon": (11.5, 12.5), "midday": (11, 13),
    "lunchtime": (11, 14.5), "early afternoon": (12, 15), "late afternoon": (15, 19), "afternoon": (11.5, 18.5), "at dusk": (16, 22),
    "early evening": (16, 20), "evening": (16, 24), "late at night": (21, 30), "night": (18, 31), "overnight": (18, 31), "late": (16, 24),
}  # fmt: skip
_PART = "|".join(part.replace(" ", _GAP) for part in sorted(_PARTS, key=len, reverse=True))
_TIME = re.compile(
    rf"""\b(?:
      (?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?{_GAP}?(?P<half>a\.?m\b\.?|p\.?m\b\.?)
    | (?P<h24>[01]?\d|2[0-4])(?::(?P<m24>[0-5]\d))(?![\d:])
    | (?<=at{_GAP})(?P<hd>[01]?\d|2[0-3])\.(?P<md>[0-5]\d)\b(?!%)
    | (?P<spelled>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,2}}){_GAP}o['’]clock
    | (?P<part>{_PART})\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_LINK = re.compile(rf",?{_GAP}?(?:(?:on|of|of{_GAP}the|at|in{_GAP}the|by|the){_GAP})?(?:(?:early|late){_GAP})?")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|from|last|next|this|during|early|late|mid|of|every|to|dated|before|after)[ \u00a0-]$", re.IGNORECASE
)
_BEFORE_YEAR = re.compile(r"(?:[$£€#№]|\b(?:no|page|about|some|over|nearly|than|flight|room)\.?[ \u00a0])$", re.IGNORECASE)
_BARE_PARTS = frozenset(["early", "late", "morning", "night", "evening", "afternoon", "dawn", "midnight", "noon"])


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a month's bare name, a bare year or a short weekday is meant as one ("May", "1,999", "Sun")."""
    before = text[max(0, match.start() - 12) : match.start()]
    if match["m4"]:
        return bool(_BEFORE_MONTH.search(before)) or match["m4"] not in ("May", "March", "Mar", "Jan", "Jun")
    if match["y3"]:
        after = text[match.end() : match.end() + 12]
        return not _BEFORE_YEAR.search(before) and not re.match(
            r"[ \u00a0](?:people|[a-z]+s\b(?<!was)(?<!has)(?<!is)(?<!its))|%|[-/]\w", after
        )
    return True


def _resolved(match: re.Match[str], today: date | None) -> When:
    span = (match.start(), match.end(), match.group())
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return _calendar(span, today, (year, month, day), None)
    month_name = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    if month_name:
        year_text, day_text = match["y1"] or match["y2"], match["d1"] or match["d2"]
        weekday = _weekday(match["wd1"]) if match["wd1"] else None
        month = _MONTHS[month_name.lower().rstrip(".")]
        return _calendar(span, today, (_int(year_text), month, _int(day_text)), weekday)
    if match["y3"]:
        year = int(match["y3"])
        return When(*span, f"{year}-01-01", f"{year}-12-31", year=year)
    if match["wd2"]:
        return _by_weekday(span, today, _weekday(match["wd2"]), (match["turn"] or "").strip().lower())
    return _relative(span, match, today)


def _int(figure: str | None) -> int | None:
    return int(figure) if figure else None


def _weekday(name: str) -> int:
    plain = name.lower().rstrip(".")
    return _WEEKDAYS[plain] if plain in _WEEKDAYS else _SHORT_DAYS[plain]


def _calendar(span: tuple[int, int, str], today: date | None, ymd: tuple[int | None, int, int | None], weekday: int | None) -> When:
    """A date with its month; without a year the nearest is meant, the past counting as twice as near: news tells mostly of what was."""
    year, month, day = ymd
    if year is None and today is not None:
        year_meant = min((today.year - 1, today.year, today.year + 1), key=lambda y: (_distance(date(y, month, 15), today), y))
    else:
        year_meant = year or 0
    if not year_meant or (day is not None and not 1 <= day <= monthrange(year_meant, month)[1]):
        return When(*span, year=year, month=month, day=day, weekday=weekday)
    first = date(year_meant, month, day or 1)
    last = first if day else date(year_meant, month, monthrange(year_meant, month)[1])
    return When(*span, first.isoformat(), last.isoformat(), year, month, day, weekday)


def _distance(day: date, today: date) -> int:
    return (today - day).days if day <= today else 2 * (day - today).days


def _by_weekday(span: tuple[int, int, str], today: date | None, weekday: int, turn: str) -> When:
    """A weekday alone is the last one up to the day of publication, or the one to come: both bound it."""
    if today is None:
        return When(*span, weekday=weekday)
    back, ahead = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    if turn in ("last", "past", "this past", "previous"):
        first = last = today - timedelta(back or 7)
    elif turn in ("next", "coming", "this coming", "following"):
        first = last = today + timedelta(ahead or 7)
    else:
        first, last = today - timedelta(back), today + timedelta(ahead)
    return When(*span, first.isoformat(), last.isoformat(), weekday=weekday)


def _relative(span: tuple[int, int, str], match: re.Match[str], today: date | None) -> When:
    word = (match["word"] or "").lower().replace("\u00a0", " ")
    hours = (18.0, 31.0) if word in ("tonight", "last night") else _PARTS.get(word.removeprefix("this ")) if word else None
    if today is None or match["way"] in ("earlier", "later"):
        return When(*span, hours=hours)
    if word:
        shift = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
        day = (today + timedelta(shift)).isoformat()
        return When(*span, day, day, hours=hours)
    unit = match["unit"] or match["unit2"]
    if match["way"]:
        return _ago(span, today, _COUNTS.get(match["count"].lower()) or int(match["count"]), unit)
    turn = match["turn2"].split()[-1].lower()
    return _period(span, today, unit, {"next": 1, "this": 0}.get(turn, -1))


def _ago(span: tuple[int, int, str], today: date, count: int, unit: str) -> When:
    day, slack = today - timedelta(count * _UNITS[unit]), {"day": 1, "week": 4}.get(unit, 20 if unit == "month" else 200)
    return When(*span, (day - timedelta(slack)).isoformat(), (day + timedelta(slack)).isoformat())


def _period(span: tuple[int, int, str], today: date, unit: str, turn: int) -> When:
    if unit == "year":
        return When(*span, f"{today.year + turn}-01-01", f"{today.year + turn}-12-31")
    if unit == "month":
        months = today.year * 12 + today.month - 1 + turn
        year, month = divmod(months, 12)
        return When(*span, date(year, month + 1, 1).isoformat(), date(year, month + 1, monthrange(year, month + 1)[1]).isoformat())
    monday = today - timedelta(today.weekday() - 7 * turn)
    return When(*span, (monday - timedelta(1)).isoformat(), (monday + timedelta(6)).isoformat())


def _hours(match: re.Match[str]) -> tuple[float, float]:
    if match["part"]:
        return _PARTS[match["part"].lower().replace("\u00a0", " ")]
    if match["spelled"]:
        hour = float(_COUNTS.get(match["spelled"].lower()) or match["spelled"])
        return hour, hour + 12  # which half of the day is not told
    if match["half"]:
        hour = int(match["h"]) % 12 + (12 if match["half"].lower().startswith("p") else 0) + int(match["m"] or 0) / 60
        return hour, hour
    clock = int(match["h24"] or match["hd"]) + int(match["m24"] or match["md"]) / 60
    return clock, clock


def _joined(text: str, days: list[When], times: list[When]) -> list[When]:
    """Days and times in order, a time beside its day ("before dawn on Tuesday") made one with it, parts of day alone left out if vague."""
    merged: list[When] = []
    for item in sorted([*days, *times], key=lambda w: (w.start, -w.end)):
        if merged and item.start < merged[-1].end:
            continue
        if merged and item.text.lower() in _BARE_PARTS and item.start == merged[-1].end + 1 and merged[-1].hours is not None:
            merged[-1] = replace(merged[-1], end=item.end, text=text[merged[-1].start : item.end])
        elif merged and _belong(text, merged[-1], item):
            merged[-1] = _together(text, merged[-1], item)
        else:
            merged.append(item)
    return [w for w in merged if _has_day(w) or w.text.lower() not in _BARE_PARTS]


def _belong(text: str, left: When, right: When) -> bool:
    one_each = (left.hours is None) != (right.hours is None) and _has_day(left) != _has_day(right)
    return one_each and right.start - left.end <= 12 and _LINK.fullmatch(text, left.end, right.start) is not None


def _together(text: str, left: When, right: When) -> When:
    day, time = (left, right) if _has_day(left) else (right, left)
    return When(
        left.start, right.end, text[left.start : right.end], day.first, day.last, day.year, day.month, day.day, day.weekday, time.hours
    )


def _has_day(when: When) -> bool:
    return when.first is not None or when.weekday is not None or when.month is not None or when.year is not None


def _days_agree(a: When, b: When) -> DateAgreement:
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return "different"
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return _parts_agree(a, b)
    if (a.first, a.last) == (b.first, b.last):
        return "equal"
    if a.last < b.first or b.last < a.first:
        return "different" if not _weekdays_only(a, b) else "unlike"
    return _inside(a, b)


def _inside(a: When, b: When) -> DateAgreement:
    """Of two overlapping stretches: a weekday against a date must fall on it."""
    for weekday, other in ((a, b), (b, a)):
        if weekday.weekday is not None and other.first is not None and other.first == other.last and other.weekday is None:
            return "equal" if date.fromisoformat(other.first).weekday() == weekday.weekday else "different"
    return "finer"


def _weekdays_only(a: When, b: When) -> bool:
    """The same weekday of two weeks, told by two outlets on different days, is rarely a contradiction that can be proved."""
    return a.weekday is not None and a.weekday == b.weekday


def _parts_agree(a: When, b: When) -> DateAgreement:
    pairs = [
        (x, y) for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday)) if x is not None and y is not None
    ]
    if not pairs:
        return "unlike"
    if any(x != y for x, y in pairs):
        return "different"
    return "equal" if (a.year, a.month, a.day, a.weekday) == (b.year, b.month, b.day, b.weekday) else "finer"


def _hours_agree(a: When, b: When) -> DateAgreement:
    if a.hours is None or b.hours is None:
        return "equal" if a.hours is None and b.hours is None else "unlike"
    if a.hours == b.hours:
        return "equal"
    return "finer" if _hours_meet(a.hours, b.hours) or _hours_meet(b.hours, a.hours) else "different"


def _hours_meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two stretches of a day overlap; two clock times a quarter of an hour apart are one told roughly."""
    if a[0] == a[1] and b[0] == b[1]:
        return abs(a[0] - b[0]) <= 0.25
    return max(a[0], b[0]) < min(a[1], b[1]) or a[0] == a[1] == b[0] or a[0] == a[1] == b[1]


def _night_to_morning(a: When, b: When) -> bool:
    """Monday night and early on Tuesday may be one time."""
    if a.hours is None or b.hours is None or a.weekday is None or b.weekday is None or (b.weekday - a.weekday) % 7 != 1:
        return False
    return a.hours[1] > 24 and b.hours[0] + 24 < a.hours[1]
