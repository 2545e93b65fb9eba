"""The phrases by which a site's furniture gives itself away (data/furniture.tsv), by kind and strength."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from retold.types import FurnitureKind

# Among cues of one strength the kind that says most comes first: a credit before a legal line.
_ORDER: tuple[FurnitureKind, ...] = ("credit", "advert", "comments", "newsletter", "share", "related", "caption", "navigation", "legal")
_PLACES = {"whole": r"^\W*(?:{})\W*$", "start": r"^\W*(?:{})", "end": r"(?:{})\W*$", "any": r"\b(?:{})(?:\b|(?<=\W))", "regex": r"(?:{})"}
_LOOKED_AT = 160  # characters at the beginning and at the end of a long line: they tell
_FEW_WORDS = 40  # a phrase in the middle of a longer paragraph is what the paragraph speaks of,
_REPEATED = 2  # unless it holds several, as a form's texts run together do

_SHARE_WORDS = frozenset(
    "share tweet pin it print email e mail save like copy link bookmark follow whatsapp facebook flip send forward gift listen republish reuse this on via in with to us the a "
    "an friend friends me by page button article story post image content now for later twitter telegram pinterest linkedin reddit tumblr instagram youtube tiktok flipboard "
    "messenger viber vk line threads bluesky mastodon google digg pocket skype sms x comments comment opens open new window tab click views view shares min read more version "
    "text size small medium large aa url copied loading whats app discuss".split()
)
_SHARE_CORE = _SHARE_WORDS & frozenset(
    "share tweet pin print email mail save like copy bookmark whatsapp facebook send forward gift republish reuse twitter telegram pinterest linkedin reddit tumblr instagram "
    "flipboard messenger viber vk threads bluesky mastodon".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """The strongest cue found in a line. `strength` 3: furniture whatever it reads like; 2: unless a full sentence; 1: with other signs."""

    kind: FurnitureKind
    strength: int


def strongest(line: str) -> Hit | None:
    """The strongest cue of a line; among equals, of the kind that says most."""
    folded = line.replace("’", "'").replace("\u00a0", " ")
    if _only_shares(folded):
        return Hit("share", 3)
    long = folded.count(" ") >= _FEW_WORDS
    head, tail = (folded[:_LOOKED_AT], folded[-_LOOKED_AT:]) if long else (folded, folded)
    for hit, pattern, place in _compiled():
        if place == "end":
            found = bool(pattern.search(tail))
        elif place == "any" and long:
            found = hit.kind in ("newsletter", "legal") and len(pattern.findall(folded[: 4 * _LOOKED_AT])) >= _REPEATED
        else:
            found = bool(pattern.search(head))
        if found:
            return hit
    return None


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[Hit, re.Pattern[str], str], ...]:
    phrases: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for row in (files("retold.data") / "furniture.tsv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, strength, place, phrase = row.split("\t")
            phrases[-int(strength), _ORDER.index(cast(FurnitureKind, kind)), place].append(phrase)
    return tuple(
        (Hit(_ORDER[kind], -strength), re.compile(_PLACES[place].format("|".join(listed)), re.IGNORECASE), place)
        for (strength, kind, place), listed in sorted(phrases.items())
    )


def _only_shares(line: str) -> bool:
    """Whether a line is nothing but the words of share buttons."""
    words = re.findall(r"[^\W\d_]+", line.lower()) if len(line) < 200 else []
    return bool(words) and any(w in _SHARE_CORE for w in words) and all(w in _SHARE_WORDS for w in words)
