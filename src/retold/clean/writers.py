"""Who wrote an HTML page: structured data, meta tags, links to an author's page, marked elements, and "By …" lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from retold.clean.cues import strongest
from retold.clean.element_kinds import kind_of_marks
from retold.clean.given_names import is_given_name, opens_with_given_name
from retold.clean.labels import labelled
from retold.clean.markup import Block, Element, text_of
from retold.clean.outlet import owner_name
from retold.clean.people import given_name, people, starts_byline, unglued
from retold.clean.signature import signature
from retold.clean.stamps import between_stamps, stamps
from retold.clean.structured import Structured, names
from retold.text.outlets import name_key

_META = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author", "article.author", "cxenseparse:author",
    "bt:author", "article:author_name", "twitter:data1",
)  # fmt: skip
_MARKED = re.compile(
    r"\b(?:author|byline|auth|by|writer|contributor|creator|autor|auteur)s?\b|byline|author-?name|article-?author|authors?[_-]|[_-]authors?\b"
)
_FURTHER = re.compile(
    r"byline|\bauthors?\b|\bauthor-?name|article-?author|post-?author|entry-?author"
)  # what marks a writer wherever on the page
_LATER_BY = re.compile(r"(?:^|[\s|·•⋅●/,])(?:(?:written|posted|compiled|published)\s+)?by:?\s+(?=[^\W\d_])", re.IGNORECASE)
_WRITTEN_BY = re.compile(
    r"^\W*(?:this|the) (?:story|article|post|report|piece|column|essay|blog ?post) (?:was|is|has been) (?:originally |first )?(?:written|reported|authored|contributed) by ",
    re.IGNORECASE,
)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en)?|autori|auteurs?|byline|by|contributors?|columnists?|writers?|reporters?|journalists?|staff|profiles?|bios?|redakteure?|author-archive)/[^/?#]|[?&]author=",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 6, 14  # blocks around the headline in which a byline stands
_BELOW = 4  # blocks below the headline in which a name alone is the writer's
_LONGEST_LINE = 200
_FEW = 4  # a page that links to more authors' pages lists other pieces


@dataclass(frozen=True, slots=True)
class Scene:
    """What a byline is looked for in: the page's tree, data and blocks, the number of its headline's block (or -1), and its outlet."""

    tree: Element
    said: Structured
    found: Sequence[Block]
    title: int
    outlet: str | None

    @property
    def near(self) -> list[Block]:
        at = self.title
        around = labelled(self.found[max(0, at - _BEFORE) : at + _AFTER] if at >= 0 else self.found[:20])
        return [
            b for b in around if "author" in b.box.marks or (b.box.tag != "figcaption" and kind_of_marks(b) not in ("related", "comments"))
        ]


def byline(scene: Scene) -> tuple[str, ...]:
    """People only, in the page's order, each once. Where the data name someone who is no person, only what is printed as a byline counts."""
    stated = _by_data(scene) or _by_meta(scene)
    lines = _by_lines(scene.near, scene.outlet)
    if stated:
        return lines if set(map(str.lower, stated)) < set(map(str.lower, lines)) else stated
    printed = (
        lines
        or _by_links(scene)
        or _beside_stamps(scene.near, scene.outlet)
        or _by_marks(scene.near, scene.outlet, nearby=True)
        or _bare(scene)
    )
    if printed or _names_no_person(scene.said):
        return printed
    return (
        _by_marks(scene.found, scene.outlet, nearby=False)
        or _by_relation(scene)
        or _by_one_line(scene)
        or _by_last_line(scene)
        or _by_foot(scene)
        or _by_owner(scene)
    )


