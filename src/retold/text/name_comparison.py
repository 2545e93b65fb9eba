"""Do two written names mean the same person, organisation or place, and if not in the same form, is it a variant or a garble?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Indel

from retold.text.name_parts import LITTLE_WORDS, ORGANISATION_WORDS, SPELT_OUT, NameParts, content_words, parts
from retold.text.name_sound import WordRelation, word_relation

NameRelation = Literal["same", "variant", "garble", "different"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`score` runs from 0 to 1: how far the two forms alone show that one thing is meant. `reason` says what decided."""

    relation: NameRelation
    score: float
    reason: str = ""

    @property
    def alike(self) -> bool:
        return self.relation in ("same", "variant")


DIFFERENT = NameMatch("different", 0.0)
WORD_SCORES: dict[WordRelation, float] = {"same": 1.0, "spelling": 0.93, "short": 0.9, "garble": 0.6, "different": 0.0}
CLEAR_GARBLE = 0.75
# Words for one and the same kind of body: a name that differs in them alone is a variant.
KINDS = (
    frozenset("airline airlines airways air".split()),
    frozenset("ministry department office".split()),
    frozenset("fund federation foundation".split()),
    frozenset("company corporation corp inc ltd limited llc group holdings".split()),
    frozenset("organisation organization".split()),
    frozenset("defence defense".split()),
    frozenset("labour labor".split()),
    frozenset("centre center".split()),
    frozenset("agency service".split()),
    frozenset("us usa american america".split()),
    frozenset("uk british britain".split()),
)


@lru_cache(maxsize=50_000)
def compare_names(a: str, b: str) -> NameMatch:
    """Compare two written names, titles and all. Symmetric."""
    left, right = parts(a), parts(b)
    if not left.words or not right.words:
        return DIFFERENT
    if conflicting(left, right):
        return NameMatch("different", 0.1, "titles conflict")
    if left.organisation or right.organisation:
        return same_form(left, right) or compare_organisations(left, right)
    return same_form(left, right) or compare_people(left, right)


def same_form(left: NameParts, right: NameParts) -> NameMatch | None:
    """What holds of people and organisations alike, or None."""
    if left.words == right.words:
        return NameMatch("same", 1.0, "same words")
    if left.joined == right.joined:
        return NameMatch("variant", 0.97, "spaced differently")
    if initials_of(left, right) or initials_of(right, left):
        return NameMatch("variant", 0.92, "initials")
    if blend_of(left, right) or blend_of(right, left):
        return NameMatch("variant", 0.85, "heads of the words")
    return None


def conflicting(left: NameParts, right: NameParts) -> bool:
    """Mr against Ms; a son against a father where both are named in full."""
    if left.gender and right.gender and left.gender != right.gender:
        return True
    return left.generation != right.generation and len(left.words) > 1 and len(right.words) > 1


def initials_of(short: NameParts, full: NameParts) -> bool:
    if not short.initials or len(full.words) < 2:
        return False
    spelt = "".join(word[0] for word in full.words if word not in LITTLE_WORDS)
    every = "".join(word[0] for word in full.words)
    return short.initials in (spelt, every) or (len(short.initials) >= 3 and spelt.startswith(short.initials))


def blend_of(short: NameParts, full: NameParts) -> bool:
    """A name put together from the heads of the words, as Interpol is."""
    if len(short.words) != 1 or not 2 <= len(full.words) <= 4:
        return False
    rest = short.words[0]
    for word in full.words:
        taken = next((size for size in range(min(len(rest), len(word)), 1, -1) if word[:size] == rest[:size]), 0)
        if not taken:
            return False
        rest = rest[taken:]
    return not rest


def compare_organisations(left: NameParts, right: NameParts) -> NameMatch:
    a, b = content_words(left), content_words(right)
    if set(a) == set(b):
        return NameMatch("same", 0.98, "same words in another order")
    shared, only_left, only_right = split_shared(a, b)
    if not only_left or not only_right:
        return compare_shorter(shared, only_left or only_right)
    if all(any(one in kind and other in kind for kind in KINDS) for one in only_left for other in only_right) and shared:
        return NameMatch("variant", 0.85, "another word for the body")
    if len(only_left) == len(only_right) == 1 and word_relation(only_left[0], only_right[0]) in ("spelling", "garble") and shared:
        relation = word_relation(only_left[0], only_right[0])
        return NameMatch("variant" if relation == "spelling" else "garble", 0.8 if relation == "spelling" else 0.6, "one word differs")
    return DIFFERENT


