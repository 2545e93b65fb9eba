"""The head of a plain-text page: which line is the title, what stands around it, and what it says of outlet, date and people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retold.clean.cues import strongest
from retold.clean.given_names import opens_with_given_name
from retold.clean.lines import Line
from retold.clean.name_words import ROLES
from retold.clean.people import people, starts_byline
from retold.clean.settings import DEFAULT, Settings
from retold.clean.signature import signature
from retold.clean.stamps import between_stamps, outside_stamps, stamps

_RECORD = re.compile(r"^(?P<url>https?://\S+)\s*(?:\|\s*(?P<date>[\d][\dT:.+Z -]{7,40})\s*)?(?:\|\s*(?P<names>.*))?$")
_SLOGAN = re.compile(
    r"^[\w.]{2,30}(?: [A-Z][\w.]*)? (?:[|–—-]|::) (?:[A-Z]\w*[,.]? ?){2,8}$"
)  # "TrendPulse24 - All The Trends, All The Time"
_CADENCE = re.compile(  # how papers and letters praise themselves: "Courts and costs, every weekday by 7"
    r"\bevery (?:week)?(?:day|morning|evening|week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?(?: (?:by|at) .{1,12})?$"
    r"|\b(?:since|founded|established|est\.?)(?: in)? (?:1[789]|20)\d\d$|\bwith your (?:coffee|breakfast|tea)\b|^your (?:daily|weekly|morning|evening)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = 30  # lines below a name in which a person whom the text is about is named again
_SEPARATORS = re.compile(r"\s[|/»>·•:–—-]\s|\s{2,}")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the article begins. `title` and `body` are line numbers; `record` is the scraper's own line (address, date, names)."""

    title: int | None
    body: int
    record: int | None = None
    stamps: tuple[int, ...] = ()
    bylines: tuple[int, ...] = ()


def record_parts(text: str) -> tuple[str, str | None, str | None] | None:
    """Address, date and names of a scraper's line "https://… | 2018-01-10T22:25:00 | Name"."""
    found = _RECORD.match(text.strip())
    return (found["url"], (found["date"] or "").strip() or None, (found["names"] or "").strip() or None) if found else None


def find_head(lines: Sequence[Line], settings: Settings = DEFAULT) -> Head:
    limit = min(len(lines), settings.head_lines)
    for i in range(limit):
        if record_parts(lines[i].text) and i > 0:
            return _around(lines, i - 1, i)
    first = next((i for i, line in enumerate(lines[:limit]) if line.words >= 20 and line.prose), limit)
    scored = [(_title_score(lines, i, first), i) for i in range(first)]
    best = max(scored, key=lambda pair: pair[0], default=(-1.0, 0))
    return _around(lines, best[1] if best[0] > 0 else None, None)


def _title_score(lines: Sequence[Line], i: int, first: int) -> float:
    line = lines[i]
    text = line.text
    if line.words < 2 or line.words > 40 or (line.hit and line.hit.strength == 3 and not _headline_like(text)) or is_meta(text):
        return -9.0
    score = min(line.words, 8) * 0.25
    score -= 1.5 if line.hit and line.hit.strength >= 2 else 0.0
    score -= 0.8 * max(0, len(_SEPARATORS.findall(text)) - 1)
    score -= 1.5 if _menu_like(text) else 0.0
    score -= 1.0 if text.endswith(".") and not text.endswith("...") else 0.0
    score -= 0.7 if line.hit and line.hit.kind == "advert" else 0.0
    score -= 4.0 if _only_names(text) or any(stamp.start == 0 for stamp in stamps(text)) else 0.0
    below = [is_meta(later.text) for later in lines[i + 1 : min(i + 4, first + 1)]]
    score += 1.0 if below[:1] == [True] else 0.6 if any(below) else 0.0
    score -= 1.5 if i + 1 < first and _lists_sections(lines[i + 1]) else 0.0
    score -= 1.0 if _SLOGAN.match(text) else 0.0
    score -= 2.0 if _CADENCE.search(text) else 0.0
    score += 0.5 if i and any(is_meta(before.text) for before in lines[i - 1 : i]) else 0.0
    return score + 0.1 * min(i, 8) + (0.6 if i == 0 and line.words >= 5 else 0.0)


