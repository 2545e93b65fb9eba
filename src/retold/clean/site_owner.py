"""The outlet of a web page: what its data call it, unless that is a platform, a section, a slogan, or the agency whose text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.clean.markup import Block
from retold.clean.outlet import SECTIONS, Found, outlet_of_url
from retold.clean.site_names import name_of_host
from retold.clean.structured import Structured, text_value, types_of
from retold.text.outlets import by_domain, by_name, domain_stem, host_of, initials, masthead_parts, name_key, same_name

_LONGEST_NAME = 80
_SLOGAN_WORDS = 4  # a name of that many words that has nothing of the address in it may be a slogan
_MOST_WORDS = 4
_PLATFORMS = frozenset(
    "blogger blogspot wordpress wordpresscom wix squarespace tumblr medium substack weebly ghost joomla drupal mysite mywebsite website sitename untitled home homepage newsite default".split()
)
_PLACES = frozenset(
    "us u.s. usa uk u.k. europe asia africa americas america mideast australia canada india china en de fr es international".split()
)
_KINDS = {"newsmediaorganization", "organization", "website"}


def outlet_of_page(said: Structured, found: Sequence[Block], url: str | None, page_title: str = "") -> Found | None:
    """The outlet by the page's data, else by its address."""
    stem, text = domain_stem(url or ""), "\n".join(b.text for b in found)
    for value, evidence in _named(said):
        name = _site_name(value, stem)
        if name and not _is_another_s(name, url, stem):
            if spelled := _better_spelled(name, url, stem, text):
                return Found(spelled, "domain")
            return Found(_in_full(name, said, page_title), evidence)
    return outlet_of_url(url, text)


def _in_full(name: str, said: Structured, page_title: str) -> str:
    """The longest name that holds a site's short one, at the end of the page's title or as its publisher: "the Examiner" is the Brightwater Examiner."""
    own = _words(name)
    tail = [part.strip() for part in re.split(r"\s[|–—-]\s", page_title)[1:]][-1:]
    longer = [
        t for t in (*tail, text_value(said.article.get("publisher")) or "") if own and own < _words(t) and len(t.split()) <= _MOST_WORDS
    ]
    return max(longer, key=len) if longer and len(own) == 1 and (name.startswith("the ") or by_name(name) is None) else name


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w+", name.lower()) if w != "the")


def _named(said: Structured) -> Iterator[tuple[str, str]]:
    things = (text_value(t.get("name")) for t in said.things if set(types_of(t)) & _KINDS)
    values = (
        (text_value(said.article.get("publisher")), "json-ld"),
        (said.meta.get("og:site_name"), "open graph"),
        (next((name for name in things if name), None), "json-ld"),
        (said.meta.get("application-name"), "meta"),
        (said.meta.get("publisher"), "meta"),
    )
    for value, evidence in values:
        if value and len(value) < _LONGEST_NAME and not value.startswith("http"):
            yield " ".join(value.split()), evidence


def _site_name(value: str, stem: str) -> str | None:
    """A site's name without its slogan and the names of its sections; None where nothing else is left."""
    parts = masthead_parts(value.lstrip("@")) or [value.lstrip("@")]
    spelled_out = [p for p in parts if initials(p) in parts]
    name = (spelled_out or [p for p in parts if _related(p, stem)] or parts)[0]
    words = name.lower().split()
    if name_key(name) in _PLATFORMS and not _related(name, stem):
        return None
    if all(w in SECTIONS or w in _PLACES for w in words) and not _related(name, stem):
        return None
    return None if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", name) and not _related(name, stem) else name


def _is_another_s(name: str, url: str | None, stem: str) -> bool:
    """Whether a page on another's site names an agency, or a part of its host's name that names no owner ("Hosted")."""
    known = by_name(name)
    agency = known is not None and known.kind == "agency" and bool(url) and not _related(name, stem)
    home = by_domain(host_of(url or ""))
    labels = host_of(url or "").split(".")
    return (agency and not (home and same_name(home.name, name))) or (
        home is not None and name.lower() in labels[:-2] and not _related(name, stem)
    )


def _better_spelled(name: str, url: str | None, stem: str, text: str) -> str | None:
    """The outlet's name by its address, where the data give only that address or a slogan."""
    home = by_domain(host_of(url or ""))
    if home and by_name(name) is None and not _related(name, stem) and not _related(name, name_key(home.name)):
        return home.name
    if name.islower() and name_key(name) == stem:
        spelled = home.name if home else name_of_host(stem, text)
        return spelled if " " in spelled else None
    if len(name.split()) >= _SLOGAN_WORDS and stem and not _related(name, stem):
        spelled = name_of_host(stem, text)
        return spelled if " " in spelled and name_key(spelled) == name_key(stem) and spelled in text else None
    return None


def _related(name: str, stem: str) -> bool:
    """Whether a name has something of the naming part of an address in it: a word, its beginning, or its initials."""
    if not stem:
        return False
    key = name_key(name)
    words = [w for w in re.findall(r"[^\W_]+", name.lower()) if len(w) >= 3 and w not in ("the", "news", "com", "online")]
    short = "".join(w[0] for w in re.findall(r"[^\W_]+", name.lower()) if w not in ("the", "of"))
    return (
        key == stem
        or (len(stem) > 3 and stem in key)
        or any(w in stem for w in words)
        or (len(short) >= 2 and short in stem and len(short) >= len(stem) - 3)
    )
