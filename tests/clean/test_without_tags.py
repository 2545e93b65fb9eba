"""The same page with its tags and as bare lines of text gives nearly the same article."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from retold.clean import clean
from retold.clean.markup import blocks, parse, without_scripts
from retold.types import Article, Page

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("tests/cases/*/pages/*.html"), *ROOT.glob("src/retold/data/sample/**/*.html")])


def both(path: Path) -> tuple[Article, Article]:
    """The article of a page, and that of its blocks of text with nothing around them."""
    html = path.read_text(encoding="utf-8")
    tree = parse(html)
    without_scripts(tree)
    bare = "\n\n".join(block.text for block in blocks(tree))
    tagged, plain = clean(Page(path="a.html", content=html)), clean(Page(path="a.txt", content=bare, content_type="text/plain"))
    assert isinstance(tagged, Article)
    assert isinstance(plain, Article)
    return tagged, plain


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Article, Article]]:
    return [both(path) for path in PAGES]


def likeness(a: str, b: str) -> float:
    """Words in common, of both."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (a, b))
    return 2 * (left & right).total() / (left.total() + right.total())


def test_the_texts_are_nearly_the_same(pairs: list[tuple[Article, Article]]) -> None:
    shares = [likeness(tagged.text, plain.text) for tagged, plain in pairs]
    assert len(shares) >= 20
    assert min(shares) > 0.8
    assert sum(shares) / len(shares) > 0.985


def test_the_titles_and_days_are_the_same(pairs: list[tuple[Article, Article]]) -> None:
    assert sum(tagged.title == plain.title for tagged, plain in pairs) / len(pairs) > 0.95  # a deck may pass for the title
    told = [
        ((tagged.published or "")[:10], (plain.published or "")[:10]) for tagged, plain in pairs if tagged.published_evidence == "stamp"
    ]
    assert all(a == b for a, b in told)


def test_no_tags_may_lose_a_name_and_hardly_ever_invents_one(pairs: list[tuple[Article, Article]]) -> None:
    invented = [not set(plain.byline) <= set(tagged.byline) for tagged, plain in pairs]
    assert sum(invented) / len(invented) < 0.03  # lines that stand side by side in tags may be glued without them
    kept = [tagged.byline == plain.byline for tagged, plain in pairs]
    assert sum(kept) / len(kept) > 0.8
