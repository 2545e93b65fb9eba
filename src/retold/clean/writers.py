"""Who wrote an HTML page: structured data, meta tags, marked elements, and "By …" lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from retold.clean.markup import Block, Element, text_of
from retold.clean.people import given_name, people
from retold.clean.stamps import outside_stamps, stamps
from retold.clean.structured import Structured, names

_META = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "twitter:data1",
)
_MARKED = re.compile(
    r"\b(?:author|byline|auth|by|writer|contributor|creator)s?\b|byline|author-?name|article-?author|authors?[_-]|[_-]authors?\b"
)
_OPENS = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|words|text|story|compiled|created|reviewed)?\s*\bby\b|(?:text|words|authors?|story|reporter|writer|report)\s?:)",
    re.IGNORECASE,
)
_LATER_BY = re.compile(r"(?:^|[\s|·•⋅●/,])(?:(?:written|posted|compiled|published)\s+)?by:?\s+(?=[^\W\d_])", re.IGNORECASE)
_BEFORE, _AFTER = 6, 14  # blocks around the headline in which a byline stands


def byline(tree: Element, said: Structured, found: Sequence[Block], title: int) -> tuple[str, ...]:
    """People only, in the page's order, each once."""
    return (
        _by_data(said)
        or _by_meta(said)
        or _by_lines(_near(found, title))
        or _by_marks(_near(found, title), nearby=True)
        or _by_marks(found, nearby=False)
        or _by_relation(tree)
        or _by_lines(b for b in found if len(b.text) < 80)
        or _by_foot(found)
    )


def _near(found: Sequence[Block], title: int) -> list[Block]:
    return list(found[max(0, title - _BEFORE) : title + _AFTER]) if title >= 0 else list(found[:20])


def _by_data(said: Structured) -> tuple[str, ...]:
    by_id = {t["@id"]: t for t in said.things if isinstance(t.get("@id"), str) and t.get("name")}
    listed: list[str] = []
    for name, kind in names(_resolved(said.article.get("author"), by_id)):
        if kind in ("person", "") and name.strip():
            listed += people(name) or given_name(name)
    return tuple(dict.fromkeys(listed))


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """Authors that are only referred to by their id, looked up."""
    if isinstance(value, list):
        return [_resolved(v, by_id) for v in value[:20]]
    if isinstance(value, dict) and not value.get("name"):
        return by_id.get(str(value.get("@id")), value)
    return value


def _by_meta(said: Structured) -> tuple[str, ...]:
    for name in _META:
        value = said.meta.get(name, "")
        if value and not value.startswith("http") and len(value) < 200 and (listed := people(value) or given_name(value)):
            return listed
    return ()


def _by_lines(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Lines such as "By Irsa Malkov and Dina Roth", "May 18, 2023 By Sara Harberson", "Aaron Ricadela | Senior Writer | July 2, 2025"."""
    for block in blocks:
        if len(block.text) > 200:
            continue
        printed = stamps(block.text)
        text = outside_stamps(block.text, printed) if printed else block.text
        opened = _OPENS.match(text)
        later = None if opened or not printed else _LATER_BY.search(block.text)
        if later:
            text = block.text[later.end() :]
            text = outside_stamps(text, stamps(text))
        if (opened or later) and (listed := people(text)):
            return listed
        if (
            printed
            and len(block.text) < 100
            and re.search(r"[|·•⋅●/,]", block.text)
            and (listed := people(text))
            and len(text.split()) <= 7
        ):
            return listed
    return ()


def _by_marks(blocks: Iterable[Block], *, nearby: bool) -> tuple[str, ...]:
    for block in blocks:
        if len(block.text) > 120:
            continue
        up = block.box.parent
        marks = f"{block.inner} {block.box.marks} {up.marks if up and nearby else ''}"
        if _MARKED.search(marks) and (listed := people(outside_stamps(block.text, stamps(block.text)))):
            return listed
    return ()


def _by_relation(tree: Element) -> tuple[str, ...]:
    for element in tree.iter("a"):
        if "author" in (element.get("rel") or "").split() and (listed := people(text_of(element))):
            return listed
    return ()


def _by_foot(found: Sequence[Block]) -> tuple[str, ...]:
    """A name that signs the text: a last short block after a dash."""
    for block in found[-20:]:
        if re.match(r"^\s*[-–—]\s*[A-Z]", block.text) and len(block.text.split()) <= 5 and (listed := people(block.text)):
            return listed
    return ()
