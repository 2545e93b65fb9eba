"""Two runs of text with the words that differ marked, and a changed place within its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from retold.show.contexts import Words, WordsMark
from retold.text.sentences import sentences
from retold.types import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
WIDEST = 260  # characters shown on either side of a change: about what is left of a long sentence


def differing_words(before: str, after: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both texts cut into runs that stand in both ("about") and runs that do not ("removed", "added"); joined, each gives its text back."""
    first, second = list(word_spans(before, 0, len(before))), list(word_spans(after, 0, len(after)))
    left, right = [False] * len(first), [False] * len(second)
    opcodes = Indel.opcodes([folded_word(before, span) for span in first], [folded_word(after, span) for span in second])
    for block in opcodes.as_matching_blocks():
        left[block.a : block.a + block.size] = [True] * block.size
        right[block.b : block.b + block.size] = [True] * block.size
    return _runs(before, first, left, "removed"), _runs(after, second, right, "added")


def in_sentence(text: str, span: Span, words: Sequence[Words]) -> tuple[Words, ...]:
    """`words`, which stand at `span` of `text`, with the rest of their sentence around them; "…" stands for what is cut."""
    start, end = sentence_around(text, span)
    before, after = text[start : span[0]], text[span[1] : end]
    around = (
        (Words("…") if start > 0 and not _starts(text, start) else None),
        Words(before) if before else None,
        *words,
        Words(after) if after else None,
        (Words("…") if end < len(text) and text[end - 1 : end].isalnum() else None),
    )
    return tuple(part for part in around if part is not None)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence (or sentences) that hold the span, no longer than `WIDEST` on either side, within its paragraphs."""
    start, end = max(0, span[0] - WIDEST), min(len(text), span[1] + WIDEST)
    window = text[start:end]
    from_window, to_window = span[0] - start, span[1] - start
    whole = sentences(window)
    left = next((a for a, b in whole if a <= from_window < b), from_window)
    right = next((b for a, b in whole if a < to_window <= b), to_window)
    if left == 0 and start > 0 and not _starts(text, start):
        left = _word_edge(window, from_window)
    if right == len(window) and end < len(text):
        right = max(to_window, window.rfind(" "))
    return start + left, start + right


def _word_edge(window: str, at_most: int) -> int:
    edge = window.find(" ") + 1
    return edge if 0 < edge <= at_most else at_most


def _starts(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ")
    return not before or before[-1] in ".!?…\n\"'”’»)]"


def word_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Where the words and punctuation marks stand between two offsets."""
    return (found.span() for found in _WORD.finditer(text, start, end))


def folded_word(text: str, span: Span) -> str:
    """A word as it is compared: without case, and with typewriter quotation marks."""
    word = text[span[0] : span[1]]
    return {"“": '"', "”": '"', "‘": "'", "’": "'"}.get(word, word.casefold().replace("’", "'"))


def _runs(text: str, tokens: Sequence[Span], shared: Sequence[bool], mark: WordsMark) -> tuple[Words, ...]:
    """Neighbours of the same kind are joined; the space between two kinds goes with what stands in both."""
    runs: list[Words] = []
    position = 0
    for index, (start, end) in enumerate(tokens):
        kind: WordsMark = "about" if shared[index] else mark
        gap = text[position:start]
        if runs and runs[-1].mark == kind:
            runs[-1] = Words(runs[-1].text + gap + text[start:end], kind)
        elif kind == "about":
            runs.append(Words(gap + text[start:end], kind))
        else:
            _join_gap(runs, gap)
            runs.append(Words(text[start:end], kind))
        position = end
    _join_gap(runs, text[position:])
    return tuple(runs)


def _join_gap(runs: list[Words], gap: str) -> None:
    if not gap:
        return
    if runs and runs[-1].mark == "about":
        runs[-1] = Words(runs[-1].text + gap, "about")
    else:
        runs.append(Words(gap, "about"))
