"""The phrases by which a site's furniture gives itself away (data/furniture.tsv), by kind and strength."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from retold.clean.sieve import Sieve, sieve
from retold.types import FurnitureKind

# Among cues of one strength the kind that says most comes first: a credit before a legal line.
_ORDER: tuple[FurnitureKind, ...] = ("credit", "advert", "comments", "newsletter", "share", "related", "caption", "navigation", "legal")
_PLACES = {"whole": r"^\W*(?:{})\W*$", "start": r"^\W*(?:{})", "end": r"(?:{})\W*$", "any": r"\b(?:{})(?:\b|(?<=\W))", "regex": r"(?:{})"}
_AT_START = ("whole", "start")
_LOOKED_AT = 160  # characters at the beginning and at the end of a long line: they tell
_LONG = 1200  # characters from which a line is long even without spaces
_FEW_WORDS = 30  # a phrase in the middle of a longer paragraph is what the paragraph speaks of,
_IN_FORMS: tuple[FurnitureKind, ...] = ("newsletter", "legal")
_REPEATED = 2  # unless it holds several, as a form's texts run together do

_LONGEST_SHARE_BAR = 200
_LETTERS = re.compile(r"[^\W\d_]+")
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


@lru_cache(maxsize=2048)  # a page's lines are read more than once, and those around an article come with every page of a site
def strongest(line: str, weakest: int = 1) -> Hit | None:
    """The strongest cue of a line, at least as strong as `weakest`; among equals, of the kind that says most."""
    folded = line.replace("’", "'").replace("\u00a0", " ")
    if len(folded) < _LONGEST_SHARE_BAR and _only_shares(folded):
        return Hit("share", 3)
    long = len(folded) > _LONG or folded.count(" ") >= _FEW_WORDS
    head, tail = (folded[:_LOOKED_AT], folded[-_LOOKED_AT:]) if long else (folded, folded)
    lowered = f"{head} {tail}".lower() if long else folded.lower()
    phrases, needs = _compiled()
    possible = needs.possible(lowered)
    for phrase in phrases:
        if phrase.hit.strength < weakest:
            break
        if possible & phrase.bit and phrase.found(head, tail, lowered if long else None):
            return phrase.hit
    return None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """All phrases of one kind, strength and place that need the same pieces."""

    hit: Hit
    place: str
    pattern: re.Pattern[str]
    bit: int

    def found(self, head: str, tail: str, long: str | None) -> bool:
        """Whether a line says it; of a `long` one, whose lower-cased ends that is, only the ends are read."""
        if self.place in _AT_START:
            return self.pattern.match(head) is not None
        if self.place == "any" and long is not None:
            return self.hit.kind in _IN_FORMS and len(self.pattern.findall(long)) >= _REPEATED
        return self.pattern.search(tail if self.place == "end" else head) is not None


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[_Phrase, ...], Sieve]:
    """The phrases, the strongest first, and the sieve that tells which of them a line may hold."""
    listed: dict[tuple[int, int, str, str], list[str]] = defaultdict(list)
    for row in (files("retold.data") / "furniture.tsv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, strength, place, phrase, *pieces = row.split("\t")
            listed[-int(strength), _ORDER.index(cast(FurnitureKind, kind)), place, pieces[0] if pieces else ""].append(phrase)
    keys = sorted(listed)
    phrases = tuple(_phrase(key, listed[key], 1 << number) for number, key in enumerate(keys))
    return phrases, sieve([filter(None, pieces.split(",")) for *_, pieces in keys])


def _phrase(key: tuple[int, int, str, str], phrases: list[str], bit: int) -> _Phrase:
    strength, kind, place, _ = key
    pattern = re.compile(_PLACES[place].format("|".join(phrases)), re.IGNORECASE)
    return _Phrase(Hit(_ORDER[kind], -strength), place, pattern, bit)


def _only_shares(line: str) -> bool:
    """Whether a line is nothing but the words of share buttons."""
    lowered = line.lower()
    first = _LETTERS.search(lowered)
    if first is None or first[0] not in _SHARE_WORDS:
        return False
    words = _LETTERS.findall(lowered)
    return all(w in _SHARE_WORDS for w in words) and any(w in _SHARE_CORE for w in words)
