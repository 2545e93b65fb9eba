"""Why two articles are, or are not, in one story: each kind of evidence with its weight and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Literal

import numpy as np

from retold.group.candidates import Candidates
from retold.group.collection import Collection
from retold.group.evidence import Evidence, log_odds, pair_evidence
from retold.group.grouping import compared
from retold.group.matrices import Matrix
from retold.group.settings import DEFAULT, Settings
from retold.group.vocabulary import stemmed, words_of
from retold.types import Article

ReasonKind = Literal["words", "lead", "names", "numbers", "phrases", "nearness", "crowd", "soon", "days"]

_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Reason:
    """One kind of evidence: its measure, what it adds to the log-odds, and the words behind it, the weightiest first."""

    kind: ReasonKind
    measure: float
    odds: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """`odds` above `needed` speak for one story. `together` is the outcome, which the rest of both stories has a say in.

    `only_first` and `only_second` are the weightiest words that title and lead of one have and the other article has not.
    """

    first: str
    second: str
    together: bool
    copies: bool
    odds: float
    needed: float
    reasons: tuple[Reason, ...]
    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()


def why(a: Article, b: Article, collection: Iterable[Article], settings: Settings = DEFAULT) -> Explanation:
    """The evidence on `a` and `b` as it stands among the articles of `collection`, which may but need not contain them."""
    others = [article for article in collection if article not in (a, b)]
    result = compared([a, b, *others], settings)
    one, other = sorted((result.row_of(a), result.row_of(b)))
    together = any(one in rows and other in rows for rows in result.groups(settings))
    if one == other:
        return Explanation(a.id, b.id, together=True, copies=True, odds=settings.clip, needed=settings.join, reasons=())
    pair = _pair(result.candidates, one, other, result.collection, settings)
    evidence = pair_evidence(result.collection, pair, settings)
    first, second = result.collection.articles[one], result.collection.articles[other]
    spell = _Speller(result.collection, (first, second))
    missing = _missing(result.collection, one, other, spell), _missing(result.collection, other, one, spell)
    if first is not a and first != a:
        missing = missing[1], missing[0]
    reasons = tuple(sorted(_reasons(result.collection, evidence, (one, other), spell, settings), key=lambda r: (-abs(r.odds), r.kind)))
    return Explanation(a.id, b.id, together, False, float(log_odds(evidence, settings)[0]), settings.join, reasons, *missing)


class _Speller:
    """Terms as the two articles spell them."""

    def __init__(self, collection: Collection, articles: tuple[Article, Article]) -> None:
        self.names = collection.terms.names
        self.spelling: dict[str, str] = {}
        for article in articles:
            for word in words_of(article.text) + words_of(article.title or ""):
                self.spelling.setdefault(stemmed(word, collection.stem_length), word)

    def __call__(self, terms: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.spelling.get(self.names[term], self.names[term]) for term in terms)


def _pair(candidates: Candidates, one: int, other: int, collection: Collection, settings: Settings) -> Candidates:
    """The candidate that the two rows are, or would be."""
    found = np.flatnonzero((candidates.first == one) & (candidates.second == other))
    if len(found):
        nearness = candidates.nearness[found]
    else:
        likeness = float(collection.words[[one]].multiply(collection.words[[other]]).sum())
        nearness = np.array([candidates.nearness_of(likeness, one, other, settings)])
    return Candidates(np.array([one]), np.array([other]), nearness, candidates.crowd, candidates.best, candidates.cut)


def _reasons(collection: Collection, evidence: Evidence, rows: tuple[int, int], spell: _Speller, settings: Settings) -> list[Reason]:
    weights = dict(zip([field.name for field in fields(settings.weights)], astuple(settings.weights), strict=True))
    shared = {
        "words": _shared(collection.words, collection.words, rows),
        "names": _shared(collection.names, collection.names, rows),
        "lead": _shared(collection.lead, collection.presence, rows),
        "numbers": _shared(collection.lead_numbers, collection.presence, rows),
    }
    reasons = []
    for field in fields(Evidence):
        measure = float(getattr(evidence, field.name)[0])
        words = spell(shared.get(field.name, ()))
        reasons.append(Reason(field.name, measure, weights[field.name] * measure, words))  # type: ignore[arg-type]
    return reasons


def _shared(left: Matrix, right: Matrix, rows: tuple[int, int]) -> list[int]:
    """The terms that carry the product of the two rows, the weightiest first."""
    one, other = rows
    product = (left[[one]].multiply(right[[other]]) + left[[other]].multiply(right[[one]])).tocsr()
    return _weightiest(product)


def _missing(collection: Collection, one: int, other: int, spell: _Speller) -> tuple[str, ...]:
    lead = collection.lead[[one]]
    return spell(_weightiest((lead - lead.multiply(collection.presence[[other]])).tocsr()))


def _weightiest(row: Matrix) -> list[int]:
    order = np.lexsort((row.indices, -row.data))
    return [int(row.indices[place]) for place in order[:_WORDS_SHOWN] if row.data[place] > 0]
