"""Boosted decision trees that tell how likely a block belongs to the article (data/article_blocks.json, made by training/article_blocks.py)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

_DEEPEST = 64


@dataclass(frozen=True, slots=True)
class Trees:
    """All trees in flat arrays. A node's children are node numbers; a leaf is its own child, and `value` is its vote."""

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    depth: int

    def likelihood(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The likelihood of each row, 0 to 1."""
        at = np.tile(self.roots, (len(rows), 1))
        places = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[places, self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        votes = self.value[at].sum(axis=1, dtype=np.float64)
        likely: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-votes))
        return likely


@lru_cache(maxsize=1)
def packaged() -> Trees:
    """The trees that ship with the package."""
    return _flat(json.loads((files("retold.data") / "article_blocks.json").read_text(encoding="utf-8"))["trees"])


def _flat(trees: list[dict[str, Any]]) -> Trees:
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 0
    for tree in trees:
        first, splits = len(feature), len(tree["feature"])
        leaves = first + splits
        roots.append(first)

        def place(child: int, first: int = first, leaves: int = leaves) -> int:
            return first + child if child >= 0 else leaves + ~child

        feature += [*tree["feature"], *(0 for _ in tree["leaf"])]
        threshold += [*tree["threshold"], *(0.0 for _ in tree["leaf"])]
        left += [*map(place, tree["left"]), *(leaves + i for i in range(len(tree["leaf"])))]
        right += [*map(place, tree["right"]), *(leaves + i for i in range(len(tree["leaf"])))]
        value += [*(0.0 for _ in range(splits)), *tree["leaf"]]
        depth = max(depth, _depth(tree, 0 if splits else -1))
    as_int, as_float = np.int32, np.float32
    return Trees(
        np.array(feature, as_int), np.array(threshold, as_float), np.array(left, as_int), np.array(right, as_int), np.array(value, as_float), np.array(roots, as_int), depth
    )  # fmt: skip


def _depth(tree: dict[str, Any], node: int, level: int = 0) -> int:
    if node < 0 or level > _DEEPEST:
        return level
    return max(_depth(tree, tree["left"][node], level + 1), _depth(tree, tree["right"][node], level + 1))
