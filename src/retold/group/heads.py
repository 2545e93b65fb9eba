"""What is kept of an article besides its terms, and how a story is named."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.group.moments import day_of
from retold.ids import make_id
from retold.types import Article, Story


@dataclass(frozen=True, slots=True)
class Head:
    """`title` is the article's, or its first words where it has none; `digest` stands for title and text."""

    day: float  # infinite where unknown
    published: str
    id: str
    digest: int
    title: str
    titled: bool
    page: int = 0  # stands for its address, 0 where there is none or it is that of a whole site

    @property
    def moment(self) -> tuple[float, str, str, int]:
        """Articles stand by date (those that cannot be read last), then id, then what they say."""
        return self.day, self.published, self.id, self.digest


def head_of(article: Article) -> Head:
    """An article that says nothing has a digest of its own: it is no copy of others that say nothing."""
    day = day_of(article.published)
    said = (article.title, article.text) if article.text.strip() or article.title else (article.title, article.text, article.id)
    digest = hashlib.blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=7).digest()
    return Head(
        day=math.inf if math.isnan(day) else day,
        published=article.published or "",
        id=article.id,
        digest=int.from_bytes(digest, "big"),
        title=article.title or _opening(article),
        titled=bool(article.title),
        page=_page(article.url),
    )


def story_of(heads: Iterable[Head]) -> Story:
    """The story of some articles, with the id of its first and the title of the first that has one."""
    ordered = sorted(heads, key=lambda head: head.moment)
    title = next((head.title for head in ordered if head.titled), ordered[0].title)
    return Story(make_id("s", ordered[0].id), title, tuple(head.id for head in ordered))


def in_order(stories: Iterable[Sequence[Head]]) -> list[Story]:
    """Stories by their first article."""
    return [story_of(heads) for heads in sorted(stories, key=lambda heads: min(head.moment for head in heads))]


def _page(url: str | None) -> int:
    """Addresses that differ in nothing but the place on the page are one."""
    address = (url or "").partition("#")[0].rstrip("/")
    if "/" not in address.partition("://")[2]:
        return 0
    return int.from_bytes(hashlib.blake2b(address.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def _opening(article: Article) -> str:
    """The first words, where there is no title."""
    words = article.text[:400].split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "") if words else "(no text)"
