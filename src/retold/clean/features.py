"""The features by which a block of an HTML page is told to be part of the article: its shape, where it stands, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold.clean.markup import Block, Box
from retold.clean.surroundings import DISTANCES, BoxReader, inner_row, tag_row

_ENDED = re.compile(r"[.!?…。！？][”\"'’»)\]]*\s*$|[”\"»]\s*$")
_TOKENS = re.compile(r"©|\w+")
_CAPITALS = re.compile(r"(?<!\S)[^\W\d_a-z]")
_DIGITS = re.compile(r"\d")
_LEXICON = tuple(
    frozenset(words.split())
    for words in (
        "subscribe newsletter newsletters inbox email signup sign register join login account free trial download app whatsapp channel notifications alerts",
        "comment comments reply replies respond discussion leave logged post",
        "share tweet facebook twitter linkedin pinterest whatsapp print copy link instagram follow email telegram reddit",
        "advertisement sponsored promoted ad ads affiliate commission deal deals shop buy sale discount price",
        "copyright © reserved rights privacy policy terms cookies cookie disclaimer conditions permission reproduced",
        "photo image picture getty photograph caption credit courtesy images reuters afp ap shutterstock via video illustration",
        "related read more also see latest recommended trending popular next previous recent stories articles news most view all watch continue",
        "by author written published updated posted editor reporter staff writer contributor min read",
        "reporting editing contributed source originally appeared supplied reviewed checked",
        "click here contact us learn get started visit call today schedule book request quote check out",
    )
)


_WORD_LISTS: dict[str, tuple[int, ...]] = {
    word: tuple(i for i, words in enumerate(_LEXICON) if word in words) for word in frozenset().union(*_LEXICON)
}
_LISTED = frozenset(_WORD_LISTS)


def shape(block: Block, words: int, ended: bool) -> list[float]:
    """What a block shows by itself."""
    text = block.text
    length = len(text)
    counts = [0] * len(_LEXICON)
    for token in _LISTED.intersection(_TOKENS.findall(text[:400].lower())):
        for i in _WORD_LISTS[token]:
            counts[i] += 1
    root = min(words, 60) ** 0.5
    first = text[0]
    return [
        words,
        length / words,
        block.link_share,
        ended,
        text.endswith(":"),
        len(_CAPITALS.findall(text)) / words,
        text.isupper(),
        len(_DIGITS.findall(text[:200])) / min(200, length),
        text.count(",") / words,
        text.count("|") + text.count("»") + text.count(" / ") + text.count(" · "),
        first in "\"“‘'«",
        first.islower(),
        first.isalpha(),
        "?" in text[-3:],
        "http" in text or "@" in text,
        *(count / root for count in counts),
    ]


def table(
    found: Sequence[Block], kept: Sequence[float], stated: Sequence[float], title: int, every: bool = False
) -> tuple[NDArray[np.float32], list[int]]:
    """A row of features for each block that may be the article's, and the numbers of these blocks.

    `kept`: how much of a block trafilatura keeps; `stated`: how much the page's own JSON-LD body; `title`: the headline's block, or -1;
    `every`: rows for hopeless blocks too, which training needs.
    """
    lengths = [b.text.count(" ") + 1 for b in found]
    ended = [bool(_ENDED.search(b.text[-12:])) for b in found]
    prose = [n if n >= 8 and e and b.link_share < 0.5 else 0 for n, e, b in zip(lengths, ended, found, strict=True)]
    chosen = [i for i, b in enumerate(found) if kept[i] > 0 or stated[i] > 0 or every or not _hopeless(b, lengths[i])]
    if not chosen:
        return np.zeros((0, 0), dtype=np.float32), []
    reader = BoxReader(found, prose, lengths)
    before = np.concatenate([[0], np.cumsum(lengths)])
    at = np.array(chosen)
    blocks = [found[i] for i in chosen]
    linked = [b.link_share for b in found]
    around = np.column_stack([np.array(v, dtype=np.float32) for v in (np.minimum(lengths, 200), linked, ended, kept)])
    own = np.column_stack([kept, stated]).astype(np.float32)
    columns = [
        np.array([shape(found[i], lengths[i], ended[i]) for i in chosen]),
        *_places(blocks, reader, Counter(b.text for b in found)),
        at[:, None] / len(found),
        before[at][:, None] / max(1, before[-1]),
        at[:, None] - title if title >= 0 else np.full((len(at), 1), -99),
        np.full((len(at), 2), (title >= 0, min(len(found), 500))),
        _alike(found, kept, ended)[at],
        _with_neighbours(around, own)[at],
    ]
    return np.hstack([c.astype(np.float32) for c in columns]), chosen


def _hopeless(block: Block, words: int) -> bool:
    """A label or a link that trafilatura does not keep either: reading it costs more than it brings."""
    return words <= 2 or (words < 12 and block.link_share > 0.5)


def _places(blocks: Sequence[Block], reader: BoxReader, repeated: Counter[str]) -> list[NDArray[Any]]:
    """Where blocks stand: what is around them and how much of the page's words and prose."""
    rows = b"".join([reader.row(b.box) + tag_row(b.box.tag) + inner_row(b.inner) for b in blocks])
    names = np.frombuffer(rows, dtype=np.uint8).reshape(len(blocks), -1)
    numbers = np.array([_numbers(b.box, reader) for b in blocks], dtype=np.float64)
    emphasis = [("strong" in i or i.startswith("b "), "em" in i or i.startswith("i ")) for i in (b.inner for b in blocks)]
    best = reader.main
    prose, words = numbers[:, 1], numbers[:, 2]
    share = np.full(len(blocks), reader.prose[best] / max(1, reader.all[best])) if best else prose / np.maximum(1, words)
    words_up = np.maximum(1, numbers[:, 4])
    return [
        names[:, :DISTANCES], names[:, DISTANCES + 1 :], np.array(emphasis),
        numbers[:, :1], names[:, DISTANCES : DISTANCES + 1], numbers[:, 1:5],
        np.column_stack([numbers[:, 5] / words_up, numbers[:, 3] / words_up, share, [repeated[b.text] for b in blocks]]),
    ]  # fmt: skip


