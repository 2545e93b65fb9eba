"""Fragments of HTML inside records and feeds to plain paragraphs; whole pages are left to cleaning."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

_TAG = re.compile(r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|img|table)\b[^<>]{0,2000}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "hr",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "table",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "dd",
        "dt",
    ]
)
_SILENT = frozenset("script style iframe noscript object embed template figure img svg video audio form button".split())
_MOST_DEPTH = 500  # elements below are passed over; honest markup is some thirty deep


def has_markup(text: str) -> bool:
    """True for text that holds HTML tags."""
    return _TAG.search(text) is not None


def plain_text(fragment: str) -> str:
    """The paragraphs of a fragment, joined by a blank line; entities are resolved; text without tags comes back as it is."""
    if not has_markup(fragment):
        return unescape(fragment) if _ENTITY.search(fragment) and "<" not in fragment else fragment
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<div>{fragment}</div>", parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    lines = "".join(_pieces(root)).split("\n")
    return "\n\n".join(line for line in (" ".join(part.split()) for part in lines) if line)


def _pieces(root: etree._Element) -> list[str]:
    """Text in the order of the page with a line break at the edges of blocks; a walk without recursion."""
    pieces: list[str] = []
    depth = silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        hidden = name in _SILENT or depth >= _MOST_DEPTH
        if event == "start":
            depth += 1
            silent += hidden
        else:
            depth -= 1
            silent -= name in _SILENT or depth >= _MOST_DEPTH
        if name in _BLOCKS:
            pieces.append("\n")
        text = element.text if event == "start" else element.tail
        if text and not silent:
            pieces.append(text.replace("\n", " "))
    return pieces
