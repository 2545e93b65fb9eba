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
_LONG = 1200  # characters from which a line is long even without spaces
_FEW_WORDS = 30  # a phrase in the middle of a longer paragraph is what the paragraph speaks of,
_IN_FORMS: tuple[FurnitureKind, ...] = ("newsletter", "legal")
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


def strongest(line: str, weakest: int = 1) -> Hit | None:
    """The strongest cue of a line, at least as strong as `weakest`; among equals, of the kind that says most."""
    folded = line.replace("’", "'").replace("\u00a0", " ")
    if _only_shares(folded):
        return Hit("share", 3)
    long = len(folded) > _LONG or folded.count(" ") >= _FEW_WORDS
    head, tail = (folded[:_LOOKED_AT], folded[-_LOOKED_AT:]) if long else (folded, folded)
    lowered = f"{head} {tail}".lower() if long else folded.lower()
    for phrase in _compiled():
        if phrase.hit.strength < weakest:
            break
        if phrase.needs and not phrase.needs.search(lowered):
            continue
        if phrase.place == "any" and long:
            found = phrase.hit.kind in _IN_FORMS and len(phrase.pattern.findall(lowered)) >= _REPEATED
        else:
            found = bool(phrase.pattern.search(tail if phrase.place == "end" else head))
        if found:
            return phrase.hit
    return None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """All phrases of one kind, strength and place. Where there is a `needs`, a line must hold one of its pieces."""

    hit: Hit
    place: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None


@lru_cache(maxsize=1)
def _compiled() -> tuple[_Phrase, ...]:
    listed: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    needs: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for row in (files("retold.data") / "furniture.tsv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            kind, strength, place, phrase, *pieces = row.split("\t")
            key = (-int(strength), _ORDER.index(cast(FurnitureKind, kind)), place)
            listed[key].append(phrase)
            needs[key].append(pieces[0] if pieces else "")
    return tuple(
        _Phrase(
            Hit(_ORDER[key[1]], -key[0]),
            key[2],
            re.compile(_PLACES[key[2]].format("|".join(phrases)), re.IGNORECASE),
            _all_pieces(needs[key]),
        )
        for key, phrases in sorted(listed.items())
    )


def _all_pieces(needs: list[str]) -> re.Pattern[str] | None:
    """The pieces of several phrases; None where one of the phrases needs none."""
    pieces = dict.fromkeys(piece for listed in needs for piece in listed.split(","))
    return re.compile("|".join(map(re.escape, pieces))) if all(needs) else None


def _only_shares(line: str) -> bool:
    """Whether a line is nothing but the words of share buttons."""
    words = re.findall(r"[^\W\d_]+", line.lower()) if len(line) < 200 else []
    return bool(words) and any(w in _SHARE_CORE for w in words) and all(w in _SHARE_WORDS for w in words)
