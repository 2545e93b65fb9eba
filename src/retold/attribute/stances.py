"""What a speaker does with the content: asserts, denies, confirms, accuses, condemns, declines, doubts or promises it."""

from __future__ import annotations

import re

from retold.attribute.draft import Draft
from retold.types import Stance

DENYING = re.compile(
    r"\bno (?:hand|part|role|knowledge|involvement|link|links|plans?|intention|evidence|truth|basis)\b|\bnothing to do with\b|\b(?:not|n't|never) (?:\w+ ){0,2}?(?:involved|responsible|behind|"
    r"true|the case|exist|happen|happened|guilty|played|play|ordered|order|take part)\b|\b(?:false|untrue|baseless|unfounded|fabricated|forgery|forged|fake|a lie|lies|groundless|hoax|nonsense)\b"
    r"|\binnocent\b|\bcategorically\b",
    re.IGNORECASE,
)
ACCUSING = re.compile(
    r"\b(?:carried out by|the work of|was behind|were behind|is behind|are behind|likely behind|responsible for|to blame for|guilty of|orchestrated by|ordered by|"
    r"masterminded|perpetrated by|blame for|lied|covered up|cover-up|failed to|fraud|fraudulent|rigged|stole|illegally|corrupt|caught red[- ]handed)\b",
    re.IGNORECASE,
)
CONDEMNING = re.compile(
    r"\b(?:disgrace(?:ful)?|shameful|outrageous|unacceptable|despicable|appalling|barbaric|cowardly|discriminatory|devastating message|abhorrent|atrocity|"
    r"assault on|reprehensible|disgusting|intolerable|scandal)\b",
    re.IGNORECASE,
)
PROMISING = re.compile(r"^(?:that )?(?:I|we|it|he|she|they)(?:'ll|’ll| will| would) (?!be\b|have\b|not\b|never\b)\w+|\bI promise\b|\bwe are committed\b|\bwe will\b", re.IGNORECASE)
DECLINING = re.compile(r"\b(?:comment|say|discuss|answer|respond|reply|elaborate|speculate|name|disclose|give|provide|be drawn|identify|confirm)\b", re.IGNORECASE)
REFUSAL = re.compile(r"\b(?:I am not going to|I'm not going to|I will not|I won't|we will not|we won't|no comment|can't comment|cannot comment)\b", re.IGNORECASE)


def stance_of(text: str, draft: Draft) -> Stance:
    content = " ".join(text[start:end] for start, end in draft.content).replace("’", "'")
    cue = " ".join(text[start:end] for start, end in draft.cue).replace("’", "'").lower()
    if draft.negated or re.search(r"\b(?:would|did|does|do|could|will)(?: not|n't)$", cue):
        return negated(draft, cue, content)
    if draft.kind.stance != "assert":
        return draft.kind.stance
    return of_content(content)


def negated(draft: Draft, cue: str, content: str) -> Stance:
    if draft.kind.stance == "deny":
        return "assert"
    if draft.kind.manner == "thought":
        return "doubt"
    return "decline" if DECLINING.search(cue) or DECLINING.match(content) else "deny"


def of_content(content: str) -> Stance:
    if REFUSAL.search(content[:80]):
        return "decline"
    if DENYING.search(content):
        return "deny"
    if ACCUSING.search(content):
        return "accuse"
    if CONDEMNING.search(content):
        return "condemn"
    return "promise" if PROMISING.search(content[:60]) else "assert"
