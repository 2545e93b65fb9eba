"""An HTML page as a tree, and the tree as blocks of text in reading order, each with the marks of the elements that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import lxml.html

Element = Any  # lxml ships no types

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map select option datalist input textarea head meta link title source track area dialog "
    "progress meter".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr img "
    "center-inline amp-img picture o:p st1:place".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARSER = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece. `tags` and `marks` (class, id, role, itemprop words) go from the block's own element outwards."""

    text: str
    tags: tuple[str, ...]
    marks: tuple[str, ...]
    link_share: float
    element: Element


def parse(html: str) -> Element | None:
    """The tree of a page, or None where there is none. Nesting beyond the parser's own limit is cut off by it."""
    try:
        tree = lxml.html.document_fromstring(
            html.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode("utf-8"), parser=_PARSER
        )
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    return tree if tree is not None and len(tree) else None


class _Walk:
    """Collects text while the tree is walked; a block ends where a block-level element begins or ends, and at a double line break."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.breaks = 0

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.pieces.append(text)
            if not text.isspace():
                self.breaks = 0
                if in_link:
                    self.linked += len(text.strip())

    def flush(self, element: Element) -> None:
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                tags, marks = lineage(element)
                self.blocks.append(Block(text, tags, marks, min(1.0, self.linked / len(text)), element))
        self.pieces, self.linked, self.breaks = [], 0, 0


def blocks(tree: Element) -> list[Block]:
    """The blocks of a tree in reading order, without scripts, hidden elements and form fields."""
    walk = _Walk()
    body = tree.find("body")
    stack: list[tuple[Element, bool, bool]] = [(body if body is not None else tree, False, False)]
    links = 0
    while stack:
        element, leaving, inline = stack.pop()
        if leaving:
            if element.tag == "a":
                links -= 1
            if not inline:
                walk.flush(element)
            walk.add(element.tail, links > 0)
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            walk.add(element.tail, links > 0)
            continue
        if tag == "br":
            walk.pieces.append("\n")
            walk.breaks += 1
            if walk.breaks >= 2:
                walk.flush(element.getparent())
            walk.add(element.tail, links > 0)
            continue
        inline = tag in _INLINE
        if not inline:
            parent = element.getparent()
            walk.flush(parent if parent is not None else element)
        if tag == "a":
            links += 1
        stack.append((element, True, inline))
        walk.add(element.text, links > 0)
        stack.extend((child, False, False) for child in reversed(element))
    return walk.blocks


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" and element.tag != "span":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def lineage(element: Element, depth: int = 12) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tags and marks of an element and of those around it, from inside out."""
    tags: list[str] = []
    marks: list[str] = []
    while element is not None and isinstance(element.tag, str) and len(tags) < depth and element.tag not in ("body", "html"):
        tags.append(element.tag)
        marks.append(own_marks(element))
        element = element.getparent()
    return tuple(tags), tuple(marks)


def own_marks(element: Element) -> str:
    get = element.get
    return " ".join(
        filter(None, (get("class"), get("id"), get("role"), get("itemprop"), get("data-testid"), get("data-component")))
    ).lower()


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
