"""Circular citing: A cites B, and B, in the end, cites A. Nobody in the circle is then where the information entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from retold.types import Derivation

# What is left of the confidence in a derivation that is part of a circle: which of its edges is the false one is not known.
_DOUBT = 0.6


def circles(derivations: Sequence[Derivation]) -> list[tuple[str, ...]]:
    """Articles that derive from each other in a circle, each circle's ids in order."""
    nodes = sorted({d.article for d in derivations} | {d.source for d in derivations})
    if not nodes:
        return []
    place = {node: n for n, node in enumerate(nodes)}
    rows, columns = [place[d.article] for d in derivations], [place[d.source] for d in derivations]
    graph = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(nodes), len(nodes)))
    _, labels = connected_components(graph, directed=True, connection="strong")
    groups: dict[int, list[str]] = {}
    for node, label in zip(nodes, labels.tolist(), strict=True):
        groups.setdefault(label, []).append(node)
    return sorted(tuple(group) for group in groups.values() if len(group) > 1)


def marked(derivations: Sequence[Derivation]) -> list[Derivation]:
    """The derivations, those of a circle with less confidence and with the words that cite back as evidence."""
    circle_of = {id_: circle for circle in circles(derivations) for id_ in circle}
    return [_marked(d, derivations) if d.source in circle_of.get(d.article, ()) else d for d in derivations]


def _marked(derivation: Derivation, derivations: Sequence[Derivation]) -> Derivation:
    back = [d for d in derivations if d.article == derivation.source and d.source == derivation.article]
    words = tuple(e for d in back for e in d.evidence if e.kind in ("relay", "credit", "byline"))
    return replace(derivation, confidence=round(derivation.confidence * _DOUBT, 3), evidence=derivation.evidence + words)
