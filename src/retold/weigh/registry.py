"""The origins of a story: those that tracing found, and those that weighing adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from retold.ids import make_id
from retold.text.outlets import by_name, host_of, initials, name_key
from retold.text.tokens import fold
from retold.types import Article, Origin, OriginKind


class Registry:
    """Origins by id, and outlets by any of their names; outlets whose pages are here are known by name before they are an origin."""

    def __init__(self, traced: Sequence[Origin], articles: Iterable[Article]) -> None:
        self.known = {origin.id: origin for origin in traced}
        self.made: dict[str, Origin] = {}
        self.names: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.pages: dict[str, set[str]] = defaultdict(set)
        for article in sorted(articles, key=lambda one: ((one.outlet or "").isupper(), one.outlet or "", one.id)):
            if article.outlet:
                self.learn(article.outlet, None)
                for key in keys(article.outlet):
                    self.pages[key].add(article.id)
        for origin in sorted(traced, key=lambda one: one.id, reverse=True):
            if origin.kind in ("outlet", "agency"):
                self.learn(origin.name, origin.id)

    def learn(self, name: str, identity: str | None) -> None:
        for key in keys(name):
            self.names.setdefault(key, name)
            if identity is not None:
                self.ids[key] = identity

    def outlet_like(self, name: str) -> str | None:
        """The outlet that tracing, a page or weighing knows by this name, by its key or by its initials."""
        return next((self.names[key] for key in keys(name) if key in self.names), None)

    def outlet(self, name: str) -> str:
        """The id of an outlet by any of its names; one that was traced keeps its id."""
        found = next((self.ids[key] for key in keys(name) if key in self.ids), None)
        if found is None:
            table = by_name(name)
            pages = sorted({page for key in keys(name) for page in self.pages.get(key, ())})
            found = self.add(table.kind if table else "outlet", table.name if table else self.outlet_like(name) or name, pages)
            self.learn(name, found)
        return found

    def origin(self, identity: str) -> Origin:
        return self.known.get(identity) or self.made[identity]

    def nameless(self, article: Article) -> str:
        """The outlet of a page that names none: its host, or "unknown outlet", one for each page."""
        name = host_of(article.url) if article.url else "unknown outlet"
        identity = make_id("o", "outlet", name, article.id)
        self.made.setdefault(identity, Origin(identity, name, "outlet", (article.id,)))
        return identity

    def add(self, kind: OriginKind, name: str, pages: Sequence[str] = ()) -> str:
        identity = make_id("o", kind, fold(name))
        if identity not in self.known:
            self.made.setdefault(identity, Origin(identity, name, kind, tuple(pages)))
        return identity


def keys(name: str) -> tuple[str, ...]:
    """What names of one outlet share: the table's name, the letters alone, and the initials that one is written for the other."""
    table = by_name(name)
    short = initials(name)
    plain = name.strip()
    own = [f"key {name_key(name)}"]
    if table is not None:
        own.append(f"table {table.name}")
    if short or plain.isupper():
        own.append(f"initials {short or plain}")
    return tuple(own)
