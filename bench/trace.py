"""Candidate pairs over a collection in which a tenth are copies: recall, growth, and speed against MinHash LSH (datasketch, rensa).

    python bench/trace.py [--articles 100000] [--others 20000]

Articles are made of a Zipf vocabulary, 300 to 700 words each. A copy keeps between 0.3 and all of its words from one article in a row, the
rest is its own. The others run on the same articles with the same tokens; their threshold is set for the Jaccard coefficient that
containment 0.3 comes to.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

import numpy as np

from retold.text.tokens import tokens
from retold.trace import candidate_pairs
from retold.types import Article

Pairs = set[tuple[str, str]]
_LEAST = 0.3
_JACCARD = _LEAST / (2 - _LEAST)
_SHINGLE = 5
_BANDS = 64  # of two rows: at the Jaccard coefficient of containment 0.3 they find 0.87, with bands of four 0.03


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--others", type=int, default=20_000, help="articles on which the others are run too")
    asked = parser.parse_args()
    for size in sorted({asked.others}):
        articles, copies = collection(size)
        for name, find in (("retold", candidate_pairs), ("rensa", rensa_pairs), ("datasketch", datasketch_pairs)):
            report(name, articles, copies, find)
    seconds = {}
    for size in (asked.articles // 2, asked.articles):
        seconds[size] = report("retold", *collection(size), candidate_pairs)
    print(f"growth from {asked.articles // 2:,} to {asked.articles:,}: {seconds[asked.articles] / seconds[asked.articles // 2]:.2f} times")


def report(name: str, articles: Sequence[Article], copies: Pairs, find: Callable[[Sequence[Article]], Sequence[tuple[str, str]]]) -> float:
    start = time.process_time()
    try:
        found = {(min(p), max(p)) for p in find(articles)}
    except ImportError as missing:
        print(f"{name}: {missing}")
        return 0.0
    seconds = time.process_time() - start
    recall = len(copies & found) / len(copies)
    print(
        f"{name:10} {len(articles):>8,} articles: {seconds:7.2f} s, {len(articles) / seconds:7.0f} articles/s, "
        f"recall {recall:.4f}, {len(found):,} pairs, {len(found - copies):,} others (copies of one source)"
    )
    return seconds


def collection(size: int, seed: int = 1) -> tuple[list[Article], Pairs]:
    """Articles in order of id, and the pairs of a copy and its source."""
    random = np.random.default_rng(seed)
    words = np.array([f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "ai", "or", "en") for c in _ENDINGS])
    chance = 1.0 / (np.arange(len(words)) + 10.0)
    texts = [words[random.choice(len(words), size=int(length), p=chance / chance.sum())] for length in random.integers(300, 700, size)]
    copies = set()
    for number in range(size // 10):
        source = int(random.integers(size // 10, size))
        kept = int(min(len(texts[source]), len(texts[number])) * random.uniform(_LEAST, 1.0)) + 1
        kept = max(kept, int(_LEAST * len(texts[number])) + 1)
        begin = int(random.integers(0, max(1, len(texts[source]) - kept)))
        part = texts[source][begin : begin + kept]
        texts[number] = np.concatenate([texts[number][: len(texts[number]) - len(part)], part])
        copies.add((_id(number), _id(source)))
    return [Article.from_text(" ".join(text), id=_id(number)) for number, text in enumerate(texts)], copies


def _id(number: int) -> str:
    return f"a{number:08}"


def rensa_pairs(articles: Sequence[Article]) -> list[tuple[str, str]]:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=_JACCARD, num_perm=128, num_bands=_BANDS)
    found = []
    for number, article in enumerate(articles):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(shingles(article.text))
        found += [(articles[other].id, article.id) for other in index.query(sketch)]
        index.insert(number, sketch)
    return found


def datasketch_pairs(articles: Sequence[Article]) -> list[tuple[str, str]]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(params=(_BANDS, 2), num_perm=128)
    found = []
    for article in articles:
        sketch = MinHash(num_perm=128, seed=1)
        sketch.update_batch([s.encode() for s in shingles(article.text)])
        found += [(other, article.id) for other in index.query(sketch)]
        index.insert(article.id, sketch)
    return found


def shingles(text: str) -> list[str]:
    words = tokens(text).words
    return [" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


_ENDINGS = (
    "n",
    "r",
    "st",
    "lan",
    "met",
    "vor",
    "kin",
    "dus",
    "pel",
    "shi",
    "tor",
    "wen",
    "ga",
    "mo",
    "ti",
    "ble",
    "ran",
    "sol",
    "fer",
    "nik",
)

if __name__ == "__main__":
    main()
