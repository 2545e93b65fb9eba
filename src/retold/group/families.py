"""Near copies speak with one voice: a text that was printed ten times is no ten witnesses for which story it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.group.arrays import Flags, Ints
from retold.group.clusters import Pairs
from retold.group.matrices import components


@dataclass(frozen=True, slots=True)
class Families:
    """`of` tells by row which family it is in; `pairs` are those between families, with the mean log-odds of their members."""

    of: Ints
    pairs: Pairs

    def marked(self, rows: Flags) -> Flags:
        """The families that any of the marked rows is in."""
        return np.bincount(self.of[rows], minlength=self.pairs.rows) > 0

    def members(self, groups: list[list[int]]) -> list[list[int]]:
        """The rows of groups of families, in order."""
        rows: list[list[int]] = [[] for _ in range(self.pairs.rows)]
        for row, family in enumerate(self.of.tolist()):
            rows[family].append(row)
        return [sorted(row for family in group for row in rows[family]) for group in groups]


def find_families(pairs: Pairs, copy: Flags) -> Families:
    """Families of near copies, or of what is linked by such, numbered by their first row; `copy` tells which pairs are."""
    count, label = components(pairs.first[copy], pairs.second[copy], pairs.rows)
    one, other = label[pairs.first], label[pairs.second]
    between = one != other
    key = np.minimum(one, other)[between] * count + np.maximum(one, other)[between]
    key, place = np.unique(key, return_inverse=True)
    mean = np.bincount(place, pairs.odds[between]) / np.maximum(np.bincount(place), 1)
    return Families(label, Pairs(key // max(count, 1), key % max(count, 1), mean, count))
