"""Publication stamps: the dates and times that a page prints about itself ("October 4, 2022 11:52 AM UTC", "04.10.2022, 19:35")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

StampKind = Literal["published", "updated", "plain"]

_MONTH_NAMES = (  # English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Turkish, Indonesian, Russian
    "jan(?:uary|uari?|vier|eiro)?|enero|gennaio|stycznia|ocak|янв(?:аря|арь)?",
    "feb(?:ruary|ruari?|rero|braio|r)?|fév(?:rier)?|fevereiro|fev|lutego|şubat|фев(?:раля|раль)?",
    "mar(?:ch|s|t|ts|zo|ço|et|ca)?|märz|mrz|maart|марта?|мар",
    "apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwietnia|nisan|апр(?:еля|ель)?",
    "ma[yi]o?|maggio|mei|maja?|mayıs|ма[йя]",
    "jun[ei]?o?|juin|junho|giugno|czerwca|haziran|июн[яь]?",
    "jul[yi]?o?|juil(?:let)?|julho|luglio|lipca|temmuz|июл[яь]?",
    "aug(?:ust(?:us|i)?)?|août|aout|ago(?:sto)?|agustus|sierpnia|ağustos|авг(?:уста?)?",
    "sept?(?:ember|embre|iembre)?|set(?:iembre|tembre|embro)?|września|eylül|сен(?:тября|тябрь)?",
    "oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|out(?:ubro)?|października|ekim|окт(?:ября|ябрь)?",
    "nov(?:ember|embre|embro|iembre)?|listopada|kasım|ноя(?:бря|брь)?",
    "dec(?:ember)?|déc(?:embre)?|dic(?:iembre|embre)?|dez(?:ember|embro)?|des(?:ember)?|grudnia|aralık|дек(?:абря|абрь)?",
)
_MONTH = "(?P<{0}>" + "|".join(f"(?:{name})" for name in _MONTH_NAMES) + r")\.?(?![^\W\d_])"
_MONTHS = [re.compile(f"(?:{name})$", re.IGNORECASE) for name in _MONTH_NAMES]
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|º|°|\.)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")

_DATE = re.compile(
    r"(?<![\d_/.:-])(?:(?<!\w)|(?-i:(?<=[a-zß-ÿ])(?=[A-Z\d])|(?<=[A-Z]{2})(?=\d)))(?:"  # or glued to the word before: "Ana RuizMarch 3, 2024"
    rf"{_YEAR.format('y1')}-(?P<m1>[01]\d)-(?P<d1>[0-3]\d)(?!\d)"
    rf"|{_YEAR.format('y6')}\s?[年년]\s?(?P<m6>[01]?\d)\s?[月월]\s?(?P<d6>[0-3]?\d)\s?[日일]"
    rf"|{_YEAR.format('y2')}[./](?P<m2>[01]?\d)[./](?P<d2>[0-3]?\d)(?!\d)"
    rf"|{_MONTH.format('n3')}\s+{_DAY.format('d3')}\s*,?\s+(?:of\s+|at\s+)?{_YEAR.format('y3')}"
    rf"|{_DAY.format('d4')}\s*[-/ ]?\s*(?:of\s+|de\s+)?{_MONTH.format('n4')}\s*[-/ ,]?\s*(?:of\s+|de\s+)?{_YEAR.format('y4')}"
    rf"|(?P<d5>[0-3]?\d)(?P<sep>[./-])(?P<m5>[0-3]?\d)(?P=sep){_YEAR.format('y5')}(?!\d)"
    r")",
    re.IGNORECASE,
)
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "wib": 420, "hkt": 480,
    "sgt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "et": -300, "cst": -360,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "wat": 60, "cat": 120, "eat": 180, "sast": 120, "pkt": 300,
}  # fmt: skip
_SUMMER = {"et": "edt"}  # a zone named without its season: read as in winter, the day is what matters
_TIME = re.compile(
    r"(?<![\d.:])(?P<h>2[0-3]|[01]?\d)(?:(?:[:.h]|\s[h:]\s)(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\.?(?![a-z]))?\s*(?:h\b|Uhr|hrs?\b)?"
    rf"\s*(?P<zone>Z(?![a-z])|\(?(?:{'|'.join(sorted(_ZONES, key=len, reverse=True))})(?![a-z])\)?)?\s*(?P<shift>[+-](?:0\d|1[0-4]):?[0-5]\d|[+-]1?\d(?::[0-5]\d)?(?![\d:]))?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated?|modified|edited|revised|actuali[sz]ed|aktualisiert|stand|mis(?:e)? à jour|modifié|actualizad[oa]|modificado|atualizad[oa](?: em)?|aggiornat[oa]|modificato|bijgewerkt|"
    r"uppdaterad|oppdatert|opdateret|aktualizacja|güncelle\w*|diperbarui|обновлен[оа]?|upd)\b(?:\s+(?:on|at|am|le|el|em|il|op|den|time|date))?[\s:|]*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first|originally)\s+)?(?:published|posted|created|issued|publish date|publication date|date of publication|veröffentlicht|erschienen|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|"
    r"publicerad|publisert|publiceret|opublikowano|yayınlan\w*|diterbitkan|опубликован[оа]?|pub)\b[^\d]{0,12}$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:last|first|originally|updated?|modified|published|posted|edited|created|on|at|by|of|in|date|"
    r"time|local|\d+\s*min(?:ute)?s?(?:\s+(?:read|ago))?|read(?:ing)?(?:\s+time)?|issue|print|edition)\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?:[\W_]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:last|first|originally|updated?|modified|published|posted|edited|created|on|at|date|time)\b)+$",
    re.IGNORECASE,
)
_SPAN = 40  # characters after a date in which its time may stand


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date (and time) printed on the page, with what the words before it say it is."""

    value: str
    kind: StampKind
    start: int
    end: int


