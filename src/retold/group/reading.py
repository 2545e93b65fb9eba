"""Articles as rows of terms: how often, how early, and whether always written like a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from retold.group.settings import Settings
from retold.group.vocabulary import Vocabulary, words_of
from retold.types import Article

Kind = TypeVar("Kind", bound=np.generic)
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Reading in blocks keeps the working memory small and the arrays in cache.
_BLOCK = 2000


@dataclass(frozen=True, slots=True)
class Terms:
    """One entry per article and term, sorted by both: `rows` x `names`. `phrases` are pairs of neighbouring terms of the lead."""

    rows: int
    words: int  # running words read, of all articles
    names: Sequence[str]
    numeric: Flags  # by term
    starts: Ints  # by article: where its entries begin, with the end of the last
    term: NDArray[np.int32]
    weight: NDArray[np.float32]
    lead: Flags
    name: Flags
    phrase_row: NDArray[np.int32]
    phrase: Ints

    def of_rows(self, rows: Ints) -> Terms:
        """Of some articles only, in ascending order."""
        chosen = np.zeros(self.rows, dtype=bool)
        chosen[rows] = True
        less = self.only(np.repeat(chosen, np.diff(self.starts)))
        phrases = chosen[self.phrase_row]
        place = (np.cumsum(chosen) - 1).astype(np.int32)
        return replace(
            less,
            rows=len(rows),
            words=self.words * len(rows) // max(1, self.rows),
            starts=np.concatenate([less.starts[rows], less.starts[-1:]]),
            phrase_row=place[self.phrase_row[phrases]],
            phrase=self.phrase[phrases],
        )

    def only(self, kept: Flags) -> Terms:
        """Without the entries that are not `kept`."""
        starts = np.concatenate([[0], np.cumsum(kept)])[self.starts]
        return replace(self, starts=starts, term=self.term[kept], weight=self.weight[kept], lead=self.lead[kept], name=self.name[kept])


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of some articles one after the other."""

    spelling: NDArray[np.int32]
    row: Ints
    place: NDArray[np.int32]  # in the article, the title's words before 0
    rows: int


def read_terms(articles: Iterable[Article], settings: Settings) -> Terms:
    """The terms of each article, in the order given."""
    vocabulary = Vocabulary(settings.stem_length)
    parts, words = [], 0
    stream = iter(articles)
    while block := list(islice(stream, _BLOCK)):
        cut = _cut(block, vocabulary, settings)
        words += len(cut.row)
        parts.append(_entries(cut, vocabulary, settings))
    counts = np.concatenate([part[0] for part in parts]) if parts else np.zeros(0, np.int64)
    offset, phrase_rows = 0, []
    for part in parts:
        phrase_rows.append(part[5] + np.int32(offset))
        offset += len(part[0])
    return Terms(
        rows=len(counts),
        words=words,
        names=vocabulary.names,
        numeric=np.array(vocabulary.number, dtype=bool),
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        term=_joined([part[1] for part in parts], np.int32),
        weight=_joined([part[2] for part in parts], np.float32),
        lead=_joined([part[3] for part in parts], np.bool_),
        name=_joined([part[4] for part in parts], np.bool_),
        phrase_row=_joined(phrase_rows, np.int32),
        phrase=_joined([part[6] for part in parts], np.int64),
    )


def _joined(arrays: Sequence[Any], kind: type[Kind]) -> NDArray[Kind]:
    joined: NDArray[Kind] = np.concatenate(arrays).astype(kind, copy=False) if arrays else np.zeros(0, kind)
    return joined


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


def _entries(block: _Block, vocabulary: Vocabulary, settings: Settings) -> tuple[Any, ...]:
    """Row sizes, terms, weights, lead and name flags, and phrases with their rows."""
    terms, capital = _looked_up(block, vocabulary)
    size = np.int64(len(vocabulary.names) or 1)
    # One number says article, term, place and shape: sorting plain numbers is several times faster than sorting by keys.
    packed = (block.row * size + terms) << 16 | (block.place.astype(np.int64) + settings.lead_words) << 1 | capital
    packed.sort()
    key, place, capital = packed >> 16, (packed >> 1 & 0x7FFF) - settings.lead_words, packed & 1
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    body = place >= 0
    entry = key[begins]
    total = _sums(body, begins)
    titled = _sums(~body, begins) > 0
    early = _sums(body & (place < settings.lead_words), begins) > 0
    lowered = _sums(body & (capital == 0), begins) > 0
    weight = np.where(total > 0, 1 + np.log(np.maximum(total, 1)), 0) + settings.title_boost * titled + settings.lead_boost * early
    term = (entry % size).astype(np.int32)
    name = ~lowered & (total > 0) & (np.frombuffer(vocabulary.number, np.int8)[term] == 0)
    counts = np.bincount(entry // size, minlength=block.rows)
    return counts, term, weight.astype(np.float32), titled | early, name, *_phrases(block, terms, settings)


def _looked_up(block: _Block, vocabulary: Vocabulary) -> tuple[Ints, Ints]:
    if not len(block.spelling):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    terms = np.frombuffer(vocabulary.terms, np.int32)[block.spelling].astype(np.int64)
    return terms, np.frombuffer(vocabulary.capital, np.int8)[block.spelling].astype(np.int64)


def _sums(values: Flags, begins: Ints) -> Ints:
    return np.add.reduceat(values.astype(np.int64), begins) if len(begins) else np.zeros(0, np.int64)


def _phrases(block: _Block, terms: Ints, settings: Settings) -> tuple[Any, Ints]:
    """Neighbouring terms of title and lead, each pair once per article."""
    near = block.place < settings.lead_words
    together = near[1:] & near[:-1] & (block.row[1:] == block.row[:-1]) & (block.place[1:] != 0)
    row, phrase = block.row[:-1][together], terms[:-1][together] << 31 | terms[1:][together]
    order = np.lexsort((phrase, row))
    row, phrase = row[order], phrase[order]
    fresh = (np.diff(row, prepend=-1) != 0) | (np.diff(phrase, prepend=-1) != 0)
    return row[fresh].astype(np.int32), phrase[fresh]
