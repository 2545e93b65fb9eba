"""Outlets that a story names: one origin for each, with its articles where they are in the story, else a ghost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.ids import make_id
from retold.text.outlets import OutletIndex, by_name, extended, initials, learned, masthead_parts, name_key
from retold.text.state_media import as_one, is_generic
from retold.types import Article, Origin, OriginKind


def story_outlets(articles: Sequence[Article]) -> OutletIndex:
    """The packaged table, and the outlets known from the story's own pages."""
    return extended(learned(a.outlet for a in articles if a.outlet))


def canonical(name: str) -> str:
    """The table's name for an outlet, else the name as it stands."""
    known = by_name(name)
    return known.name if known else name


def origins(names: Iterable[str], articles: Sequence[Article]) -> dict[str, Origin]:
    """An origin for every outlet named or present, by each of its names; names that are one outlet's share it."""
    pages: dict[str, list[str]] = {}
    for article in articles:
        if article.outlet:
            pages.setdefault(article.outlet, []).append(article.id)
    groups: dict[str, list[str]] = {}
    heads: dict[str, str] = {}
    named = sorted(set(names) - set(pages))
    generic = as_one([n for n in named if is_generic(n)])
    for name in [*sorted(pages), *named]:
        head = generic.get(name) or next((heads[key] for key in _asked_keys(name) if key in heads), name)
        groups.setdefault(head, []).append(name)
        for key in _own_keys(name):
            heads.setdefault(key, head)
    made: dict[str, Origin] = {}
    for head, group in groups.items():
        shown = _as_written(canonical(_fullest(head, group, pages)), articles)
        own = tuple(sorted(id_ for name in group for id_ in pages.get(name, ())))
        made |= dict.fromkeys(group, Origin(make_id("o", "outlet", name_key(shown)), _without_place(shown), _kind(shown), own))
    return made


def _without_place(name: str) -> str:
    """The name as it is read: the table tells namesakes apart by their country, "The Paper (China)"."""
    return name.split(" (", maxsplit=1)[0]


def _fullest(head: str, group: Sequence[str], pages: dict[str, list[str]]) -> str:
    """The name to show: the masthead's where there is a page, else the longest spelled out one, rather than its initials."""
    if head in pages or by_name(head) or is_generic(head):
        return head
    return max(group, key=lambda name: (not name.isupper(), len(name), name))


def _own_keys(name: str) -> set[str]:
    """What a name is found by: its key, its masthead's parts, the initials that it would be shortened to, or that it is."""
    keys = {name_key(canonical(p)) for p in [name, *masthead_parts(name)]} | {f"initials of {initials(name)}"}
    return keys | {f"initials {name}"} if name.isupper() else keys


def _asked_keys(name: str) -> list[str]:
    keys = [name_key(canonical(p)) for p in [name, *masthead_parts(name)]] + [f"initials {initials(name)}"]
    return [*keys, f"initials of {name}"] if name.isupper() else keys


def _as_written(name: str, articles: Sequence[Article]) -> str:
    """The spelling that the story's pages use, where the table's has letters that they write otherwise ("Osnabruecker")."""
    known = by_name(name)
    if known is None or name.isascii():
        return name
    spellings = [name, *(a for a in known.aliases if len(a.split()) == len(name.split()) and a[:1] == name[:1])]
    return next((s for s in spellings if any(s in a.text for a in articles)), name)


def _kind(name: str) -> OriginKind:
    known = by_name(name)
    return (
        "agency"
        if (known and known.kind == "agency") or any(w in name for w in ("Agency", "Newswire", "Wire Service", "agencies"))
        else "outlet"
    )
