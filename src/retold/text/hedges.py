"""Hedges: words that leave room for doubt, each with the strength that it leaves to what it stands by, 1.0 being full.

The order follows studies of how people read words of estimated probability (Sherman Kent's scale and its later surveys):
almost certainly > probably > likely > apparently > may > might > unlikely.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge at `[start, end)`, lower case, with the strength it leaves."""

    start: int
    end: int
    word: str
    strength: float


STRENGTHS: dict[float, str] = {
    0.93: "almost certainly|almost certain|nearly certain|virtually certain|all but certain",
    0.85: "very likely|highly likely|most likely|most probably|in all likelihood|in all probability|strongly suggests?",
    0.78: "probably|probable|presumably|i am sure|i'm sure|expected to|is expected|are expected",
    0.72: "likely|i believe|we believe|i think|we think|he believed|she believed|they believed|believed to|is believed|are believed|thought to|"
    "fair to say|chances are|in my view|in my opinion|my reading is|my reading|i would guess|i guess|i suspect|we suspect",
    0.65: "apparently|evidently|seemingly|seems?|seemed|appears?|appeared|appearing|apparent|looks? like|looked like|looks? as if|looked as if|"
    "suggests?|suggested|suggesting|reportedly|allegedly|alleged|supposedly|purportedly|purported|suspected|believed|to my knowledge|as far as|"
    "tends? to|generally|usually|rumou?red|thought|estimated|an estimated|estimates?",
    0.5: "may|may well|may be|may have|could|could be|could have|possibly|possible|perhaps|maybe|potentially|potential|can be|"
    "it is possible|there is a chance|plausible|conceivably|conceivable|not clear|unclear|not certain|uncertain|not sure|unsure|"
    "not known|unknown|as if|would be|i would be|sort of|kind of|roughly|in theory",
    0.4: "might|might be|might have|might well|not necessarily|doubtful",
    0.2: "unlikely|improbable|not likely|doubt|doubts|doubted|hardly|very surprised",
}
# The month, and words that only look like hedges.
NOT_HEDGES = re.compile(r"\bMay\b(?!\s+(?:have|be|not)\b)|\bwould be (?:able|in place|held|open|closed)\b")


@cache
def pattern() -> tuple[re.Pattern[str], dict[str, float]]:
    words = [(word, strength) for strength, line in STRENGTHS.items() for word in line.split("|")]
    words.sort(key=lambda w: (-len(w[0]), w[0]))
    groups = {f"h{number}": strength for number, (_, strength) in enumerate(words)}
    joined = "|".join(f"(?P<h{number}>{word})" for number, (word, _) in enumerate(words))
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE), groups


def hedges(text: str) -> list[Hedge]:
    """The hedges of a text, in order, the longest at each place."""
    expression, groups = pattern()
    plain = text.replace("’", "'")
    apart = [m.span() for m in NOT_HEDGES.finditer(plain)]
    found = []
    for match in expression.finditer(plain):
        if not any(start <= match.start() < end for start, end in apart):
            found.append(Hedge(match.start(), match.end(), match.group().lower(), groups[match.lastgroup or ""]))
    return found


def strength(text: str) -> float:
    """The strength that the hedges of a text leave: that of the weakest, 1.0 where there is none."""
    return min((hedge.strength for hedge in hedges(text)), default=1.0)
