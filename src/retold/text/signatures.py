"""Where a text says whose it is: the dateline at its head, the sign-off at its foot, a line of nothing but names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from retold.text.outlets import OutletMention, by_name

SignatureKind = Literal["dateline", "credit", "contributed", "compiled"]


@dataclass(frozen=True, slots=True)
class Signature:
    """The outlet of `mention` signs at `[start, end)`: the text is its own, it gave a part (`contributed`), or it is one of several (`compiled`)."""

    start: int
    end: int
    mention: OutletMention
    kind: SignatureKind


_DATELINE = re.compile(
    r"^(?P<place>[^\n()]{0,80})(?:\((?P<outlet>[^()\n]{2,60})\)|/(?P<slashed>[A-Z][^/()\n]{2,30})/)\.?\s*[-–—:.]", re.MULTILINE
)
# Some agencies put no dash behind theirs: "NEW DELHI (PTI) The …"; then the place must look like one, or be dated.
_UNDASHED = re.compile(
    r"^(?P<place>(?:[A-Z][A-Z .,'’-]{2,40}|[A-Z][^\n()]{2,40}\d{1,2}),?\s?)\((?P<outlet>[A-Z][^()\n]{1,30})\)\s+(?=[A-Z“\"'‘])",
    re.MULTILINE,
)
_BARE_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.’'-]*(?:[ ,.]+(?:[A-Z][\w.’'-]*|\d{1,4}|de|del|la|al|of|upon|am|an|der)\.?){0,6})\s?[,/]\s?(?P<outlet>[A-Z][\w ]{1,40})\s*[-–—:]\s",
    re.MULTILINE,
)
_CLOSING = re.compile(r"(?:^|\s)(?:[-–—/]\s?|\()(?P<outlet>[A-Z][\w’'./ -]{1,40}?)\)?\s*$", re.MULTILINE)
_TAIL = 200  # characters at the end of a text in which an agency's sign-off may stand
_LONGEST = 90  # characters of a line of nothing but names
_BETWEEN = re.compile(
    r"(?:[\s,/|()\[\]–—\-.:;©&+*]|\b(?:and|und|et|y|e|og|en|with|by|from|via|por|mit|avec|con|com|par|von|van|da|der|die|den|the|le|la|staff|writers?|reporters?|news|wires?|"
    r"agency|agencies|agenturen|agences|agencias|agenzie|(?:staff|wire) reports|exclusive|in|für|for)\b|\b[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})*\b)*",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|mit|avec|con|com|met|med)\b", re.IGNORECASE)


def signatures(text: str, named: Sequence[OutletMention]) -> list[Signature]:
    """The signatures of `text` by the outlets that `named` finds in it, at most one for each naming."""
    found = [*_datelines(text, named), *_lines_of_names(text, named), *_closings(text, named)]
    return list({s.mention.start: s for s in reversed(found)}.values())


def _datelines(text: str, named: Sequence[OutletMention]) -> list[Signature]:
    """Heads of lines: "LONDON, Dec 29 (Thomson Reuters Foundation) -", "ERIE, Pa. (AP) —", "MOSCOW, March 3. /TASS/.", "(Reuters) -"."""
    found = []
    for pattern in (_DATELINE, _UNDASHED, _BARE_DATELINE):
        for match in pattern.finditer(text):
            start, end = match.span("outlet") if match["outlet"] else match.span("slashed")
            inside = [m for m in named if m.start >= start and m.end <= end]
            if inside and match.end() - match.start() < 130 and (pattern is not _BARE_DATELINE or inside[-1].end >= end - 1):
                found.append(Signature(match.start(), match.end(), inside[-1], "dateline"))
    return found


def _closings(text: str, named: Sequence[OutletMention]) -> list[Signature]:
    """Ends of texts: "— Reuters", "(AFP)", "/Xinhua/"."""
    by_start = {m.start: m for m in named}
    tail = max(0, len(text.rstrip()) - _TAIL)  # elsewhere it is a caption's
    found = []
    for match in _CLOSING.finditer(text, tail):
        mention = by_start.get(match.start("outlet"))
        if mention and mention.end >= match.end("outlet") - 1 and mention.known:
            found.append(Signature(match.start(), match.end(), mention, "credit"))
    return found


def _lines_of_names(text: str, named: Sequence[OutletMention]) -> list[Signature]:
    """First and last lines that hold outlets and no sentence: "REUTERS", "Por EFE", "jv/kb (Reuters, AFP, dpa)", "With AFP"."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    found = []
    for line in {m.start(): m for m in [*lines[:2], *lines[-3:]]}.values() if len(lines) > 1 else ():
        inside = (
            [m for m in named if m.start >= line.start() and m.end <= line.end() and m.known]
            if len(line.group()) < _LONGEST and not line.group().rstrip().endswith(":")
            else []
        )
        if not inside and line.group().strip(" .()").isupper():
            inside = _shouted(line)
        if inside and _is_between(text, line.span(), inside):
            several = len({m.name for m in inside}) > 1
            joined = _WITH.search(text, line.start(), inside[0].start)
            kind: SignatureKind = "compiled" if several else "contributed" if joined else "credit"
            found += [Signature(line.start(), line.end(), m, kind) for m in inside]
    return found


def only_names(line: str, named: Sequence[OutletMention]) -> bool:
    """Whether a line holds nothing but these outlets and what joins names: "dpa/afp", "By Reuters", "jv/kb (Reuters, AFP, dpa)"."""
    return _is_between(line, (0, len(line)), named)


def _is_between(text: str, span: tuple[int, int], inside: Sequence[OutletMention]) -> bool:
    rest, reached = [], span[0]
    for mention in inside:
        rest.append(text[reached : mention.start])
        reached = mention.end
    return bool(_BETWEEN.fullmatch(" ".join([*rest, text[reached : span[1]]])))


def _shouted(line: re.Match[str]) -> list[OutletMention]:
    """An agency whose name stands alone in capitals: "KYODO"."""
    bare = line.group().strip(" .()–—-/")
    known = by_name(bare)
    if known is None or known.kind != "agency":
        return []
    start = line.start() + line.group().index(bare)
    return [OutletMention(start, start + len(bare), known.name, known.kind)]
