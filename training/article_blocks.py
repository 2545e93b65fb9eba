"""Train the reading of blocks that Retold ships (src/retold/data/article_blocks.json): is a block of an HTML page part of its article?

    uv run --with lightgbm python training/article_blocks.py DATA FICTION OUT

DATA is wcxb-articles.jsonl.gz (WCXB, CC BY 4.0: rows of `html`, `url`, `body`), FICTION the folder of cases written for this project.
Boosted trees over the features of `retold.clean.features`; the seed is fixed, so the same data and versions give the same trees.
Prints precision, recall and F1 of blocks, by words, on pages held out; the model written out has seen all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from retold.clean.body import signals
from retold.clean.draft import Draft
from retold.clean.facts import take_facts
from retold.clean.markup import Block, blocks, parse, without_scripts
from retold.clean.structured import structured

ROUNDS = 140
FOLDS = 4
FICTION_WEIGHT = 4.0  # sixteen pages that look as crude as the web does, beside 237 tidy ones
SETTINGS: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 14, "max_depth": 6, "min_data_in_leaf": 40, "feature_fraction": 0.4, "bagging_fraction": 0.8,
    "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "num_threads": 2, "seed": 1, "deterministic": True,
}  # fmt: skip
SURE_SHARE = 0.6  # of a block's runs of four words, for it to be the body's


@dataclass(frozen=True)
class Example:
    """One page: features, labels (0, 1, or 0.5 for too short to tell), words of each block, and what the page weighs."""

    rows: NDArray[np.float32]
    labels: NDArray[np.float32]
    words: NDArray[np.float32]
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("fiction", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    examples = [e for e in (example(*page) for page in pages(given.data, given.fiction)) if e is not None]
    print_held_out(examples)
    given.out.write_text(json.dumps({"trees": trees(fit(examples))}, separators=(",", ":")), encoding="utf-8")


def pages(data: Path, fiction: Path) -> Iterator[tuple[str, str | None, str, float]]:
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["html"], row.get("url"), row["body"], 1.0
    for truth in sorted(fiction.glob("*/truth.json")):
        for article in json.loads(truth.read_text(encoding="utf-8"))["articles"].values():
            if article["file"].endswith(".html"):
                yield (truth.parent / article["file"]).read_text(encoding="utf-8"), None, "\n\n".join(article["body"]), FICTION_WEIGHT


def example(html: str, url: str | None, body: str, weight: float) -> Example | None:
    tree = parse(html)
    if tree is None:
        return None
    said = structured(tree)
    without_scripts(tree)
    found = blocks(tree)
    title = take_facts(Draft(url=url), tree, said, found)
    rows, numbers = signals(tree, found, str(said.article.get("articleBody") or ""), title, every=True)
    chosen = [found[i] for i in numbers]
    words = np.array([len(b.text.split()) for b in chosen], dtype=np.float32)
    return Example(rows, labels(chosen, body), words, weight) if chosen else None


def labels(found: Sequence[Block], body: str) -> NDArray[np.float32]:
    """Which blocks are in the body: as a line of their own, or with most of their runs of four words."""
    lines = {fold(line) for line in body.split("\n") if line.strip()}
    words = fold(body).split()
    flat, runs = f" {' '.join(words)} ", set(zip(words, words[1:], words[2:], words[3:], strict=False))
    return np.array([label(fold(b.text), lines, flat, runs) for b in found], dtype=np.float32)


def label(text: str, lines: set[str], flat: str, runs: set[tuple[str, str, str, str]]) -> float:
    if text in lines:
        return 1.0
    words = text.split()
    if len(words) < 4:
        return (1.0 if len(text) > 25 else 0.5) if f" {text} " in flat else 0.0
    own = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return float(sum(run in runs for run in own) / len(own) >= SURE_SHARE)


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")))
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip().lower()


def fit(examples: Sequence[Example]) -> lightgbm.Booster:
    rows = np.vstack([e.rows for e in examples])
    truth = np.concatenate([e.labels for e in examples])
    weights = np.concatenate([block_weights(e) for e in examples])
    known = truth != 0.5
    return lightgbm.train(SETTINGS, lightgbm.Dataset(rows[known], truth[known] > 0.5, weight=weights[known]), ROUNDS)


def block_weights(page: Example) -> NDArray[np.float32]:
    """By words, each page alike, no block more than half a page: what the measure of whole pages rewards."""
    total = max(50.0, float((page.words * page.labels).sum()))
    weighed: NDArray[np.float32] = (np.minimum(page.words / total, 0.5) + 0.002) * page.weight
    return weighed


def print_held_out(examples: Sequence[Example]) -> None:
    hits = said = true = 0.0
    for fold_number in range(FOLDS):
        model = fit([e for i, e in enumerate(examples) if i % FOLDS != fold_number])
        for page in examples[fold_number::FOLDS]:
            over = np.asarray(model.predict(page.rows)) > 0.5
            hits += float(page.words[over & (page.labels > 0.5)].sum())
            said += float(page.words[over].sum())
            true += float(page.words[page.labels > 0.5].sum())
    precision, recall = hits / said, hits / true
    print(f"held out: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")


def trees(model: lightgbm.Booster) -> list[dict[str, list[Any]]]:
    """Each tree in flat lists: a child of 0 and more is a split, of -1 and less the leaf ~child."""
    return [flat_tree(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def flat_tree(root: dict[str, Any]) -> dict[str, list[Any]]:
    flat: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": []}

    def place(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            flat["leaf"].append(round(node["leaf_value"], 4))
            return ~(len(flat["leaf"]) - 1)
        number = len(flat["feature"])
        flat["feature"].append(node["split_feature"])
        flat["threshold"].append(float(f"{node['threshold']:.6g}"))
        flat["left"].append(0)
        flat["right"].append(0)
        flat["left"][number], flat["right"][number] = place(node["left_child"]), place(node["right_child"])
        return number

    place(root)
    return flat


if __name__ == "__main__":
    main()
