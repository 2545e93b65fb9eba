"""Words swapped for others that destroy the sense: the wounded killed, the fined advantaged."""

from __future__ import annotations

import re

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.matching import Block, Match, word_blocks

_MODALS = frozenset("can could will would may might must shall should cannot to".split())
_DETERMINERS = frozenset("the a an its his her their this that these those".split())
_ADJECTIVE = re.compile(r"(?:[^aeiou]ous|ful|less|able|ible|[^aeiou]ive|ical)$|eous$|ious$")
# Words that exclude one another when said of the same people or things, as stems.
_EXCLUSIVE: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(map(stem_of, one.split())), frozenset(map(stem_of, other.split())))
    for one, other in (
        (
            "killed killing died dead deaths slain fatal fatally perished",
            "wounded injured hurt harmed survived survivors unhurt unharmed wounding injuring",
        ),
        ("arrested detained jailed imprisoned", "released freed acquitted"),
        ("guilty convicted", "innocent acquitted cleared"),
        ("increased rose risen grew climbed higher rising", "decreased fell fallen dropped declined shrank lower falling"),
        ("won victory", "lost defeat"),
        ("supported backed endorsed favoured", "opposed condemned rejected"),
        ("opened reopened", "closed shut"),
        ("accepted approved", "refused rejected declined"),
    )
)


def garbled(comparison: Comparison) -> list[Finding]:
    if not comparison.pair.close:
        return []
    alike = [match for match in comparison.matches if match.likeness >= 0.55]
    found = [f for match in alike for block in match.blocks if (f := _reversed(match, block))]
    return found + [f for match in alike for block in word_blocks(match) if (f := _nonsense(match, block))]


def _reversed(match: Match, block: Block) -> Finding | None:
    if block.equal or max(block.a_to - block.a_from, block.b_to - block.b_from) > 8:
        return None
    a, b = match.earlier.stems[block.a_from : block.a_to], match.later.stems[block.b_from : block.b_to]
    for one, other in _EXCLUSIVE:
        for first, second in ((one, other), (other, one)):
            if (
                set(a) & first
                and set(b) & second
                and not set(match.later.stems) & first
                and not set(match.earlier.stems) & second
                and _held(match, block)
            ):
                return Finding(
                    "garble",
                    _span(match, block, earlier=True),
                    _span(match, block, earlier=False),
                    0.8,
                    "error",
                    f"garble {block.b_from} {match.later.index}",
                )
    return None


def _nonsense(match: Match, block: Block) -> Finding | None:
    """As in "he can fine the trust" that became "he can advantageous the trust": an adjective where only a verb can stand."""
    if block.equal or block.b_from == 0 or block.a_to - block.a_from != block.b_to - block.b_from:
        return None
    for shift in range(block.b_to - block.b_from):
        a, b = block.a_from + shift, block.b_from + shift
        words = match.later.words
        stands = words[b - 1] in _MODALS and b + 1 < len(words) and words[b + 1] in _DETERMINERS
        if stands and _ADJECTIVE.search(words[b]) and not _ADJECTIVE.search(match.earlier.words[a]):
            before = match.earlier.starts[max(0, a - 1)], match.earlier.ends[min(a + 2, len(match.earlier.words)) - 1]
            after = match.later.starts[b - 1], match.later.ends[b + 1]
            return Finding("garble", before, after, 0.75, "error", f"garble {b} {match.later.index}")
    return None


def _held(match: Match, block: Block) -> bool:
    """A word of substance stays just before the edit or just behind it."""
    near = (*match.earlier.stems[max(0, block.a_from - 3) : block.a_from], *match.earlier.stems[block.a_to : block.a_to + 3])
    return any(word not in FUNCTION_WORDS for word in near)


def _span(match: Match, block: Block, *, earlier: bool) -> tuple[int, int]:
    """The words that exclude one another, with their auxiliary and what they are said of."""
    sentence, start, end = (match.earlier, block.a_from, block.a_to) if earlier else (match.later, block.b_from, block.b_to)
    telling = {w for pair in _EXCLUSIVE for side in pair for w in side}
    places = [n for n in range(start, end) if sentence.stems[n] in telling]
    first = places[0]
    while first > 0 and sentence.words[first - 1] in ("was", "were", "been", "had", "has", "have", "be", "also"):
        first -= 1
    return sentence.starts[first], sentence.ends[places[-1]]
