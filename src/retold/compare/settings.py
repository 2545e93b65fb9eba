"""The constants of comparing, each with how it was set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Set by reading hits and false alarms on our own written stories and on real ones, each rounded; none is tuned to a story."""

    # Two sentences tell the same from this likeness on; below, half of the matches we read were about other things.
    sentence_likeness: float = 0.42
    # Where the later article only cites the earlier, or both drew on one source, chance likeness is commoner.
    loose_likeness: float = 0.5
    # A summary keeps few words of many sentences.
    summary_likeness: float = 0.28
    # In a copy, a sentence between two matched ones is taken for the one between their sources at this share of the likeness.
    in_order_share: float = 0.5
    # Words that two sentences must share, in rarity-weighted words: two plain words never make a match.
    shared_weight: float = 2.2
    # A sentence may be put together from this many earlier ones; more were coincidences.
    sources_of_a_sentence: int = 3
    # How much of the words around two facts must agree for them to be about the same thing.
    context_likeness: float = 0.34
    # Two quotations are the same one from this share of words in common on; a new translation falls below.
    quote_likeness: float = 0.5
    # More changes than this between two tellings are rewording, not retelling; the least certain are left out.
    most_of_a_pair: int = 14
    # And for a story, so that a thousand copies of a garbled text do not drown it.
    most_of_a_story: int = 150


DEFAULT = Settings()
