"""Quotations of two or three words that a copy altered: too short to be known by their words, known by where they stand."""

from __future__ import annotations

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, meaning
from retold.compare.quotations import Quotation
from retold.compare.quoted_words import stems_of
from retold.compare.spanned import within
from retold.compare.telling import Sentence, Telling

_FEWEST, _MOST = 2, 3
# From this likeness on a sentence is the other one copied.
_COPIED = 0.6


def changed_short_quotes(comparison: Comparison) -> list[Finding]:
    """In sentences that quote as often, the quotations at the same place, where they share a word and differ in another."""
    if not comparison.pair.close or comparison.pair.how not in ("spun", "translated", "light-edit", "verbatim"):
        return []
    found = []
    for match in comparison.matches:
        if not _COPIED <= match.likeness < 1:
            continue
        ours, theirs = _quoted(comparison.earlier, match.earlier), _quoted(comparison.later, match.later)
        if len(ours) == len(theirs):
            found += [f for a, b in zip(ours, theirs, strict=True) if (f := _altered(comparison, a, b))]
    return found


def _quoted(telling: Telling, sentence: Sentence) -> list[Quotation]:
    return list(within(telling.quotations, sentence.start, sentence.end))


def _altered(comparison: Comparison, a: Quotation, b: Quotation) -> Finding | None:
    old, new = (stems_of(t.text[q.start : q.end]).split() for t, q in ((comparison.earlier, a), (comparison.later, b)))
    if not _FEWEST <= min(len(old), len(new)) <= max(len(old), len(new)) <= _MOST or not set(old) & set(new) or old == new:
        return None
    if {"…", "["} & set(comparison.later.text[b.start : b.end]):
        return None
    same = {meaning(w) for w in old} - FUNCTION_WORDS == {meaning(w) for w in new} - FUNCTION_WORDS
    return Finding("quote", (a.start, a.end), (b.start, b.end), 0.7, "style" if same else "error", f"quote {b.start}")
