"""What a speaker does with the content: asserts, denies, confirms, accuses, condemns, declines, doubts or promises it."""

from __future__ import annotations

import re

from retold.attribute.draft import Draft
from retold.attribute.roles import is_group, is_people
from retold.types import Stance

# In each list the first that matches decides; words were chosen by what they do, not by topic.
BLAME = "danger|risk|evidence|truth|links?|connection|orders?|plans?|intention|attempt|cover-up|wrongdoing|basis|involvement|payments?|ransom|deal|leak|breach|collusion|conspiracy|agreement|letter|such"
DENYING = re.compile(
    r"\b(?:had|has|have|having|with|played|play|plays|took|take) no (?:hand|part|role|knowledge|involvement|links?|interest|contact|record|intention|such)\b"
    rf"|\bnothing to do with\b|\bthere (?:was|is|were|are|has been|had been) no (?:\w+ )?(?:{BLAME})\b"
    rf"|^(?:that )?(?:no|none|not one|not a single|nobody|no one|nothing)\b.{{0,60}}?\b(?:{BLAME}|laws?|rules?|part|role|hand|involved|ordered)\b"
    r"|\b(?:not|n't|never)(?: \w+){0,3}? (?:involved|responsible|behind|true|the case|exist|happen|happened|guilty|ordered|order|warned|warn|sanction|sanctioned|authori[sz]ed?|"
    r"approved?|accord|accurate|correct|based on|tolerate|tolerated|discriminate|in contact|in touch|shown|approached|consulted)\b"
    r"|\b(?:false|untrue|baseless|unfounded|fabricated|forgery|forged|a fake|a lie|(?:are|were|all|of|but|told) lies|groundless|hoax|nonsense|nonexistent|non-existent|fairy (?:tale|story)|smear|slander|"
    r"libel|absurd|ludicrous|preposterous|witch[- ]hunt|pure fiction|fake news|rubbish)\b"
    r"|\bis innocent\b|\bcategorically\b|\breceived no\b|\bno (?:ransom|payment)\b"
    r"|^(?:we|i) (?:do not|don't|did not|didn't|never|have never|have not|haven't) (?:ever |even )?(?:know|known|knew|order|ordered|pay|paid|sell|sold|leak|leaked|hide|hid|cover|"
    r"receive|received|threaten|threatened|attack|attacked|target|targeted|tolerate|use|used|take|took|taken|break|broke|violate|steal|stole|touch|kill|killed|hurt|do|done|had?|see|saw|seen|make|made|meet|met)\b",
    re.IGNORECASE,
)
# "Iran probably did not order it", from somebody else's mouth, weighs; it denies nothing.
WEIGHED = re.compile(r"\b(?:likely|probably|apparently|perhaps|may|might|appears?|seems?)\b[^.]{0,60}\b(?:not|never|n't)\b", re.IGNORECASE)
OWN = re.compile(r"^(?:that )?(?:it|they|he|she|we|i|its|his|her|their|our|my|neither|no|none|nobody|nothing)\b", re.IGNORECASE)
ACCUSING = re.compile(
    r"\b(?:was|were|been|be|it is|is) (?:\w+ ){0,2}?(?:carried out|orchestrated|ordered|masterminded|perpetrated|committed|staged|planned) by\b|\bthe work of\b"
    r"|\b(?:was|were|is|are|be|likely|been) (?:\w+ )?(?:behind|responsible for|guilty of|complicit)\b|\bblame for\b|\bresponsibility for the (?:attack|killing|murder|crime)"
    r"|\b(?:lied|covered up|cover-up|fraudulent|rigged|caught red[- ]handed|turned a blind eye|vote fraud|election fraud|ballot fraud|looted|embezzled|point(?:s|ed)? to \w+-backed|"
    r"discriminatory|racial bias|was murdered|did you steal)\b",
    re.IGNORECASE,
)
TO_BLAME = re.compile(r"(\S+) (?:was|were|is|are|be|been)(?: \w+)? to blame\b")
WRONGED = re.compile(
    r"\b(?:was|were|been|being) (?:\w+ ){0,2}?(?:forced|scolded|kicked|thrown|dragged|beaten|attacked|assaulted|harassed|robbed|threatened|insulted|humiliated|mistreated|"
    r"discriminated|singled out|murdered|cheated|deceived|misled|bullied|abused|raped|molested|removed|profiled)\b|\bfailed to\b",
    re.IGNORECASE,
)
COMPLAINING = frozenset("claim allege complain charge report".split())
CONDEMNING = re.compile(
    r"\b(?:a disgrace|disgraceful|shameful|outrageous|unacceptable|despicable|appalling|barbaric|cowardly|devastating (?:message|signal|verdict)|abhorrent|atrocity|atrocious|"
    r"an assault on|reprehensible|disgusting|intolerable|a scandal|scandalous|deplores?|heinous|unforgivable|inexcusable|an insult to|a betrayal|ridiculous|insane|pathetic|"
    r"hypocri\w+|irresponsible|reckless|wrong (?:message|signal)|double standards?|the end of (?:equality|freedom|democracy|justice|the rule of law)|how about you|shame on)\b",
    re.IGNORECASE,
)
HOUSE = "company|airline|group|ministry|government|trust|agency|city|zoo|bank|firm|club|school|university|council|department|force|union|party|team"
PROMISING = re.compile(
    rf"^(?:that )?(?:I|we|it|he|she|they|the (?:{HOUSE}))(?:'ll| will| would| shall) "
    r"(?:also |now |soon |fully )?(?!be\b|have\b|not\b|never\b|take time|cost\b|need\b|like\b|probably|likely|welcome|say\b)\w+|\bI promise\b|\bwe (?:are|'re) (?:committed|determined)\b"
    r"|^(?:that )?(?:it|she|he|they|we|I) (?:would|will) not (?:pay|appeal|resign|negotiate|surrender|yield|stop|sign|stand|run|leave)\b"
    r"|^(?:that )?(?:it|we|they|he|she) (?:has|have|had) agreed to\b"
    r"|^(?:we|I)(?:'ll| will| shall) (?:not|never) (?:be|let|allow|give|rest|stop|yield|forget|tolerate|accept|stand)\b|^neither .{1,40} will \w+ until\b"
    r"|\bwe(?:'ll| will| shall) (?!be\b|have\b|not\b|never\b|see\b|need\b|know\b|find\b|probably)\w+"
    rf"|\b(?:we|our \w+|it|they|the (?:{HOUSE}))\b[^.]{{0,60}}\b(?:will|would) be (?:reaching|contacting|working|taking|making|reviewing|meeting|offering)\b"
    r"|^(?:that )?it (?:is|was) (?:sending|dispatching|deploying|hiring|replacing|offering|recalling)\b|^(?:that )?it [^.]{1,60}\band (?:will|would) (?!not\b|have\b|be\b)\w+"
    r"|\b(?:will|would) be (?:\w+ ){0,2}?(?:working|open|reopened|back|restored|running|repaired|finished) (?:\w+ )?(?:within|by)\b",
    re.IGNORECASE,
)
WILL = re.compile(r"^(?:that )?((?:[A-Z][\w&.'-]*\s+){1,4})(?:will|would) (?!be\b|have\b|not\b|never\b|likely\b|probably\b)[a-z]+")
CONFIRMING = re.compile(
    r"\b(?:stands?|stood|standing) by\b|\bhad been right\b|\bhas not changed\b|\bchanged my mind\b|\bit is (?:true|correct|accurate) that\b"
    r"|\baccept(?:s|ed)? (?:the (?:findings|blame|verdict|criticism|report)|(?:full )?responsibility)\b|\b(?:my|our) (?:own )?(?:fault|mistake|error)\b|\b(?:I|we) (?:was|were) wrong\b"
    r"|\b(?:I|we) (?:made|have made) (?:a|an|some|many)? ?(?:\w+ )?(?:mistakes?|errors?)\b|\bmistakes were made\b|^we should have\b|\. we should have\b|\bI should have\b",
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
NOTHING = re.compile(r"^(?:that )?(?:no|none|nobody|no one|nothing|neither|not one)\b", re.IGNORECASE)
NOT_ESTABLISHED = re.compile(
    r"\bnobody (?:has|had|can|could) (?:established|shown|showed|prove|proved|proven|explain|explained)\b|\bno one (?:has|had|can|could) (?:established|shown|proved|proven)\b|\b(?:not|n't|yet to be|no) (?:proof|proved|proven|established)\b",
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
    if draft.kind.lemma == "insist" and NOTHING.match(content):
        return "deny"
    if draft.kind.lemma in COMPLAINING and WRONGED.search(content):
        return "accuse"
    source = " ".join(text[start:end] for start, end in draft.source)
    return of_content(content, source)


def negated(draft: Draft, cue: str, content: str) -> Stance:
    if REFUSED.search(cue):
        return "decline"
    if draft.kind.stance in ("deny", "doubt"):
        return "assert"
    if draft.kind.manner == "thought":
        return "doubt"
    return "decline" if DECLINING.search(cue) or DECLINING.match(content) else "deny"


def of_content(content: str, source: str) -> Stance:
    """The first of the lists that matches; refusals and promises only where the content begins with them."""
    if REFUSAL.search(content[:90]):
        return "decline"
    found = next((stance for stance, words in BY_WORDS if words.search(content)), None)
    if found == "deny" and WEIGHED.search(content) and not OWN.match(content):
        found = None
    if found is None and blames_somebody(content):
        found = "accuse"
    return found or ("promise" if PROMISING.search(content[:140]) or own_plan(content, source) else "assert")


def blames_somebody(content: str) -> bool:
    """'The crew was to blame', but not 'a worn cable was to blame'."""
    match = TO_BLAME.search(content)
    word = match.group(1) if match else ""
    return word[:1].isupper() or is_people(word.lower()) or is_group(word.lower()) or word.lower() in ("he", "she", "they", "we", "who")


def own_plan(content: str, source: str) -> bool:
    """'Norvia Air will train its crews', from the mouth of Norvia Air's chief."""
    match = WILL.match(content)
    return match is not None and any(word in source.split() for word in match.group(1).split() if word != "The")