def _by_data(scene: Scene) -> tuple[str, ...]:
    by_id = {t["@id"]: t for t in scene.said.things if isinstance(t.get("@id"), str) and t.get("name")}
    listed: list[str] = []
    for name, kind in names(_resolved(scene.said.article.get("author"), by_id)):
        if kind in ("person", "") and name.strip():
            listed += people(name, scene.outlet) or given_name(name, scene.outlet)
    return tuple(dict.fromkeys(listed))


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """Authors that are only referred to by their id, looked up."""
    if isinstance(value, list):
        return [_resolved(v, by_id) for v in value[:20]]
    if isinstance(value, dict) and not value.get("name"):
        return by_id.get(str(value.get("@id")), value)
    return value


def _by_meta(scene: Scene) -> tuple[str, ...]:
    for value in _stated_in_meta(scene.said):
        if listed := people(value, scene.outlet) or given_name(value, scene.outlet):
            return listed
    return ()


def _stated_in_meta(said: Structured) -> Iterator[str]:
    for name in _META:
        value = said.meta.get(name, "")
        if value and not value.startswith("http") and len(value) < _LONGEST_LINE and not re.match(r"\d", value):
            yield value


def _names_no_person(said: Structured) -> bool:
    """Whether the data name an author at all: an agency, a team, the outlet."""
    return bool(names(said.article.get("author"))) or any(True for _ in _stated_in_meta(said))


def _by_lines(blocks: Iterable[Block], outlet: str | None) -> tuple[str, ...]:
    """Lines such as "By Irsa Malkov and Dina Roth", "May 18, 2023 By Sara Harberson", "Aaron Ricadela | Senior Writer | July 2, 2025"."""
    for block in blocks:
        if len(block.text) > _LONGEST_LINE:
            continue
        printed = stamps(block.text)
        text = unglued(between_stamps(block.text, printed))
        opened = starts_byline(text)
        later = None if opened or not printed else _LATER_BY.search(text)
        if (opened or later) and (listed := people(text[later.end() :] if later else text, outlet)):
            return listed
    return ()


def _beside_stamps(blocks: Iterable[Block], outlet: str | None) -> tuple[str, ...]:
    """Names in a line with the date: "Aaron Ricadela | Senior Writer | July 2, 2025"."""
    for block in blocks:
        printed = stamps(block.text) if len(block.text) < 100 else []
        text = unglued(between_stamps(block.text, printed))
        if printed and len(text.split()) <= 7 and re.search(r"[|·•⋅●/,]", block.text) and (listed := people(text, outlet)):
            known = tuple(name for name in listed if opens_with_given_name(name))
            return known or listed[:1]
    return ()


def _by_links(scene: Scene) -> tuple[str, ...]:
    """The names that link to their authors' pages near the headline."""
    texts = [b.text for b in scene.near if len(b.text) < _LONGEST_LINE]
    bare = {text: unglued(between_stamps(text, stamps(text))) for text in texts}
    lines = {text: people(rest, scene.outlet) for text, rest in bare.items()}
    linked = [
        a for a in scene.tree.iter("a") if _AUTHOR_PAGE.search(a.get("href") or "") or "author" in (a.get("rel") or "").lower().split()
    ]
    listed: list[str] = []
    for element in linked[:60]:
        name = text_of(element)
        named = people(name, scene.outlet) or given_name(name, scene.outlet) if 2 < len(name) < 80 else ()
        listed += [one for one in named if any(one in said or name in (text, bare[text]) for text, said in lines.items())]
    once = tuple(dict.fromkeys(listed))
    return once if len(once) <= _FEW else ()


def _by_marks(blocks: Iterable[Block], outlet: str | None, *, nearby: bool) -> tuple[str, ...]:
    for block in blocks:
        if len(block.text) > 120 or (not nearby and _aside(block)):
            continue
        up = block.box.parent
        marks = f"{block.inner} {block.box.marks} {up.marks if up and nearby else ''}"
        if not (_MARKED if nearby else _FURTHER).search(marks) or strongest(block.text, 2):
            continue
        if listed := people(unglued(between_stamps(block.text, stamps(block.text))), outlet):
            return listed
    return ()


