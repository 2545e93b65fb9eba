"""Trace: passages, derivations with their manner and direction, and ghosts."""

from retold.trace.align import align
from retold.trace.candidates import candidate_pairs
from retold.trace.public_quotes import public_quotes
from retold.trace.story import trace_across, trace_story

__all__ = ["align", "candidate_pairs", "public_quotes", "trace_across", "trace_story"]
