"""Same-or-not on the claims data: MRPC (Dolan, Brockett 2005), SuperPAL (Ernst et al. 2021) and QA-Align (Brook Weiss et al. 2021).

MRPC is judged with the one default threshold. SuperPAL and QA-Align list aligned pairs alone. Their negatives here are
pairs of different topics, which are surely different (`recall`), or all unlisted pairs of one topic (`recall_in_topic`): many of these do state the
same, being aligned with a third or simply unlisted, so that this second figure is a lower bound and says more of the lists than of the likeness.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from retold.text.likeness import likeness, meaning, same_meaning

PRECISION = 0.95
Scored = tuple[float, bool]
Pair = tuple[str, str, str]


def measure(data: Path) -> dict[str, float]:
    """Accuracy and F1 on MRPC with the default, recall at 95 % precision on the others; `data` is the folder of the three files."""
    mrpc = rows(data / "mrpc-train.jsonl.gz")
    said = [(same_meaning(row["a"], row["b"]), bool(row["same"])) for row in mrpc]
    hits = sum(made and true for made, true in said)
    figures = {
        "mrpc accuracy": sum(made == true for made, true in said) / len(said),
        "mrpc F1": 2 * hits / (sum(made for made, _ in said) + sum(true for _, true in said)),
    }
    for name, left, right in (("superpal", "a_span", "b_span"), ("qa-align", "a", "b")):
        pairs = [(row["topic"], row[left], row[right]) for row in rows(data / f"{name}-dev.jsonl.gz")]
        figures[f"{name} recall"] = recall_at(PRECISION, scored(pairs, apart))
        figures[f"{name} recall in topic"] = recall_at(PRECISION, scored(pairs, within))
    return figures


def rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scored(pairs: Sequence[Pair], negatives: Callable[[Sequence[Pair]], Iterable[tuple[str, str]]]) -> list[Scored]:
    """Likeness of the aligned pairs and of negatives."""
    aligned = {(a, b) for _, a, b in pairs}
    others = [(a, b) for a, b in negatives(pairs) if (a, b) not in aligned and a != b]
    return [(score(a, b), True) for a, b in sorted(aligned)] + [(score(a, b), False) for a, b in others]


def within(pairs: Sequence[Pair]) -> Iterable[tuple[str, str]]:
    by_topic: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_topic[pair[0]].append(pair)
    for inside in by_topic.values():
        yield from {(a, b): None for _, a, _ in inside for _, _, b in inside}


def apart(pairs: Sequence[Pair]) -> Iterable[tuple[str, str]]:
    """Each first half with twenty second halves of other topics, spread over the list."""
    for place, (topic, a, _) in enumerate(pairs):
        others = [b for other, _, b in pairs if other != topic]
        step = max(1, len(others) // 20)
        yield from ((a, b) for b in others[place % step :: step])


def score(a: str, b: str) -> float:
    """The higher of likeness and, a little lower, of one holding the other: a summary's span is shorter than its source."""
    found = likeness(meaning(a), meaning(b))
    return max(found.score, 0.8 * max(found.forward, found.backward))


def recall_at(precision: float, found: Iterable[Scored]) -> float:
    """The highest recall at which precision still holds."""
    ordered = sorted(found, key=lambda one: (-one[0], one[1]))
    total = sum(true for _, true in ordered)
    hits, best = 0, 0.0
    for place, (_, true) in enumerate(ordered, start=1):
        hits += true
        if hits / place >= precision:
            best = max(best, hits / total)
    return best


if __name__ == "__main__":
    import os

    for name, value in measure(Path(os.environ.get("RETOLD_DATA", "../shared")) / "data" / "claims").items():
        print(f"{name:24} {value:.3f}")
