"""Seconds of one core to compare the tellings of one story, by its number of articles: python bench/compare.py [ARTICLES ...]

Copies of the bundled sample's pages, each with a word in sixty swapped, made from the pages (a tree) or from one absent source (siblings).
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from importlib.resources import files

from retold.clean import clean
from retold.compare import compare
from retold.types import Article, Derivation, Page, Traced

SWAPPED = 60
PUT = ["seven", "not", "Carmen", "Tuesday", "blue", "likely", "40", "killed"]


def sample() -> list[Article]:
    """The sample's articles, in the order of their paths."""
    folder = files("retold") / "data" / "sample"
    pages = [page for story in sorted(folder.iterdir(), key=str) for page in sorted(story.iterdir(), key=str)]
    cleaned = [clean(Page(page.name, page.read_bytes())) for page in pages]
    return [article for article in cleaned if isinstance(article, Article)]


def story(size: int, *, tree: bool, seed: int = 7) -> tuple[list[Article], Traced]:
    """`size` articles with their derivations."""
    dice, base = random.Random(seed), sample()
    articles: list[Article] = []
    edges: list[Derivation] = []
    for number in range(size):
        made_from = base[number % len(base)]
        name = f"a{number:05}"
        articles.append(replace(made_from, id=name, text=made_from.text if number < len(base) else altered(made_from.text, dice)))
        if number >= len(base):
            edges.append(Derivation(name, articles[number % len(base)].id if tree else "absent", "light-edit", 0.9, 0.9))
    return articles, Traced(derivations=tuple(edges))


def altered(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    for _ in range(len(words) // SWAPPED):
        words[dice.randrange(len(words))] = dice.choice(PUT)
    return " ".join(words)


def main() -> None:
    for size in [int(given) for given in sys.argv[1:]] or [50, 100, 200, 500, 1000]:
        for tree in (True, False):
            articles, traced = story(size, tree=tree)
            began = time.process_time()
            found = compare(articles, traced, (), ())
            kind = "a tree" if tree else "siblings"
            print(f"{size:>6} articles, {kind:8} {len(found):>5} changes {time.process_time() - began:8.2f} s")


if __name__ == "__main__":
    main()
