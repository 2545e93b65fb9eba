"""Circular citing: A cites B, and B, in the end, cites A. Nobody in the circle is then where the information entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.types import Derivation

# What is left of the confidence in a derivation that is part of a circle: which of its edges is the false one is not known.
_DOUBT = 0.6


def circles(derivations: Sequence[Derivation]) -> list[tuple[str, ...]]:
    """Articles that derive from each other in a circle, each circle's ids in order (Kosaraju's strong components)."""
    forth: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for d in sorted(derivations, key=lambda d: (d.article, d.source)):
        forth.setdefault(d.article, []).append(d.source)
        back.setdefault(d.source, []).append(d.article)
    seen: set[str] = set()
    finished = [node for start in sorted(forth) for node in _reached(start, forth, seen)]
    seen = set()
    groups = [_reached(node, back, seen) for node in reversed(finished)]
    return sorted(tuple(sorted(group)) for group in groups if len(group) > 1)


def _reached(start: str, edges: dict[str, list[str]], seen: set[str]) -> list[str]:
    """The nodes not yet seen that can be reached, each behind those reached from it."""
    if start in seen:
        return []
    seen.add(start)
    finished, path = [], [(start, iter(edges.get(start, ())))]
    while path:
        node, onward = path[-1]
        following = next((n for n in onward if n not in seen), None)
        if following is None:
            finished.append(node)
            path.pop()
        else:
            seen.add(following)
            path.append((following, iter(edges.get(following, ()))))
    return finished


def marked(derivations: Sequence[Derivation]) -> list[Derivation]:
    """The derivations, those of a circle with less confidence and with the words that cite back as evidence."""
    circle_of = {id_: circle for circle in circles(derivations) for id_ in circle}
    return [_marked(d, derivations) if d.source in circle_of.get(d.article, ()) else d for d in derivations]


def _marked(derivation: Derivation, derivations: Sequence[Derivation]) -> Derivation:
    back = [d for d in derivations if d.article == derivation.source and d.source == derivation.article]
    words = tuple(e for d in back for e in d.evidence if e.kind in ("relay", "credit", "byline"))
    return replace(derivation, confidence=round(derivation.confidence * _DOUBT, 3), evidence=derivation.evidence + words)
