"""Outlets that a story names: one origin for each, with its articles where they are in the story, else a ghost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.ids import make_id
from retold.text.outlets import Outlet, by_name, learned, name_key, same_name
from retold.types import Article, Origin, OriginKind


def story_outlets(articles: Sequence[Article]) -> tuple[Outlet, ...]:
    """The outlets known from the story's own pages, whatever the packaged table holds."""
    return learned(a.outlet for a in articles if a.outlet)


def canonical(name: str) -> str:
    """The table's name for an outlet, else the name as it stands."""
    known = by_name(name)
    return known.name if known else name


def origins(names: Iterable[str], articles: Sequence[Article]) -> dict[str, Origin]:
    """An origin for every outlet named or present, by canonical name; names that are one outlet's share it."""
    made: dict[str, Origin] = {}
    present = sorted({a.outlet for a in articles if a.outlet})
    for name in [*present, *sorted(set(names))]:
        key = next((k for k in made if same_name(k, name)), canonical(name))
        if key not in made:
            key = _as_written(key, articles)
            own = tuple(a.id for a in articles if a.outlet and same_name(a.outlet, name))
            made[key] = Origin(make_id("o", "outlet", name_key(key)), key, _kind(key), own)
        made[name] = made[key]
    return made


def _as_written(name: str, articles: Sequence[Article]) -> str:
    """The spelling that the story's pages use, where the table's has letters that they write otherwise ("Osnabruecker")."""
    known = by_name(name)
    if known is None or name.isascii():
        return name
    spellings = [name, *(a for a in known.aliases if len(a.split()) == len(name.split()) and a[:1] == name[:1])]
    return next((s for s in spellings if any(s in a.text for a in articles)), name)


def _kind(name: str) -> OriginKind:
    known = by_name(name)
    return "agency" if (known and known.kind == "agency") or any(w in name for w in ("Agency", "Newswire", "Wire Service")) else "outlet"
