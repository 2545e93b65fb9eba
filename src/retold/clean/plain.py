"""A page of plain text, as a crude scraper leaves it, to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retold.clean.credits import apart, names_its_source, take_dateline, take_other_owners
from retold.clean.draft import Draft
from retold.clean.heads import Head, find_head, record_parts
from retold.clean.lines import Line, judge, read_line
from retold.clean.outlet import Found, agencies_of, outlet_of_lines, outlet_of_url, outlet_told, speaks_as_newsletter
from retold.clean.people import people, starts_byline
from retold.clean.settings import DEFAULT, Settings
from retold.clean.signature import take_biography
from retold.clean.stamps import between_stamps, stamps
from retold.text.outlets import same_name
from retold.types import Furniture, FurnitureKind

_SPACES = re.compile(r"[ \t\u00a0\u200b]+")
_GLUED_CAPTION = re.compile(r"^.{10,300}?\b(?:[A-Z]{3,} )?(?:PHOTOGRAPH|PHOTO|PICTURE)S?(?: BY [A-Z ]{3,40})?\s+(?=[A-Z“‘\"'])")
# "File picture" as a sentence of its own, and whose picture it is before a sentence that begins with a small word.
_GLUED_FILE = re.compile(
    r"^[^.!?]{10,200}?[.!]? ?\(?(?:file|archive|library|handout|stock|agency)(?: \w+)? (?:picture|photo|image|photograph|pic)s?\)?[.:]? (?=[A-Z“‘\"'])"
    r"|^[^.!?]{10,200}[.!] (?-i:Photo|Picture|Photograph|Image|Credit)s?(?: by|:) (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}(?: ?/ ?[A-Z]\w+(?: [A-Z]\w+)?)?) "
    r"(?=(?-i:The|A|An|In|On|At|It|He|She|They|But|For|When|After|Two|Three|Police)\s)",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(r"^(?:Story highlights?|Key points|Highlights)\s+(?=[A-Z“‘\"'])")
_GLUED: tuple[tuple[re.Pattern[str], FurnitureKind], ...] = (
    (_GLUED_CAPTION, "caption"),
    (_GLUED_FILE, "caption"),
    (_GLUED_LABEL, "navigation"),
)


def draft_of_text(text: str, url: str | None, settings: Settings = DEFAULT) -> Draft:
    """What a plain page says, before ids are made."""
    raws = [stripped for raw in text.splitlines()[: settings.most_lines] if (stripped := _SPACES.sub(" ", raw).strip())]
    lines = [read_line(piece) for raw in raws for piece in apart(raw)]
    head = find_head(lines, settings)
    title = lines[head.title].text if head.title is not None else None
    below = [line for i, line in enumerate(lines) if i >= head.body]
    draft = Draft(title=title)
    judged = judge([line for line in below if line.text != title and not _repeats_title(draft, line)], settings)
    _take_head(draft, lines, head)
    kept_any = any(line.kind is None for line in judged)
    for line in judged:
        rescued = not kept_any and line.words >= settings.caption_words and (line.hit is None or line.hit.strength < 3)
        _take_line(draft, replace(line, kind=None) if rescued else line)
    _take_facts(draft, lines, head, url)
    return draft


def _repeats_title(draft: Draft, line: Line) -> bool:
    """A line that only says the title again with a stamp ("… Updated: 2016-05-30 09:53 (Agencies)"); what credits it is kept."""
    title = draft.title
    if not title or not line.text.startswith(title) or len(line.text) > len(title) + 80:
        return False
    rest = line.text[len(title) :].strip()
    found = stamps(rest)
    if not found:
        return False
    draft.furniture.append(Furniture("credit" if "(" in rest else "navigation", line.text))
    draft.credits += re.findall(r"\([^()]{3,60}\)", rest)
    return True


def _take_head(draft: Draft, lines: Sequence[Line], head: Head) -> None:
    """Everything above the text that is not the title: navigation, stamps, bylines."""
    known = {head.title, head.record, *head.stamps, *head.bylines}
    for i, line in enumerate(lines[: head.body]):
        if i not in known:
            draft.furniture.append(Furniture(line.hit.kind if line.hit else "navigation", line.text))


def _take_line(draft: Draft, line: Line) -> None:
    if line.kind is not None:
        draft.furniture.append(Furniture(line.kind, line.text))
        if line.kind == "credit" and names_its_source(line.text):
            draft.credits.append(line.text)
        return
    text = line.text
    for pattern, kind in _GLUED:
        if glued := pattern.match(text):
            draft.furniture.append(Furniture(kind, glued[0].strip()))
            text = text[glued.end() :]
    draft.paragraphs.append(text)


def _take_facts(draft: Draft, lines: Sequence[Line], head: Head, url: str | None) -> None:
    record = record_parts(lines[head.record].text) if head.record is not None else None
    draft.url = record[0] if record else url
    if record and record[1]:
        draft.published = Found(record[1], "record")
    if record and record[2]:
        draft.byline = people(record[2])
    _take_stamps(draft, [lines[i].text for i in head.stamps])
    if not draft.byline:
        rests = [
            between_stamps(t, stamps(t))
            for i in head.stamps
            if i > (head.title or 0) or starts_byline(lines[i].text)
            for t in (lines[i].text,)
        ]
        named = [people(t) for t in [*(lines[i].text for i in head.bylines), *(r for r in rests if r)]]
        draft.byline = next((n for n in named if n), ()) or _signed(draft)
    take_biography(draft)
    above = [line.text for line in lines[: head.title or 0] if not (line.hit and line.hit.strength == 3)]
    below = "\n".join(f.text for f in draft.furniture if f.text not in above)
    foot = [f.text for f in draft.furniture if f.kind in ("legal", "credit", "comments", "advert") or speaks_as_newsletter(f.text)]
    bylines = [lines[i].text for i in (*head.stamps, *head.bylines)]
    body = "\n".join([*above, *draft.paragraphs, *foot])
    draft.outlet = outlet_of_url(draft.url, body) or outlet_of_lines(above, foot, bylines, below) or outlet_told(body, draft.credits)
    if record and record[2]:
        listed = [name for name in agencies_of(record[2]) if not (draft.outlet and same_name(name, draft.outlet.value))]
        draft.credits[:0] = listed
    take_dateline(draft)
    take_other_owners(draft, [lines[i].text for i in range((head.title or 0) + 1, head.body)])


def _take_stamps(draft: Draft, texts: Sequence[str]) -> None:
    found = [stamp for text in texts for stamp in stamps(text)]
    published = [s for s in found if s.kind == "published"] or [s for s in found if s.kind == "plain"]
    updated = [s for s in found if s.kind == "updated"]
    if draft.published is None and (published or updated):
        draft.published = Found((published or updated)[0].value, "stamp" if published else "updated stamp")
    if updated:
        draft.updated = updated[0].value


def _signed(draft: Draft) -> tuple[str, ...]:
    """A name under the text ("- G. Lindqvist-Amaro"), or a "By …" line among the furniture."""
    for piece in draft.furniture:
        if (starts_byline(piece.text) or _signs(piece.text)) and len(piece.text) < 80 and (names := people(piece.text)):
            return names
    for i in range(len(draft.paragraphs) - 1, max(-1, len(draft.paragraphs) - 4), -1):
        if _signs(draft.paragraphs[i]) and (names := people(draft.paragraphs[i])):
            del draft.paragraphs[i]
            return names
    return ()


def _signs(text: str) -> bool:
    return bool(re.match(r"^\s*[-–—]\s*[^\W\d_]", text)) and len(text.split()) <= 6