def _bare(scene: Scene) -> tuple[str, ...]:
    """A name alone right below the headline. Whoever the text speaks of is its subject, and several in a row are tags."""
    below = scene.found[scene.title + 1 : scene.title + 1 + _BELOW] if scene.title >= 0 else []
    named_below = [named for b in below if (named := signature(b.text, scene.outlet)) and not _aside(b)]
    alone = [named for named in named_below if opens_with_given_name(named[0])] or _given_beside_stamp(below)
    if len(alone) != 1 or (len(words := alone[0][0].split()) > 2 and not (is_given_name(words[1]) or len(words[1]) < 4)):
        return ()
    family = alone[0][0].split()[-1]
    spoken_of = (
        any(family in b.text and len(b.text) > _LONGEST_LINE and not b.text.startswith(alone[0][0]) for b in scene.found)
        or family in scene.found[scene.title].text
    )
    return () if spoken_of else alone[0]


def _given_beside_stamp(below: Sequence[Block]) -> list[tuple[str, ...]]:
    """A given name alone in its block, with the date in the next one."""
    pairs = pairwise(below)
    return [
        (b.text,)
        for b, after in pairs
        if " " not in b.text and is_given_name(b.text) and b.text.istitle() and len(after.text) < 60 and stamps(after.text)
    ]


def _aside(block: Block) -> bool:
    """Whether a block stands in a list of other pieces, in the comments or in the margin."""
    return kind_of_marks(block) in ("related", "comments", "navigation", "caption", "newsletter", "advert")


def _by_relation(scene: Scene) -> tuple[str, ...]:
    """The one person whom the page's links call its author."""
    related = (a for a in scene.tree.iter("a") if "author" in (a.get("rel") or "").lower().split())
    listed = {name: None for a in related for name in people(text_of(a), scene.outlet)}
    return tuple(listed) if len(listed) == 1 else ()


def _by_one_line(scene: Scene) -> tuple[str, ...]:
    """The short "By …" line of a page that has but one."""
    listed = {named for b in scene.found if len(b.text) < 80 and not _aside(b) and (named := _by_lines([b], scene.outlet))}
    return next(iter(listed)) if len(listed) == 1 else ()


def _by_last_line(scene: Scene) -> tuple[str, ...]:
    """A line that says it in words: "This post was written by Danielle Padula, Head of Marketing"."""
    said = (
        people(b.text[found.end() :], scene.outlet)
        for b in scene.found
        if len(b.text) < _LONGEST_LINE and (found := _WRITTEN_BY.match(b.text))
    )
    return next((named for named in said if named), ())


def _by_foot(scene: Scene) -> tuple[str, ...]:
    """A name that signs the text: a last short block after a dash."""
    for block in scene.found[-20:]:
        if re.match(r"^\s*[-–—]\s*[A-Z]", block.text) and len(block.text.split()) <= 5 and (listed := people(block.text, scene.outlet)):
            return listed
    return ()


def _by_owner(scene: Scene) -> tuple[str, ...]:
    """The person whose own site it is, by its name or by its copyright line ("© 2024 Polly Barks")."""
    owners = [scene.outlet, *_title_parts(scene), *(owner_name(b.text) for b in scene.found[-12:] if len(b.text) < 120)]
    for owner in filter(None, owners):
        named = people(owner, scene.outlet)
        if len(named) == 1 and name_key(named[0]) == name_key(owner) and len(owner.split()) == 2 and opens_with_given_name(owner):
            return named
    return ()


def _title_parts(scene: Scene) -> list[str]:
    """What stands behind bars in the page's title, but for whom the text speaks of ("Let us have lighthouses | Ana Ruiz | Harbour Courier")."""
    title = next((t for e in scene.tree.iter("title") if (t := text_of(e))), "")
    behind = [part.strip() for part in re.split(r"\s[|–—]\s", title)[1:]]
    return [
        part
        for part in behind
        if not any(part.split()[-1:] and part.split()[-1] in b.text for b in scene.found if len(b.text) > _LONGEST_LINE)
    ]