def _numbers(box: Box, reader: BoxReader) -> tuple[int, ...]:
    """Depth; prose and words of the box; prose, words and linked words of the one around it."""
    up = box.parent or box
    return box.depth, reader.prose[box], reader.all[box], reader.prose[up], reader.all[up], reader.linked[up]


def _alike(found: Sequence[Block], kept: Sequence[float], ended: Sequence[bool]) -> NDArray[np.float64]:
    """How many blocks have each block's signature, and the shares of the others that are kept and of all that end like sentences."""
    runs: dict[tuple[str, ...], int] = {}
    run = np.array([runs.setdefault(_signature(b.box), len(runs)) for b in found])
    count = np.bincount(run)[run]
    others = np.bincount(run, kept)[run] - kept
    share = np.where(count > 1, others / np.maximum(1, count - 1), -1.0)
    return np.column_stack([count, share, np.bincount(run, ended)[run] / count])


def _signature(box: Box) -> tuple[str, ...]:
    """What blocks of one run have in common: their element and the elements around it."""
    up = box.parent
    above = up.parent if up is not None else None
    return (box.tag, box.marks, up.tag if up else "", up.marks if up else "", above.marks if above else "")


def _with_neighbours(around: NDArray[np.float32], own: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each block's own shares beside the words, links, ends and shares of its neighbours and of its wider surroundings."""
    kept = own[:, 0]
    columns = [own, *(_shifted(around, step) for step in (-3, -2, -1, 1, 2, 3))]
    for reach in (5, 12):
        columns.append(_windowed(kept, reach)[:, None])
        columns.append(_windowed(around[:, 2] * np.minimum(around[:, 0], 60), reach)[:, None])
    positions = np.arange(len(kept))
    held = positions[kept > 0.5]
    first, last = (held[0], held[-1]) if len(held) else (0, len(kept))
    columns.append(np.column_stack([positions - first, last - positions, np.full(len(kept), kept.mean())]))
    return np.hstack(columns).astype(np.float32)


def _shifted(values: NDArray[np.float32], step: int) -> NDArray[np.float32]:
    moved = np.full_like(values, -1)
    if step < 0:
        moved[-step:] = values[:step]
    else:
        moved[:-step] = values[step:]
    return moved


def _windowed(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    sums = np.concatenate([[0], np.cumsum(values)])
    n = len(values)
    low = np.maximum(np.arange(n) - reach, 0)
    high = np.minimum(np.arange(n) + reach + 1, n)
    means: NDArray[np.float32] = ((sums[high] - sums[low]) / (high - low)).astype(np.float32)
    return means
