"""Sentences of fact that a copy added of its own: what no source of it has, and nobody is said to have told it."""

from __future__ import annotations

import re

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.telling import Sentence, Telling
from retold.text.grammar import parse
from retold.types import Severity

_COPIES = ("verbatim", "light-edit", "translated", "spun")
# A copy has few sentences of its own; with more, it is a report of its own, whose facts are not ours to doubt.
_OWN_SHARE = 0.12
_MOST = 2
# At most this share of an added sentence's words stands together in any one sentence of a source.
_KNOWN_SHARE = 0.5
_FEWEST_WORDS = 7
_SUPERLATIVE = re.compile(
    r"\bthe (?:deadliest|worst|largest|biggest|bloodiest|most \w+|first|longest|heaviest)\b[^.;]{0,80}\b(?:ever|in history|on record|this (?:century|decade|year)|"
    r"in (?:\w+ )?(?:decades|years|living memory)|since (?:the )?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# A sentence of more words without a verb is one whose verb the tagger missed.
_LONGEST_CAPTION = 12
_TENSES = frozenset(["VBD", "VBZ", "VBP", "VBN", "MD"])
# One sentence split in two grows by no more than this.
_SPLIT = 1.25
_TOLD = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|according|report(?:s|ed|edly)|cit(?:es|ed|ing)|add(?:s|ed)|announc\w+|confirm\w*|claim\w*|den(?:y|ies|ied)|"
    r"wr(?:ote|ites)|ask(?:s|ed)|call(?:s|ed)|warn\w*|stat(?:es|ed)|quot\w+|argu\w+|describ\w+|accus\w+|appeal\w*|expert\w*|we|our|us|you|your|click|subscribe|read more|follow|"
    r"photo\w*|image|video|copyright|newsletter)\b|https?:|\d{3}[ -]\d{3}|www\.|@|©|[“”\"«»]",
    re.IGNORECASE,
)


def additions(comparison: Comparison) -> list[Finding]:
    if comparison.pair.how == "reworded" and not comparison.pair.siblings and not comparison.pair.mixed:
        return _superlatives(comparison)
    if comparison.pair.how not in _COPIES or comparison.pair.siblings or comparison.pair.mixed:
        return []
    matched = {match.later.index for match in comparison.matches}
    own = [s for s in comparison.later.sentences if s.index not in matched and len(s.words) > 3]
    if len(own) > max(_MOST, _OWN_SHARE * len(comparison.later.sentences)):
        return []
    sources = (comparison.earlier, *comparison.others)
    added = [
        s for s in own if _is_fact(comparison.later, s) and _known_share(s, sources) <= _KNOWN_SHARE and not _is_reworded(comparison, s)
    ]
    severity: Severity = "update" if comparison.pair.versions else "error"
    return [Finding("addition", None, (s.start, s.end), 0.6, severity) for s in added if _is_sentence(comparison.later, s)][:_MOST]


def _superlatives(comparison: Comparison) -> list[Finding]:
    """As in "It was the deadliest accident this century", on nobody's word: what no source says, in a text that is no copy but has its facts from copies."""
    sources = (comparison.earlier, *comparison.others)
    matched = {m.later.index for m in comparison.matches if m.likeness >= comparison.settings.sentence_likeness}
    found = []
    for sentence in comparison.later.sentences:
        claim = _SUPERLATIVE.search(comparison.later.text, sentence.start, sentence.end)
        if claim is None or sentence.index in matched or not _is_fact(comparison.later, sentence):
            continue
        if not any(_SUPERLATIVE.search(t.text) for t in sources) and _known_share(sentence, sources) <= _KNOWN_SHARE:
            found.append(Finding("addition", None, (sentence.start, sentence.end), 0.5, "error"))
    return found[:1]


def _is_reworded(comparison: Comparison, sentence: Sentence) -> bool:
    """Whether a source sentence has room for this one: it stands unused at this place, or is longer than what was made of it."""
    before = [m for m in comparison.matches if m.later.index == sentence.index - 1]
    if not before:
        return sentence.index > 0
    used = {m.earlier.index for m in comparison.matches}
    source = before[0].earlier
    following = source.index + 1
    unused = following < len(comparison.earlier.sentences) and following not in used
    if unused and comparison.pair.how in ("verbatim", "light-edit"):
        unused = len(set(sentence.meanings) & set(comparison.earlier.sentences[following].meanings) - FUNCTION_WORDS) > 0
    told = len(before[0].later.words) + len(sentence.words)
    return unused or told < _SPLIT * sum(len(m.earlier.words) for m in before)


def _is_fact(later: Telling, sentence: Sentence) -> bool:
    text = later.text[sentence.start : sentence.end]
    return len(sentence.words) >= _FEWEST_WORDS and text[-1] in ".!" and not _TOLD.search(text) and "?" not in text


def _is_sentence(later: Telling, sentence: Sentence) -> bool:
    """Whether it has a verb in a tense: what has none is a caption."""
    (parsed, *_) = parse(later.text, [(sentence.start, sentence.end)])
    return len(sentence.words) > _LONGEST_CAPTION or any(tag in _TENSES for tag in parsed.tags)


def _known_share(sentence: Sentence, sources: tuple[Telling, ...]) -> float:
    words = {m for m in sentence.meanings if m not in FUNCTION_WORDS}
    if not words:
        return 1.0
    return max((len(words & set(other.meanings)) / len(words) for source in sources for other in source.sentences), default=0.0)
