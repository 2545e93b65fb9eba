"""Trace: passages, derivations with their manner and direction, and ghosts."""

from retold.trace.align import align

__all__ = ["align"]
