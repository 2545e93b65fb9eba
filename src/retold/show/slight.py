"""Edges with little to show for them: told later of the same event, hardly a word in common, and nothing that names the source."""

from __future__ import annotations

from retold.types import Derivation

HARDLY = 0.1  # of the words: what any two articles about one event share


def is_slight(derivation: Derivation) -> bool:
    """Whether nothing but the time, and hardly a word, speaks for the edge."""
    few = derivation.coverage is not None and derivation.coverage < HARDLY
    return derivation.how != "cited" and few and all(evidence.kind == "time" for evidence in derivation.evidence)
