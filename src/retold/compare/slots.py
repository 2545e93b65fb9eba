"""One word of number in another's place in an otherwise equal sentence, and a subject that was nobody and is somebody."""

from __future__ import annotations

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.matching import Block, Match
from retold.compare.telling import Sentence
from retold.compare.updates import is_update
from retold.text.number_words import spelled
from retold.types import Severity, Span

# From this likeness on a sentence is a copy but for a word or two.
_COPIED = 0.75
_NOBODY = frozenset(["nobody", "none", "no", "neither"])
_BE = frozenset(["was", "were", "is", "are", "has", "have", "had", "been"])
# A subject is no longer than this, and a predicate that is told again no longer than that.
_SUBJECT = 4
_PREDICATE = 5


def swapped_slots(comparison: Comparison) -> list[Finding]:
    """As in "Two of the drones" that became "One of the drones", and "Nobody was hurt" that became "A farmer was slightly hurt"."""
    if not comparison.pair.close:
        return []
    found = [f for m in comparison.matches if _COPIED <= m.likeness < 1 for block in m.blocks if (f := _figure(comparison, m, block))]
    return found + [f for m in comparison.matches if m.likeness < 1 and (f := _somebody(comparison, m))]


def _severity(comparison: Comparison, match: Match) -> Severity:
    return "update" if is_update(comparison, match.later) else "error"


def _figure(comparison: Comparison, match: Match, block: Block) -> Finding | None:
    """A number in words that counts some "of the" things; others are compared as quantities."""
    if block.equal or (block.a_to - block.a_from, block.b_to - block.b_from) != (1, 1):
        return None
    a, b = match.earlier.words[block.a_from], match.later.words[block.b_from]
    following = match.earlier.words[block.a_to : block.a_to + 2], match.later.words[block.b_to : block.b_to + 2]
    values = spelled(a), spelled(b)
    if None in values or values[0] == values[1] or any(f[:1] != ("of",) or len(f) < 2 for f in following):
        return None
    before, after = _until_noun(match.earlier, block.a_from), _until_noun(match.later, block.b_from)
    if comparison.later.is_quoted(*after):
        return None
    return Finding("number", before, after, 0.8, _severity(comparison, match), f"slot {match.earlier.index} {a}")


def _until_noun(sentence: Sentence, word: int) -> Span:
    last = next((n for n in range(word + 2, min(word + 6, len(sentence.stems))) if sentence.stems[n] not in FUNCTION_WORDS), word)
    return sentence.starts[word], sentence.ends[last]


def _somebody(comparison: Comparison, match: Match) -> Finding | None:
    before, after = _clause(match.earlier), _clause(match.later)
    if before is None or after is None or before[0] == after[0]:
        return None
    if not before[1] or not (before[1] <= after[1] or after[1] <= before[1]) or len(before[1] ^ after[1]) > 1:
        return None
    spans = (match.earlier.start, match.earlier.ends[-1]), (match.later.start, match.later.ends[-1])
    if comparison.later.is_quoted(*spans[1]):
        return None
    return Finding("negation", *spans, 0.75, _severity(comparison, match), f"somebody {match.earlier.index}")


def _clause(sentence: Sentence) -> tuple[bool, frozenset[str]] | None:
    """Whether the subject of a short sentence is nobody, and the words of substance of what is said of it; None for other sentences."""
    verb = next((n for n, word in enumerate(sentence.words[: _SUBJECT + 1]) if word in _BE), None)
    if verb is None or verb == 0 or len(sentence.words) - verb > _PREDICATE + 1:
        return None
    said = frozenset(stem for stem in sentence.stems[verb:] if stem not in FUNCTION_WORDS)
    denied = "not" in sentence.words or "never" in sentence.words
    return None if denied else (sentence.words[0] in _NOBODY, said)
