"""Clough and Stevenson (2011): short answers cut and pasted, lightly revised, heavily revised or written without the source.

Each answer is compared with its task's original. Two softmax regressions over the edit profile and n-gram containment, the first for derived
or not, the second for the class, are trained on the other tasks (leave one task out): what is measured is what the profile tells, not what
it was fitted to. Two answers labelled "cut" share no words in a row with the original, so that 0.979 is the best there is for derived or not.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold.trace.comparison import compare_texts
from retold.trace.runs import hashes
from retold.trace.settings import AlignSettings, TraceSettings
from retold.trace.units import Units, units

CATEGORIES = ("non", "heavy", "light", "cut")
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Weight decay: the derived stand far from the others and need little of it; the three classes of 19 answers overlap.
_DERIVED_DECAY, _CLASS_DECAY = 2e-4, 2e-2


def measure(data: Path) -> dict[str, float]:
    """`accuracy` over the four classes, and `derived` or not; `data` holds reuse/clough-stevenson.jsonl.gz."""
    tasks, labels, features = _answers(data / "reuse" / "clough-stevenson.jsonl.gz")
    said = np.zeros(len(labels), dtype=np.int64)
    for task in sorted(set(tasks)):
        held = np.array([t == task for t in tasks])
        said[held] = _classify(features[~held], labels[~held], features[held])
    return {"accuracy": float((said == labels).mean()), "derived": float(((said > 0) == (labels > 0)).mean())}


def _classify(features: Floats, labels: Ints, asked: Floats) -> Ints:
    derived = _Softmax(features[:, [0, 3]], (labels > 0).astype(np.int64), _DERIVED_DECAY).predict(asked[:, [0, 3]])
    kind = _Softmax(features[labels > 0], labels[labels > 0] - 1, _CLASS_DECAY).predict(asked) + 1
    return np.where(derived > 0, kind, 0)


def _answers(path: Path) -> tuple[list[str], Ints, Floats]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    originals = {r["task"]: units(r["text"]) for r in rows if r["category"] not in CATEGORIES}
    answers = [r for r in rows if r["category"] in CATEGORIES]
    features = [list(_features(originals[r["task"]], units(r["text"]))) for r in answers]
    return [r["task"] for r in answers], np.array([CATEGORIES.index(r["category"]) for r in answers]), np.array(features)


def _features(original: Units, answer: Units) -> Iterable[float]:
    pair = compare_texts(original, answer, AlignSettings(), TraceSettings())
    yield pair.profile.kept + pair.profile.moved
    yield pair.profile.swapped
    yield pair.untouched
    for size in (3, 5):
        grams = hashes(answer.stems, size)
        yield float(np.isin(grams, hashes(original.stems, size)).mean()) if len(grams) else 0.0


class _Softmax:
    """Softmax regression on standardised features by plain gradient descent: a hundred rows need no library."""

    def __init__(self, features: Floats, labels: Ints, decay: float) -> None:
        self._mean, self._deviation = features.mean(axis=0), features.std(axis=0) + 1e-9
        rows, truth = self._rows(features), np.eye(labels.max() + 1)[labels]
        self._weights = np.zeros((rows.shape[1], truth.shape[1]))
        for _ in range(3000):
            scores = rows @ self._weights
            chance = np.exp(scores - scores.max(axis=1, keepdims=True))
            chance /= chance.sum(axis=1, keepdims=True)
            self._weights -= 0.5 * (rows.T @ (chance - truth) / len(rows) + decay * self._weights)

    def predict(self, features: Floats) -> Ints:
        said: Ints = (self._rows(features) @ self._weights).argmax(axis=1)
        return said

    def _rows(self, features: Floats) -> Floats:
        return np.column_stack([(features - self._mean) / self._deviation, np.ones(len(features))])
