"""Stories as agencies' copies look on their outlets' pages, from the compact files in wires/: a page a block, its true parents beside it.

=== KEY | outlet | published | byline; byline
--- parents: KEY how; ghost:Outlet how
title
paragraphs and, on lines of their own, credits
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from retold.clean import clean
from retold.trace import candidate_pairs, trace_story
from retold.types import Article, Page, Traced

FOLDER = Path(__file__).parent / "wires"


@dataclass(frozen=True)
class Told:
    key: str
    outlet: str
    published: str
    byline: str
    parents: dict[str, str]
    title: str
    lines: list[str]

    def page(self) -> Page:
        bylines = "".join(f'<meta name="author" content="{escape(name.strip())}">' for name in self.byline.split(";") if name.strip())
        signed = f'<p class="byline">By {escape(self.byline.replace(";", " and"))}</p>' if self.byline else ""
        paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in self.lines)
        return Page(
            f"{self.key}.html",
            f'<html><head><title>{escape(self.title)} | {escape(self.outlet)}</title><meta property="og:site_name" content="{escape(self.outlet)}">'
            f'<meta property="og:title" content="{escape(self.title)}"><meta property="article:published_time" content="{self.published}">{bylines}</head>'
            f'<body><header><a href="/">{escape(self.outlet)}</a> <nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header>'
            f"<article><h1>{escape(self.title)}</h1>{signed}{paragraphs}</article><footer><p>About us</p><p>Contact</p></footer></body></html>",
        )


def told(name: str) -> list[Told]:
    blocks = re.split(r"^=== ", (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_told(block) for block in blocks]


def _told(block: str) -> Told:
    head, parents, title, body = block.split("\n", 3)
    key, outlet, published, byline = ([part.strip() for part in head.split("|")] + [""])[:4]
    listed = [p.strip().rsplit(" ", 1) for p in parents.removeprefix("--- parents:").split(";") if p.strip()]
    return Told(key, outlet, published, byline, dict(listed), title, [x for x in body.split("\n") if x.strip()])


def trace(pages: list[Told]) -> tuple[dict[str, Article], Traced]:
    """The articles by key, and what was traced among them."""
    articles = {}
    for page in pages:
        article = clean(page.page())
        assert isinstance(article, Article), page.key
        articles[page.key] = article
    return articles, trace_story(list(articles.values()), candidate_pairs(list(articles.values())))


def parents(articles: dict[str, Article], traced: Traced) -> dict[str, dict[str, str]]:
    """For each page its parents as the files write them, with the manner."""
    keys = {a.id: key for key, a in articles.items()}
    names = {o.id: f"ghost:{o.name}" for o in traced.origins}
    made: dict[str, dict[str, str]] = {key: {} for key in articles}
    for derivation in traced.derivations:
        made[keys[derivation.article]][keys.get(derivation.source) or names[derivation.source]] = derivation.how
    return made
