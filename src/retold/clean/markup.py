"""An HTML page as a tree, and the tree as blocks of text in reading order, each in the box (block-level element) that holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import lxml.etree
import lxml.html

Element = Any  # lxml ships no types

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map select option datalist input textarea head meta link title source track area dialog "
    "progress meter".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr img amp-img "
    "picture o:p st1:place".split()
)
_TEXT_BOXES = frozenset(
    "p li h1 h2 h3 h4 h5 h6 td th blockquote dd dt figcaption".split()
)  # where elements of a page's own making stand within a sentence
_HELPERS = re.compile(
    r"tooltip|popover|rollover|hover-?card|visually-?hidden|sr-only|screen-?reader|offscreen|\bassistive"
)  # shown only on hover, or only spoken
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARSER = lxml.etree.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
# One class for all elements: the usual look-up by tag name calls back into Python for each, a tenth of the time of a page.
_PARSER.set_element_class_lookup(lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement))
_MOST_BLOCKS = 20_000
_LONGEST_MARK = 300  # characters of a class that say something
_MARKING = ("class", "id", "role", "itemprop", "data-testid", "data-component")


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element around blocks. `marks` are the words of its class, id, role and item property, lower case."""

    tag: str
    marks: str
    parent: Box | None
    depth: int


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph-like piece of text. `link_share` is the share of its characters that stand in links; `inner` marks come from inline elements that wrap all of it."""

    text: str
    box: Box
    link_share: float
    inner: str = ""


def parse(html: str) -> Element | None:
    """The tree of a page, or None where there is none. Nesting beyond the parser's own limit is cut off by it."""
    try:
        tree = lxml.etree.fromstring(html.encode("utf-8", "replace"), parser=_PARSER)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    return tree if tree is not None and len(tree) else None


def without_scripts(tree: Element) -> None:
    """Takes out, in place, what holds no text for readers: every later copy and walk of the tree is the quicker."""
    lxml.etree.strip_elements(tree, "script", "style", "noscript", "template", "svg", "link", with_tail=False)


def without_margins(tree: Element) -> None:
    """Takes out, in place, the elements that hold no article on any page."""
    lxml.etree.strip_elements(tree, "nav", "footer", "button", "select", "iframe", "video", "audio", "label", "input", with_tail=False)


@dataclass(slots=True)
class _Walk:
    """Collects text while the tree is walked; a block ends where a block-level element begins or ends, and at a double line break."""

    found: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    breaks: int = 0

    def add(self, text: str | None) -> None:
        if not text:
            return
        self.pieces.append(text)
        if not text.isspace():
            self.breaks = 0
            if self.links:
                self.linked += len(text.strip())

    def flush(self, box: Box) -> None:
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                self.found.append(Block(text, box, min(1.0, self.linked / len(text)), " ".join(self.inner)))
            self.pieces = []
        self.inner = []
        self.linked = self.breaks = 0


def blocks(tree: Element) -> list[Block]:
    """The blocks of a tree in reading order, without scripts, hidden elements and form fields."""
    body = tree.find("body")
    top = body if body is not None else tree
    walk = _Walk()
    box = Box("body", own_marks(top), None, 0)
    stack: list[tuple[Element, Box | None, bool]] = [
        (top, None, False)
    ]  # element; where it is being left, the box to return to; whether it is inline
    while stack and len(walk.found) < _MOST_BLOCKS:
        element, back, inline = stack.pop()
        if back is not None:
            if not inline:
                walk.flush(box)
                box = back
            elif element.tag == "a":
                walk.links -= 1
            walk.add(element.tail)
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            walk.add(element.tail)
        elif tag == "br":
            _line_break(walk, box)
            walk.add(element.tail)
        else:
            inline = tag in _INLINE or ("-" in tag and box.tag in _TEXT_BOXES)
            stack.append((element, box, inline))
            box = _enter(walk, element, inline, box)
            walk.add(element.text)
            stack.extend((child, None, False) for child in reversed(element))
    walk.flush(box)
    return walk.found


def _enter(walk: _Walk, element: Element, inline: bool, box: Box) -> Box:
    if not inline:
        walk.flush(box)
        return Box(element.tag, own_marks(element), box, box.depth + 1)
    if element.tag == "a":
        walk.links += 1
    if not walk.pieces or not "".join(walk.pieces).strip():
        walk.inner.append(f"{element.tag} {own_marks(element)}")
    return box


def _line_break(walk: _Walk, box: Box) -> None:
    walk.pieces.append("\n")
    walk.breaks += 1
    if walk.breaks >= 2:
        walk.flush(box)


def _is_hidden(element: Element) -> bool:
    if not element.keys():
        return False
    style = element.get("style")
    if (style and _HIDDEN.search(style)) or element.get("hidden") is not None:
        return True
    marks = element.get("class")
    return bool(marks and element.tag != "body" and _helps(marks))


@lru_cache(maxsize=8192)
def _helps(marks: str) -> bool:
    return bool(_HELPERS.search(marks.lower()))


def own_marks(element: Element) -> str:
    """Class, id, role and item property of an element, lower case."""
    attributes = element.attrib
    if not attributes:
        return ""
    return " ".join(
        [attributes[name] for name in ("class", "id", "role", "itemprop", "data-testid", "data-component") if name in attributes]
    ).lower()


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