def _lists_sections(line: Line) -> bool:
    """A row of sections: what stands above it is a masthead."""
    return _menu_like(line.text) or (line.hit is not None and line.hit.kind == "navigation" and line.hit.strength >= 2)


def _headline_like(text: str) -> bool:
    """Long enough, and with small words, to be a headline that merely opens like a cue ("IN BRIEF | …", "Watch: …")."""
    words = text.split()
    return len(words) >= 6 and sum(w[:1].islower() for w in words) >= 3 and not strongest_is_closing(text)


def strongest_is_closing(text: str) -> bool:
    hit = strongest(text)
    return hit is not None and hit.kind in ("newsletter", "comments", "legal", "share", "advert", "related", "navigation")


def _menu_like(text: str) -> bool:
    """A row of section names: hardly a small word, every word capitalised, nothing of a sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    small = sum(w.islower() for w in words)
    return (
        len(words) >= 3
        and small <= len(words) / 6
        and not re.search(r"[,;:?!’'\"$€£\d]", text)
        and len(words) <= 14
        and not _has_verb_shape(words)
    )


def _has_verb_shape(words: Sequence[str]) -> bool:
    return any(re.search(r"(?:[a-z]{3}s|ed|ing)$", w) for w in words[1:3]) and len(words) > 7


def is_meta(text: str) -> bool:
    """A byline, a publication stamp, or both."""
    if len(text) > 160:
        return False
    found = stamps(text)
    rest = between_stamps(text, found)
    if found and len(re.findall(r"\w+", outside_stamps(text, found))) <= 4:
        return True
    return (starts_byline(rest) and len(rest.split()) <= 12) or (bool(found) and bool(people(rest)))


def _around(lines: Sequence[Line], title: int | None, record: int | None) -> Head:
    """Collects the stamp and byline lines near the title and finds where the text begins."""
    start = (record if record is not None else title if title is not None else -1) + 1
    stamped = [i for i in range(title or 0) if is_meta(lines[i].text)]
    bylines: list[int] = []
    body = start
    for i in range(start, min(len(lines), start + 8)):
        text = lines[i].text
        if is_meta(text):
            stamped.append(i)
            body = i + 1
        elif i <= start + 2 and (_bare_byline(text) or _only_names(text) or _bare_name(lines, i)):
            bylines.append(i)
            body = i + 1
        elif lines[i].words >= 12 and lines[i].prose:
            break
    return Head(title, body, record, tuple(stamped), tuple(bylines))


def _bare_byline(text: str) -> bool:
    """A name with a role and nothing else ("Marcus Thell, Health Correspondent")."""
    if (words := text.split())[-1:] and words[-1].lower() in ROLES and len(words) <= 8 and "," not in text:
        named = people(text)
        return len(named) == 1 and opens_with_given_name(named[0])
    parts = text.split(",")
    return (
        len(text) < 90
        and len(parts) <= 3
        and not text.endswith(".")
        and bool(people(text))
        and len(parts) > 1
        and len(parts[0].split()) <= 4
    )


def _only_names(text: str) -> bool:
    """Several people, maybe with their places, and nothing else: "Miriam Oakes in Kingsmere and Josef Tarn in Skelby"."""
    small = [w for w in re.findall(r"[^\W\d_]+", text) if w.islower()]
    names = people(text) if len(text) < 120 and set(small) <= {"in", "and", "at", "de", "van", "von"} else ()
    return len(names) > 1 and any(opens_with_given_name(name) for name in names)


def _bare_name(lines: Sequence[Line], i: int) -> bool:
    """A person's name alone under the title, whom the text does not speak of."""
    named = signature(lines[i].text)
    if len(named) != 1 or not opens_with_given_name(named[0]):
        return False
    family = named[0].split()[-1]
    return not any(family in later.text for later in lines[i + 1 : i + 1 + _SPOKEN_OF] if later.prose)
