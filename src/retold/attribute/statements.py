"""The attribute step: an article's statements, and their speakers over a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from retold.attribute.across import across
from retold.attribute.draft import Draft
from retold.attribute.learned import learned_drafts
from retold.attribute.manners import manner_of
from retold.attribute.occasions import said_on
from retold.attribute.paragraphs import drafts
from retold.attribute.passing import passed_on
from retold.attribute.scene import Speaker
from retold.attribute.speakers import speakers
from retold.attribute.stances import stance_of
from retold.attribute.tellers import outlet_told, outlets_of
from retold.ids import make_id
from retold.text.hedges import strength
from retold.types import Article, Statement

# Cues that hedge what follows, with the strength they leave (see text/hedges.py).
DOUBTFUL = {
    "suspect": 0.65,
    "think": 0.72,
    "believe": 0.72,
    "guess": 0.5,
    "wonder": 0.5,
    "speculate": 0.5,
    "assume": 0.65,
    "suppose": 0.65,
    "reckon": 0.72,
}

WORD = re.compile(r"[^\W\d_]+")
LITTLE_WORDS = frozenset(
    "the of and to in a is that it for was on he said with as at by his from are has have not be an they were which or her she will had this "
    "but we who their".split(),
)
SAMPLE = 6000  # characters that tell the language
FEWEST_WORDS = 20  # a text shorter than this is tried in any case
ENGLISH_SHARE = 0.15  # English news has 0.30 to 0.45 of these words, translated word for word still 0.25, other languages below 0.08


def statements(article: Article, model: Any = None) -> list[Statement]:
    """Every attributed statement of an article, in the order of its text, with speakers resolved within the article.

    A saying that is told in several pieces ('"…," he said. "…"') is one statement with several content spans; what people are said to
    think, want or feel is listed too. `resolve` cuts the former and drops the latter. With a `model` (see learned.py) the extents are
    those that a newsroom's own annotations teach.
    """
    if not handled(article):
        return []
    outlets = outlets_of(article)
    found = passed_on(outlets, drafts(article.text) if model is None else learned_drafts(article.text, model))
    who = speakers(article.text, found, outlets.mentions)
    made = [as_statement(article, draft, speaker, outlet_told(outlets, draft)) for draft, speaker in zip(found, who, strict=True)]
    # Words with one cue have one speaker: of "Radio Tarn's Ana Ruiz reported" the last named, who is the one that reports.
    return list({statement.id: statement for statement in made}.values())


def handled(article: Article) -> bool:
    """Whether the article is in a language that statements are found in: English, by its label or else by its words."""
    if article.language:
        return article.language.lower().startswith("en")
    words = WORD.findall(article.text[:SAMPLE].lower())
    return len(words) < FEWEST_WORDS or sum(word in LITTLE_WORDS for word in words) >= ENGLISH_SHARE * len(words)


def resolve(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a story's articles, a span each, without mere attitudes, their speakers resolved over the story."""
    return across(articles, statements)


def as_statement(article: Article, draft: Draft, speaker: Speaker, via: str | None) -> Statement:
    spans = tuple(sorted(set(draft.content)))
    text = article.text
    left = min([DOUBTFUL.get(draft.kind.lemma, 1.0), *(strength(text[start:end]) for start, end in spans)])
    return Statement(
        id=make_id("t", article.id, *spans, *draft.cue),
        article=article.id,
        content=spans,
        cue=draft.cue,
        source=draft.source,
        speaker=speaker.name,
        source_kind=speaker.kind,
        via=via,
        stance=stance_of(text, draft),
        hedged=left < 1,
        hedge=left,
        negated=draft.negated,
        manner=manner_of(text, draft),
        number=speaker.number if speaker.kind == "anonymous" else None,
        rank=speaker.rank if speaker.kind == "anonymous" else None,
        said_on=said_on(article, draft),
    )
