"""Clauses that a later telling turned round by dropping or adding a "not"."""

from __future__ import annotations

import re
from dataclasses import replace

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.matching import Block, Match, word_blocks
from retold.compare.negators import is_hidden_negator, is_negator
from retold.compare.updates import is_update
from retold.types import Severity

# An edited run longer than this is another clause.
_LONGEST = 5
# These bound a figure, and deny nothing.
_OF_NUMBERS = re.compile(r"\b(?:no|not) (?:votes?|less|fewer|more|later|sooner|longer|doubt|only|just)\b")
_PARTIAL = re.compile(r"\bnot (?:all|every|everyone|everybody|always)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:none|no|nobody|never|neither|no one)\b", re.IGNORECASE)


def changed_negations(comparison: Comparison) -> list[Finding]:
    if not comparison.pair.close:
        return []
    found = []
    for match in comparison.matches:
        if match.likeness < 0.55:
            continue
        if _balanced(match):
            found += _loosened(comparison, match)
            continue
        severity: Severity = "update" if is_update(comparison, match.later) else "error"
        turned = [f for n, _ in enumerate(match.blocks) if (f := _turned(match, match.blocks, n))]
        words = word_blocks(match)
        turned += [f for n, block in enumerate(words) if _is_bare(match, block) and (f := _turned(match, words, n))]
        found += [replace(f, severity=severity) for f in turned if not comparison.later.is_quoted(*f.after)]
        found += _loosened(comparison, match)
    return found


def _turned(match: Match, blocks: tuple[Block, ...], number: int) -> Finding | None:
    block = blocks[number]
    if block.equal or max(block.a_to - block.a_from, block.b_to - block.b_from) > _LONGEST:
        return None
    a, b = match.earlier.words[block.a_from : block.a_to], match.later.words[block.b_from : block.b_to]
    # "not one man but several" says no more than "several"
    if _is_limit(match, block) or "but" in a or "but" in b:
        return None
    counts = sum(map(is_negator, a)), sum(map(is_negator, b))
    if any(_OF_NUMBERS.search(" ".join((*side, "")) + rest) for side, rest in _with_next(match, block)):
        return None
    other = match.earlier.stems[block.a_from : block.a_to] if counts[1] else match.later.stems[block.b_from : block.b_to]
    if any(map(is_hidden_negator, other)) or _is_until(match, block):
        return None
    if sum(counts) != 1 or not _held(match, blocks, number) or _denied_otherwise(match, block):
        return None
    return Finding(
        "negation",
        _span(match, "earlier", block),
        _span(match, "later", block),
        0.8,
        "error",
        f"negation {block.a_from} {match.earlier.index}",
    )


def _balanced(match: Match) -> bool:
    """As many denials on both sides: the "not" has only moved."""
    counts = [(sum(map(is_negator, s.words)), bool(_PARTIAL.search(" ".join(s.words)))) for s in (match.earlier, match.later)]
    return counts[0] == counts[1]


def _is_limit(match: Match, block: Block) -> bool:
    """As in "not until August", which is "only in August"."""
    near_before = match.earlier.words[max(0, block.a_from - 4) : block.a_to + 6]
    near_after = match.later.words[max(0, block.b_from - 4) : block.b_to + 6]
    return any(
        {"until", "till", "before"} & set(one) and "only" in other for one, other in ((near_before, near_after), (near_after, near_before))
    )


def _is_until(match: Match, block: Block) -> bool:
    """As in "isn't until March 9", which is "will be March 9"."""
    behind = match.earlier.words[block.a_from : block.a_to + 2], match.later.words[block.b_from : block.b_to + 2]
    return any({"until", "till"} & set(side) for side in behind)


def _is_bare(match: Match, block: Block) -> bool:
    """An edit of nothing but a "not" and its auxiliary."""
    words = (*match.earlier.words[block.a_from : block.a_to], *match.later.words[block.b_from : block.b_to])
    return all(is_negator(w) or w in ("do", "did", "does", "any") for w in words)


def _with_next(match: Match, block: Block) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Both sides of the edit, each with the word behind it."""
    a, b = match.earlier.words, match.later.words
    return (a[block.a_from : block.a_to], " ".join(a[block.a_to : block.a_to + 1])), (
        b[block.b_from : block.b_to],
        " ".join(b[block.b_to : block.b_to + 1]),
    )


def _denied_otherwise(match: Match, block: Block) -> bool:
    """Whether the side without the "not" denies near by in another way: it has moved, or is built into another word."""
    before, after = match.earlier, match.later
    near_before, near_after = (
        before.words[max(0, block.a_from - 4) : block.a_to + 4],
        after.words[max(0, block.b_from - 4) : block.b_to + 4],
    )
    if any(map(is_negator, near_before)) and any(map(is_negator, near_after)):
        return True
    hidden = [sum(map(is_hidden_negator, s.stems)) for s in (before, after)]
    return hidden[0] != hidden[1]


def _held(match: Match, blocks: tuple[Block, ...], number: int) -> bool:
    """The clause around the edit is the same: words of substance stay on both sides of it, or three words on one."""
    sides = []
    for neighbour in (number - 1, number + 1):
        block = blocks[neighbour] if 0 <= neighbour < len(blocks) else None
        words = match.earlier.stems[block.a_from : block.a_to] if block else ()
        near = words[-3:] if neighbour < number else words[:3]
        sides.append(bool(near) and (len(near) >= 2 or any(w not in FUNCTION_WORDS for w in near)))
    return all(sides)


def _span(match: Match, side: str, block: Block) -> tuple[int, int]:
    """The edited run with a word before it and two behind."""
    sentence, start, end = (match.earlier, block.a_from, block.a_to) if side == "earlier" else (match.later, block.b_from, block.b_to)
    first, last = max(0, start - 1), min(len(sentence.words), end + 2)
    return sentence.starts[first], sentence.ends[last - 1]


def _loosened(comparison: Comparison, match: Match) -> list[Finding]:
    """As in "None of the drones" that became "not all of the drones", or the other way."""
    before, after = match.earlier, match.later
    for first, second in ((_TOTAL, _PARTIAL), (_PARTIAL, _TOTAL)):
        old = first.search(comparison.earlier.text, before.start, before.end)
        new = second.search(comparison.later.text, after.start, after.end)
        if (
            old
            and new
            and not second.search(comparison.earlier.text, before.start, before.end)
            and not first.search(comparison.later.text, after.start, after.end)
        ):
            return [
                Finding(
                    "negation",
                    _clause(comparison.earlier.text, old.start()),
                    _clause(comparison.later.text, new.start()),
                    0.75,
                    "error",
                    f"none {after.index}",
                )
            ]
    return []


def _clause(text: str, start: int) -> tuple[int, int]:
    """Six words from the denial on, within its clause."""
    match = re.compile(r"(?:[^\s,;.!?]+[ \u00a0]?){1,6}").match(text, start)
    return (start, start + len(match.group().rstrip())) if match else (start, start + 1)
