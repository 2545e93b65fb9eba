"""Articles as rows of terms: how often, how early, and whether always written like a name. It needs nothing but the article itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold.group.arrays import Flags, Ints, distinct, spans
from retold.group.settings import Settings
from retold.group.vocabulary import Vocabulary, words_of
from retold.types import Article

# Reading in blocks keeps the working memory small and the arrays in cache.
BLOCK = 2000
# Spellings remembered before starting afresh: bounds memory on an endless stream.
_SPELLINGS = 2_000_000
# What the bits of `Terms.mark` say.
LEAD, NAME, NUMBER = 1, 2, 4
# Two words of the lead make a phrase: mixed into one number.
_PHRASE_FACTOR = 1_000_003


@dataclass(frozen=True, slots=True)
class Terms:
    """One entry per article and term, sorted by both; `phrase` are pairs of neighbouring terms of the lead, sorted and distinct."""

    starts: Ints  # by article: where its entries begin, with the end of the last
    term: NDArray[np.int32]
    weight: NDArray[np.float32]
    mark: NDArray[np.uint8]
    phrase_starts: Ints
    phrase: NDArray[np.int32]
    words: NDArray[np.int32]  # by article: running words read
    weekdays: NDArray[np.uint8]  # by article: a bit for each day of the week that title and lead name

    @property
    def rows(self) -> int:
        return len(self.words)

    def of_rows(self, rows: Ints) -> Terms:
        """Of some articles only, in the order given."""
        entries, starts = spans(self.starts, rows)
        phrases, phrase_starts = spans(self.phrase_starts, rows)
        return Terms(
            starts,
            self.term[entries],
            self.weight[entries],
            self.mark[entries],
            phrase_starts,
            self.phrase[phrases],
            self.words[rows],
            self.weekdays[rows],
        )


def joined_terms(parts: Sequence[Terms]) -> Terms:
    """The articles of several parts, one part after the other."""
    if not parts:
        return no_terms()
    made: dict[str, Any] = {}
    for field in fields(Terms):
        arrays = [getattr(part, field.name) for part in parts]
        if field.name.endswith("starts"):
            lengths = np.concatenate([np.diff(array) for array in arrays])
            made[field.name] = np.concatenate([[0], np.cumsum(lengths)])
        else:
            made[field.name] = np.concatenate(arrays)
    return Terms(**made)


def no_terms() -> Terms:
    none, start = np.zeros(0, np.int32), np.zeros(1, np.int64)
    return Terms(start, none, np.zeros(0, np.float32), np.zeros(0, np.uint8), start, none, none, np.zeros(0, np.uint8))


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of some articles one after the other."""

    spelling: NDArray[np.int32]
    row: Ints
    place: NDArray[np.int32]  # in the article, the title's words before 0
    rows: int


def read_blocks(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[list[Article], Terms]]:
    """Some articles at a time, in the order given, and their terms."""
    vocabulary = Vocabulary(settings.stem_length)
    stream = iter(articles)
    while block := list(islice(stream, BLOCK)):
        yield block, _terms(_cut(block, vocabulary, settings), vocabulary, settings)
        if len(vocabulary) > _SPELLINGS:
            vocabulary = Vocabulary(settings.stem_length)


def _cut(articles: Sequence[Article], vocabulary: Vocabulary, settings: Settings) -> _Block:
    number, longest = vocabulary.__getitem__, settings.longest
    spellings, lengths, titles = [], [], []
    for article in articles:
        # A word is rarely longer than 20 characters: what lies behind is cut off before it costs anything.
        title = words_of(article.title[: 20 * settings.lead_words])[: settings.lead_words] if article.title else []
        words = title + words_of(article.text[: 20 * longest])[:longest]
        spellings.append(np.fromiter(map(number, words), np.int32, len(words)))
        lengths.append(len(words))
        titles.append(len(title))
    row = np.repeat(np.arange(len(articles), dtype=np.int64), lengths)
    first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    place = np.arange(len(row)) - np.repeat(first + titles, lengths)
    return _Block(np.concatenate(spellings), row, place.astype(np.int32), len(articles))


def _terms(block: _Block, vocabulary: Vocabulary, settings: Settings) -> Terms:
    terms, capital, numeric = _looked_up(block, vocabulary)
    # One number says article, term, place and shape: sorting plain numbers is several times faster than sorting by keys.
    shape = block.place.astype(np.int64) + settings.lead_words << 2 | numeric << 1 | capital
    packed = block.row << 47 | terms << 16 | shape
    packed.sort()
    key, place, capital = packed >> 16, (packed >> 2 & 0x3FFF) - settings.lead_words, packed & 1
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    body = place >= 0
    entry = key[begins]
    total = _sums(body, begins)
    titled = _sums(~body, begins) > 0
    early = _sums(body & (place < settings.lead_words), begins) > 0
    lowered = _sums(body & (capital == 0), begins) > 0
    weight = np.where(total > 0, 1 + np.log(np.maximum(total, 1)), 0) + settings.title_boost * titled + settings.lead_boost * early
    number = (packed[begins] >> 1 & 1) > 0
    name = ~lowered & (total > 0) & ~number
    starts = np.concatenate([[0], np.cumsum(np.bincount(entry >> 31, minlength=block.rows))])
    return Terms(
        starts=starts,
        term=(entry & 0x7FFFFFFF).astype(np.int32),
        weight=weight.astype(np.float32),
        mark=((titled | early) * LEAD + name * NAME + number * NUMBER).astype(np.uint8),
        words=np.bincount(block.row, minlength=block.rows).astype(np.int32),
        weekdays=_weekdays(block, vocabulary, settings),
        **_phrases(block, terms, settings),
    )


def _looked_up(block: _Block, vocabulary: Vocabulary) -> tuple[Ints, Ints, Ints]:
    """By word its term, whether it is written with a capital, and whether it is a number."""
    if not len(block.spelling):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)
    terms = np.frombuffer(vocabulary.terms, np.int32)[block.spelling].astype(np.int64)
    capital = np.frombuffer(vocabulary.capital, np.int8)[block.spelling].astype(np.int64)
    return terms, capital, np.frombuffer(vocabulary.numeric, np.int8)[block.spelling].astype(np.int64)


def _weekdays(block: _Block, vocabulary: Vocabulary, settings: Settings) -> NDArray[np.uint8]:
    named = np.zeros(block.rows, dtype=np.uint8)
    if len(block.spelling):
        bits = np.frombuffer(vocabulary.weekday, np.int8)[block.spelling].astype(np.uint8)
        told = (bits > 0) & (block.place < settings.lead_words)
        np.bitwise_or.at(named, block.row[told], bits[told])
    return named


def _sums(values: Flags, begins: Ints) -> Ints:
    return np.add.reduceat(values.astype(np.int64), begins) if len(begins) else np.zeros(0, np.int64)


def _phrases(block: _Block, terms: Ints, settings: Settings) -> dict[str, Any]:
    """Neighbouring terms of title and lead, each pair once per article."""
    near = block.place < settings.lead_words
    together = near[1:] & near[:-1] & (block.row[1:] == block.row[:-1]) & (block.place[1:] != 0)
    phrase = (terms[:-1][together] * _PHRASE_FACTOR + terms[1:][together]) & 0x7FFFFFFF
    packed = distinct(block.row[:-1][together] << 31 | phrase)
    starts = np.concatenate([[0], np.cumsum(np.bincount(packed >> 31, minlength=block.rows))])
    return {"phrase_starts": starts, "phrase": (packed & 0x7FFFFFFF).astype(np.int32)}
