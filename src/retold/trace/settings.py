"""The constants of the trace step, each with how it was calibrated."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Constants of the alignment of two texts."""

    # Two sentences are a seed from this cosine and this Dice coefficient on: Sanchez-Perez et al. (2014) found 0.33 for both on PAN 2013 training
    # data; plagdet changes by less than 0.01 from 0.30 to 0.36.
    seed_cosine: float = 0.33
    seed_dice: float = 0.33
    # A passage as a whole must reach this cosine (same source).
    passage_cosine: float = 0.34
    # Sentences without a seed that a passage may bridge, in copied and reworded text, and in a text that was summed up (same source).
    gap: int = 4
    summary_gap: int = 24
    # A text is read as summed up where the earlier spans are so many times longer than the later ones (same source).
    summary_ratio: float = 3.0
    # Shorter passages than this, in characters, are crumbs: stock phrases and names.
    least_characters: int = 150
    # Words in a row that make an exact run, and the share of exact words from which a passage's ends are set by its runs alone: below, the
    # words at its ends may be reworded ones.
    run_words: int = 5
    verbatim_share: float = 0.7
    verbatim_words: int = 20
    # Units of one text times units of the other, from which on words in more units than `frequent_units` are left out, to stay linear.
    large_product: int = 4_000_000
    frequent_units: int = 64
