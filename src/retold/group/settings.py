"""What grouping can be tuned by. One default holds for every collection; training/grouping.py shows how the weights were learned."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PairWeights:
    """Log-odds of two articles being in one story, per unit of each kind of evidence (logistic regression over labelled pairs).

    Learned by training/grouping.py on pairs of ECB+, BASIL and NeuS together, each corpus weighing the same, rounded. Only BASIL has dates, all of
    them right; `soon` and `days` are set lower than it asks for, so that a page with a wrong date still finds its story.
    """

    bias: float = -7.1
    words: float = 0.7
    lead: float = 6.5
    names: float = 1.6
    numbers: float = 1.3
    phrases: float = 7.6
    nearness: float = 6.0
    crowd: float = -13.4
    soon: float = 0.9
    days: float = -0.4
    weekdays: float = -1.5


@dataclass(frozen=True, slots=True)
class Settings:
    """Grouping's constants, each with how it was set."""

    # Shared prefixes stand for stems in every language written with an alphabet; 5 to 7 score alike, no stemming 0.01 lower.
    stem_length: int = 6
    # News tells what happened in its first sentences; 40 to 80 words score alike.
    lead_words: int = 60
    # A title word counts as if it stood there some times more; 3 is 0.005 better than 2 where texts are short.
    title_boost: float = 3.0
    lead_boost: float = 1.0
    # Words beyond this are not read: longer than any news article, shorter than what a hostile page can cost.
    longest: int = 6000
    # Words rarer than this (logarithm of 1 over their share of articles) count; what stands in every fifth article tells nothing.
    least_rarity: float = 1.6
    # As if so many articles of other news had been read too: small collections then group like large ones. 2,000 to 20,000 score alike.
    background_articles: int = 5000
    # What is common is told by a sample of so many articles; 300 to 8,000 score alike on NeuS and ECB+.
    sample: int = 2000
    # An article looks up its heaviest words until so many postings may be expected: bounds the work per article. A word that really
    # stands in more articles than the other figure is not looked up at all.
    lookup_words: int = 40
    lookup_postings: int = 10_000
    lookup_most: int = 10_000
    # Up to so many articles are one cell, all compared with all that share a telling word, whatever their dates. Beyond, cells are
    # stretches of so many days, each compared with the one before and the one after it: a follow-up comes within weeks.
    whole: int = 5000
    window_days: int = 20
    # Cells in use at once where the others can be put away: a cell, those beside it and those beside them, and a few for late articles.
    open_cells: int = 8
    # An article without a date belongs to the days of a dated one with which it shares so many of its weightiest terms.
    # Terms that more articles of the cell have than this say nothing about where it belongs.
    anchor_terms: int = 12
    anchor_shared: int = 3
    anchor_postings: int = 200
    # From about so many articles on a collection is trusted to tell by itself which words are common in it. With furniture put into the
    # texts of ECB+ this gains 0.05, without it costs 0.01; 200 to 500 score alike.
    trusted_articles: int = 200
    # Neighbours kept per article; stories larger than this are still found, through overlapping neighbourhoods.
    neighbours: int = 40
    # Likeness below which two articles are no candidates: one in a thousand true pairs of the labelled corpora lies below.
    least_likeness: float = 0.05
    # The crowd of an article is the mean likeness of its farther neighbours, from this rank on, none counting more than the cap:
    # ordinary company of the topic, which neither a story of a dozen articles nor its copies can be taken for.
    crowd_from: int = 12
    crowd_cap: float = 0.3
    # The best neighbour that others are measured against counts as between these: a near copy must not push the rest of its story away.
    best_least: float = 0.2
    best_most: float = 0.5
    # Published within so many days of each other, and how telling that may at most be (log of how rare such nearness is in the collection).
    soon_days: float = 2.0
    soon_most: float = 3.0
    # Pairs less near than this are no candidates: of the labelled true pairs one in a thousand is, and none of them would be joined.
    least_nearness: float = 0.2
    # Log-odds at which two groups of articles are joined, and what is assumed of pairs that are no candidates.
    # ECB+ is best at -0.6, NeuS at -0.9; below 0 because a story's own articles, telling different sides, are often unlike each other.
    join: float = -0.9
    stranger: float = -5.0
    # Likeness from which two articles count as near copies and speak with one voice; 0.6 to 0.7 score alike, lower glues what is only close.
    # Copies are printed within days; what is written alike every week (markets, weather, tremors) is no copy.
    copy_likeness: float = 0.65
    copy_days: float = 4.0
    # Two texts of one address are versions of one page, unless they are less alike than this: an index page, or one used again.
    version_likeness: float = 0.25
    # A text printed in more places than this is compared once; its prints share at least so much of their vocabulary. No labelled corpus has
    # any; a third of the neighbours kept leaves room for other tellings.
    reprints: int = 12
    reprint_agreement: float = 0.7
    # An article moves to another group only if it fits there better by so much, and leaves its own when so far below what joins.
    move: float = 0.2
    leave: float = 1.0
    rounds: int = 3
    # No single pair may outweigh everything else that is known of two groups.
    clip: float = 5.0
    weights: PairWeights = field(default_factory=PairWeights)


DEFAULT = Settings()
