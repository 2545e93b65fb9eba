"""The headline of an HTML page: what the page's own heading and its structured data agree on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.clean.cues import strongest
from retold.clean.markup import Block, Element, text_of
from retold.clean.structured import Structured, text_value

_SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s*\|\s*|\s+::?\s+")
_ISSUE = re.compile(r"\b(?:no|vol|issue|nr|edition)\.? ?#?\d", re.IGNORECASE)  # a masthead with its number, no headline
_LONGEST = 300
_MAIN_WORDS = (3, 20)  # words of a main heading that is a headline even where the page's data say something else


def headline(tree: Element, said: Structured, found: Sequence[Block], outlet: str | None) -> str | None:
    """The title: a heading that the structured data repeats, else the page's main heading, else what the data state."""
    headings = [t for level in ("h1", "h2") for e in tree.iter(level) if 3 <= len(t := text_of(e)) <= _LONGEST]
    page_title = next((t for e in tree.iter("title") if (t := text_of(e))), None)
    stated = _stated(said, page_title, outlet)
    for heading in headings:
        if any(_agree(heading, s) for s in stated) and not (outlet and title_key(heading) == title_key(outlet)) and not _is_cue(heading):
            return heading
    repeated = _repeated(found, stated)
    main = [h for h in _main_headings(tree) if title_key(h) not in title_key(outlet or "") and not _is_cue(h)]
    if repeated is None and main and _fewest(stated) <= len(main[0].split()) <= _MAIN_WORDS[1]:
        return main[0]
    if shown := repeated or _big(found, stated):
        return shown
    if page_title and not main and _is_masthead(stated, page_title) and (under := [h for h in headings if len(h.split()) >= 4]):
        return under[0]
    best = next((s for s in stated if s != page_title), stated[0] if stated else None)
    return without_site(best, outlet) if best else next(iter(main), None)


def _fewest(stated: Sequence[str]) -> int:
    """Words that a main heading must have to be the headline: fewer where the data say next to nothing ("T")."""
    return _MAIN_WORDS[0] if any(len(s.split()) > 1 for s in stated) else 2


def _stated(said: Structured, page_title: str | None, outlet: str | None) -> list[str]:
    """The titles that the page's data give, then the same without the site's name."""
    given = (said.meta.get("og:title"), text_value(said.article.get("headline")), said.meta.get("twitter:title"), page_title)
    stated = [" ".join(t.split()) for t in given if t]
    return stated + [bare for t in stated if (bare := without_site(t, outlet)) not in stated]


def _main_headings(tree: Element) -> list[str]:
    return [t for e in tree.iter("h1") if 3 <= len(t := text_of(e)) <= _LONGEST]


def _is_cue(heading: str) -> bool:
    """A heading over comments, related pieces or offers."""
    hit = strongest(heading, 3)
    return hit is not None and hit.kind in ("comments", "related", "newsletter", "share")


def _is_masthead(stated: Sequence[str], page_title: str) -> bool:
    """Whether the stated title is only the site's name, maybe with the number of its issue."""
    return bool(stated) and len(stated[0]) == len(page_title) and (len(page_title.split()) <= 5 or bool(_ISSUE.search(page_title)))


def _agree(heading: str, stated: str) -> bool:
    """Whether a heading is what is stated, but for the site's name at one of its ends."""
    left, right = title_key(heading), title_key(stated)
    if not left or not right:
        return False
    if left in [title_key(part) for part in _SEPARATOR.split(stated)]:
        return True
    return left == right or (len(left) >= 12 and left in right) or (len(right) >= 12 and right in left and len(left) < 2 * len(right))


def _repeated(found: Sequence[Block], stated: Sequence[str]) -> str | None:
    """A block that says what is stated though it is no heading element."""
    short = (b.text for b in found[:60] if 4 <= b.text.count(" ") <= 40)
    return next((text for text in short if any(_agree(text, s) for s in stated) and not _is_cue(text)), None)


def _big(found: Sequence[Block], stated: Sequence[str]) -> str | None:
    """A block set like a headline that the stated title abridges."""
    big = [b.text for b in found[:40] if _looks_big(b) and 3 <= b.text.count(" ") <= 40 and not _is_cue(b.text)]
    return next((t for t in big if _share(t, stated) >= 0.6), None) or (big[0] if len(big) == 1 and not _distinct(stated, big[0]) else None)


def _looks_big(block: Block) -> bool:
    inner = block.inner
    return (
        block.box.tag in ("h1", "h2", "h3", "center")
        or inner.startswith(("b ", "strong ", "font ", "big "))
        or "title" in block.box.marks
        or "head" in block.box.marks
    )


def _share(text: str, stated: Sequence[str]) -> float:
    words = set(re.findall(r"\w+", text.lower()))
    return max((len(words & set(re.findall(r"\w+", s.lower()))) / max(1, len(words)) for s in stated), default=0.0)


def _distinct(stated: Sequence[str], shown: str) -> bool:
    """Whether the stated title says something of its own, rather than only the names of the site and its section."""
    return any(len(s.split()) >= 5 for s in stated) and _share(shown, stated) < 0.3


def without_site(title: str, outlet: str | None) -> str:
    """The title without the site's name at its end."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    last, first = parts[-1], parts[0]
    if outlet and _names(first, outlet) and len(parts) == 2:
        return last
    if (outlet and _names(last, outlet)) or (len(last.split()) <= 4 and len(first.split()) >= 4):
        return title[: title.rindex(last)].rstrip(" |»·•–—-:")
    return title


def _names(part: str, outlet: str) -> bool:
    left, right = title_key(part), title_key(outlet)
    return bool(left and right) and (
        left == right or (len(left) > 3 and left in right) or (len(right) > 3 and right in left and len(left) < 2 * len(right))
    )


def title_key(text: str) -> str:
    """What titles are compared by: their letters and digits."""
    return re.sub(r"\W+", "", text).lower()
