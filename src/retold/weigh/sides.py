"""Who in a group says so and who denies it. A denial must turn round the very thing that another says; the rest only looks like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from retold.text.likeness import compare_profiles
from retold.weigh.denials import denies
from retold.weigh.independence import FEWEST_WORDS, plain_words
from retold.weigh.links import QUOTATION_MARKS
from retold.weigh.pairing import Comparison, alike
from retold.weigh.tellings import Piece

# Sides are held against each other by at most this many pieces of the other.
MOST_COMPARED = 40


@dataclass(frozen=True, slots=True)
class Sides:
    """The pieces that say so, and those that deny it."""

    support: tuple[Piece, ...]
    deny: tuple[Piece, ...] = ()


def sides(group: Sequence[Piece], answering: Collection[int], origins: Mapping[str, str], comparison: Comparison) -> list[Sides]:
    """A group as a claim with its sides, and what stood apart in it as claims of its own.

    The claim is what is affirmed, however many deny it.
    """
    core = common_terms(group)
    negative = [piece for piece in group if denies(piece) or piece.turned & core]
    against = {piece.number for piece in negative}
    positive = [piece for piece in group if piece.number not in against]
    if not positive or not negative:
        return [Sides(tuple(group))]
    major, minor = positive, negative
    deny = [piece for piece in minor if answers(piece, major, answering, origins, comparison)]
    denying = {piece.number for piece in deny}
    rest = [piece for piece in minor if piece.number not in denying]
    with_major = {piece.number for piece in rest if repeats(piece, major, comparison)}
    support = [*major, *(piece for piece in rest if piece.number in with_major)]
    apart = [piece for piece in rest if piece.number not in with_major]
    return [Sides(tuple(sorted(support, key=number)), tuple(deny)), *(Sides(tuple(one)) for one in regrouped(apart, comparison))]


def number(piece: Piece) -> int:
    return piece.number


def articles(pieces: Sequence[Piece]) -> int:
    return len({piece.statement.article for piece in pieces})


def repeats(piece: Piece, major: Sequence[Piece], comparison: Comparison) -> bool:
    """Whether a piece says in nearly the same words what its own speaker says on the other side, where a stray "not" parts them."""
    same = [other for other in major[:MOST_COMPARED] if other.statement.speaker == piece.statement.speaker]
    least = comparison.settings.repeats
    return any(compare_profiles(comparison.own[piece.number], comparison.own[other.number]).score >= least for other in same)


def answers(piece: Piece, major: Sequence[Piece], answering: Collection[int], origins: Mapping[str, str], comparison: Comparison) -> bool:
    """Whether a piece denies one of the other side; nobody denies himself but by taking back the same words in another article."""
    others = [other for other in major if origins.get(other.statement.id) != origins.get(piece.statement.id)]
    if others and (piece.number in answering):
        return True
    least = comparison.settings.opposes
    if any(opposition(piece, other, comparison) >= least for other in others[:MOST_COMPARED]):
        return True
    own = [
        one
        for one in major
        if origins.get(one.statement.id) == origins.get(piece.statement.id) and one.statement.article != piece.statement.article
    ]
    return any(opposition(piece, other, comparison) >= comparison.settings.takes_back for other in own[:MOST_COMPARED])


def opposition(a: Piece, b: Piece, comparison: Comparison) -> float:
    """How far two pieces say the same, if one alone turns round what the other speaks of."""
    left, right = comparison.own[a.number], comparison.own[b.number]
    shared = left.weights.keys() & right.weights.keys()
    turned = (a.turned ^ b.turned) & shared if not (a.turned and b.turned) else frozenset[str]()
    denied = denies(a) != denies(b) and not (a.turned or b.turned)
    reported = denied and shared and not (is_quotation(a) and is_quotation(b))
    if not reported and (not turned or is_same_words(a, b)):
        return 0.0
    found = compare_profiles(left, right)
    held = max(
        (share for share, ready in ((found.forward, left), (found.backward, right)) if ready.total >= comparison.settings.least_repeated),
        default=0.0,
    )
    return max(found.score, comparison.settings.contained_share * held)


def is_quotation(piece: Piece) -> bool:
    return piece.text[:1] in QUOTATION_MARKS


def is_same_words(a: Piece, b: Piece) -> bool:
    """Whether one piece's words stand whole in the other's: a part of the same quotation."""
    shorter, longer = sorted((plain_words(a.text), plain_words(b.text)), key=len)
    return len(shorter.split()) >= FEWEST_WORDS and shorter in longer


def regrouped(apart: Sequence[Piece], comparison: Comparison) -> list[list[Piece]]:
    """What stood apart, each with what it is like; denials that answer nobody here stay together, as one denies what the other does."""
    made: list[list[Piece]] = []
    for piece in apart:
        home = next((group for group in made if belongs(piece, group[0], comparison)), None)
        if home is None:
            made.append([piece])
        else:
            home.append(piece)
    return made


def belongs(piece: Piece, first: Piece, comparison: Comparison) -> bool:
    return (denies(piece) and denies(first)) or alike(first, piece, comparison) >= comparison.settings.same


def common_terms(group: Sequence[Piece]) -> set[str]:
    """What the group speaks of: terms of more than a third of its pieces, copies aside."""
    distinct = {tuple(term.stem for term in piece.meaning.terms) for piece in group}
    counts = Counter(stem for stems in distinct for stem in stems)
    return {stem for stem, count in counts.items() if count > len(distinct) / 3}
