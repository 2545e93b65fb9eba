"""What a page says of itself for machines: JSON-LD, Open Graph and other meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from retold.clean.markup import Element

_ARTICLE_TYPES = ("newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle", "article", "blogposting",
                  "liveblogposting", "techarticle", "scholarlyarticle", "report", "socialmediaposting", "review", "recipe", "podcastepisode", "videoobject", "webpage")  # fmt: skip
_MOST_JSON = 2_000_000
_SERIALISED = re.compile(r"""datePublished(?:\\?"|&quot;)\s*:\s*(?:\\?"|&quot;)((?:19|20)\d\d-[01]\d-[0-3]\d[^"\\&]{0,20})""")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Structured:
    """`meta` maps lower-case names to their first non-empty content; `article` is the JSON-LD object of the page's article.

    `canonical` is the address that the page gives itself; `serialised` a date of publication in the data of its scripts.
    """

    meta: dict[str, str] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    things: tuple[dict[str, Any], ...] = ()
    canonical: str | None = None
    serialised: str | None = None


def structured(tree: Element) -> Structured:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), content)
            for one in name.lower().split():
                meta.setdefault(one, content)
    things = tuple(_things(tree))
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical" and e.get("href")), None)
    return Structured(meta, _main_article(things), things, canonical or meta.get("og:url"), _serialised(tree))


def _serialised(tree: Element) -> str | None:
    """A date of publication in the data of a page's own scripts, where they hold one alone."""
    days: list[str] = []
    for script in tree.iter("script"):
        text = script.text
        if text and len(text) < _MOST_JSON and "datePublished" in text:
            days += _SERIALISED.findall(text)
    return days[0] if days and len({d[:10] for d in days}) == 1 else None


def _things(tree: Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        raw = (script.text or "").strip()
        if raw and len(raw) <= _MOST_JSON:
            yield from _flat(_load(raw))


def _load(raw: str) -> Any:
    raw = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", raw)
    for attempt in (raw, _CONTROL.sub(" ", raw), re.sub(r",\s*([}\]])", r"\1", raw), unescape(raw) if "&quot;" in raw[:200] else ""):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _flat(value[key], depth + 1)


def types_of(thing: dict[str, Any]) -> tuple[str, ...]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return tuple(str(k).lower().rsplit("/", 1)[-1] for k in kinds if k)


def _main_article(things: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    ranked = []
    for place, thing in enumerate(things):
        ranks = [_ARTICLE_TYPES.index(t) for t in types_of(thing) if t in _ARTICLE_TYPES]
        if ranks:
            told = sum(bool(thing.get(key)) for key in ("headline", "datePublished", "author", "articleBody"))
            ranked.append((min(ranks) >= len(_ARTICLE_TYPES) - 2, -told, place, thing))
    return min(ranked, key=lambda row: row[:3])[3] if ranked else {}


def text_value(value: Any) -> str | None:
    """A string in a JSON-LD value that may be a string, a list, or an object with a name."""
    if isinstance(value, list):
        return next((t for v in value if (t := text_value(v))), None)
    if isinstance(value, dict):
        return text_value(value.get("name") or value.get("@value") or value.get("headline"))
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def names(value: Any) -> list[tuple[str, str]]:
    """Names in an author value, each with its type ("person", "organization", or "")."""
    if isinstance(value, list):
        return [pair for v in value[:20] for pair in names(v)]
    if isinstance(value, dict):
        kind = next(iter(types_of(value)), "")
        named = value.get("name")
        if isinstance(named, (list, dict)):
            return names(named)
        return [(unescape(named), kind)] if isinstance(named, str) and named.strip() else []
    return [(unescape(value), "")] if isinstance(value, str) and value.strip() and not value.startswith(("http", "#", "/")) else []
