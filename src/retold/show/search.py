"""Stories found by words: those whose articles hold them, with the words in their sentence, and those whose title or outlets do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from retold.show.contexts import StoryLine, SummaryContext, Words
from retold.show.differences import sentence_around
from retold.show.parts import StoryParts, all_parts
from retold.text.tokens import tokens
from retold.types import Article, Ledger

MOST_ARTICLES = 4  # shown of one story; its page has them all
AROUND = 110  # letters kept on each side of the words in a long sentence


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that holds the words, with the place where they stand first; `anchor` is its place on the page of its story."""

    name: str
    title: str
    anchor: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story with those of its articles that hold the words, best first; `more` is the number of those not listed."""

    line: StoryLine
    articles: tuple[FoundArticle, ...] = ()
    more: int = 0


def found_stories(ledger: Ledger, summary: SummaryContext, asked: str, ids: Sequence[str]) -> tuple[FoundStory, ...]:
    """The stories that answer to what was asked. `ids`: of the articles that hold all the words, best first."""
    home = {article: story.id for story in ledger.stories for article in story.articles}
    by_story: dict[str, list[str]] = {}
    for article in ids:
        if article in home:
            by_story.setdefault(home[article], []).append(article)
    lines = {line.id: line for line in summary.stories}
    named: dict[str, list[str]] = {line.id: [] for line in summary.stories if _is_named(line, asked)}
    parts = {each.story.id: each for each in all_parts(ledger, [story for story in ledger.stories if story.id in by_story])}
    return tuple(_found(lines[story], parts.get(story), asked, found) for story, found in {**named, **by_story}.items() if story in lines)


def articles_holding(ledger: Ledger, asked: str) -> list[str]:
    """The ids of the articles whose title or text holds all the words, in the ledger's order: for a ledger that is not in a store."""
    wanted = set(tokens(asked).words)
    return [article.id for article in ledger.articles if wanted and wanted <= set(tokens(f"{article.title or ''} {article.text}").words)]


def _is_named(line: StoryLine, asked: str) -> bool:
    spoken = f"{line.title} {' '.join(line.outlets)}".casefold()
    return all(word in spoken for word in asked.casefold().split())


def _found(line: StoryLine, parts: StoryParts | None, asked: str, ids: Sequence[str]) -> FoundStory:
    if parts is None:
        return FoundStory(line)
    return FoundStory(line, tuple(_article(parts, each, asked) for each in ids[:MOST_ARTICLES]), max(0, len(ids) - MOST_ARTICLES))


def _article(parts: StoryParts, article_id: str, asked: str) -> FoundArticle:
    article = parts.articles[article_id]
    return FoundArticle(parts.name(article_id), article.title or "title unknown", parts.anchor(article_id), tuple(_excerpt(article, asked)))


def _excerpt(article: Article, asked: str) -> Iterator[Words]:
    """The sentence that holds the first of the words, with all of them marked; the beginning of the text where only the title has them."""
    wanted = set(tokens(asked).words)
    found = tokens(article.text)
    places = [(start, end) for word, start, end in zip(found.words, found.starts, found.ends, strict=True) if word in wanted]
    start, end = sentence_around(article.text, places[0]) if places else (0, min(len(article.text), 2 * AROUND))
    if places:
        first, last = places[0]
        start = _word_start(article.text, first - AROUND) if start < first - AROUND else start
        end = _word_start(article.text, last + AROUND) if end > last + AROUND else end
    yield from _marked(article.text, start, end, [place for place in places if start <= place[0] and place[1] <= end])


def _word_start(text: str, at: int) -> int:
    """The beginning of the word behind the place, so that none is cut in two."""
    space = text.find(" ", max(0, at))
    return space + 1 if space >= 0 else len(text)


def _marked(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> Iterator[Words]:
    yield Words("… " if start and not text[:start].rstrip().endswith((".", "!", "?", "”", '"')) else "")
    at = start
    for left, right in places:
        yield Words(text[at:left])
        yield Words(text[left:right], "about")
        at = right
    yield Words(text[at:end])
    yield Words(" …" if end < len(text) and text[end - 1 : end] not in (".", "!", "?", "”", '"') else "")
