"""Where a block stands: what the elements around it are called, and how much prose each of them holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from retold.clean.markup import Block, Box
from retold.clean.sieve import pieces_of, sieve

_MARKS = (
    "|".join(
        rf"(?:article|story|post|entry|news|content|main|page)[_-]{{0,2}}{part}"
        for part in ("body", "content", "text", "copy", "main", "inner")
    )
    + r"|articlebody|body-?text|body-?copy|rich-?text|wysiwyg|prose|entry-content|paragraph|story\b|markdown|text-?block",
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
_PATTERNS = tuple(map(re.compile, _MARKS))
_NEEDS = sieve([pieces_of(words) for words in _MARKS])
_FAR = 9
_FURTHER = bytes(min(distance + 1, _FAR) for distance in range(256))  # a table for bytes.translate
DISTANCES = len(_MARKS) + len(_AROUND)
_NOWHERE = bytes([_FAR] * DISTANCES)
_AROUND_NUMBER = {tag: len(_MARKS) + i for i, tag in enumerate(_AROUND)}
_TAG_ROWS = {tag: bytes(tag == other for other in _TAGS) for tag in _TAGS}
_NO_TAG = bytes(len(_TAGS))


@lru_cache(maxsize=8192)
def mark_numbers(marks: str) -> tuple[int, ...]:
    """Which of the kinds of names are among an element's marks."""
    possible = _NEEDS.possible(marks) if marks else 0
    return tuple(i for i, pattern in enumerate(_PATTERNS) if possible >> i & 1 and pattern.search(marks)) if possible else ()


@lru_cache(maxsize=1024)
def inner_row(inner: str) -> bytes:
    """A byte for each kind of name that the inline elements around all of a block may have."""
    row = bytearray(len(_MARKS))
    for i in mark_numbers(inner):
        row[i] = 1
    return bytes(row)


def tag_row(tag: str) -> bytes:
    """A byte for each tag that is told apart."""
    return _TAG_ROWS.get(tag, _NO_TAG)


class BoxReader:
    """Reads each box once: how far each mark and each tag is above a block, and how much prose a box holds."""

    def __init__(self, found: Sequence[Block], prose: Sequence[int], lengths: Sequence[int]) -> None:
        self._rows: dict[Box, bytes] = {}
        self.prose: dict[Box, int] = defaultdict(int)
        self.all: dict[Box, int] = defaultdict(int)
        self.linked: dict[Box, int] = defaultdict(int)
        for block, sentences, words in zip(found, prose, lengths, strict=True):
            box = block.box
            self.prose[box] += sentences
            self.all[box] += words
            self.linked[box] += int(words * block.link_share)
        self._hand_up()
        self.main = self._main_box()

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

    def _main_box(self) -> Box | None:
        """The deepest box that still holds most of the page's prose."""
        if not self.prose:
            return None
        most = max(self.prose.values())
        return max((box for box, prose in self.prose.items() if prose >= 0.6 * most), key=lambda box: box.depth)

    def row(self, box: Box) -> bytes:
        """A byte for each mark and tag: elements between a block in this box and the nearest one of it, from 0; `_FAR` where there is none near.

        One more tells whether the box is inside the main one.
        """
        unknown: list[Box] = []
        at: Box | None = box
        while at is not None and at not in self._rows:
            unknown.append(at)
            at = at.parent
        for at in reversed(unknown):
            self._rows[at] = self._row_within(at)
        return self._rows[box]

    def _row_within(self, box: Box) -> bytes:
        main = box is self.main
        if box.parent is None:  # the page itself
            return _NOWHERE + bytes([main])
        around = self._rows[box.parent]
        row = bytearray(around.translate(_FURTHER))
        for i in mark_numbers(box.marks):
            row[i] = 0
        if box.tag in _AROUND_NUMBER:
            row[_AROUND_NUMBER[box.tag]] = 0
        row[-1] = main or around[-1]
        return bytes(row)
