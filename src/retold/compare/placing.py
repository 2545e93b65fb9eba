"""Places and people that changed places: another province, another compass point, another man where the first stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.compare.comparison import Comparison, Finding
from retold.compare.facts import context
from retold.compare.matching import Match
from retold.compare.names_in_text import Name
from retold.compare.spanned import within
from retold.compare.telling import Telling
from retold.text.names import compare_names

_AREA = r"province|district|county|region|state|city|town|village|governorate|prefecture|oblast|canton|municipality|island"
_AREA_NAME = re.compile(rf"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) ({_AREA})\b|\b({_AREA}) of ([A-Z][\w’'-]+)")
_COMPASS = re.compile(r"\b(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern|ward|wards|erly)?\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|outside|from|to|around|towards?|into|inside|across|off)\s(?:the\s|nearby\s)?$", re.IGNORECASE)
# A shorter name is initials or an abbreviation. From this likeness on a sentence was copied, and from this context on two names stand in one place.
_INITIALS = 3
_COPIED = 0.6
_IN_PLACE = 0.75


def changed_places(comparison: Comparison) -> list[Finding]:
    return _moved_areas(comparison) + _turned(comparison) + _swapped(comparison)


def _swapped(comparison: Comparison) -> list[Finding]:
    """In a copied sentence, one name exactly where another stood: a place behind the same kind of word, or a man whom the sources know."""
    if comparison.pair.siblings or comparison.pair.how not in ("spun", "verbatim", "light-edit", "translated"):
        return []
    found = []
    for match in comparison.matches:
        if not _COPIED <= match.likeness < 1:
            continue
        ours = list(within(comparison.earlier.names, match.earlier.start, match.earlier.end))
        theirs = list(within(comparison.later.names, match.later.start, match.later.end))
        found += [f for old in ours for new in theirs if (f := _swap(comparison, match, old, new))]
    return found


def _swap(comparison: Comparison, match: Match, old: Name, new: Name) -> Finding | None:
    before = comparison.earlier.text[match.earlier.start : match.earlier.end]
    after = comparison.later.text[match.later.start : match.later.end]
    if old.text in after or new.text in before or compare_names(old.text, new.text).relation != "different":
        return None
    near = context(match, old, new)
    if near < _IN_PLACE or set(old.text.lower().split()) & set(new.text.lower().split()):
        return None
    spans = (old.start, old.end), (new.start, new.end)
    placed = [
        bool(_PLACE_BEFORE.search(t.text[max(0, n.start - 14) : n.start])) for t, n in ((comparison.earlier, old), (comparison.later, new))
    ]
    if all(placed):
        return Finding("place", *spans, 0.5 + 0.3 * near, "error", f"place {old.text}")
    known = any(new.text in t.text for t in (comparison.earlier, *comparison.others))
    alike = (len(old.text.split()) > 1) == (len(new.text.split()) > 1) and min(len(old.text), len(new.text)) > _INITIALS
    return Finding("attribution", *spans, 0.45 + 0.3 * near, "error", f"person {old.text}") if known and alike and not any(placed) else None


def _moved_areas(comparison: Comparison) -> list[Finding]:
    """As in "Daryun province" that became "Nohur province"."""
    found = []
    for match in comparison.matches:
        ours = _areas(comparison.earlier, match.earlier.start, match.earlier.end)
        theirs = _areas(comparison.later, match.later.start, match.later.end)
        before = comparison.earlier.text[match.earlier.start : match.earlier.end]
        after = comparison.later.text[match.later.start : match.later.end]
        for kind, name, span in theirs:
            old = [o for o in ours if o[0] == kind and o[1] not in after and compare_names(o[1], name).relation == "different"]
            if old and name not in before and not _said_by(name, (comparison.earlier, *comparison.others)):
                found.append(Finding("place", old[0][2], span, 0.75, "error", f"place {old[0][1]}"))
    return found


def _said_by(name: str, tellings: tuple[Telling, ...]) -> bool:
    return any(name in t.text for t in tellings)


def _areas(telling: Telling, start: int, end: int) -> list[tuple[str, str, tuple[int, int]]]:
    return [(m[2] or m[3], m[1] or m[4], m.span()) for m in _AREA_NAME.finditer(telling.text, start, end)]


def _turned(comparison: Comparison) -> list[Finding]:
    """Compass points that changed in an otherwise like clause."""
    found = []
    for match in comparison.matches:
        ours = list(_COMPASS.finditer(comparison.earlier.text, match.earlier.start, match.earlier.end))
        theirs = list(_COMPASS.finditer(comparison.later.text, match.later.start, match.later.end))
        if not ours or not theirs or any(a in b or b in a for a in map(_point, ours) for b in map(_point, theirs)):
            continue  # "north" and "north-west" may be one direction, told more or less closely
        old, new = ours[0], theirs[0]
        spans = (_phrase_start(comparison.earlier.text, old), old.end()), (_phrase_start(comparison.later.text, new), new.end())
        near = context(match, _Piece(*old.span()), _Piece(*new.span()))
        if near >= 0.5:
            found.append(Finding("place", *spans, 0.4 + 0.5 * near, "error", f"place {_point(old)}"))
    return found


def _phrase_start(text: str, match: re.Match[str]) -> int:
    before = re.search(r"\b(?:from|to|in|on|towards?)\s(?:the\s)?$", text[max(0, match.start() - 14) : match.start()])
    return match.start() - (len(before.group()) if before else 0)


def _point(match: re.Match[str]) -> str:
    return re.sub(r"(?:ern|wards?|erly)$", "", match.group().lower().replace("-", "").replace(" ", ""))


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
