"""Counts of the dead, the hurt and the missing that differ between articles of different descent."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.telling import Sentence, Telling
from retold.compare.tolls import tolls
from retold.text.numbers import Number, agreement

# "Nine others" leaves some out, "two of them" is a part, and "nine, including the gunman" counts one in: no contradiction of other counts.
_REMAINDERS = re.compile(r"\s(?:(?:\w+\s)?others?|more|of (?:them|those|the|whom|which))\b", re.IGNORECASE)
_COUNTED_IN = re.compile(
    r"\b(?:including|among them|as well as|counting)\b[^.;]{0,30}\b(?:gunm[ae]n|attackers?|shooters?|assailants?|suspects?|bombers?|driver|pilot|himself|herself)\b",
    re.IGNORECASE,
)
# A single victim is told for himself; figures further apart than this are of different things.
_FEWEST = 2
_FARTHEST = 4.0
# Words of substance of a count's sentence that the other article has beside its own count or in its lead, of so many sentences.
_SHARED = 2
_LEAD = 3
# So many articles of each side are set against those of the other.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Count:
    """The first figure that an article gives, with the words around it, those of its lead, and the day of its publication, "" where unknown."""

    article: str
    number: Number
    words: frozenset[str]
    lead: frozenset[str]
    day: str


def miscounts(fate: str, tellings: Mapping[str, Telling], roots: Mapping[str, frozenset[str]]) -> list[list[Count]]:
    """The sides of a dispute about one count, fewer than two where there is none. Figures that round to one another are one side.

    `roots`: for each article the first tellings that its text goes back to; those of one descent do not contradict each other.
    """
    counts = {article: count for article in sorted(tellings) if (count := _first(article, tellings[article], fate))}
    sides: list[list[Count]] = []
    for article, count in counts.items():
        if any(root in counts and not _agree(counts[root], count) for root in roots[article]):
            continue  # what a copy made of its source's figure is a change
        agreeing = next((side for side in sides if _agree(side[0], count)), None)
        if agreeing is None:
            sides.append([count])
        else:
            agreeing.append(count)
    disputed = [side for side in sides if any(_is_rival(side, other, roots, fate) for other in sides if other is not side)]
    return disputed if len(disputed) > 1 else []


def _agree(a: Count, b: Count) -> bool:
    return agreement(a.number, b.number) in ("equal", "rounded")


def _first(article: str, telling: Telling, fate: str) -> Count | None:
    for number in tolls(telling, fate):
        sentence = telling.sentence_at(number.start)
        if sentence is None or number.high < _FEWEST or _REMAINDERS.match(telling.text, number.end):
            continue
        if _is_a_part(telling, sentence, number, fate) or _COUNTED_IN.search(telling.text, sentence.start, sentence.end):
            return None
        return Count(article, number, _words(sentence), _words(*telling.sentences[:_LEAD]), (telling.article.published or "")[:10])
    return None


def _words(*sentences: Sentence) -> frozenset[str]:
    return frozenset(m for sentence in sentences for m in sentence.meanings if m not in FUNCTION_WORDS and not m[:1].isdigit())


def _is_a_part(telling: Telling, sentence: Sentence, number: Number, fate: str) -> bool:
    """As in "killed two soldiers and two civilians": another whole figure of the same fate beside it."""
    beside = (n for n in tolls(telling, fate) if n.start != number.start and sentence.start <= n.start < sentence.end)
    return any(not _REMAINDERS.match(telling.text, n.end) for n in beside)


def _is_rival(side: Sequence[Count], others: Sequence[Count], roots: Mapping[str, frozenset[str]], fate: str) -> bool:
    """Whether some two of them are of different descent and contradict each other; the first few of each side stand for it."""
    return any(_contradict(a, b, fate) and not roots[a.article] & roots[b.article] for a in side[:_MOST] for b in others[:_MOST])


def _contradict(a: Count, b: Count, fate: str) -> bool:
    low, high = sorted((a, b), key=lambda c: (c.number.low, c.article))
    if high.number.low > _FARTHEST * max(1.0, low.number.high) or not _same_matter(a, b):
        return False
    if low.day and high.day:
        # A toll rises with the days, and the missing are found.
        return not (high.day > low.day or (fate == "missing" and low.day > high.day))
    return low.number.bound != "at least"


def _same_matter(a: Count, b: Count) -> bool:
    return max(len(a.words & (b.words | b.lead)), len(b.words & (a.words | a.lead))) >= _SHARED
