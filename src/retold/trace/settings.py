"""The constants of the trace step, each with how it was calibrated."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Constants of the alignment of two texts."""

    # Two sentences are a seed from this cosine and this Dice coefficient on (Sanchez-Perez et al. 2014); on PAN 2013 plagdet changes by less than
    # 0.01 from 0.30 to 0.36, below come more false alarms.
    seed_cosine: float = 0.32
    seed_dice: float = 0.32
    # A passage as a whole must reach this cosine: from 0.34 to 0.40 false alarms on PAN 2013 fall from 6 to 2 of 352 and plagdet rises by 0.008; a
    # summary's words are fewer, so it would lose a fifth of its recall.
    passage_cosine: float = 0.4
    summary_cosine: float = 0.35
    # Beside a passage of a far better cosine, a shorter one of less than this share of it is a chance likeness.
    relative_cosine: float = 0.55
    relative_length: float = 0.6
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
    verbatim_share: float = 0.87
    verbatim_words: int = 20
    # Units of one text times units of the other, from which on words in more units than `frequent_units` are left out, to stay linear.
    large_product: int = 4_000_000
    frequent_units: int = 64


@dataclass(frozen=True, slots=True)
class TraceSettings:
    """Constants of the derivations within a story."""

    # Two units tell the same from this cosine on: below it, unrelated sentences of one event match by its names.
    unit_match: float = 0.3
    # A unit is untouched where so many of its words stand unchanged: a corrected spelling or a shortened title may differ.
    untouched_share: float = 0.88
    # Which pairs are derived at all, by shares of the later text's words. Independent reports of one event reach coverage 0.6 and exact 0.22
    # through statements and tweets that all of them quote, so wording alone must be beyond that; less will do where the other outlet is named.
    named_coverage: float = 0.3
    named_exact: float = 0.1
    named_ordered: float = 0.6
    named_well_ordered: float = 0.75
    wording_exact: float = 0.3
    wording_coverage: float = 0.35
    merged_exact: float = 0.2
    merged_coverage: float = 0.75
    translated_coverage: float = 0.8
    translated_cosine: float = 0.42
    translated_ordered: float = 0.9
    translated_inserted: float = 0.3
    # An outlet's follow-up of its own report: some sentences carried over.
    own_exact: float = 0.03
    own_coverage: float = 0.05
    # Or half a day later (order.time_lead), where the two tell of the same at all: follow-ups of the cases have mean likenesses of 0.16 to 0.25.
    own_lead: float = 0.5
    own_cosine: float = 0.13
    # A cited outlet's page is the one meant where it has this share of the citing paragraph's content words: true citations of the cases begin at
    # 0.3, an op-ed or an old report named in passing stays below.
    citation_words: float = 0.25
    # A further parent must explain this share of the words better than those before it.
    least_gain: float = 0.1
    # Manner: see manner.py. A verbatim copy keeps nearly every word, and of no sentence a part: outlets trim whole paragraphs, editors sentences. Cut
    # copies of the cases change their sentences' lengths by at most 0.03, edited ones that keep as many words by 0.07.
    verbatim_kept: float = 0.975
    verbatim_resized: float = 0.05
    # A spun or translated one goes through the whole text in its order, swaps words throughout and leaves few sentences as they were. A spinner
    # puts each word in the other's place: of the shared words at least 0.99 are in order, of a translation's at most 0.9.
    spun_order: float = 0.95
    untouched_limit: float = 0.5
    swapped_least: float = 0.1
    edited_exact: float = 0.25
    edited_untouched: float = 0.4
    heavily_exact: float = 0.4
    # A text no longer than another that tells it again with hardly a quotation of its own is a summary; with them, the outlet went on reporting.
    # Of the cases' retellings the summaries have at most 0.05 of their words in quotations of their own, the others at least that.
    summary_ratio: float = 0.95
    summary_quotes: float = 0.055


@dataclass(frozen=True, slots=True)
class CandidateSettings:
    """Constants of the search for articles that share text."""

    # Shingles of five words as in most near-duplicate work; a window of eight of them guarantees that twelve words in a row are seen.
    shingle_words: int = 5
    window: int = 8
    # A fingerprint in more articles than this links each to the first only: pairs grow with the square below it.
    frequent: int = 16
    # Two articles are a pair from so many shared fingerprints on, and from this share of the smaller one's: a stock phrase gives one or two.
    least_shared: int = 2
    least_containment: float = 0.06
    # Articles of a story that are all compared with each other: a few hundred alignments, about two seconds.
    small_story: int = 32
