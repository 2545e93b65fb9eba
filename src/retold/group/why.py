"""Why two articles are, or are not, in one story: each kind of evidence with its weight and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Literal

import numpy as np

from retold.group.arrays import Floats, Ints
from retold.group.collection import Collection
from retold.group.comparing import Neighbourhood, Pairing, evidence_of, nearness_of, surroundings_of
from retold.group.evidence import Evidence, log_odds, textual_evidence
from retold.group.matrices import Matrix
from retold.group.settings import DEFAULT, Settings
from retold.group.stream import GroupIndex
from retold.group.vocabulary import stemmed, term_of, words_of
from retold.types import Article

ReasonKind = Literal["words", "lead", "names", "numbers", "phrases", "nearness", "crowd", "soon", "days", "weekdays"]

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
    index = GroupIndex([a, b, *(article for article in collection if article not in (a, b))], settings)
    hood, rows, telling = index.side_by_side(a, b)
    together, (one, other) = index.together(a, b), rows.tolist()
    if one == other:
        return Explanation(a.id, b.id, together=True, copies=True, odds=settings.clip, needed=settings.join, reasons=())
    evidence = _evidence(hood, rows, telling, settings)
    spell = _Speller((a, b), settings)
    reasons = tuple(sorted(_reasons(hood, evidence, (one, other), spell, settings), key=lambda r: (-abs(r.odds), r.kind)))
    odds = float(log_odds(evidence, settings)[0])
    missing = _missing(hood.collection, one, other, spell), _missing(hood.collection, other, one, spell)
    return Explanation(a.id, b.id, together, False, odds, settings.join, reasons, *missing)


def _evidence(hood: Neighbourhood, rows: Ints, telling: Floats, settings: Settings) -> Evidence:
    """That of the one pair, whether it was a candidate or not."""
    first, second = rows[:1], rows[1:]
    around = surroundings_of(hood, range(len(hood.known)), settings)
    textual = textual_evidence(hood.collection, first, second)
    lists = [hood.neighbours(place) for place in range(len(hood.known))]
    listed = [part.likeness[(np.isin(part.row, rows)) & np.isin(part.column, rows)] for part in lists]
    likeness = np.concatenate([*listed, np.zeros(0)])
    likeness = likeness.max(keepdims=True) if len(likeness) else textual[:, 0].astype(float)
    nearness = nearness_of(likeness, around, first, second, settings)
    return evidence_of(hood, Pairing(first, second, nearness, textual), around, telling, settings)


class _Speller:
    """Terms as the two articles spell them."""

    def __init__(self, articles: tuple[Article, Article], settings: Settings) -> None:
        self.spelling: dict[int, str] = {}
        for article in articles:
            for word in words_of(article.text) + words_of(article.title or ""):
                self.spelling.setdefault(term_of(stemmed(word, settings.stem_length)), word)

    def __call__(self, collection: Collection, columns: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.spelling[int(collection.terms[column])] for column in columns)


def _reasons(hood: Neighbourhood, evidence: Evidence, rows: tuple[int, int], spell: _Speller, settings: Settings) -> list[Reason]:
    weights = dict(zip([field.name for field in fields(settings.weights)], astuple(settings.weights), strict=True))
    collection = hood.collection
    shared = {
        "words": _shared(collection.words, collection.words, rows),
        "names": _shared(collection.names, collection.names, rows),
        "lead": _shared(collection.lead, collection.presence, rows),
        "numbers": _shared(collection.lead_numbers, collection.presence, rows),
    }
    reasons = []
    for field in fields(Evidence):
        measure = float(getattr(evidence, field.name)[0])
        words = spell(collection, shared.get(field.name, ()))
        reasons.append(Reason(field.name, measure, weights[field.name] * measure, words))  # type: ignore[arg-type]
    return reasons


def _shared(left: Matrix, right: Matrix, rows: tuple[int, int]) -> list[int]:
    """The terms that carry the product of the two rows, the weightiest first."""
    one, other = rows
    product = (left[[one]].multiply(right[[other]]) + left[[other]].multiply(right[[one]])).tocsr()
    return _weightiest(product)


def _missing(collection: Collection, one: int, other: int, spell: _Speller) -> tuple[str, ...]:
    lead = collection.lead[[one]]
    return spell(collection, _weightiest((lead - lead.multiply(collection.presence[[other]])).tocsr()))


def _weightiest(row: Matrix) -> list[int]:
    order = np.lexsort((row.indices, -row.data))
    return [int(row.indices[place]) for place in order[:_WORDS_SHOWN] if row.data[place] > 0]