def compare_shorter(shared: list[str], more: list[str]) -> NameMatch:
    """All words of one form are in the other. A country's or a city's name alone is not the body that bears it."""
    if not shared or " ".join(shared) in SPELT_OUT.values():
        return DIFFERENT
    distinctive = [word for word in shared if word not in ORGANISATION_WORDS]
    if len(shared) > 1 and distinctive:
        return NameMatch("variant", 0.82, "shorter form")
    generic = all(word in ORGANISATION_WORDS for word in more)
    return NameMatch("variant", 0.6 if distinctive and generic else 0.45, "one word of the name")


def split_shared(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    """Words that both have (in any spelling), and each side's own."""
    shared, rest = [], list(b)
    for word in a:
        match = next((other for other in rest if word_relation(word, other) in ("same", "spelling")), None)
        if match is not None:
            shared.append(word)
            rest.remove(match)
    remaining = list(shared)
    own = []
    for word in a:
        if word in remaining:
            remaining.remove(word)
        else:
            own.append(word)
    return shared, own, rest


def compare_people(left: NameParts, right: NameParts) -> NameMatch:
    short, full = sorted((left.words, right.words), key=len)
    if len(short) == 1:
        return compare_single(short[0], full)
    family = best(short[-1], full[1:])
    given = word_relation(short[0], full[0])
    if given in ("garble", "different") and set(short) <= set(full):
        return NameMatch("variant", 0.8, "the same words, ordered or clipped otherwise")
    if family == "different" or given == "different":
        return DIFFERENT
    middle = compare_middles(short[1:-1], full[1:-1])
    if middle == "different":
        return NameMatch("different", 0.3, "middle names conflict")
    score = min(WORD_SCORES[family], WORD_SCORES[given])
    if "garble" in (family, given, middle):
        return (
            NameMatch("garble", 0.6, "one word differs")
            if (family, given).count("garble") < 2
            else NameMatch("garble", 0.4, "both words differ")
        )
    return NameMatch("variant", score * (1.0 if len(short) == len(full) else 0.97), "spelling, initials or fewer words")


def compare_single(word: str, full: tuple[str, ...]) -> NameMatch:
    """A family name alone, else a given name alone, against a name in full, or two single words."""
    last, first = word_relation(word, full[-1]), word_relation(word, full[0])
    if len(full) == 1:
        return compare_words(word, full[0], last)
    if last in ("same", "spelling"):
        return NameMatch("variant", 0.88 if last == "same" else 0.8, "family name alone")
    if first in ("same", "spelling") or word in full:
        return NameMatch("variant", 0.6 if word in full else 0.5, "given name alone")
    if is_clear_garble(word, full[-1]):
        return NameMatch("garble", 0.5, "family name alone, garbled")
    return DIFFERENT


def compare_words(a: str, b: str, relation: WordRelation) -> NameMatch:
    """Two names of one word each."""
    if relation == "spelling":
        return NameMatch("variant", 0.84, "spelling")
    if is_clear_garble(a, b):
        return NameMatch("garble", 0.55, "one word each, garbled")
    return NameMatch("variant", 0.45, "clipped") if relation == "short" else DIFFERENT


def is_clear_garble(a: str, b: str) -> bool:
    """Without another word to go by, a garble must be long and near."""
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and Indel.normalized_similarity(a, b) >= CLEAR_GARBLE


def best(word: str, others: tuple[str, ...]) -> WordRelation:
    """The closest relation of a family name to the words of a name in full. A family name is not clipped, so "short" is a garble."""
    order: tuple[WordRelation, ...] = ("same", "spelling", "garble", "different")
    relations: list[WordRelation] = [word_relation(word, other) for other in others]
    if len(word) > 3:
        relations = ["garble" if relation == "short" else relation for relation in relations]
    return min((relation for relation in relations if relation in order), key=order.index, default="different")


def compare_middles(short: tuple[str, ...], full: tuple[str, ...]) -> WordRelation:
    """Middle names may be missing or initials; where both give one in full they must agree."""
    if not short or not full:
        return "same"
    return "same" if any(word_relation(a, b) != "different" for a in short for b in full) else "different"
