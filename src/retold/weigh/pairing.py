"""Which pieces may say the same: candidates from an inverted index, and how alike two pieces are with all that is known of them."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.text.likeness import Profile, compare_profiles, profile
from retold.text.stamps import sortable
from retold.weigh.figures import disagreeing, is_update, without
from retold.weigh.lineage import Lineage
from retold.weigh.settings import Settings
from retold.weigh.tellings import NO_ASSERTIONS, Piece

NONE: frozenset[str] = frozenset()
SMALL_FIGURE = re.compile(r"#(?:\d|1[0-2])")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing needs besides the pieces: profiles of what each speaks of, by its number, with its sentence's help and without.

    `known` keeps what was compared already.
    """

    rarity: Mapping[str, float]
    known: dict[tuple[int, int], float]
    profiles: Sequence[Profile]
    own: Sequence[Profile]
    lineage: Lineage
    settings: Settings


def comparison(found: Sequence[Piece], rarity: Mapping[str, float], lineage: Lineage, settings: Settings) -> Comparison:
    """Make all pieces, numbered from 0 in order, ready."""
    full = [profile(piece.meaning, rarity) for piece in found]
    own = [ready if piece.own is piece.meaning else profile(piece.own, rarity) for piece, ready in zip(found, full, strict=True)]
    return Comparison(rarity, {}, full, own, lineage, settings)


def candidates(found: Sequence[Piece], comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Pairs of indices, lower first: those that share most of their telling terms, and enough of them. Never all pairs."""
    settings = comparison.settings
    index: dict[str, list[int]] = defaultdict(list)
    totals: list[float] = []
    for place, piece in enumerate(found):
        ready = comparison.profiles[piece.number]
        totals.append(ready.total)
        votes: dict[int, float] = defaultdict(float)
        ranked = sorted(ready.weights.items(), key=lambda term: (-term[1], term[0]))
        for stem, weight in ranked[: settings.probes]:
            for other in index[stem][-settings.common :]:
                votes[other] += weight
        enough = [(-voted, other) for other, voted in votes.items() if voted >= settings.least_shared * min(ready.total, totals[other])]
        for _, other in heapq.nsmallest(settings.candidates, enough):
            yield other, place
        for stem, _ in ranked:
            index[stem].append(place)


def alike(a: Piece, b: Piece, comparison: Comparison) -> float:
    """0 to 1 and a little over: likeness of meaning, raised by a passage that runs through both and by a shared speaker."""
    pair = (a.number, b.number) if a.number < b.number else (b.number, a.number)
    found = comparison.known.get(pair)
    if found is None:
        found = comparison.known[pair] = compared(a, b, comparison)
    return found


def compared(a: Piece, b: Piece, comparison: Comparison) -> float:
    settings = comparison.settings
    if (
        any(piece.statement.stance in NO_ASSERTIONS and piece.own is not piece.meaning for piece in (a, b))
        and a.statement.stance != b.statement.stance
    ):
        return 0.0
    score = spoken_of(a, b, comparison)
    if not score:
        return 0.0
    score += settings.passage_bonus * comparison.lineage.shared(a.statement.article, a.span, b.statement.article, b.span)
    if a.statement.speaker and a.statement.speaker == b.statement.speaker:
        score += settings.speaker_bonus if a.statement.article != b.statement.article else settings.same_article_bonus
    if a.statement.stance == b.statement.stance == "accuse":
        score += settings.accuse_bonus
    if (a.statement.stance in NO_ASSERTIONS) != (b.statement.stance in NO_ASSERTIONS):
        score -= settings.stance_malus
    return score


def spoken_of(a: Piece, b: Piece, comparison: Comparison) -> float:
    """How far two pieces speak of the same. Two figures for one thing are two answers to one question, unless the later is but newer."""
    settings = comparison.settings
    differing = disagreeing(a, b) if a.meaning.numbers and b.meaning.numbers else NONE
    left, right = comparison.profiles[a.number], comparison.profiles[b.number]
    left_own, right_own = comparison.own[a.number], comparison.own[b.number]
    if differing:
        left, right, left_own, right_own = (without(one, differing) for one in (left, right, left_own, right_own))
    score = overlap(left, right, settings.least_weight, settings)
    if a.own is not a.meaning or b.own is not b.meaning:
        if a.statement.speaker == b.statement.speaker is not None:
            score = max(score, overlap(left_own, right_own, settings.least_repeated, settings))
        if not overlap(left_own, right_own, 0.0, settings):
            score *= settings.borrowed_share
    if differing:
        days = tuple(sortable(comparison.lineage.articles[one.statement.article].published) for one in (a, b))
        score *= settings.update_share if is_update(a, b, (days[0], days[1])) else settings.dispute_share
    return score


def overlap(left: Profile, right: Profile, least: float, settings: Settings) -> float:
    """Likeness both ways, or that one holds the other, if the other says enough to be told by."""
    found = compare_profiles(left, right)
    score = found.score
    for piece, held in ((left, found.forward), (right, found.backward)):
        if piece.total >= least:
            score = max(score, settings.containment_share * held * (settings.number_malus if found.numbers_differ else 1.0))
    return score if speaks_of_the_same(left, right) else score * settings.figure_share


def speaks_of_the_same(left: Profile, right: Profile) -> bool:
    """Whether more than a small figure is shared: "the two" counts anything; two ages of three do say the same."""
    shared = left.weights.keys() & right.weights.keys()
    if left.heads.keys() & right.heads.keys() or any(not SMALL_FIGURE.fullmatch(stem) for stem in shared):
        return True
    return any(
        one.low == other.low and one.kind == other.kind and (one.kind != "count" or one.unit == other.unit is not None)
        for one in left.numbers
        for other in right.numbers
    )
