"""Which blocks of an HTML page are the article: trafilatura's choice, the page's own JSON-LD text, and a learned reading of every block."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold.clean.features import table
from retold.clean.markup import Block, Box, Element, without_margins
from retold.clean.settings import Settings

_COMMENTS = frozenset(
    "comments comment commentlist comment-list comments-area comment-content comment-body comments-list comments-section respond disqus_thread commentarea".split()
)
# Names of elements that hold captions and legal notices; of 102 such blocks that read like an article in two sets of sample pages, 16 were one.
_ASIDES = re.compile(r"caption|copyright|disclaimer|(?:^|[\s_-])(?:legal|cookies?|consent)(?:$|[\s_-])")
_NEAR = 3  # elements around a block whose names tell; further out they name whole columns
_MOST_BLOCKS_KEPT = 6000  # the longest of 434 sample pages has 3,000
_WORD = re.compile(r"\w+")
_HEADINGS = ("h2", "h3", "h4", "h5")


def choose(found: Sequence[Block], likely: Mapping[int, float], title: int, settings: Settings) -> list[int]:
    """The numbers of the article's blocks: the likely ones, the headings between them, each text once, without readers' comments."""
    chosen = _above(found, likely, title, settings.likely)
    if sum(len(found[i].text.split()) for i in chosen) < settings.fewest_words and likely:
        chosen = _above(found, likely, title, min(settings.likely, 0.7 * max(likely.values())))
    inside = set(chosen)
    for i, chance in likely.items():
        heading = found[i].box.tag in _HEADINGS and chance > settings.likely_heading and i != title
        if heading and i not in inside and i + 1 in inside and found[i + 1].box.parent is found[i].box.parent and i > chosen[0]:
            inside.add(i)
    seen: set[str] = set()
    once = []
    for i in sorted(inside):
        text = found[i].text
        if text not in seen or text.count(" ") < settings.prose_words:
            once.append(i)
        seen.add(text)
    return once


def _above(found: Sequence[Block], likely: Mapping[int, float], title: int, bound: float) -> list[int]:
    over = [i for i, chance in likely.items() if chance > bound and i != title]
    told = [i for i in over if not (_in_comments(found[i].box) or _in_aside(found[i].box) or _is_shouted_link(found[i]))]
    # A page whose text stands in an element named so (a forum, an odd theme) keeps it.
    return told if sum(len(found[i].text) for i in told) > 0 else over


def _in_comments(box: Box | None) -> bool:
    while box is not None and box.tag not in ("body", "main"):
        if box.marks and not _COMMENTS.isdisjoint(box.marks.split()):
            return True
        box = box.parent
    return False


def _is_shouted_link(block: Block) -> bool:
    """A headline in capitals that is nothing but a link leads to another piece: 12 of 13 in two sets of sample pages."""
    return block.link_share > 0.9 and block.text.count(" ") >= 3 and block.text.isupper()


def _in_aside(box: Box | None) -> bool:
    for _ in range(_NEAR):
        if box is None or box.tag in ("body", "main", "article"):
            return False
        if box.tag == "figcaption" or (box.marks and _ASIDES.search(box.marks)):
            return True
        box = box.parent
    return False


def signals(
    tree: Element, found: Sequence[Block], stated: str = "", title: int = -1, every: bool = False
) -> tuple[NDArray[np.float32], list[int]]:
    """The feature rows of the blocks that may be the article's (with `every`, of all), and the numbers of these blocks."""
    kept = share_kept(found, trafilatura_texts(tree) if _small_enough(found) else [])
    said = share_kept(found, stated.split("\n")) if stated else [0.0] * len(found)
    return table(found, kept, said, title, every)


def _small_enough(found: Sequence[Block]) -> bool:
    """Whether a page is one that trafilatura reads in seconds; its time grows faster than the page."""
    return len(found) <= _MOST_BLOCKS_KEPT


def trafilatura_texts(tree: Element) -> list[str]:
    """The texts that trafilatura takes for the article, an element each."""
    without_margins(tree)
    extract, options = _trafilatura()
    body = getattr(extract(tree, options=options), "body", None)
    return ["".join(e.itertext()) for e in body] if body is not None else []


@cache
def _trafilatura() -> tuple[Any, Any]:
    """Its extraction and our options, made when the first web page is read: loading takes a quarter of a second."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports pages without an article as errors; we report them ourselves
    # Of its formats, plain text is the one for which nothing is written out until it is asked for.
    options = import_module("trafilatura.settings").Extractor(output_format="txt", fast=True, recall=True, comments=False)
    return import_module("trafilatura").bare_extraction, options


def share_kept(found: Sequence[Block], texts: Sequence[str]) -> list[float]:
    """How much of each block is among the texts, by runs of three words."""
    if not texts:
        return [0.0] * len(found)
    whole: set[str] = set()
    as_they_stand: set[str] = set()
    runs: set[tuple[str, str, str]] = set()
    for text in texts:
        words = _words(text)
        whole.add(" ".join(words))
        runs.update(zip(words, words[1:], words[2:], strict=False))
        if words:
            as_they_stand.add(" ".join(text.split()))
    return [1.0 if b.text in as_they_stand else _share(_words(b.text), whole, runs) for b in found]


def _share(words: list[str], whole: set[str], runs: set[tuple[str, str, str]]) -> float:
    if not words or " ".join(words) in whole:
        return float(bool(words))
    if len(words) < 3:
        return 0.0
    own = zip(words, words[1:], words[2:], strict=False)
    return sum(map(runs.__contains__, own)) / (len(words) - 2)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
