"""The features by which a block of an HTML page is told to be part of the article: its shape, where it stands, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retold.clean.markup import Block, Box

_TOKEN = r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))"
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
_TAGS = ("p", "li", "h1", "h2", "h3", "h4", "td", "th", "div", "blockquote", "pre", "figcaption", "dt", "dd", "section", "article", "button", "center")
_AROUND = ("article", "main", "aside", "nav", "header", "footer", "figure", "form", "table", "ul", "ol", "blockquote", "section", "dl", "button")
_ENDED = re.compile(r"[.!?…。！？][”\"'’»)\]]*\s*$|[”\"»]\s*$")
_FAR = 9
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


@lru_cache(maxsize=8192)
def _mark_bits(marks: str) -> int:
    return sum(1 << i for i, pattern in enumerate(_MARKS) if pattern.search(marks)) if marks else 0


class BoxReader:
    """Reads each box once: how far each mark and each tag is above a block, and how much prose a box holds."""

    def __init__(self, found: Sequence[Block]) -> None:
        self._distances: dict[Box, tuple[list[int], list[int]]] = {}
        self.prose: Counter[Box] = Counter()
        self.all: Counter[Box] = Counter()
        self.linked: Counter[Box] = Counter()
        for block in found:
            words = block.text.count(" ") + 1
            prose = words if words >= 8 and block.link_share < 0.5 and _ENDED.search(block.text) else 0
            box: Box | None = block.box
            while box is not None:
                self.prose[box] += prose
                self.all[box] += words
                self.linked[box] += int(words * block.link_share)
                box = box.parent

    def distances(self, box: Box) -> tuple[list[int], list[int]]:
        known = self._distances.get(box)
        if known is None:
            above = self.distances(box.parent) if box.parent is not None else ([_FAR] * len(_MARKS), [_FAR] * len(_AROUND))
            bits = _mark_bits(box.marks) if box.tag != "body" else 0
            marks = [0 if bits >> i & 1 else min(_FAR, d + 1) for i, d in enumerate(above[0])]
            tags = [0 if box.tag == _AROUND[i] else min(_FAR, d + 1) for i, d in enumerate(above[1])]
            known = self._distances[box] = (marks, tags)
        return known


def shape(block: Block) -> list[float]:
    """What a block shows by itself."""
    text = block.text
    tokens = text.split()
    words = len(tokens)
    lowered = {t.strip(".,:;!?()'\"“”‘’|").lower() for t in tokens[:60]}
    capital = sum(t[0].isupper() for t in tokens)
    return [
        words,
        len(text) / words,
        block.link_share,
        bool(_ENDED.search(text)),
        text.endswith(":"),
        capital / words,
        text.isupper(),
        sum(c.isdigit() for c in text[:200]) / min(200, len(text)),
        text.count(",") / words,
        text.count("|") + text.count("»") + text.count(" / ") + text.count(" · "),
        text[0] in "\"“‘'«",
        text[0].islower(),
        text[0].isalpha(),
        "?" in text[-3:],
        "http" in text or "@" in text,
        *(len(lowered & lexicon) / min(words, 60) ** 0.5 for lexicon in _LEXICON),
    ]


def table(found: Sequence[Block], kept: Sequence[float], stated: Sequence[float], title: int) -> NDArray[np.float32]:
    """A row of features a block. `kept`: how much of it trafilatura keeps; `stated`: how much the page's own JSON-LD body; `title`: the headline's block, or -1."""
    reader = BoxReader(found)
    repeated = Counter(b.text for b in found)
    best = _main_box(reader)
    inside = {b.box: _inside(b.box, best) for b in found}
    lengths = [b.text.count(" ") + 1 for b in found]
    total = max(1, sum(lengths))
    rows, before = [], 0
    signatures = [_signature(b) for b in found]
    alike: dict[tuple[str, ...], list[float]] = {}
    for signature, block, share in zip(signatures, found, kept, strict=True):
        counts = alike.setdefault(signature, [0.0, 0.0, 0.0])
        counts[0] += 1
        counts[1] += share
        counts[2] += bool(_ENDED.search(block.text))
    shapes = [shape(b) for b in found]
    for i, block in enumerate(found):
        box = block.box
        marks, tags = reader.distances(box)
        inner = _mark_bits(block.inner)
        up = box.parent or box
        rows.append(
            [
                *shapes[i],
                *marks,
                *tags,
                *(box.tag == tag for tag in _TAGS),
                *(inner >> j & 1 for j in range(len(_MARKS))),
                "strong" in block.inner or block.inner.startswith("b "),
                "em" in block.inner or block.inner.startswith("i "),
                box.depth,
                inside[box],
                reader.prose[box], reader.all[box], reader.prose[up], reader.all[up],
                reader.linked[up] / max(1, reader.all[up]),
                reader.prose[up] / max(1, reader.all[up]),
                reader.prose[best] / max(1, reader.all[best]),
                repeated[block.text],
                i / len(found), before / total, (i - title) if title >= 0 else -99, title >= 0,
                min(len(found), 500),
                *_alike(alike[signatures[i]], kept[i]),
            ]
        )  # fmt: skip
        before += lengths[i]
    return _with_neighbours(np.array(rows, dtype=np.float32), np.array(shapes, dtype=np.float32), np.array(kept, dtype=np.float32), np.array(stated, dtype=np.float32))


def _signature(block: Block) -> tuple[str, ...]:
    """What blocks of one run have in common: their element and the elements around it."""
    box = block.box
    up = box.parent
    above = up.parent if up is not None else None
    return (box.tag, box.marks, up.tag if up else "", up.marks if up else "", above.marks if above else "")


def _alike(counts: Sequence[float], own: float) -> tuple[float, float, float]:
    """How many blocks share the signature, and the shares of the others that are kept and that end like sentences."""
    others = counts[0] - 1
    return (counts[0], (counts[1] - own) / others if others else -1.0, counts[2] / counts[0])


def _with_neighbours(rows: NDArray[np.float32], shapes: NDArray[np.float32], kept: NDArray[np.float32], stated: NDArray[np.float32]) -> NDArray[np.float32]:
    own = np.column_stack([kept, stated])
    near = [np.clip(shapes[:, [0, 2, 3]], 0, 200), kept[:, None]]
    around = np.column_stack(near)
    columns = [rows, own]
    for step in (-3, -2, -1, 1, 2, 3):
        columns.append(_shifted(around, step))
    for reach in (5, 12):
        columns.append(_windowed(kept, reach)[:, None])
        columns.append(_windowed((shapes[:, 3] * np.minimum(shapes[:, 0], 60)), reach)[:, None])
    positions = np.arange(len(kept))
    held = positions[kept > 0.5]
    first, last = (held[0], held[-1]) if len(held) else (0, len(kept))
    columns.append(np.column_stack([positions - first, last - positions, np.full(len(kept), kept.mean() if len(kept) else 0)]))
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
    return ((sums[high] - sums[low]) / (high - low)).astype(np.float32)


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
