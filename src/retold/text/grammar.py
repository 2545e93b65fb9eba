"""The grammar of English sentences: tags, trees and names from the pipeline that ships with Retold.

The weights lie in the package (`data/grammar`, see its README for what they were trained on) and are loaded at the first call.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from itertools import accumulate
from operator import add
from types import ModuleType
from typing import Any

# One character for one, so that offsets into the plain text are offsets into the text as written.
PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " ", "\u200b": " ", "\n": " ", "\t": " "}
)

# The parser's memory grows with a text's length; a block of some 800 words keeps it flat, and no real paragraph is as long.
LONGEST_BLOCK = 5000
BATCH = 64
# Titles that the tokeniser would cut from their full stop, which then looks like a sentence's end.
TITLES = (
    "Capt.",
    "Sgt.",
    "Cmdr.",
    "Supt.",
    "Insp.",
    "Cpl.",
    "Pvt.",
    "Brig.",
    "Adm.",
    "Sen.",
    "Rep.",
    "Reps.",
    "Sens.",
    "Gov.",
    "Govs.",
    "Pres.",
    "Atty.",
    "Hon.",
    "Maj.",
    "Col.",
)


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed piece of text, one entry a token in every tuple. Offsets are characters into the whole text.

    `heads` are token indices (a root is its own head), `relations` Universal Dependencies without subtypes, `tags` Penn tags,
    `parts` universal parts of speech, `sentences` the number of the sentence within the piece, `names` PERSON, PLACE, ORG, OTHER or "".
    `first` and `last` are the edges of the token's subtree, both inclusive.
    """

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    sentences: tuple[int, ...]
    names: tuple[str, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]


def parse(text: str, blocks: Iterable[tuple[int, int]]) -> Iterator[Parse]:
    """The parse of each block (a span of `text`), in order; blocks that are too long come in several pieces."""
    pieces = [piece for block in blocks for piece in shortened(text, block)]
    plain = text.translate(PLAIN)
    docs = pipeline().pipe((plain[start:end] for start, end in pieces), batch_size=BATCH)
    for (start, end), doc in zip(pieces, docs, strict=True):
        yield as_parse(doc, start, end)


@cache
def pipeline() -> Any:
    """The trained spaCy pipeline; importing spaCy takes most of a second, so it is done only when a text is to be parsed."""
    with garbage_left():
        spacy = imported_without_commands()
        # the tokeniser is spaCy's own for English, which is there already: read again from disk it costs a tenth of a second
        loaded: Any = spacy.load(str(files("retold") / "data" / "grammar"), exclude=["tokenizer"])
    for title in TITLES:
        loaded.tokenizer.add_special_case(title, [{"ORTH": title}])
    return loaded


@contextmanager
def garbage_left() -> Iterator[None]:
    """No garbage collection: what is loaded stays, and looking through it again and again is a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def imported_without_commands() -> Any:
    """spaCy, without its command line, which its package imports for one name and which is more than a third of its start-up."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    places = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info") if name not in sys.modules}
    for module in places.values():
        vars(module)["info"] = None
    sys.modules.update(places)
    try:
        return import_module("spacy")
    finally:
        for name in places:
            sys.modules.pop(name, None)


def shortened(text: str, block: tuple[int, int]) -> Iterator[tuple[int, int]]:
    start, end = block
    while end - start > LONGEST_BLOCK:
        cuts = [m.end() for m in re.finditer(r"[.!?][\"'”’)]*\s|\s", text[start : start + LONGEST_BLOCK]) if len(m.group()) > 1]
        cut = start + (cuts[-1] if cuts else max(text.rfind(" ", start, start + LONGEST_BLOCK) - start, 0) or LONGEST_BLOCK)
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def as_parse(doc: Any, start: int, end: int) -> Parse:
    """The columns of a spaCy document: one array from its C structures, instead of a Python object for each token."""
    columns = doc.to_array(["ORTH", "LOWER", "TAG", "POS", "DEP", "HEAD", "SENT_START", "ENT_TYPE", "IDX", "LENGTH"])
    orth, lower, tag, part, relation, offset, opens, name, at, length = columns.T.tolist() if len(doc) else [[]] * 10
    heads = tuple(index + signed(head) for index, head in enumerate(offset))
    first, last = edges(heads)
    spelt = spelling(doc.vocab.strings)
    starts = tuple(start + place for place in at)
    return Parse(
        start=start,
        end=end,
        starts=starts,
        ends=tuple(map(add, starts, length)),
        words=tuple(map(spelt, orth)),
        lower=tuple(map(spelt, lower)),
        tags=tuple(map(spelt, tag)),
        parts=tuple(map(spelt, part)),
        heads=heads,
        relations=tuple(map(spelt, relation)),
        sentences=tuple(number - 1 for number in accumulate(int(index == 0 or mark == 1) for index, mark in enumerate(opens))),
        names=tuple(map(spelt, name)),
        first=first,
        last=last,
        children=children_of(heads),
    )


def signed(value: int) -> int:
    """Heads are kept as offsets in unsigned numbers."""
    return value - 2**64 if value >= 2**63 else value


def spelling(strings: Any) -> Callable[[int], str]:
    """Look-up of a string by its hash, remembering the words of this text."""
    known: dict[int, str] = {}

    def spelt(key: int) -> str:
        if key not in known:
            known[key] = strings[key] if key else ""
        return known[key]

    return spelt


def edges(heads: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last token of each token's subtree, from the leaves upwards."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    waiting = [0] * len(heads)
    for index, head in enumerate(heads):
        waiting[head] += head != index
    ready = [index for index, count in enumerate(waiting) if not count]
    for index in ready:
        head = heads[index]
        if head != index:
            first[head], last[head] = min(first[head], first[index]), max(last[head], last[index])
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return tuple(first), tuple(last)


def children_of(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            found[head].append(index)
    return tuple(map(tuple, found))
