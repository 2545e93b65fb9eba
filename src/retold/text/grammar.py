"""The grammar of English sentences: tags, trees and names from the pipeline that ships with Retold.

The weights lie in the package (`data/grammar`, see its README for what they were trained on) and are loaded at the first call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# One character for one, so that offsets into the plain text are offsets into the text as written.
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " ", "\u200b": " ", "\n": " ", "\t": " "})

# The parser's memory grows with a text's length; a block of some 800 words keeps it flat, and no real paragraph is as long.
LONGEST_BLOCK = 5000
BATCH = 64
# Titles that the tokeniser would cut from their full stop, which then looks like a sentence's end.
TITLES = ("Capt.", "Sgt.", "Cmdr.", "Supt.", "Insp.", "Cpl.", "Pvt.", "Brig.", "Adm.", "Sen.", "Rep.", "Reps.", "Sens.", "Gov.", "Govs.", "Pres.", "Atty.", "Hon.", "Maj.", "Col.")


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
    import spacy  # noqa: PLC0415

    loaded = spacy.load(str(files("retold") / "data" / "grammar"))
    for title in TITLES:
        loaded.tokenizer.add_special_case(title, [{"ORTH": title}])
    return loaded


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
    starts = tuple(start + token.idx for token in doc)
    words = tuple(token.text for token in doc)
    heads = tuple(token.head.i for token in doc)
    children: list[list[int]] = [[] for _ in words]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    sentence, numbers = -1, []
    for token in doc:
        sentence += bool(token.is_sent_start)
        numbers.append(max(sentence, 0))
    return Parse(
        start=start,
        end=end,
        starts=starts,
        ends=tuple(at + len(word) for at, word in zip(starts, words, strict=True)),
        words=words,
        lower=tuple(word.lower() for word in words),
        tags=tuple(token.tag_ for token in doc),
        parts=tuple(token.pos_ for token in doc),
        heads=heads,
        relations=tuple(token.dep_ for token in doc),
        sentences=tuple(numbers),
        names=tuple(token.ent_type_ for token in doc),
        first=tuple(token.left_edge.i for token in doc),
        last=tuple(token.right_edge.i for token in doc),
        children=tuple(map(tuple, children)),
    )
