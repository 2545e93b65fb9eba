"""The kind of furniture that an element gives away by its tag, class and id."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.clean.markup import Block, Box
from retold.clean.sieve import pieces_of, sieve
from retold.types import FurnitureKind

_WORDS: tuple[tuple[FurnitureKind, str], ...] = (
    ("caption", r"caption\w*|cap|wp-caption\w*|figcaption|photo-?credit|image-?credit|media-?credit|legend|credit-?line|photographer|picture-?desc\w*"),
    ("related", r"related\w*|most-?read|most-?popular|mostread|popular|trending|recommend\w*|read-?more|readmore|also-?read|inread|more-?from|more-?stories|recirc\w*|outbrain\w*|taboola\w*|promo|teasers?|see-?also|latest|author-?(?:box|bio|info|card)|about-?author|bio|tags?|topics|next-?prev|post-?navigation|pager"),
    ("newsletter", r"newsletter\w*|signup|sign-?up|subscri\w+|nl-?in|mailing\w*|cta|donat\w+|paywall\w*|membership|tip"),
    ("comments", r"comments?|comment-?\w+|respond|disqus\w*|cm|livefyre|discussion"),
    ("share", r"shar(?:e|ing)\w*|social\w*|btns|toolbar|addthis\w*|sharedaddy|tools"),
    ("advert", r"ads?|advert\w*|adv|sponsor\w*|mpu|banner\w*|dfp|gpt|leaderboard|promoted|native-?ad"),
    ("legal", r"copyright|disclaimer|legal|cookie\w*|consent|gdpr|privacy"),
    ("navigation", r"nav\w*|menu\w*|breadcrumb\w*|skip\w*|header|masthead|footer|sidebar|ticker|toc|search|pagination|kicker|topbar"),
)  # fmt: skip
_PATTERNS = tuple(re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])") for _, words in _WORDS)
_NEEDS = sieve([pieces_of(words) for _, words in _WORDS])
_TAG_KINDS: dict[str, FurnitureKind] = {
    "figcaption": "caption", "figure": "caption", "nav": "navigation", "header": "navigation", "footer": "legal", "aside": "related", "button": "share", "form": "newsletter",
}  # fmt: skip


def kind_of_marks(block: Block) -> FurnitureKind | None:
    """The kind that the elements around a block give away, the nearest first."""
    box: Box | None = block.box
    for _ in range(4):
        if box is None or box.tag in ("article", "main", "body"):
            return None
        if kind := _kind_of(box.tag, box.marks):
            return kind
        box = box.parent
    return None


@lru_cache(maxsize=8192)
def _kind_of(tag: str, marks: str) -> FurnitureKind | None:
    if tag in _TAG_KINDS:
        return _TAG_KINDS[tag]
    possible = _NEEDS.possible(marks)
    return next((_WORDS[i][0] for i, pattern in enumerate(_PATTERNS) if possible >> i & 1 and pattern.search(marks)), None)
