"""Stems of the words that carry grammar or reporting rather than news; they neither make two sentences alike nor tell them apart."""

from __future__ import annotations

from retold.text.stems import FUNCTION_WORDS as GRAMMAR
from retold.text.stems import IRREGULAR, meaning_of, stem

_REPORTING = [
    "say",
    "says",
    "said",
    "saying",
    "tell",
    "told",
    "tells",
    "telling",
    "add",
    "added",
    "according",
    "mr",
    "mrs",
    "ms",
    "dr",
    "isn't",
    "wasn't",
    "didn't",
    "doesn't",
    "don't",
    "that's",
    "it's",
    "he's",
]
FUNCTION_WORDS = frozenset(stem(IRREGULAR.get(word, word)) for word in (*GRAMMAR, *_REPORTING)) | frozenset(GRAMMAR)


def stem_of(word: str) -> str:
    """The stem of a folded word, strong verbs and plurals by their base."""
    return stem(IRREGULAR.get(word, word))


def meaning(word: str) -> str:
    """What a folded word stands for among its near-synonyms; words of grammar stand for themselves."""
    return word if word in GRAMMAR else meaning_of(word)
