"""Articles as rows of terms: how often, how early, and whether always written like a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from retold.group.settings import Settings
from retold.group.vocabulary import WORD, Vocabulary
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


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of some articles one after the other."""

    spelling: NDArray[np.int32]
    row: NDArray[np.int32]
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
    number, find, longest = vocabulary.__getitem__, WORD.findall, settings.longest
    spellings, lengths, titles = [], [], []
    for article in articles:
        # A word is rarely longer than 20 characters: what lies behind is cut off before it costs anything.
        title = find(article.title[: 20 * settings.lead_words])[: settings.lead_words] if article.title else []
        words = title + find(article.text[: 20 * longest])[:longest]
        spellings.append(np.fromiter(map(number, words), np.int32, len(words)))
        lengths.append(len(words))
        titles.append(len(title))
    row = np.repeat(np.arange(len(articles), dtype=np.int32), lengths)
    first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    place = np.arange(len(row)) - np.repeat(first + titles, lengths)
    return _Block(np.concatenate(spellings), row, place.astype(np.int32), len(articles))


def _entries(block: _Block, vocabulary: Vocabulary, settings: Settings) -> tuple[Ints, ...]:
    terms = np.frombuffer(vocabulary.terms, np.int32)[block.spelling] if len(block.spelling) else block.spelling
    capital = np.frombuffer(vocabulary.capital, np.int8)[block.spelling].astype(bool) if len(block.spelling) else np.zeros(0, bool)
    size = np.int64(len(vocabulary.names) or 1)
    key = block.row.astype(np.int64) * size + terms
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    begins = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else np.zeros(0, np.int64)
    place = block.place[order]
    body = place >= 0
    capital = capital[order]
    entry = ordered[begins]
    total = _sums(body, begins)
    titled = np.logical_or.reduceat(~body, begins) if len(begins) else np.zeros(0, bool)
    early = np.logical_or.reduceat(body & (place < settings.lead_words), begins) if len(begins) else np.zeros(0, bool)
    lowered = np.logical_or.reduceat(body & ~capital, begins) if len(begins) else np.zeros(0, bool)
    weight = np.where(total > 0, 1 + np.log(np.maximum(total, 1)), 0) + settings.title_boost * titled + settings.lead_boost * early
    term = (entry % size).astype(np.int32)
    name = ~lowered & (total > 0) & ~np.array(vocabulary.number, dtype=bool)[term]
    counts = np.bincount((entry // size).astype(np.int64), minlength=block.rows)
    rows, phrases = _phrases(block, terms, settings)
    return counts, term, weight.astype(np.float32), titled | early, name, rows, phrases  # type: ignore[return-value]


def _sums(values: Flags, begins: Ints) -> Ints:
    return np.add.reduceat(values.astype(np.int64), begins) if len(begins) else np.zeros(0, np.int64)


def _phrases(block: _Block, terms: NDArray[np.int32], settings: Settings) -> tuple[NDArray[np.int32], Ints]:
    """Neighbouring terms of title and lead, each pair once per article."""
    near = block.place < settings.lead_words
    together = near[1:] & near[:-1] & (block.row[1:] == block.row[:-1]) & (block.place[1:] != 0)
    row = block.row[:-1][together]
    phrase = (terms[:-1][together].astype(np.int64) << 31) | terms[1:][together]
    order = np.lexsort((phrase, row))
    row, phrase = row[order], phrase[order]
    fresh = np.concatenate([[True], (row[1:] != row[:-1]) | (phrase[1:] != phrase[:-1])]) if len(row) else np.zeros(0, bool)
    return row[fresh], phrase[fresh]
