"""Cut an article's text where marks begin and end, so that spans that nest or overlap can be shown one after the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from retold.show.contexts import Mark, MarkKind, Note, Piece

# Which of several marks over the same words decides where a click goes: the rarest finding first.
LINK_ORDER: tuple[MarkKind, ...] = ("change", "evidence", "passage", "passed-on", "statement", "source", "cue")


def marked_paragraphs(text: str, marks: Sequence[Mark]) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of `text` as runs over which the same marks hold; marks outside the text are cut to it or left out."""
    spans = list(paragraph_spans(text))
    marks = sorted(_inside(text, marks), key=lambda mark: (mark.start, -mark.end, LINK_ORDER.index(mark.kind), mark.target))
    return tuple(tuple(_pieces(text, span, part)) for span, part in zip(spans, _shared_out(spans, marks), strict=True))


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs stand: runs between blank lines, without the line breaks around them."""
    start = 0
    for gap in re.finditer(r"\n\s*\n|\Z", text):
        left, right = start, gap.start()
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            yield left, right
        start = gap.end()


def _inside(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    return (mark for mark in marks if 0 <= mark.start < mark.end and mark.start < len(text))


def _shared_out(spans: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks of each paragraph, in one pass over both."""
    shares: list[list[Mark]] = []
    running: list[Mark] = []
    position = 0
    for start, end in spans:
        while position < len(marks) and marks[position].start < end:
            running.append(marks[position])
            position += 1
        running = [mark for mark in running if mark.end > start]
        shares.append([mark for mark in running if mark.start < end])
    return shares


def _pieces(text: str, span: tuple[int, int], marks: Sequence[Mark]) -> Iterator[Piece]:
    start, end = span
    begins: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begins[max(start, mark.start)].append(mark)
    cuts = sorted({start, end, *begins, *(mark.end for mark in marks if mark.end < end)})
    active: list[Mark] = []
    for left, right in pairwise(cuts):
        active = [mark for mark in active if mark.end > left] + begins.get(left, [])
        # A mark that ran on from the paragraph before has its anchor there.
        starting = [mark for mark in begins.get(left, []) if mark.start >= start or not text[mark.start : start].strip()]
        yield _piece(text[left:right], active, starting)


def _piece(text: str, active: Sequence[Mark], starting: Sequence[Mark]) -> Piece:
    ordered = sorted(active, key=lambda mark: (LINK_ORDER.index(mark.kind), mark.end - mark.start, mark.target))
    linking = next((mark for mark in ordered if mark.target and not mark.note), None)
    named = linking or (ordered[0] if ordered else None)
    return Piece(
        text=text,
        kinds=tuple(kind for kind in LINK_ORDER if any(mark.kind == kind for mark in active)),
        anchors=tuple(dict.fromkeys(mark.anchor for mark in starting if mark.anchor)),
        # A comma between two marks is nothing to click on.
        target=linking.target if linking and any(letter.isalnum() for letter in text) else "",
        title=named.title if named else "",
        carried=len({mark.other for mark in active if mark.kind == "passed-on"}),
        notes=tuple(dict.fromkeys(Note(mark.note, mark.target, mark.title) for mark in starting if mark.note)),
    )
