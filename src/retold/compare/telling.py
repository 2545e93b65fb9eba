"""An article made ready for comparing: its sentences as word stems, and the facts in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.compare.function_words import meaning, stem_of
from retold.compare.names_in_text import Name, names
from retold.compare.quotations import Quotation, quotations
from retold.compare.quoted_words import Said, all_said, said_by_paragraph, stems_of
from retold.text.dates import When, dates
from retold.text.hedges import Hedge, hedges
from retold.text.numbers import Number, numbers
from retold.text.relays import Relay, relays
from retold.text.sentences import sentences
from retold.text.tokens import tokens
from retold.types import Article

# Characters; the longest sentence that we read in news has half as many.
_LONGEST_SENTENCE = 2000
_STAMP = re.compile(r"(?:last )?(?:updated|published|posted|modified|created)\b.{0,40}", re.IGNORECASE)
_DATELINE_END = re.compile(r"[.,]?\s*(?:\(|[-–—]|$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`words[n]`, folded, stands at `starts[n]:ends[n]` of the article's text; `meanings` puts near-synonyms under one name."""

    index: int
    start: int
    end: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    meanings: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The number of the word that stands at or before a character offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


@dataclass(frozen=True, slots=True)
class Telling:
    """One article with its sentences and its facts, in order of the text; `folded` is all its words between blanks, `stemmed` their stems.

    `said` are the words of each quotation, `said_by_paragraph` those of each paragraph's.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    numbers: tuple[Number, ...]
    dates: tuple[When, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    hedges: tuple[Hedge, ...]
    relays: tuple[Relay, ...]
    folded: str
    vocabulary: frozenset[str]
    said: tuple[Said, ...]
    said_by_paragraph: tuple[Said, ...]
    stemmed: str

    @property
    def text(self) -> str:
        return self.article.text

    def sentence_at(self, offset: int) -> Sentence | None:
        number = bisect_right(self.sentences, offset, key=_start) - 1
        return self.sentences[number] if number >= 0 and offset < self.sentences[number].end else None

    def is_quoted(self, start: int, end: int) -> bool:
        number = bisect_right(self.quotations, start, key=_start) - 1
        return number >= 0 and end <= self.quotations[number].end


def _start(item: Sentence | Quotation) -> int:
    return item.start


def telling(article: Article) -> Telling:
    text = article.text
    whens = dates(text, article.published)
    spans = [piece for span in sentences(text) for piece in _pieces(text, span)]
    cut = tuple(_sentence(text, number, span) for number, span in enumerate(spans))
    quoted = tuple(quotations(text))
    said = tuple(all_said(text, quoted))
    return Telling(
        article,
        cut,
        tuple(numbers(text, [(w.start, w.end) for w in whens])),
        tuple(when for when in whens if not _is_dateline(text, when)),
        tuple(names(text)),
        quoted,
        tuple(h for sentence in spans for h in _hedges(text, sentence)),
        tuple(relays(text)),
        " | ".join(["", *(" ".join(sentence.words) for sentence in cut), ""]),
        frozenset(word for sentence in cut for word in sentence.words),
        said,
        tuple(said_by_paragraph(text, quoted, said)),
        f" {' '.join(stems_of(text[start:end]).strip() for start, end in spans)} " if said else "",
    )


def figures_alone(article: Article) -> Telling:
    """An article with its sentences, figures and quotations, for what needs no more: a third of the work."""
    text = article.text
    spans = [piece for span in sentences(text) for piece in _pieces(text, span)]
    cut = tuple(_sentence(text, number, span) for number, span in enumerate(spans))
    figures = tuple(numbers(text, [(w.start, w.end) for w in dates(text, article.published)]))
    return Telling(article, cut, figures, (), (), tuple(quotations(text)), (), (), "", frozenset(), (), (), "")


def _pieces(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A text without full stops is cut at spaces: aligning words takes the product of two lengths."""
    pieces, start = [], span[0]
    while span[1] - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = cut if cut > start else start + _LONGEST_SENTENCE
        pieces.append((start, end))
        start = end + 1 if cut > start else end
    return [*pieces, (start, span[1])]


def _hedges(text: str, span: tuple[int, int]) -> list[Hedge]:
    return [replace(h, start=h.start + span[0], end=h.end + span[0]) for h in _hedges_of(text[span[0] : span[1]])]


@lru_cache(maxsize=20_000)
def _hedges_of(sentence: str) -> tuple[Hedge, ...]:
    """Kept, since copies share their sentences."""
    return tuple(hedges(sentence))


def _is_dateline(text: str, when: When) -> bool:
    """As in "LONDON, Dec 29 (Agency) -": the day of writing, not of anything told."""
    start = text.rfind("\n", 0, when.start) + 1
    if _STAMP.match(text, start):
        return True
    return when.start - start < 60 and text[start : start + 2].isupper() and _DATELINE_END.match(text, when.end) is not None


def _sentence(text: str, index: int, span: tuple[int, int]) -> Sentence:
    words, stems, meanings, starts, ends = _cut(text[span[0] : span[1]])
    return Sentence(index, *span, words, stems, meanings, tuple(span[0] + s for s in starts), tuple(span[0] + e for e in ends))


Cut = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[int, ...], tuple[int, ...]]


@lru_cache(maxsize=20_000)
def _cut(sentence: str) -> Cut:
    """Words, stems, meanings, starts and ends; kept, since copies share their sentences."""
    found = tokens(sentence)
    words = tuple(_numbered(word, following) for word, following in zip(found.words, (*found.words[1:], ""), strict=False))
    return words, tuple(map(stem_of, words)), tuple(map(meaning, words)), tuple(found.starts), tuple(found.ends)


def _numbered(word: str, following: str) -> str:
    """As in "No. 1", which denies nothing."""
    return "number" if word == "no" and following[:1].isdigit() else word
