"""The facts of an HTML page, each from the best of its signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin

from retold.clean.draft import Draft
from retold.clean.headline import headline, title_key
from retold.clean.markup import Block, Element, text_of
from retold.clean.moments import Dates, published, updated
from retold.clean.outlet import Found, outlet_of_lines
from retold.clean.site_names import without_suffix
from retold.clean.site_owner import outlet_of_page
from retold.clean.structured import Structured, text_value
from retold.clean.writers import Scene, byline
from retold.text.outlets import domain_stem, host_of

# Hosts that show others' pages under addresses of their own.
_COPIES = re.compile(
    r"archive\.(?:org|is|ph|today|md)$|ampproject\.(?:org|net)$|googleusercontent\.com$|translate\.goog$|google\.\w+$|webcache|web\.app$"
)
_SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s*\|\s*|\s+::\s+")


def take_facts(draft: Draft, tree: Element, said: Structured, found: Sequence[Block]) -> int:
    """Fills the draft's facts and returns the number of the block that is the headline, or -1."""
    draft.url = _canonical(said, draft.url)
    page_title = next((t for e in tree.iter("title") if (t := text_of(e))), "")
    draft.outlet = outlet_of_page(said, found, draft.url, page_title)
    draft.title = headline(tree, said, found, draft.outlet.value if draft.outlet else None)
    title = title_block(found, draft.title)
    if draft.outlet is None:
        above = [b.text for b in found[: title if title >= 0 else 6]]
        draft.outlet = _beside_headline(page_title, draft.title) or _by_page_title(page_title, " ".join(b.text for b in found[:80]))
        draft.outlet = draft.outlet or outlet_of_lines([*above, page_title], [b.text for b in found[-12:]], [])
    at = title if title >= 0 else _main_heading(found, draft.outlet.value if draft.outlet else None)
    dates = Dates.of(tree, said, found, at, draft.url)
    draft.published, draft.updated = published(dates), updated(dates)
    draft.byline = byline(Scene(tree, said, found, at, draft.outlet.value if draft.outlet else None))
    draft.language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    draft.section = said.meta.get("article:section") or text_value(said.article.get("articleSection"))
    return title


def title_block(found: Sequence[Block], title: str | None) -> int:
    """The number of the block that is the headline, or -1."""
    key = title_key(title or "")
    length = len(title or "")
    same = [i for i, b in enumerate(found) if key and abs(len(b.text) - length) <= 20 and title_key(b.text) == key]
    headings = [i for i in same if found[i].box.tag.startswith("h")]
    return headings[0] if headings else same[0] if same else -1


def _main_heading(found: Sequence[Block], outlet: str | None) -> int:
    """The number of the block that is the page's main heading, whatever the title says, or -1."""
    own = title_key(outlet or "")
    return next((i for i, b in enumerate(found) if b.box.tag == "h1" and len(b.text) > 2 and title_key(b.text) not in own), -1)


def _canonical(said: Structured, url: str | None) -> str | None:
    """The address that the page gives itself; its own where it points to another's page, as republications do."""
    stated = said.canonical
    if not stated:
        return url
    try:
        stated = urljoin(url, stated.strip()) if url else stated.strip()
    except ValueError:
        return url
    if not re.match(r"https?://[^/\s]+\.", stated):
        return url
    elsewhere = url and domain_stem(url) != domain_stem(stated) and not _COPIES.search(host_of(url))
    return url if elsewhere else stated


def _beside_headline(page_title: str, title: str | None) -> Found | None:
    """What the page's title says besides the headline, where it is as short as a site's name."""
    at = page_title.lower().find(title.lower()) if title else -1
    if at < 0 or not title:
        return None
    rest = (page_title[:at], page_title[at + len(title) :])
    names = [part.strip() for side in rest for part in _SEPARATOR.split(side.strip(" |»·•–—-:")) if part.strip()]
    return Found(without_suffix(names[-1]), "title") if names and len(names[-1].split()) <= 5 else None


def _by_page_title(page_title: str, body: str) -> Found | None:
    """The site's name at either end of the page's title: the end that the page does not repeat as its headline."""
    parts = [p.strip() for p in _SEPARATOR.split(page_title) if p.strip()]
    if len(parts) < 2:
        return None
    ends = [p for p in (parts[-1], parts[0]) if 1 <= len(p.split()) <= 5 and not re.search(r"[‘’'\"“”:?!]", p)]
    known = next((p for p in ends if re.search(re.escape(p), body, re.IGNORECASE)), None)
    return Found(known or ends[0], "title") if ends else None
