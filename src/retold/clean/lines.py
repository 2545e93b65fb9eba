"""What each line of a page is, by its shape, its cues and its neighbours: a paragraph, a heading, or furniture of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.clean.cues import Hit, strongest
from retold.clean.settings import DEFAULT, Settings
from retold.clean.stamps import outside_stamps, stamps
from retold.types import FurnitureKind

_SENTENCE_END = re.compile(r"""[.!?…:;。！？][”"'’»“‘)\]]*\s*$|[”"»]\s*$|,['’]\s*$""")
_CLOCK_GLUE = re.compile(
    r"^\W*(?:[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d)\s*\d{1,2}:\d\d(?::\d\d)?\W*$|^\W*\d{1,2}:\d\d(?::\d\d)?\W*$"
)
_TWEET = re.compile(r"\(@\w{2,20}\)|pic\.twitter\.com|https?://t\.co/")
_AGENCY_LEAD = re.compile(
    r"^(?:[A-Z]{2,6}|[A-Z][\w.]+(?: [A-Z][\w.]+)? ?/ ?@?[A-Z]\w+|[A-Z]{3,} [A-Z]{3,}|Reuters|Getty(?: Images)?|Alamy|Collect|Twitter|Facebook|Instagram) (?=[A-Z])"
)
_LEFT_TO_ELEMENTS = (
    "advert",
    "navigation",
    "related",
    "comments",
)  # kinds whose weaker cues also stand in lists and offers that an article is about
_HANDLE_LEAD = re.compile(
    r"^(?:Twitter|Facebook|Instagram|YouTube|X|TikTok|Reddit)(?: ?/ ?@?\w+) (?=[A-Z])"
)  # whose picture it is, glued to the caption
_RULE = re.compile(r"^[\W_]*$")
_REPORTS = re.compile(r",?[”\"']? (?:said|says|according to)(?: the)? [A-Z]|\btold (?:the )?[A-Z]\w+|\baccording to\b|\btweeted: ")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+\S")
_LISTING = re.compile(r"^\s*(?:[-*•–·]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its reading. `kind` is None for what belongs to the article. `paragraph` counts from the page's first line."""

    text: str
    words: int
    ended: bool
    hit: Hit | None
    kind: FurnitureKind | None = None

    @property
    def prose(self) -> bool:
        return self.ended and self.words >= DEFAULT.prose_words and (self.hit is None or self.hit.strength < 3)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a line is seen against: the first and the last paragraph, whether paragraphs end like sentences, how many long lines do not."""

    first: int
    last: int
    punctuated: bool
    loose: int


def read_line(text: str, weakest: int = 1) -> Line:
    """A line with its shape and its strongest cue, if that is at least as strong as `weakest`."""
    return Line(text, text.count(" ") + 1, bool(_SENTENCE_END.search(text, max(0, len(text) - 20))), strongest(text, weakest))


def judge(lines: Sequence[Line], settings: Settings = DEFAULT) -> list[Line]:
    """The lines below the title with their kinds."""
    judged = [replace(line, kind=_alone(line)) for line in lines]
    judged = _tail(judged, settings)
    last = max((i for i, line in enumerate(judged) if line.kind is None and line.prose), default=-1)
    first = min(
        (i for i, line in enumerate(judged) if line.kind is None and line.prose and line.words >= settings.paragraph_words),
        default=len(judged),
    )
    punctuated = _mostly_ended(judged)
    loose = sum(line.kind is None and not line.ended and line.words >= settings.caption_words for line in judged[first : last + 1])
    for i, line in enumerate(judged):
        if line.kind is None:
            kind = _in_context(judged, i, _Frame(first, last, punctuated, loose), settings)
            judged[i] = replace(line, kind=kind)
    return judged


def judge_alone(lines: Sequence[Line]) -> list[Line]:
    """The lines with the kinds that they show by themselves: for blocks of a web page, whose context is known better from their elements."""
    return [
        line if line.hit and line.hit.strength == 2 and line.hit.kind in _LEFT_TO_ELEMENTS else replace(line, kind=_alone(line))
        for line in lines
    ]


def _alone(line: Line) -> FurnitureKind | None:
    """The kind that a line shows by itself."""
    if _CLOCK_GLUE.match(line.text) or _HANDLE_LEAD.match(line.text):
        return "caption"
    if _RULE.match(line.text):
        return "navigation"
    hit = line.hit
    if hit is None or hit.strength == 1:
        return None
    if hit.strength == 3:
        return None if _outweighed(line) else hit.kind
    sentence = line.ended and line.words >= DEFAULT.prose_words
    return None if sentence and hit.kind not in ("caption", "related", "comments") else hit.kind


def _outweighed(line: Line) -> bool:
    """A long paragraph that only opens or ends like furniture ("Photos: …" aside)."""
    return line.words > 60 and line.hit is not None and line.hit.kind not in ("newsletter", "legal", "related", "credit", "caption")


def _mostly_ended(lines: Sequence[Line]) -> bool:
    long = [line for line in lines if line.words >= 15 and line.kind is None]
    return sum(line.ended for line in long) >= 0.6 * len(long)


def _tail(lines: list[Line], settings: Settings) -> list[Line]:
    """Everything from a closing heading on (comments, related, newsletter) is furniture where hardly any of the article follows."""
    total = sum(line.words for line in lines if line.kind is None and line.prose)
    seen = 0
    for i, line in enumerate(lines):
        if line.kind is None and line.prose:
            seen += line.words
        heading = line.kind in ("comments", "related", "newsletter", "legal") and line.words <= 12
        if not heading or i == 0:
            continue
        after = [later for later in lines[i + 1 :] if later.kind is None and later.prose]
        share = settings.tail_share if line.kind == "comments" else 0.85
        if (seen >= share * total and total) and not (line.kind == "related" and after and after[0].words >= 25):
            return [*lines[: i + 1], *(replace(later, kind=later.kind or line.kind) for later in lines[i + 1 :])]
    return lines


def _in_context(lines: Sequence[Line], i: int, frame: _Frame, settings: Settings) -> FurnitureKind | None:
    """The kind of a line without a decisive cue of its own."""
    line = lines[i]
    if _TWEET.search(line.text) or (line.ended and line.words >= settings.prose_words and i <= frame.last):
        return None
    if i + 1 < len(lines) and _CLOCK_GLUE.match(lines[i + 1].text):
        return "caption"
    soft: FurnitureKind | None = line.hit.kind if line.hit else None
    if i > frame.last:
        return None if line.ended and line.words >= 5 and not soft and i <= frame.last + 2 else soft or "related"
    if line.ended:
        return soft if soft and line.words < 8 and soft != "caption" else None
    if i < frame.first:
        numbered = _NUMBERED.match(line.text) and i >= frame.first - 2
        return None if numbered or (line.words >= 6 and not soft) else soft or "navigation"
    return None if _LISTING.match(line.text) else _unended(lines, i, frame, settings)


def _unended(lines: Sequence[Line], i: int, frame: _Frame, settings: Settings) -> FurnitureKind | None:
    """The kind of a line between paragraphs that does not end like a sentence: a heading, or furniture."""
    line = lines[i]
    soft: FurnitureKind | None = line.hit.kind if line.hit else None
    if line.words >= 4 and (heading := _heading_before(lines, i)):
        return heading
    if not frame.punctuated:
        return soft if line.words < 8 else None
    if line.words >= settings.long_words and (frame.loose <= settings.few_loose or _tells(line.text)):
        return None
    caption = line.words >= settings.caption_words or _AGENCY_LEAD.match(line.text)
    return soft or ("caption" if caption else None)


def _tells(text: str) -> bool:
    """Whether a long line without its full stop tells what somebody said, as paragraphs do and captions do not."""
    return bool(_REPORTS.search(text))


def _heading_before(lines: Sequence[Line], i: int) -> FurnitureKind | None:
    """The kind of a related heading directly above, or of the run of lines that it opened."""
    above = lines[i - 1] if i else None
    if above is None or above.kind != "related" or (above.ended and not above.text.rstrip().endswith(":")):
        return None
    return "related"


def is_stamp_line(text: str) -> bool:
    """Whether a line is a publication stamp and little else."""
    found = stamps(text)
    return bool(found) and len(outside_stamps(text, found).split()) <= 3
