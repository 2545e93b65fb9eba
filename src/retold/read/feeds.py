"""RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, JSON Feed and OPML, whatever their charset and however damaged.

XML is read without network, without DTD and without expanding entities; a feed that declares entities of its own is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from urllib.parse import urljoin, urlsplit

from lxml import etree

from retold.errors import PageError
from retold.read.files import http_date
from retold.read.kinds import looks_like_html
from retold.text.charset import decode

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_ENTITY_DECLARED = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
_LINK_TAG = re.compile(r"<link\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_HEAD = 500_000  # characters of a page in which its head ends
_LONE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z]{2,8};)")
_NOT_XML = {code: None for code in range(32) if code not in {9, 10, 13}} | {0xFFFE: None, 0xFFFF: None}
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.{0,20})?\Z")
_PERSON = re.compile(r"\A\S+@\S+\s*\((.{2,80})\)\Z")
_MOST_ENTRIES = 5000  # no honest feed lists more


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `content` is the whole article where the feed carries it, else None; `summary` a teaser; both may be HTML."""

    id: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries in the feed's own order; or a list (OPML) of the addresses of `feeds`."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    feeds: tuple[str, ...] = ()


def parse_feed(content: bytes, base: str | None = None, content_type: str | None = None) -> Feed:
    """The feed in these bytes, or a list of one that a page of HTML announces; relative addresses are joined with `base`.

    Raises PageError, with the reason, where there is none.
    """
    text = decode(content, content_type).lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _json_feed(text, base)
    if looks_like_html(content):
        return _announced(text, base)
    root = _xml_root(text)
    name = _name(root)
    if name == "opml":
        return Feed(_text(root, "title"), feeds=tuple(_outlines(root, base)))
    if name not in {"rss", "rdf", "feed", "channel"}:
        raise PageError(f"is XML but no feed: its root is <{name}>")
    items = [element for element in root.iter() if _name(element) in {"item", "entry"}][:_MOST_ENTRIES]
    entries = [_xml_entry(item, base) for item in items]
    channel = next((element for element in root.iter() if _name(element) == "channel"), root)
    return Feed(_text(channel, "title"), tuple(entry for entry in entries if entry.id))


def _announced(text: str, base: str | None) -> Feed:
    """The first feed that a page names in its head, but for that of its comments."""
    for tag in _LINK_TAG.findall(text[:_HEAD]):
        facts = {name.lower(): unescape(double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(tag)}
        if facts.get("type", "").lower() not in _FEED_TYPES or "alternate" not in facts.get("rel", "").lower().split():
            continue
        address = web_address(facts.get("href"), base)
        if address and "comments" not in address.lower():
            return Feed(feeds=(address,))
    raise PageError("is a page of HTML that announces no feed")


def _xml_root(text: str) -> etree._Element:
    if _ENTITY_DECLARED.search(text):
        raise PageError("the feed declares XML entities, which may be a bomb; it is not read")
    text = "".join(_with_xml_entities(_DECLARATION.sub("", text).translate(_NOT_XML)))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PageError(f"is no XML: {str(error)[:120]}") from error
    if root is None:
        raise PageError("is no XML: it holds no element")
    return root


def _with_xml_entities(text: str) -> Iterator[str]:
    """Outside CDATA, HTML's names resolved and lone ampersands escaped, which XML does not know and feeds are full of."""
    at = 0
    while at < len(text):
        start = text.find("<![CDATA[", at)
        start = len(text) if start < 0 else start
        yield _LONE.sub("&amp;", _NAMED.sub(lambda found: html5.get(found[1], ""), text[at:start]))
        end = text.find("]]>", start)
        at = len(text) if end < 0 else end
        yield text[start:at]


def _name(element: etree._Element) -> str:
    """The local name, also where a damaged feed lost the declaration of its prefix."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Children with one of these local names, in the order of the names."""
    for name in names:
        yield from (child for child in element if _name(child) == name)


def _text(element: etree._Element, *names: str) -> str | None:
    """The text of the first child of these names that has any."""
    return next((text for child in _children(element, *names) if (text := _inner(child))), None)


def _inner(element: etree._Element) -> str:
    """Text, or for XHTML inside Atom the markup."""
    if len(element) and element.get("type") == "xhtml":
        return "".join(etree.tostring(child, encoding="unicode", with_tail=True) for child in element).strip()
    return "".join(element.itertext()).strip()


def _xml_entry(item: etree._Element, base: str | None) -> Entry:
    url = _link(item, base)
    title = _text(item, "title")
    return Entry(
        id=_text(item, "guid", "id") or url or title or "",
        url=url,
        title=title,
        published=iso(_text(item, "pubdate", "published", "date", "issued", "created")),
        updated=iso(_text(item, "updated", "modified")),
        authors=tuple(_authors(item)),
        summary=_text(item, "description", "summary"),
        content=_text(item, "encoded", "content", "fulltext"),
    )


def _link(item: etree._Element, base: str | None) -> str | None:
    links = list(_children(item, "origlink", "link"))
    atom = [link.get("href") for link in links if link.get("href") and link.get("rel", "alternate") == "alternate"]
    plain = [_inner(link) for link in links if not link.get("href")]
    guids = [_inner(guid) for guid in _children(item, "guid") if guid.get("isPermaLink", "true").lower() != "false"]
    return next((url for candidate in (*plain, *atom, *guids) if (url := web_address(candidate, base))), None)


def web_address(candidate: object, base: str | None) -> str | None:
    """The absolute http or https address of a link; None for anything else."""
    if not isinstance(candidate, str) or not candidate.strip():
        return None
    try:
        url = urljoin(base or "", candidate.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def _authors(item: etree._Element) -> Iterator[str]:
    for element in _children(item, "creator", "author"):
        name = _text(element, "name") or (_inner(element) if not len(element) else "")
        person = _PERSON.match(name)
        if name:
            yield person[1] if person else name


def _outlines(root: etree._Element, base: str | None) -> Iterator[str]:
    addresses = (
        web_address(element.get("xmlUrl") or element.get("xmlurl"), base) for element in root.iter() if _name(element) == "outline"
    )
    yield from dict.fromkeys(address for address in addresses if address)


def iso(date: str | None) -> str | None:
    """A feed's date as ISO 8601, or as it stands where it is of no known form."""
    if date is None or _ISO.match(date):
        return date
    return http_date(date) or date


def _json_feed(text: str, base: str | None) -> Feed:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PageError("is no valid JSON") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(value.get("version")):
        raise PageError("is JSON but no JSON Feed")
    entries = [_json_entry(item, base) for item in items[:_MOST_ENTRIES] if isinstance(item, dict)]
    return Feed(_str(value, "title"), tuple(entry for entry in entries if entry.id))


def _str(item: Mapping[str, object], *names: str) -> str | None:
    return next((value.strip() for name in names if isinstance(value := item.get(name), str) and value.strip()), None)


def _json_entry(item: Mapping[str, object], base: str | None) -> Entry:
    url = web_address(item.get("url"), base) or web_address(item.get("external_url"), base)
    people = item.get("authors") or [item.get("author")]
    names = [_str(person, "name") for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    identity = item.get("id")
    return Entry(
        id=str(identity) if isinstance(identity, str | int) and identity else url or "",
        url=url,
        title=_str(item, "title"),
        published=iso(_str(item, "date_published")),
        updated=iso(_str(item, "date_modified")),
        authors=tuple(name for name in names if name),
        summary=_str(item, "summary"),
        content=_str(item, "content_html", "content_text"),
    )
