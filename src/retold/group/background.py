"""How common words are in news that is not in the collection: without it, what a small collection is about would pass for common."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from retold.group.reading import Floats, Ints, Terms

# A language's commonest words tell it: this many, by rate per million, are enough even for a paragraph.
_TELLING_RATE = 1500.0
# With fewer of them than this in an article its language is that of most articles.
_TELLING_LEAST = 3


@cache
def word_rates() -> dict[str, dict[str, float]]:
    """Language -> stem -> occurrences per word of running text."""
    rates: dict[str, dict[str, float]] = {}
    for line in files("retold").joinpath("data/background.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, rate, stems = line.split("\t")
            rates.setdefault(language, {}).update(dict.fromkeys(stems.split(" "), float(rate) / 1e6))
    return rates


def term_rates(names: Sequence[str]) -> Floats:
    """Languages x terms: occurrences per word, 0 for words that are not common."""
    tables = word_rates()
    numbers = {name: number for number, name in enumerate(names)}
    rates = np.zeros((len(tables), max(1, len(names))))
    for row, language in enumerate(sorted(tables)):
        for stem, rate in tables[language].items():
            number = numbers.get(stem)
            if number is not None:
                rates[row, number] = rate
    return rates


def guess_languages(terms: Terms, rates: Floats) -> Ints:
    """By article the row of `rates` whose commonest words it has most of."""
    row = np.repeat(np.arange(terms.rows), np.diff(terms.starts))
    scores = np.zeros((len(rates), terms.rows))
    for number, rate in enumerate(rates):
        telling = rate[terms.term] * 1e6 > _TELLING_RATE
        scores[number] = np.bincount(row[telling], minlength=terms.rows)
    guessed = scores.argmax(axis=0)
    sure = scores.max(axis=0, initial=0) >= _TELLING_LEAST
    usual = np.bincount(guessed[sure], minlength=len(rates)).argmax() if sure.any() else 0
    return np.where(sure, guessed, usual).astype(np.int64)
