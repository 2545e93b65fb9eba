"""How far two pieces of text say the same: overlap of stems, near-synonyms, names and numbers, weighed by how much each word says.

In the spirit of the asymmetric, idf-weighted overlap of Corley and Mihalcea (2005), without a taxonomy to look up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.text.negation import is_negated
from retold.text.numbers import Number, agreement, numbers
from retold.text.stems import FUNCTION_WORDS, LIGHT_STEMS, meaning_of, stem
from retold.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Settings:
    """Weights and thresholds, set once on mrpc-train (accuracy) and looked at on the pairs of superpal-dev and qa-align-dev."""

    light_word: float = 0.3
    name_word: float = 1.4
    number_word: float = 1.3
    # Words that share a head of this many letters ("investigate", "investigator") count for this much.
    shared_head: int = 5
    head_credit: float = 0.75
    # Above this, two whole sentences count as the same statement.
    same: float = 0.57


DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a text speaks of, with how much it tells (0 and up)."""

    stem: str
    weight: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text speaks of: its terms, none twice; its quantities; whether it is negated."""

    terms: tuple[Term, ...]
    numbers: tuple[Number, ...]
    negated: bool

    @property
    def weight(self) -> float:
        return sum(term.weight for term in self.terms)


@dataclass(frozen=True, slots=True)
class Profile:
    """A meaning made ready for many comparisons: its stems with their weights, and the weight of all that share a head."""

    weights: dict[str, float]
    heads: dict[str, float]
    total: float
    numbers: tuple[Number, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """`forward`: the share of a found in b; `backward`: that of b found in a; both 0 to 1. `numbers_differ`: the same thing is counted differently."""

    forward: float
    backward: float
    numbers_differ: bool = False
    negation_differs: bool = False

    @property
    def score(self) -> float:
        """The harmonic mean of both directions, lower where numbers differ."""
        total = self.forward + self.backward
        mean = 2 * self.forward * self.backward / total if total else 0.0
        return mean * (0.85 if self.numbers_differ else 1.0)


NOTHING = Likeness(0.0, 0.0)


def same_meaning(a: str, b: str, settings: Settings = DEFAULT) -> bool:
    """Whether two sentences say the same, with the one default threshold."""
    found = likeness(meaning(a), meaning(b))
    return found.score >= settings.same


@lru_cache(maxsize=50_000)
def meaning(text: str, settings: Settings = DEFAULT) -> Meaning:
    """The terms of a text. Cheap: no grammar, no model."""
    found, counted = tokens(text), tuple(numbers(text))
    weights: dict[str, float] = {}
    figures = [(number.value_start, number.value_end) for number in counted]
    for number in counted:
        weights[f"#{number.low:g}"] = settings.number_word
    for place, (written, start) in enumerate(zip(found.words, found.starts, strict=True)):
        word = written.removesuffix("'s")
        if word in FUNCTION_WORDS or any(first <= start < last for first, last in figures):
            continue
        key = meaning_of(word)
        weight = weight_of(word, settings)
        if place and text[start].isupper() and weight == 1.0:
            weight = settings.name_word
        weights[key] = max(weights.get(key, 0.0), weight)
    return Meaning(tuple(Term(key, weight) for key, weight in sorted(weights.items())), counted, is_negated(text))


def weight_of(word: str, settings: Settings) -> float:
    if word[0].isdigit():
        return settings.number_word
    return settings.light_word if word in LIGHT_STEMS or stem(word) in LIGHT_STEMS else 1.0


def likeness(a: Meaning, b: Meaning, rarity: Mapping[str, float] | None = None, settings: Settings = DEFAULT) -> Likeness:
    """Compare two meanings. `rarity` multiplies the weight of a stem (1 where missing): what all of a story says tells little in it."""
    return compare_profiles(profile(a, rarity, settings), profile(b, rarity, settings), settings)


def profile(found: Meaning, rarity: Mapping[str, float] | None = None, settings: Settings = DEFAULT) -> Profile:
    """A meaning with its weights multiplied by `rarity`."""
    rare = rarity or {}
    return weighed({term.stem: term.weight * rare.get(term.stem, 1.0) for term in found.terms}, found.numbers, found.negated, settings)


def weighed(weights: dict[str, float], counted: tuple[Number, ...], negated: bool, settings: Settings = DEFAULT) -> Profile:
    """A profile of stems by their weights."""
    heads: dict[str, float] = {}
    for stem_, weight in weights.items():
        if len(stem_) >= settings.shared_head:
            head = stem_[: settings.shared_head]
            heads[head] = heads.get(head, 0.0) + weight
    return Profile(weights, heads, sum(weights.values()), counted, negated)


def compare_profiles(a: Profile, b: Profile, settings: Settings = DEFAULT) -> Likeness:
    """The likeness of two meanings that are ready for it."""
    shared = common(a.weights, b.weights)
    headed = common(a.heads, b.heads)
    if not shared and not headed:
        return (
            NOTHING
            if not (a.numbers and b.numbers) and a.negated == b.negated
            else Likeness(0.0, 0.0, differ(a, b), a.negated != b.negated)
        )
    long = [stem_ for stem_ in shared if stem_[: settings.shared_head] in a.heads and len(stem_) >= settings.shared_head]
    return Likeness(
        covered(a, shared, headed, long, settings),
        covered(b, shared, headed, long, settings),
        numbers_differ=differ(a, b),
        negation_differs=a.negated != b.negated,
    )


def common(a: Mapping[str, float], b: Mapping[str, float]) -> list[str]:
    """The keys of both, in the order of the smaller: sums of floats must not hang on the order of a set."""
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    return list(filter(many.__contains__, few))


def covered(one: Profile, shared: Sequence[str], headed: Sequence[str], long: Sequence[str], settings: Settings) -> float:
    """The share of a profile's weight that the other holds: shared stems in full, those of a shared head in part."""
    if not one.total:
        return 0.0
    weight = one.weights.__getitem__
    held = sum(map(weight, shared))
    near = sum(map(one.heads.__getitem__, headed)) - sum(map(weight, long)) if headed else 0.0
    return min(1.0, (held + near * settings.head_credit) / one.total)


def differ(a: Profile, b: Profile) -> bool:
    return bool(a.numbers and b.numbers) and numbers_conflict(a.numbers, b.numbers)


def numbers_conflict(a: tuple[Number, ...], b: tuple[Number, ...]) -> bool:
    """Both count one kind of thing, and no count of the one agrees with any of the other."""
    verdicts = [agreement(one, other) for one in a for other in b]
    return "different" in verdicts and not any(verdict in ("equal", "rounded") for verdict in verdicts)
