"""What a speaker does with the content: asserts, denies, confirms, accuses, condemns, declines, doubts or promises it."""

from __future__ import annotations

import re

from retold.attribute.draft import Draft
from retold.types import Stance

# In each list the first that matches decides; words were chosen by what they do, not by topic.
DENYING = re.compile(
    r"\b(?:had|has|have|having|with|played|play|plays|took|take) no (?:hand|part|role|knowledge|involvement|links?|interest|contact|record|intention|such)\b"
    r"|\bnothing to do with\b|^(?:that )?there (?:was|is|were|are|has been|had been) no\b|^(?:that )?(?:no|none|not one|not a single)\b"
    r"|\b(?:not|n't|never)(?: \w+){0,2}? (?:involved|responsible|behind|true|the case|exist|happen|happened|guilty|ordered|order|warned|warn|sanction|sanctioned|authori[sz]ed?|"
    r"approved?|accord|accurate|correct|based on)\b"
    r"|\b(?:false|untrue|baseless|unfounded|fabricated|forgery|forged|a fake|a lie|lies|groundless|hoax|nonsense|nonexistent|non-existent)\b"
    r"|\bis innocent\b|\bcategorically\b|^(?:we|i) (?:do not|don't|did not|didn't|never|have never|have not|haven't)\b|\breceived no\b|\bno (?:warning|ransom|payment)\b",
    re.IGNORECASE,
)
ACCUSING = re.compile(
    r"\b(?:was|were|been|be|it is|is) (?:\w+ ){0,2}?(?:carried out|orchestrated|ordered|masterminded|perpetrated|committed|staged|planned) by\b|\bthe work of\b"
    r"|\b(?:was|were|is|are|be|likely|been) (?:\w+ )?(?:behind|responsible for|to blame|guilty of|complicit)\b|\bblame for\b|\bresponsibility for the (?:attack|killing|murder|crime)"
    r"|\b(?:lied|covered up|cover-up|fraudulent|rigged|caught red[- ]handed|turned a blind eye|vote fraud|election fraud|ballot fraud|looted|embezzled|point(?:s|ed)? to \w+-backed)\b",
    re.IGNORECASE,
)
CONDEMNING = re.compile(
    r"\b(?:a disgrace|disgraceful|shameful|outrageous|unacceptable|despicable|appalling|barbaric|cowardly|discriminatory|devastating|abhorrent|atrocity|"
    r"an assault on|reprehensible|disgusting|intolerable|a scandal|deplores?|heinous|unforgivable|an insult to|a betrayal)\b",
    re.IGNORECASE,
)
PROMISING = re.compile(
    r"^(?:that )?(?:I|we|it|he|she|they|the (?:company|airline|group|ministry|government|trust|agency|city|zoo|bank|firm))(?:'ll| will| would| shall) "
    r"(?:also |now |soon |fully )?(?!be\b|have\b|not\b|never\b|take time|cost\b|need\b|like\b|probably|likely|welcome|say\b)\w+|\bI promise\b|\bwe (?:are|'re) (?:committed|determined)\b",
    re.IGNORECASE,
)
CONFIRMING = re.compile(
    r"\b(?:stands?|stood|standing) by\b|\bhad been right\b|\bhas not changed\b|\bchanged my mind\b|\bit is (?:true|correct|accurate) that\b",
    re.IGNORECASE,
)
DECLINING = re.compile(
    r"\b(?:comment\w*|sa(?:y|id)|discuss|answer|respond|reply|elaborate|speculate|name|disclose|give|provide|be drawn|identify|confirm|focus on|touch upon)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(r"\b(?:refus|declin)")
REFUSAL = re.compile(
    r"\b(?:I am not going to|I'm not going to|(?:do|does|did|can|could|would|will)(?: not|n't) (?:comment|discuss|speculate|elaborate|release any|disclose|say more|answer)|won't (?:comment|discuss|say)"
    r"|cannot (?:comment|discuss|say)|no comment|nothing (?:more |further )?to (?:add|say))\b|\bquestions should be (?:put|sent|addressed|directed) to\b",
    re.IGNORECASE,
)
QUESTION = re.compile(r"^[\"“'‘]?(?:why|how|who|what|where|when|whether|if)\b", re.IGNORECASE)
NOT_ESTABLISHED = re.compile(
    r"\bnobody (?:has|had|have|can|could)\b|\bno one (?:has|had|can|could) (?:established|shown|proved|proven)\b|\b(?:not|n't|yet to be|no) (?:proof|proved|proven|established)\b",
    re.IGNORECASE,
)
QUOTATION_MARKS = re.compile(r"[\"“”„«»]|^'|'$|(?<=\s)'|''")

BY_WORDS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("confirm", CONFIRMING),
    ("doubt", NOT_ESTABLISHED),
    ("deny", DENYING),
    ("accuse", ACCUSING),
    ("condemn", CONDEMNING),
)


def stance_of(text: str, draft: Draft) -> Stance:
    content = " ".join(text[start:end] for start, end in draft.content).replace("’", "'")
    content = QUOTATION_MARKS.sub("", content).strip()
    cue = " ".join(text[start:end] for start, end in draft.cue).replace("’", "'").lower()
    if draft.negated or re.search(r"\b(?:would|did|does|do|could|will)(?: not|n't)$", cue):
        return negated(draft, cue, content)
    if draft.kind.stance != "assert":
        return draft.kind.stance
    return of_content(content)


def negated(draft: Draft, cue: str, content: str) -> Stance:
    if REFUSED.search(cue):
        return "decline"
    if draft.kind.stance in ("deny", "doubt"):
        return "assert"
    if draft.kind.manner == "thought":
        return "doubt"
    return "decline" if DECLINING.search(cue) or DECLINING.match(content) else "deny"


def of_content(content: str) -> Stance:
    """The first of the lists that matches; refusals and promises only where the content begins with them."""
    if REFUSAL.search(content[:90]):
        return "decline"
    found = next((stance for stance, words in BY_WORDS if words.search(content)), None)
    return found or ("promise" if PROMISING.search(content[:70]) else "assert")
