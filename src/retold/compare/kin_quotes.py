"""Articles that are no copies of one another but quote the same words: where one bent them, the others show it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations, pairwise

from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.quotations import Quotation
from retold.compare.spanned import within
from retold.compare.telling import Telling
from retold.text.tokens import tokens

# Neighbouring words of substance that two quotations share before they are set against each other.
_SHARED = 2
# Words of substance that a quotation must have: shorter ones are slogans that many people utter.
_FEWEST = 3
# How many characters around a quotation belong to it.
_NEAR = 400
# Quotations so widespread say nothing of who had them from whom.
_MOST = 40


Place = tuple[str, int]


def kin_by_quotes(tellings: Mapping[str, Telling]) -> list[tuple[str, str]]:
    """Pairs (fuller telling, other telling) of articles that share a quotation in unlike words; each with the one fullest telling of it."""
    stems = _long_quotations(tellings)
    best: dict[Place, Place] = {}
    ranks = {place: _rank(tellings, place) for place in stems}
    for a, b in _alike(stems):
        for one, other in ((a, b), (b, a)):
            best[other] = min(best.get(other, other), one, key=ranks.__getitem__)
    pairs = {(earlier[0], later[0]) for later, earlier in best.items() if earlier != later and not _contained(stems[earlier], stems[later])}
    return sorted(pairs)


def _long_quotations(tellings: Mapping[str, Telling]) -> dict[Place, tuple[str, ...]]:
    found = {}
    for article, telling in sorted(tellings.items()):
        for number, quotation in enumerate(telling.quotations):
            stems = _stems(telling, quotation)
            if sum(s not in FUNCTION_WORDS for s in stems) >= _FEWEST:
                found[article, number] = stems
    return found


def _alike(stems: Mapping[Place, tuple[str, ...]]) -> list[tuple[Place, Place]]:
    """Quotations of two articles that share runs of words of substance."""
    index: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for place, words in stems.items():
        for pair in pairwise([s for s in words if s not in FUNCTION_WORDS]):
            index[pair].add(place)
    shared: Counter[tuple[Place, Place]] = Counter()
    for holders in index.values():
        if len(holders) <= _MOST:
            shared.update(pair for pair in combinations(sorted(holders), 2) if pair[0][0] != pair[1][0])
    return sorted(pair for pair, count in shared.items() if count >= _SHARED)


def _rank(tellings: Mapping[str, Telling], place: Place) -> tuple[bool, int, int, str]:
    """First who names the outlet that the speaker told, then who quotes most at this place, then the longest text."""
    telling = tellings[place[0]]
    quotation = telling.quotations[place[1]]
    near = any(r.kind in ("told", "interview", "quoted") and abs(r.start - quotation.start) < _NEAR for r in telling.relays)
    around = sum(q.end - q.start for q in within(telling.quotations, quotation.start - _NEAR, quotation.start + _NEAR))
    return not near, -around // 20, -len(telling.text), place[0]


def _stems(telling: Telling, quotation: Quotation) -> tuple[str, ...]:
    return tuple(map(stem_of, tokens(telling.text[quotation.start : quotation.end]).words))


def _contained(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, full = sorted((" ".join(a), " ".join(b)), key=len)
    return short in full
