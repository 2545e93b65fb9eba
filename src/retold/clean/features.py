"""The features by which a block of an HTML page is told to be part of the article: its shape, where it stands, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retold.clean.markup import Block, Box

_MARKS = tuple(
    re.compile(words)
    for words in (
        r"(?:article|story|post|entry|news|content|main|page)[_-]{0,2}(?:body|content|text|copy|main|inner)|articlebody|body-?text|body-?copy|rich-?text|wysiwyg|prose|entry-content|paragraph|story\b|markdown|text-?block",
        r"\barticle|\bpost\b|\bentry\b|\bstory|\bmain\b|\bcontent\b|\bbody\b|\bcolumn",
        r"caption|\bcap\b|photo|image|picture|gallery|media|figure|\bimg|video|credit|slide",
        r"relat|most-?(?:read|popular|view)|popular|trending|recommend|read-?(?:more|next|also)|also-?(?:read|like)|inread|more-?(?:from|stories|news|on)|recirc|outbrain|taboola|promo|teaser|see-?also|latest|next|prev|pager|card|list-?item|grid|tile|feed|carousel|slider|rail",
        r"author|byline|bio\b|writer|contributor|profile|avatar",
        r"newsletter|sign-?up|subscri|mailing|\bcta\b|donat|paywall|member|register|login|modal|popup|overlay|form\b|optin",
        r"comment|respond|reply|disqus|livefyre|discuss|\bcm\b|replies",
        r"shar(?:e|ing)|social|toolbar|addthis|facebook|twitter|follow|btn|button|tools|action",
        r"(?:^|[\s_-])ads?(?:$|[\s_-])|advert|sponsor|\bmpu\b|banner|dfp|gpt|leaderboard|partner|affiliate|\bdeal|shop|product|price",
        r"copyright|disclaimer|legal|cookie|consent|gdpr|privacy|footnote|terms|notice",
        r"nav|menu|breadcrumb|skip|header|masthead|footer|sidebar|side-|ticker|\btoc|table-of-content|search|paginat|kicker|topbar|bottom|widget|aside|site-",
        r"tags?\b|topic|categor|keyword|label|taxonomy|filed",
        r"date|time|meta\b|publish|updated|stamp|dateline|info\b",
        r"title|headline|heading|hed\b",
        r"summary|excerpt|standfirst|dek\b|deck\b|subtitle|subhead|intro|lead\b|lede|description|abstract|key-?points|highlights|takeaway|tldr",
        r"quote|pull|tweet|embed|instagram|callout|highlight|box\b|infobox|factbox|aside|note",
        r"faq|accordion|tab|step|recipe|ingredient|instruction|table",
        r"correction|editor|source|reference|citation|bibliograph",
    )
)
_TAGS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "th",
    "div",
    "blockquote",
    "pre",
    "figcaption",
    "dt",
    "dd",
    "section",
    "article",
    "button",
    "center",
)
_AROUND = (
    "article",
    "main",
    "aside",
    "nav",
    "header",
    "footer",
    "figure",
    "form",
    "table",
    "ul",
    "ol",
    "blockquote",
    "section",
    "dl",
    "button",
)
_ENDED = re.compile(r"[.!?…。！？][”\"'’»)\]]*\s*$|[”\"»]\s*$")
_FAR = 9
_TOKENS = re.compile(r"©|\w+")
_CAPITALS = re.compile(r"(?:^|\s)(?=[^\W\d_])(?![a-z])")
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


_AROUND_NUMBER = {tag: len(_MARKS) + i for i, tag in enumerate(_AROUND)}
_TAG_NUMBER = {tag: i for i, tag in enumerate(_TAGS)}
_WORD_LISTS: dict[str, tuple[int, ...]] = {
    word: tuple(i for i, words in enumerate(_LEXICON) if word in words) for word in frozenset().union(*_LEXICON)
}


@lru_cache(maxsize=8192)
def _mark_numbers(marks: str) -> tuple[int, ...]:
    return tuple(i for i, pattern in enumerate(_MARKS) if pattern.search(marks)) if marks else ()


class BoxReader:
    """Reads each box once: how far each mark and each tag is above a block, and how much prose a box holds."""

    def __init__(self, found: Sequence[Block], prose: Sequence[int], lengths: Sequence[int]) -> None:
        self._distances: dict[Box, list[int]] = {}
        self.prose: dict[Box, int] = defaultdict(int)
        self.all: dict[Box, int] = defaultdict(int)
        self.linked: dict[Box, int] = defaultdict(int)
        for block, sentences, words in zip(found, prose, lengths, strict=True):
            self.prose[block.box] += sentences
            self.all[block.box] += words
            self.linked[block.box] += int(words * block.link_share)
        self._hand_up()

    def _hand_up(self) -> None:
        """Adds what each box holds to the box around it, the deepest first."""
        by_depth: dict[int, dict[Box, None]] = defaultdict(dict)  # in the page's order, which a set would lose
        for box in self.all:
            by_depth[box.depth][box] = None
        for depth in range(max(by_depth, default=0), 0, -1):
            for box in by_depth.pop(depth, {}):
                up = box.parent
                if up is not None:
                    self.prose[up] += self.prose[box]
                    self.all[up] += self.all[box]
                    self.linked[up] += self.linked[box]
                    by_depth[up.depth][up] = None

    def distances(self, box: Box) -> list[int]:
        """Elements between a block in this box and the nearest one of each mark and tag, from 0; `_FAR` where there is none near."""
        known = self._distances.get(box)
        if known is None:
            known = self._distances[box] = [_FAR] * (len(_MARKS) + len(_AROUND))
            above: list[Box] = []
            at: Box | None = box
            while at is not None and at.parent is not None and len(above) < _FAR:
                above.append(at)
                at = at.parent
            for distance in range(len(above) - 1, -1, -1):
                for i in _mark_numbers(above[distance].marks):
                    known[i] = distance
                tag = _AROUND_NUMBER.get(above[distance].tag)
                if tag is not None:
                    known[tag] = distance
        return known


def shape(block: Block, words: int, ended: bool) -> list[float]:
    """What a block shows by itself."""
    text = block.text
    length = len(text)
    counts = [0] * len(_LEXICON)
    seen = set()
    for token in _TOKENS.findall(text[:400].lower()):
        if token in _WORD_LISTS and token not in seen:
            seen.add(token)
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
    page = _Page(reader, Counter(b.text for b in found), _main_box(reader), _runs(found, kept, ended), len(found))
    before = np.concatenate([[0], np.cumsum(lengths)])
    rows = []
    for i in chosen:
        position = (i / len(found), before[i] / max(1, before[-1]), (i - title) if title >= 0 else -99, title >= 0)
        rows.append(
            [
                *shape(found[i], lengths[i], ended[i]),
                *_place(found[i], page),
                *position,
                min(len(found), 500),
                *_alike(page, found[i], kept[i]),
            ]
        )
    linked = [b.link_share for b in found]
    around = np.column_stack([np.array(v, dtype=np.float32) for v in (np.minimum(lengths, 200), linked, ended, kept)])
    own = np.column_stack([kept, stated]).astype(np.float32)
    features = np.hstack([np.array(rows, dtype=np.float32).reshape(len(chosen), -1), _with_neighbours(around, own)[chosen]])
    return features, chosen


def _hopeless(block: Block, words: int) -> bool:
    """A label or a link that trafilatura does not keep either: reading it costs more than it brings."""
    return words <= 2 or (words < 12 and block.link_share > 0.5)


@dataclass(frozen=True, slots=True)
class _Page:
    """What all blocks of a page are compared with."""

    reader: BoxReader
    repeated: Counter[str]
    best: Box | None
    runs: dict[tuple[str, ...], list[float]]
    blocks: int


def _place(block: Block, page: _Page) -> list[float]:
    """Where a block stands."""
    box, reader = block.box, page.reader
    up = box.parent or box
    tag = [0] * len(_TAGS)
    if box.tag in _TAG_NUMBER:
        tag[_TAG_NUMBER[box.tag]] = 1
    inner = [0] * len(_MARKS)
    for i in _mark_numbers(block.inner):
        inner[i] = 1
    best = page.best or box
    return [
        *reader.distances(box),
        *tag,
        *inner,
        "strong" in block.inner or block.inner.startswith("b "),
        "em" in block.inner or block.inner.startswith("i "),
        box.depth,
        _inside(box, page.best),
        reader.prose[box], reader.all[box], reader.prose[up], reader.all[up],
        reader.linked[up] / max(1, reader.all[up]),
        reader.prose[up] / max(1, reader.all[up]),
        reader.prose[best] / max(1, reader.all[best]),
        page.repeated[block.text],
    ]  # fmt: skip


def _runs(found: Sequence[Block], kept: Sequence[float], ended: Sequence[bool]) -> dict[tuple[str, ...], list[float]]:
    """Of each signature: how many blocks have it, how much of them is kept, how many end like sentences."""
    runs: dict[tuple[str, ...], list[float]] = {}
    for block, share, end in zip(found, kept, ended, strict=True):
        counts = runs.setdefault(_signature(block), [0.0, 0.0, 0.0])
        counts[0] += 1
        counts[1] += share
        counts[2] += end
    return runs


def _signature(block: Block) -> tuple[str, ...]:
    """What blocks of one run have in common: their element and the elements around it."""
    box = block.box
    up = box.parent
    above = up.parent if up is not None else None
    return (box.tag, box.marks, up.tag if up else "", up.marks if up else "", above.marks if above else "")


def _alike(page: _Page, block: Block, own: float) -> tuple[float, float, float]:
    """How many blocks share the signature, and the shares of the others that are kept and of all that end like sentences."""
    counts = page.runs[_signature(block)]
    others = counts[0] - 1
    return (counts[0], (counts[1] - own) / others if others else -1.0, counts[2] / counts[0])


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


def _main_box(reader: BoxReader) -> Box | None:
    """The deepest box that still holds most of the page's prose."""
    if not reader.prose:
        return None
    most = max(reader.prose.values())
    holding = [box for box, prose in reader.prose.items() if prose >= 0.6 * most]
    return max(holding, key=lambda box: box.depth)


def _inside(box: Box | None, best: Box | None) -> int:
    while box is not None:
        if box is best:
            return 1
        box = box.parent
    return 0
