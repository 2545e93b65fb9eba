"""The dead, the hurt, the missing: figures that the first telling carries and later ones correct, bring up to date or get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.compare.comparison import Comparison, Finding
from retold.compare.telling import Telling
from retold.compare.updates import is_update
from retold.text.numbers import Number, agreement
from retold.types import Severity

# What befell people, by the words that tell it. A verb may stand before its figure ("killed six") or behind it ("six were killed").
FATES = {
    "dead": re.compile(
        r"\b(?:kill(?:s|ed|ing)|dead|died|deaths?|death toll|toll|bodies|perished|claimed the lives|carried away lives)\b", re.IGNORECASE
    ),
    "hurt": re.compile(r"\b(?:sicken(?:ed|s)?|sick|ill|injur(?:ed|ing|ies)|wound(?:ed|ing)|hurt)\b", re.IGNORECASE),
    "missing": re.compile(r"\b(?:missing|unaccounted for|disappeared)\b", re.IGNORECASE),
}
# What is counted are people, or nothing named at all.
_KINDS = (
    "people|persons?|others|patients|men|women|workers?|guards?|soldiers?|passengers?|civilians?|children|residents?|victims?|employees|officers?|bodies|"
    "students?|pupils|villagers?|migrants?|miners?|police|firefighters?|protesters?|sailors?|tourists?|pilgrims?|troops"
)
_PEOPLE = re.compile(
    rf"^(?:{_KINDS}|dead|injured|wounded|killed|hurt|missing|were|are|have|had|had been|more|of|and|in|when|after|on|early|so|as)?$",
    re.IGNORECASE,
)
# As in "two Millbrook County residents".
_PEOPLE_OF = re.compile(
    rf"(?: (?!(?:of|in|on|at|after|and|or|from|to|by|with|for)\b)[^\W\d_][\w’'-]*){{1,3}} (?:{_KINDS})\b", re.IGNORECASE
)
# As in "women of 71 and 84".
_AGES_OF = re.compile(r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|people|child|children|ages?) of (?:\d+ and )?$", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|previous) (?:year|month)|\byears? ago\b|\bearlier (?:attack|blast|crash)|\bsince then\b", re.IGNORECASE
)
# "The toll of the fire rose to eleven": the figure may stand far behind.
_TOLL_TO = re.compile(r"\b(?:death )?toll\b[^.;\n]{0,100}\b(?:to|at|of|is|was|now)\s$", re.IGNORECASE)
# How far a figure stands from the word that tells the fate, in characters.
_REACH = 36


def changed_tolls(comparison: Comparison) -> list[Finding]:
    """The first toll of each kind in a text against that of its source, where no figure of the source agrees with it."""
    if not comparison.pair.close:
        return []
    found = []
    for fate in FATES:
        before, after = list(tolls(comparison.earlier, fate)), list(tolls(comparison.later, fate))
        others = [n for telling in comparison.others for n in tolls(telling, fate)]
        if not before or not after or any(_agrees(a, b) for a in (*before, *others) for b in after):
            continue
        found.append(_finding(comparison, before[0], after[0], fate))
    return found


def tolls(telling: Telling, fate: str) -> Iterator[Number]:
    """Figures beside a word of that fate, in sentences about the present event; the nearest word decides whose figure it is."""
    for number in telling.numbers:
        if number.kind != "count" or not _counts_people(telling.text, number):
            continue
        sentence = telling.sentence_at(number.start)
        if (
            sentence is None
            or _OTHER_TIME.search(telling.text, sentence.start, sentence.end)
            or telling.is_quoted(number.start, number.end)
        ):
            continue
        if _nearest(telling.text, number, sentence.start, sentence.end) == fate:
            yield number


def _counts_people(text: str, number: Number) -> bool:
    if not _PEOPLE.match(number.unit or "") and not _PEOPLE_OF.match(text, number.value_end):
        return False
    return _AGES_OF.search(text[max(0, number.start - 24) : number.start]) is None


def _nearest(text: str, number: Number, start: int, end: int) -> str | None:
    if _TOLL_TO.search(text[start : number.start]):
        return "dead"
    near = []
    for fate, words in FATES.items():
        for match in words.finditer(text, max(start, number.start - _REACH), min(end, number.end + _REACH)):
            between = text[match.end() : number.start] if match.end() <= number.start else text[number.end : match.start()]
            if not re.search(r"\d|[;:]| and .* and ", between):
                far = (4 if match.start() >= number.end else 0) + (20 if " and " in between else 0)
                near.append((len(between) + far, fate))
    return min(near)[1] if near else None


def _agrees(a: Number, b: Number) -> bool:
    return agreement(a, b) in ("equal", "rounded")


def _finding(comparison: Comparison, before: Number, after: Number, fate: str) -> Finding:
    sentence = comparison.later.sentence_at(after.start)
    told = sentence is not None and is_update(comparison, sentence)
    went_on = after.low < before.low if fate == "missing" else after.high > before.low
    severity: Severity = "update" if told or (comparison.pair.how in ("reworded", "summary", "cited") and went_on) else "error"
    return Finding("number", (before.start, before.end), (after.start, after.end), 0.7, severity, f"number {before.low} {after.low} {fate}")
