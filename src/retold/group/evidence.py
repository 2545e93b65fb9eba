"""What speaks for two articles telling the same event, each kind as one number, and the log-odds that they add up to."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields

import numpy as np

from retold.group.arrays import Floats, Ints, Singles
from retold.group.collection import Collection
from retold.group.matrices import Matrix, row_sums
from retold.group.settings import PairWeights, Settings

# Pairs compared at once: keeps the copied rows in cache.
_BLOCK = 50_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """By pair. The fields stand in the order of PairWeights, after its bias.

    words, names, phrases: cosine of weighted terms. lead, numbers: the share of what title and lead of one say that is
    found anywhere in the other, mean of both directions; names and numbers as far as they differ from what the words alone promise.
    nearness: likeness relative to the best neighbour of either. crowd: how alike articles about the topic are anyway. days: log of days apart.
    weekdays: 1 where title and lead of both name days of the week, and none of them is the same.
    """

    words: Floats
    lead: Floats
    names: Floats
    numbers: Floats
    phrases: Floats
    nearness: Floats
    crowd: Floats
    soon: Floats
    days: Floats
    weekdays: Floats


# The kinds that rest on the two texts alone, whatever else there is.
TEXTUAL = tuple(field.name for field in fields(Evidence))[:5]


def textual_evidence(collection: Collection, first: Ints, second: Ints) -> Singles:
    """Pairs x kinds of TEXTUAL."""
    presence = collection.presence
    kinds = (
        _products(collection.words, collection.words, first, second),
        _shares(collection.lead, presence, first, second, 0.0),
        _products(collection.names, collection.names, first, second),
        _shares(collection.lead_numbers, presence, first, second, 0.5),
        _products(collection.phrases, collection.phrases, first, second),
    )
    return np.column_stack(kinds).astype(np.float32)


def log_odds(evidence: Evidence, settings: Settings) -> Floats:
    """The log-odds of each pair being of one story, clipped."""
    bias, *weights = astuple(settings.weights)
    kinds = [field.name for field in fields(PairWeights)][1:]
    total = np.full(len(evidence.words), bias)
    for kind, weight in zip(kinds, weights, strict=True):
        total += weight * getattr(evidence, kind)
    return total.clip(-settings.clip, settings.clip)


def _products(left: Matrix, right: Matrix, first: Ints, second: Ints) -> Floats:
    """The dot product of row `first` of the one with row `second` of the other."""
    parts = [
        row_sums(left[first[start : start + _BLOCK]].multiply(right[second[start : start + _BLOCK]]).tocsr())
        for start in range(0, len(first), _BLOCK)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _shares(lead: Matrix, presence: Matrix, first: Ints, second: Ints, missing: float) -> Floats:
    """The share of the lead's weight found in the other article, mean of both directions; `missing` where a lead has no such term."""
    total = row_sums(lead)
    safe = np.where(total > 0, total, 1)
    there = np.where(total[first] > 0, _products(lead, presence, first, second) / safe[first], missing)
    back = np.where(total[second] > 0, _products(lead, presence, second, first) / safe[second], missing)
    return (there + back) / 2
