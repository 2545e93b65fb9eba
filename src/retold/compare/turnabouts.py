"""Somebody who denies in one telling and admits in the other."""

from __future__ import annotations

import re

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.matching import Match
from retold.compare.negators import is_negator
from retold.compare.telling import Sentence
from retold.compare.updates import is_update
from retold.types import Severity

_DENYING = frozenset(map(stem_of, "deny denies denied refute refuted dispute disputed".split()))
_ADMITTING = frozenset(map(stem_of, "admit admits admitted confirm confirms confirmed acknowledge acknowledged concede conceded".split()))
# Words that turn either of them: "declined to confirm", "could neither confirm nor deny".
_UNDECIDED = re.compile(
    r"\b(?:declin\w+|refus\w+|neither|nor|unable|cannot|could(?:n't| not)|not immediately|yet to|whether|whoever|fail\w*)\b", re.IGNORECASE
)
# How many words before the verb may tell who it is that denies.
_SUBJECT = 8
# How many words behind it may tell what is denied.
_OBJECT = 7
_NEXT_CLAUSE = frozenset("but though although while insist insists insisted say says said saying".split())
_POINTING = frozenset(["it", "that", "this", "them", "so"])


def turnabouts(comparison: Comparison) -> list[Finding]:
    """The same subject, in sentences that tell of one thing, with the opposite verb of answering an accusation."""
    if not comparison.pair.close:
        return []
    found = []
    for match in comparison.matches:
        for first, second in ((_DENYING, _ADMITTING), (_ADMITTING, _DENYING)):
            finding = _turned(comparison, match, first, second) if match.likeness < 1 else None
            found += [finding] if finding else []
    return found


def _turned(comparison: Comparison, match: Match, first: frozenset[str], second: frozenset[str]) -> Finding | None:
    a, b = _place(match.earlier, first), _place(match.later, second)
    if a is None or b is None or _place(match.earlier, second) is not None:
        return None
    severity: Severity = "update" if is_update(comparison, match.later) else "error"
    if _place(match.later, first) is not None and severity == "error":
        return None
    before, after = _clause(match.earlier, a), _clause(match.later, b)
    if (
        not _same_subject(match, a, b)
        or not _same_matter(match, a, b)
        or comparison.earlier.is_quoted(*before)
        or comparison.later.is_quoted(*after)
    ):
        return None
    if any(_UNDECIDED.search(t.text, s.start, s.end) for t, s in ((comparison.earlier, match.earlier), (comparison.later, match.later))):
        return None
    return Finding("negation", before, after, 0.75, severity, f"turnabout {match.earlier.index}")


def _place(sentence: Sentence, verbs: frozenset[str]) -> int | None:
    return next((n for n, stem in enumerate(sentence.stems) if stem in verbs), None)


def _same_subject(match: Match, a: int, b: int) -> bool:
    """Whether a word of substance stands before both verbs, and neither verb is itself denied."""
    before, after = (s[max(0, n - _SUBJECT) : n] for s, n in ((match.earlier.stems, a), (match.later.stems, b)))
    near = (*match.earlier.words[max(0, a - 3) : a], *match.later.words[max(0, b - 3) : b])
    return bool(set(before) & set(after) - FUNCTION_WORDS) and not any(map(is_negator, near))


def _same_matter(match: Match, a: int, b: int) -> bool:
    """Whether both verbs have one object: a word of substance in common, or a mere "it" or "that" on either side."""
    before, after = match.earlier.words[a + 1 : a + 1 + _OBJECT], match.later.words[b + 1 : b + 1 + _OBJECT]
    if any(
        len(side) == 0 or (side[0] in _POINTING and not _goes_on(s, n))
        for side, s, n in ((before, match.earlier, a), (after, match.later, b))
    ):
        return True
    return bool(_object(match.earlier, a) & _object(match.later, b))


def _object(sentence: Sentence, verb: int) -> set[str]:
    """The words of substance behind a verb, up to the next verb of saying."""
    words = sentence.words[verb + 1 : verb + 1 + _OBJECT]
    cut = next((n for n, word in enumerate(words) if word in _NEXT_CLAUSE), len(words))
    return set(sentence.stems[verb + 1 : verb + 1 + cut]) - FUNCTION_WORDS


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Whether a clause follows "denied that"."""
    return verb + 2 < len(sentence.words) and sentence.starts[verb + 2] - sentence.ends[verb + 1] == 1


def _clause(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The verb, with the "it" or "that" which is its whole object."""
    pointing = sentence.words[verb + 1 : verb + 2]
    end = verb + 1 if pointing and pointing[0] in _POINTING and not _goes_on(sentence, verb) else verb
    return sentence.starts[verb], sentence.ends[end]
