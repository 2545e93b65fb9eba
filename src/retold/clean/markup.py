"""An HTML page as a tree, and the tree as blocks of text in reading order, each in the box (block-level element) that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import lxml.etree
import lxml.html

from retold.clean.sieve import pieces_of, sieve

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
_HELPERS = r"tooltip|popover|rollover|hover-?card|visually-?hidden|sr-only|screen-?reader|offscreen|\bassistive"  # shown only on hover, or only spoken
_HELPER = re.compile(_HELPERS)
_MAY_HELP = sieve([pieces_of(_HELPERS)])
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

    def add(self, text: str) -> None:
        if text.isspace():
            if self.pieces:
                self.pieces.append(text)
            return
        self.pieces.append(text)
        self.breaks = 0
        if self.links:
            self.linked += len(text.strip())

    def flush(self, box: Box) -> None:
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                self.found.append(Block(text, box, min(1.0, self.linked / len(text)), " ".join(self.inner)))
            self.pieces = []
            self.linked = self.breaks = 0
        if self.inner:
            self.inner = []

    def enter(self, tag: str, marks: str) -> None:
        """An inline element begins."""
        if tag == "a":
            self.links += 1
        if not self.pieces or all(piece.isspace() for piece in self.pieces):
            self.inner.append(f"{tag} {marks}")

    def line_break(self, box: Box) -> None:
        self.pieces.append("\n")
        self.breaks += 1
        if self.breaks >= 2:
            self.flush(box)


def blocks(tree: Element) -> list[Block]:
    """The blocks of a tree in reading order, without scripts, hidden elements and form fields."""
    body = tree.find("body")
    top = body if body is not None else tree
    walk = _Walk()
    box = Box("body", own_marks(top), None, 0)
    # Elements to enter; in pairs those to leave, with the box to return to (None where it is an inline element).
    stack: list[Any] = [top]
    while stack and len(walk.found) < _MOST_BLOCKS:
        element = stack.pop()
        if type(element) is tuple:
            element, back = element
            if back is not None:
                walk.flush(box)
                box = back
            elif element.tag == "a":
                walk.links -= 1
        else:
            tag = element.tag
            if tag == "br":
                walk.line_break(box)
            elif tag.__class__ is str and tag not in _SKIPPED and (marks := _shown_marks(tag, element.items())) is not None:
                if tag in _INLINE or ("-" in tag and box.tag in _TEXT_BOXES):
                    stack.append((element, None))
                    walk.enter(tag, marks)
                else:
                    stack.append((element, box))
                    walk.flush(box)
                    box = Box(tag, marks, box, box.depth + 1)
                if text := element.text:
                    walk.add(text)
                stack.extend(element[::-1])
                continue
        if text := element.tail:
            walk.add(text)
    walk.flush(box)
    return walk.found


def _shown_marks(tag: str, attributes: Sequence[tuple[str, str]]) -> str | None:
    """The marks of an element, or None for one that readers do not see."""
    if not attributes:
        return ""
    named = dict(attributes)
    style = named.get("style")
    if "hidden" in named or (style and _HIDDEN.search(style)):
        return None
    marks = named.get("class")
    if marks and tag != "body" and _helps(marks):
        return None
    return " ".join([named[name] for name in _MARKING if name in named]).lower()


@lru_cache(maxsize=8192)
def _helps(marks: str) -> bool:
    lowered = marks.lower()
    return bool(_MAY_HELP.possible(lowered)) and _HELPER.search(lowered) is not None


def own_marks(element: Element) -> str:
    """Class, id, role and item property of an element, lower case."""
    attributes = element.attrib
    return " ".join([attributes[name] for name in _MARKING if name in attributes]).lower()


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
