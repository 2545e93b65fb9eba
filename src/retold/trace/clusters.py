"""Seeds grown into stretches: neighbours in both texts at once, in whatever order they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.trace.resemblance import Seeds, Vectors, cosine_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units `[first, last]`, last included, of both texts, and the cosine of the two as bags of words."""

    later: tuple[int, int]
    earlier: tuple[int, int]
    cosine: float


def stretches(found: Seeds, vectors: tuple[Vectors, Vectors], gap: int, least_cosine: float) -> list[Stretch]:
    """The seeds in clusters with gaps of at most `gap` units; a cluster below the cosine is split at smaller gaps."""
    made: list[Stretch] = []
    waiting = [(np.arange(len(found.later)), gap)]
    while waiting:
        members, allowed = waiting.pop()
        for cluster in _clusters(found, members, allowed):
            later = int(found.later[cluster].min()), int(found.later[cluster].max())
            earlier = int(found.earlier[cluster].min()), int(found.earlier[cluster].max())
            cosine = cosine_of(*vectors, earlier, later)
            if cosine >= least_cosine:
                made.append(Stretch(later, earlier, cosine))
            elif allowed > 0:
                waiting.append((cluster, allowed - 1))
    return _without_overlaps(made)


def _clusters(found: Seeds, members: NDArray[np.int64], gap: int) -> list[NDArray[np.int64]]:
    """Splits at gaps of one text, then of the other, until nothing splits any more."""
    waiting, done = [(members, 0, False)], []
    while waiting:
        cluster, side, settled = waiting.pop()
        place = (found.later, found.earlier)[side][cluster]
        order = np.argsort(place, kind="stable")
        parts = np.split(cluster[order], np.flatnonzero(np.diff(place[order]) > gap + 1) + 1)
        if len(parts) == 1 and settled:
            done.append(parts[0])
        else:
            waiting += [(part, 1 - side, len(parts) == 1) for part in parts]
    return done


def _without_overlaps(made: list[Stretch]) -> list[Stretch]:
    """Of stretches that claim the same units of the later text, the one that explains most stays."""
    kept: list[Stretch] = []
    for stretch in sorted(made, key=lambda s: (-(s.later[1] - s.later[0] + 1) * s.cosine, s.later, s.earlier)):
        if all(stretch.later[1] < k.later[0] or stretch.later[0] > k.later[1] for k in kept):
            kept.append(stretch)
    return sorted(kept, key=lambda s: s.later)
