"""Whether two pieces count the same thing differently, and whether the later of them only brings the figure up to date."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from retold.text.likeness import Profile, weighed
from retold.text.numbers import Number, agreement
from retold.text.stems import FUNCTION_WORDS, meaning_of
from retold.text.tokens import tokens
from retold.weigh.tellings import Piece

# Words behind a figure among which is what it counts: "four members of his guard".
COUNTED_WORDS = 3
# Whoever these are, a figure of them may be one of the others: "23 people", "23 passengers".
PEOPLE = frozenset(
    meaning_of(word)
    for word in re.findall(
        r"\w+",
        """
        people person man woman patient victim resident passenger civilian casualty body inhabitant villager individual sufferer human soul citizen dead
        """,
    )
)


def disagreeing(a: Piece, b: Piece) -> frozenset[str]:
    """The terms of the figures by which two pieces count the same thing differently; none where any figure of the one is in the other."""
    left, right = a.meaning.numbers, b.meaning.numbers
    if not left or not right:
        return frozenset()
    verdicts = [(one, other, agreement(one, other)) for one, other in product(left, right)]
    if any(verdict in ("equal", "rounded") for _, _, verdict in verdicts):
        return frozenset()
    differing = [(one, other) for one, other, verdict in verdicts if verdict == "different" and same_unit(one, a.text, other, b.text)]
    return frozenset(f"#{number.low:g}" for pair in differing for number in pair)


def same_unit(one: Number, text: str, other: Number, other_text: str) -> bool:
    """Whether two figures count one kind of thing, going by the words behind them; measures and money compare by their units."""
    if one.kind == "ordinal" or other.kind == "ordinal":
        return False
    if one.kind != "count" and other.kind != "count":
        return one.unit == other.unit and one.kind == other.kind != "percent"
    left, right = counted(text, one), counted(other_text, other)
    return bool(left & right) or bool(left & PEOPLE and right & PEOPLE)


def counted(text: str, number: Number) -> frozenset[str]:
    """Meanings of the few words behind a figure."""
    return words_behind(text[number.value_end : number.value_end + 60])


@lru_cache(maxsize=20_000)
def words_behind(text: str) -> frozenset[str]:
    clause = re.split(r"[.;:!?,]", text, maxsplit=1)[0]
    said = [word.removesuffix("'s") for word in tokens(clause).words if word not in FUNCTION_WORDS]
    return frozenset(meaning_of(word) for word in said[:COUNTED_WORDS] if not word[0].isdigit())


def without(ready: Profile, stems: frozenset[str]) -> Profile:
    """A profile that does not speak of some figures."""
    return weighed({stem: weight for stem, weight in ready.weights.items() if stem not in stems}, (), ready.negated)


def is_update(a: Piece, b: Piece, days: tuple[str, str]) -> bool:
    """Whether the piece of the later day has the higher figures: a toll that rises. `days`: when either's article was published, as ISO dates."""
    first, last = (day[:10] for day in days)
    if not first or not last or first == last:
        return False
    earlier, later = (a, b) if first < last else (b, a)
    low = max((number.low for number in earlier.meaning.numbers), default=0.0)
    high = max((number.high for number in later.meaning.numbers), default=0.0)
    return high > low
