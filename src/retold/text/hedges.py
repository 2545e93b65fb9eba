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
    0.85: "very likely|highly likely|most likely|most probably|in all likelihood|in all probability|as good as certain|strongly suggests?|so far",
    0.78: "probably|probable|presumably|expected to|is expected|are expected",
    0.72: "likely|i believe|we believe|i think|we think|i don't think|we don't think|he believed|she believed|they believed|believed to|is believed|are believed|"
    "thought to|fair to say|chances are|in my view|in my opinion|my reading is|my reading|my impression|i would guess|i guess|i suspect|we suspect|"
    "i wondered|we wondered|assuming that|assuming|gave the impression|gives the impression|to all appearances|by appearance|by all appearances",
    0.65: "apparently|evidently|seemingly|seems?|seemed|appears?|appeared|appearing|looks? like|looked like|looks? as if|looked as if|"
    "looks genuine|looked genuine|reportedly|allegedly|alleged|supposedly|purportedly|purported|suspected|to my knowledge|as far as|"
    "tends? to|rumou?red",
    0.5: "may|may well|could|possibly|it is possible|it's possible|possible that|perhaps|maybe|potentially|"
    "there is a chance|plausible|conceivably|conceivable|not clear|unclear|not certain|uncertain|not sure|unsure|in theory",
    0.4: "might|might well|not necessarily|doubtful",
    0.2: "unlikely|improbable|not likely|i doubt|we doubt|doubtfully|very surprised|would be surprised",
}
# The month; "could" of what somebody was able to do; and words that only look like hedges.
NOT_HEDGES = re.compile(
    r"\b[Ii]f (?:\w+ ){1,2}(?:are|is|am|were) (?:not (?:sure|certain)|unsure|uncertain|in doubt)\b|\bMay\b(?! (?:have|be|not|well)\b)|\b[Cc]ould(?: not|n't)\b|\b[Cc]ould (?:only |still |even |hardly |barely )?(?:be )?(?:see|seen|hear|heard|feel|felt|smell|reach|reached|"
    r"remember|afford|find|walk|stand up|pick up)\b|\bmost likely to\b|\b(?:more|less|equally) likely\b",
)


@cache
def strengths() -> dict[str, float]:
    """Each hedge in full, with its strength."""
    found = {}
    for value, line in STRENGTHS.items():
        for word in line.split("|"):
            found[word.replace("?", "")] = value
            if "?" in word:
                found[re.sub(r"\w\?", "", word)] = value
    return found


@cache
def pattern() -> re.Pattern[str]:
    words = sorted(strengths(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def hedges(text: str) -> list[Hedge]:
    """The hedges of a text, in order, the longest at each place."""
    plain = text.replace("’", "'")
    apart = [m.span() for m in NOT_HEDGES.finditer(plain)]
    known = strengths()
    return [
        Hedge(match.start(), match.end(), match.group().lower(), known[match.group().lower()])
        for match in pattern().finditer(plain)
        if not any(start <= match.start() < end for start, end in apart)
    ]


def strength(text: str) -> float:
    """The strength that the hedges of a text leave: that of the weakest, 1.0 where there is none."""
    return min((hedge.strength for hedge in hedges(text)), default=1.0)
