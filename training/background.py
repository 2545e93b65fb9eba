"""Make the table of common words that grouping takes as news at large, from the word frequencies of wordfreq (CC BY-SA 4.0).

    uv run --with wordfreq python training/background.py src/retold/data/background.tsv

Words are folded and cut as grouping folds and cuts them, words that fall together are summed, rates are rounded to two figures.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import wordfreq  # type: ignore[import-not-found,import-untyped,unused-ignore]

from retold.group.settings import DEFAULT
from retold.group.vocabulary import stemmed

LANGUAGES = ("de", "en", "es", "fr", "it", "pt")
LEAST = 2e-5  # occurrences per word: rarer ones tell little of what news is like, and the table stays at 150 KB
HEAD = """\
# How often the commonest words of six languages stand in running text: language, occurrences per million words, words (case and accents
# folded, cut to six letters, those that fall together summed). Derived from the word frequencies of wordfreq 3 (Robyn Speer),
# https://github.com/rspeer/wordfreq, whose data are licensed CC BY-SA 4.0; so is this table.
"""


def main(out: str) -> None:
    lines = [line for language in LANGUAGES for line in table(language)]
    Path(out).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def table(language: str) -> list[str]:
    """Lines of one language, commonest first; stems with the same rate share a line."""
    rates: dict[str, float] = defaultdict(float)
    for word, rate in wordfreq.get_frequency_dict(language).items():
        if word[0].isalpha():
            rates[stemmed(word, DEFAULT.stem_length)] += rate
    alike: dict[int, list[str]] = defaultdict(list)
    for stem, rate in rates.items():
        if rate >= LEAST:
            alike[int(float(f"{rate * 1e6:.2g}"))].append(stem)
    return [f"{language}\t{rate}\t{' '.join(sorted(alike[rate]))}" for rate in sorted(alike, reverse=True)]


if __name__ == "__main__":
    main(*sys.argv[1:])
