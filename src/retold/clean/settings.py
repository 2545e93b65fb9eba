"""The tunable constants of cleaning, each with how it was calibrated."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Lengths are in characters unless they say words."""

    # Likelihood from which a block is the article: best F1 by cross-validation over wcxb-articles and the fiction pages.
    likely: float = 0.55
    # A heading that is less likely belongs to the article where the paragraph right below it does.
    likely_heading: float = 0.15
    # Blocks before and after the article among which credit lines are looked for; further off they belong to other pieces.
    near_blocks: int = 12
    # Reading. A news page with its scripts is rarely over 5 million characters; what is larger is a dump, and parsing it would take seconds and a gigabyte.
    largest_page: int = 20_000_000
    # Lines of plain text looked at; a page of prose has a few hundred.
    most_lines: int = 20_000
    # A sentence of that many words that ends like one is prose: 9 in 10 furniture lines of the fiction cases are shorter, 9 in 10 paragraphs longer.
    prose_words: int = 9
    # Without a full stop, a line of that many words in the middle of punctuated prose is a caption; headings between paragraphs are shorter (news cases: 97 % of them).
    caption_words: int = 9
    # The first such sentence opens the text; shorter ones before it are the bullets of a summary (news cases).
    paragraph_words: int = 18
    # Where at most `few_loose` lines lack a full stop, one of that many words is a paragraph that lost it; captions come in numbers (news cases).
    long_words: int = 25
    few_loose: int = 2
    # Share of the page's prose that must lie before a comments or related heading for all that follows to be furniture.
    tail_share: float = 0.6
    # Lines before the first paragraph among which the title is looked for.
    head_lines: int = 25
    # An article has at least that many words; anything shorter is a teaser or an error page.
    fewest_words: int = 12
    # ... or that many characters, in scripts that put no spaces between words.
    fewest_characters: int = 120


DEFAULT = Settings()
