"""Boosted decision trees that tell how likely a block belongs to the article (data/article_blocks.json, made by training/article_blocks.py)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """All trees in flat arrays. A node's right child stands behind its left one, `left`; a leaf is its own child, and `value` is its vote."""

    feature: NDArray[np.intp]
    threshold: NDArray[np.float32]
    left: NDArray[np.intp]
    value: NDArray[np.float32]
    roots: NDArray[np.intp]
    depth: int

    def likelihood(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The likelihood of each row, 0 to 1."""
        flat, width = rows.ravel(), rows.shape[1]
        starts = np.repeat(np.arange(len(rows)) * width, len(self.roots))
        at = np.tile(self.roots, len(rows))
        for _ in range(self.depth):
            goes_right = flat.take(starts + self.feature.take(at)) > self.threshold.take(at)
            at = self.left.take(at) + goes_right
        votes = self.value.take(at).reshape(len(rows), -1).sum(axis=1, dtype=np.float64)
        likely: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-votes))
        return likely


@lru_cache(maxsize=1)
def packaged() -> Trees:
    """The trees that ship with the package."""
    return _flat(json.loads((files("retold.data") / "article_blocks.json").read_text(encoding="utf-8"))["trees"])


def _flat(trees: list[dict[str, Any]]) -> Trees:
    nodes = _Nodes([], [], [], [])
    roots = [nodes.add() for _ in trees]
    depth = max(nodes.place(tree, root) for tree, root in zip(trees, roots, strict=True))
    return Trees(
        np.array(nodes.feature, dtype=np.intp),
        np.array(nodes.threshold, dtype=np.float32),
        np.array(nodes.left, dtype=np.intp),
        np.array(nodes.value, dtype=np.float32),
        np.array(roots, dtype=np.intp),
        depth,
    )


@dataclass(slots=True)
class _Nodes:
    """The flat arrays while they are filled."""

    feature: list[int]
    threshold: list[float]
    left: list[int]
    value: list[float]

    def add(self) -> int:
        """A new leaf: no value goes right of an infinite threshold, so that it leads to itself."""
        self.feature.append(0)
        self.threshold.append(float("inf"))
        self.left.append(len(self.left))
        self.value.append(0.0)
        return len(self.left) - 1

    def place(self, tree: dict[str, Any], root: int) -> int:
        """Puts a tree where its root is; how deep it is. In the tree a child of 0 and more is a split, of -1 and less the leaf ~child."""
        waiting = [(0 if tree["feature"] else -1, root, 0)]
        deepest = 0
        while waiting:
            node, at, depth = waiting.pop()
            deepest = max(deepest, depth)
            if node < 0:
                self.value[at] = tree["leaf"][~node]
                continue
            self.feature[at], self.threshold[at] = tree["feature"][node], tree["threshold"][node]
            self.left[at], right = self.add(), self.add()
            waiting += [(tree["left"][node], self.left[at], depth + 1), (tree["right"][node], right, depth + 1)]
        return deepest
