"""Learn grouping's pair weights, and see how they hold: training/grouping.py [--without CORPUS].

Logistic regression over the candidate pairs of the labelled corpora under RETOLD_DATA (default ../shared), each corpus weighing the same.
Prints the weights for src/retold/group/settings.py and BCubed F1 of every corpus over a range of thresholds. `soon` and `days` are not learned:
only one corpus has dates, and all of them are right.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retold.group import GroupIndex, group
from retold.group.comparing import judged_pairs
from retold.group.settings import DEFAULT, PairWeights, Settings
from retold.types import Article

DATA = Path(os.environ.get("RETOLD_DATA", "../shared")) / "data" / "grouping"
CORPORA = ("ecbplus", "basil", "neus")
LEARNED = ("words", "lead", "names", "numbers", "phrases", "nearness", "crowd", "weekdays")
THRESHOLDS = (-1.2, -1.0, -0.8, -0.6, -0.4)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    name: str
    articles: list[Article]
    story: dict[str, str]


def load(name: str) -> Labelled:
    """One of several articles with the same id and label is enough to learn from."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = list({row["id"]: row for row in map(json.loads, lines)}.values())
    articles = [Article.from_text(row["text"], id=row["id"], title=row["title"], published=row["published"]) for row in rows]
    return Labelled(name, articles, {row["id"]: row["story"] for row in rows})


def pairs_of(corpus: Labelled, settings: Settings) -> tuple[Floats, Floats]:
    """Evidence by candidate pair, and whether it is of one story."""
    together = replace(settings, whole=len(corpus.articles))
    neighbourhood, telling = GroupIndex(corpus.articles, together).everything()
    pairs, evidence = judged_pairs(neighbourhood, telling, together)
    label = np.array([corpus.story[heads[0].id] for heads in neighbourhood.cell.heads])
    same = (label[pairs.first] == label[pairs.second]).astype(float)
    return np.column_stack([getattr(evidence, kind) for kind in LEARNED]), same


def learn(samples: list[tuple[Floats, Floats]], ridge: float = 0.1, rounds: int = 12) -> PairWeights:
    """Newton's method on standardised evidence."""
    evidence, same = np.vstack([e for e, _ in samples]), np.concatenate([s for _, s in samples])
    weight = np.concatenate([np.full(len(s), 1e4 / len(s)) for _, s in samples])
    mean, spread = evidence.mean(axis=0), evidence.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(evidence)), (evidence - mean) / spread])
    penalty = np.diag([0.0] + [ridge] * len(LEARNED))
    beta = np.zeros(design.shape[1])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-design @ beta))
        slope = design.T @ (weight * (chance - same)) + penalty @ beta
        curve = (design * (weight * chance * (1 - chance))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(curve, slope)
    scaled = beta[1:] / spread
    learned = {kind: round(float(value), 2) for kind, value in zip(LEARNED, scaled, strict=True)}
    return replace(DEFAULT.weights, bias=round(float(beta[0] - scaled @ mean), 2), **learned)


def bcubed(corpus: Labelled, settings: Settings) -> float:
    """BCubed F1 (Bagga and Baldwin 1998)."""
    made = {article: number for number, story in enumerate(group(corpus.articles, settings)) for article in story.articles}
    true = [corpus.story[article.id] for article in corpus.articles]
    guess = [made[article.id] for article in corpus.articles]
    both, by_true, by_made = Counter(zip(true, guess, strict=True)), Counter(true), Counter(guess)
    precision = sum(n * n / by_made[m] for (_, m), n in both.items()) / len(true)
    recall = sum(n * n / by_true[t] for (t, _), n in both.items()) / len(true)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", choices=CORPORA, help="leave this corpus out of the learning")
    asked = parser.parse_args()
    corpora = [load(name) for name in CORPORA]
    weights = learn([pairs_of(corpus, DEFAULT) for corpus in corpora if corpus.name != asked.without])
    print(weights)
    for corpus in corpora:
        scores = [bcubed(corpus, replace(DEFAULT, weights=weights, join=join)) for join in THRESHOLDS]
        left_out = " (left out)" if corpus.name == asked.without else ""
        print(f"{corpus.name:<8}", " ".join(f"{join:+.1f}: {score:.3f}" for join, score in zip(THRESHOLDS, scores, strict=True)) + left_out)


if __name__ == "__main__":
    main()