def stamps(line: str, month_first: bool = False) -> list[Stamp]:
    """All dates in a line, in order. `value` is ISO 8601, with a time and an offset only where the line has them.

    `month_first`: whether "3/4/2024" is in March; "13/4/2024" is in April whatever it says.
    """
    looked_at = line[:400]
    return list(_stamps(looked_at, month_first)) if _ANY_YEAR.search(looked_at) else []


def labels_stamp(text: str) -> bool:
    """Whether a short line only says what the date behind it is ("Posted on", "Updated:")."""
    return len(text.split()) <= 4 and any(
        found and not text[: found.start()].strip() for found in (_UPDATED.search(text), _PUBLISHED.search(text))
    )


def orders(line: str) -> list[bool]:
    """For each date in figures that can be read in one order only, whether the month comes first."""
    found = (m.groupdict() for m in _DATE.finditer(line[:400]))
    pairs = [(int(parts["d5"]), int(parts["m5"])) for parts in found if parts["d5"] and parts["sep"] == "/"]
    return [first <= 12 for first, second in pairs if (first > 12) != (second > 12)]


def _stamps(line: str, month_first: bool) -> Iterator[Stamp]:
    before = 0
    for found in _DATE.finditer(line):
        day = _day(found, month_first)
        if day is None:
            continue
        time, end = _time_after(line, found.end())
        start = found.start()
        if not time:
            time, start = _time_before(line, before, found.start())
        yield Stamp(day.isoformat() + time, _kind(line[before:start]), start, end)
        before = end


def _kind(words_before: str) -> StampKind:
    words = re.sub(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s*$", "", words_before, flags=re.IGNORECASE)
    if _UPDATED.search(words):
        return "updated"
    return "published" if _PUBLISHED.search(words) else "plain"


def _day(found: re.Match[str], month_first: bool) -> date | None:
    parts = found.groupdict()
    year = next(int(parts[f"y{i}"]) for i in range(1, 7) if parts[f"y{i}"])
    day = next(int(parts[f"d{i}"]) for i in range(1, 7) if parts[f"d{i}"])
    name = parts["n3"] or parts["n4"]
    if name:
        month = next(i for i, pattern in enumerate(_MONTHS, 1) if pattern.match(name))
    else:
        month = next(int(parts[f"m{i}"]) for i in (1, 2, 5, 6) if parts[f"m{i}"])
    if parts["d5"] and (month > 12 >= day or (month_first and day <= 12 and parts["sep"] == "/")):
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time_after(line: str, end: int) -> tuple[str, int]:
    gap = re.compile(
        r"(?:T|[\s,|·•/–—-]|\bat\b|\bum\b|\ba las\b|\bà\b|\bàs\b|\bom\b|\balle\b|\bore\b|\bkl\b|\bo\b|[.@]){0,8}", re.IGNORECASE
    ).match(line, end)
    found = _TIME.match(line, gap.end() if gap else end)
    if found is None or found.end() > end + _SPAN or not (found["mi"] or found["half"]):
        return "", end
    return _iso_time(found), found.end()


def _time_before(line: str, begin: int, end: int) -> tuple[str, int]:
    """The time of a stamp that puts it first ("11:52 AM, October 4"), and where it begins."""
    for found in _TIME.finditer(line, max(begin, end - _SPAN), end):
        if (found["mi"] or found["half"]) and not re.search(r"\w", re.sub(_REST, "", line[found.end() : end])):
            return _iso_time(found), found.start()
    return "", end


def _iso_time(found: re.Match[str]) -> str:
    hour, minute = int(found["h"]), int(found["mi"] or 0)
    half = (found["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    seconds = f":{found['s']}" if found["s"] else (":00" if found["zone"] or found["shift"] else "")
    return f"T{hour:02}:{minute:02}{seconds}{_offset(found)}"


def _offset(found: re.Match[str]) -> str:
    if found["shift"]:
        hours, _, minutes = re.sub(r"^(.\d\d)(\d\d)$", r"\1:\2", found["shift"]).partition(":")
        return f"{hours[0]}{hours[1:]:0>2}:{minutes or '00'}"
    if not found["zone"]:
        return ""
    ahead = _ZONES[found["zone"].strip("() ").lower()]
    whole, rest = divmod(abs(ahead), 60)
    return f"{'-' if ahead < 0 else '+'}{whole:02}:{rest:02}"


def between_stamps(line: str, found: Sequence[Stamp]) -> str:
    """A line with a bar in the place of each stamp and of the label before it ("Posted on"), all other words kept."""
    rest, at = [], 0
    for stamp in found:
        rest.append(_LABEL_BEFORE.sub(" ", line[at : stamp.start]).strip(" \t,·•⋅●|-–—"))
        at = stamp.end
    return " | ".join(part for part in (*rest, line[at:].strip(" \t,·•⋅●|-–—:.")) if part)


def outside_stamps(line: str, found: list[Stamp]) -> str:
    """What a line says besides its dates, times, week days and the words that go with them."""
    rest, at = [], 0
    for stamp in found:
        rest.append(line[at : stamp.start])
        at = stamp.end
    return re.sub(r"\s+", " ", _REST.sub(" ", " ".join([*rest, line[at:]]))).strip(" \t|/·•⋅●,.-–—:;()")
