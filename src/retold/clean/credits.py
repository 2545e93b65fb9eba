"""Credit lines: the lines, and the pieces glued to paragraphs, that name where a text came from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retold.clean.cues import strongest
from retold.clean.draft import Draft
from retold.clean.lines import is_stamp_line
from retold.clean.outlet import is_foreign, names_agency, owner_name
from retold.clean.people import people, starts_byline
from retold.text.outlets import by_name, mentions, same_name

_NAMES_A_SITE = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|co|news|info|tv|example|[a-z]{2})\b", re.IGNORECASE)
_WORK = re.compile(
    r"^\W*(?:(?:additional|extra|further|with) )?(?:reporting|writing|compiled|translated|written|reported) (?:by|from)\b", re.IGNORECASE
)
_PICTURES = re.compile(
    r"^\W*(?:(?:featured|cover|lead|main|header) )?(?:image|photo|picture|video|graphic|photograph|illustration|thumbnail)s?\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^\W*(?:\w+\s+)?(?:credits?|source|supply|via|original(?:ly)?|information from|first published|courtesy|with (?:information|files|inputs?|reporting))\b|\b(?:supplied|syndicated|provided|republished|reproduced|distributed) (?:by|from|with)\b"
    r"|\bcontributed to this\b|\bplease credit\b|\b(?:first|originally) (?:appeared|published)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"\s*\((?:(?:additional\s+)?(?:reporting|writing|editing|compiled|translated|written)\s+(?:by|from)\b[^()]{2,400})\)\s*$|\s*\((?:source|via|credit)s?\s*:\s*[^()]{2,80}\)\s*$",
    re.IGNORECASE,
)
_BYLINE_WORDS = 12
_LONGEST = 500  # characters of a glued credit
_DATELINE = re.compile(r"^(?P<line>(?:[^\W\d_][\w .,'’/-]{1,60}?\s?)?\((?P<agency>[A-Z][\w .&/]{1,40})\)\s*[-–—:]+)\s")


def names_its_source(line: str) -> bool:
    """Whether a furniture line of kind credit tells where the text came from (an outlet or site), not only which staff wrote it, or whose picture it is."""
    if _PICTURES.match(line) or is_stamp_line(line):
        return False
    return bool(_WORK.match(line)) or bool(_NAMES_A_SITE.search(line)) or bool(_SOURCE.search(line)) or bool(mentions(line))


def apart(paragraph: str) -> tuple[str, ...]:
    """A paragraph, and behind it the credit that was glued to its end, where there is one."""
    begin = max(0, len(paragraph) - _LONGEST)
    found = _GLUED.search(paragraph, begin) if paragraph.rstrip().endswith(")") else None
    if found is None or found.start() == 0:
        return (paragraph,)
    return paragraph[: found.start()].rstrip(), found[0].strip()


def take_other_owners(draft: Draft, head: Iterable[str]) -> None:
    """Adds what names an agency that is not the page's own outlet: a line under the headline, a copyright line at the foot."""
    outlet = draft.outlet.value if draft.outlet else None
    for line in head:
        agency = line if names_agency(line) else _agency_in_byline(line)
        if agency and is_foreign(agency, outlet) and line not in draft.credits:
            draft.credits.insert(0, line)
    for piece in draft.furniture:
        owner = owner_name(piece.text) if piece.kind in ("legal", "credit") and len(piece.text) < 300 else None
        if owner and names_agency(owner.removeprefix("The ").removeprefix("the ")) and is_foreign(owner, outlet):
            draft.credits.append(piece.text)


def _agency_in_byline(line: str) -> str | None:
    """The agency whose writer a byline names, or that stands before its place: "By Ana Ruiz, AP Auto Writer", "PTI, Washington"."""
    first = line.partition(",")[0].strip()
    if names_agency(first):
        return first
    hit = strongest(line, 2)
    if len(line.split()) > _BYLINE_WORDS or "://" in line or (hit and hit.kind == "caption") or not (starts_byline(line) or people(line)):
        return None
    words = line.split()
    behind = (by_name(" ".join(words[-size:])) for size in (3, 2, 1) if len(words) > size)
    named = (m.name for m in mentions(line) if m.kind == "agency" and m.known and not m.plain)
    return next((o.name for o in behind if o and o.kind == "agency"), None) or next(named, None)


def dateline(paragraph: str) -> str | None:
    """The dateline with which an agency's text begins: "ERIE, Pa. (AP) -"."""
    found = _dateline(paragraph)
    return found["line"] if found else None


def take_dateline(draft: Draft) -> None:
    """Adds the dateline with which another agency's text begins; it stays in the text as well."""
    found = next((d for p in draft.paragraphs[:3] if (d := _dateline(p))), None)
    own = draft.outlet.value if draft.outlet else ""
    if found and not (own and (same_name(own, found["agency"]) or found["agency"] in own.split())):
        draft.credits.append(found["line"])


def _dateline(paragraph: str) -> re.Match[str] | None:
    found = _DATELINE.match(paragraph)
    return found if found and (found["agency"].isupper() or mentions(found["agency"])) else None
