"""Citing in circles."""

from __future__ import annotations

import pytest

from retold.trace.circles import circles
from retold.types import Derivation


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ("", []),
        ("ab bc cd", []),
        ("ab ba", [("a", "b")]),
        ("ab bc ca cd", [("a", "b", "c")]),
        ("ab ba bc cd dc de", [("a", "b"), ("c", "d")]),
        ("ac bc cd da", [("a", "c", "d")]),
    ],
)
def test_circles(edges: str, expected: list[tuple[str, ...]]) -> None:
    assert circles([Derivation(e[0], e[1], "cited", None, 0.9) for e in edges.split()]) == expected


def test_a_long_chain_is_no_circle() -> None:
    assert circles([Derivation(f"{n}", f"{n + 1}", "cited", None, 0.9) for n in range(5000)]) == []
