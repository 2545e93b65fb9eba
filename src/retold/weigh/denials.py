"""Which pieces deny what another says: those whose stance does, and those that dismiss it in so many words ("the charge was a fairy tale")."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.text.negation import negations
from retold.text.stems import IRREGULAR
from retold.text.tokens import tokens
from retold.weigh.tellings import NO_DENIAL, Piece, denying

# What a denial, a confirmation or a doubt may name in place of repeating it.
STAND_INS = frozenset(
    re.findall(
        r"\w+",
        """
        claim account figure allegation accusation charge report role part responsibility involvement assessment statement story number message
        suggestion assertion version criticism rumour rumor finding conclusion toll situation fact media news organisation organization outlet coverage count estimate testimony speculation
        thing idea notion talk
        """,
    ),
)
# ... and what stands alone for the whole of it.
PRONOUNS = frozenset(("it", "that", "this", "so"))
# A stand-in that a denial starts with ("the accusations were a fairy tale"), unless what it says follows ("a report that …").
LEADING_STAND_IN = re.compile(
    rf"^[\W_]*(?:that\s+)?(?:the|these|those|such|all|any|its|his|her|their|media|press|news)\s+(?:\w+\s+)?(?:{'|'.join(sorted(STAND_INS))})s?\b(?!\s+(?:that|of|about|by|from)\b)",
    re.IGNORECASE,
)
# What a dismissal calls a claim.
DISMISSALS = re.compile(
    r"\b(?:fairy[ -](?:tales?|stor(?:y|ies))|nonsense|nonsensical|baseless|groundless|unfounded|absurd|ridiculous|laughable|preposterous|ludicrous|lies?|fiction|fantasy|"
    r"inventions?|invented|made[ -]up|rubbish|slander|slanderous|smears?|propaganda|false|untrue|fake|hoax|fabricat(?:ed|ions?)|wrong|incorrect|inaccurate|not (?:true|so|correct|accurate))\b",
    re.IGNORECASE,
)
LONGEST_STAND_IN = 5
ANY = frozenset(("any", "ever", "having", "all", "guilty", "that", "how", "whether"))
VERB = re.compile(
    r"(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|cannot|won't|isn't|wasn't|aren't|don't|didn't|hasn't|haven't|hadn't|"
    r"\w{2,}ed|says|means|works?|put|cut|hit|set|let|hurt)",
)


def denies(piece: Piece) -> bool:
    """Whether a piece denies or doubts what another says, or dismisses it. Who rejects a thing ("the plan", "her") denies nothing."""
    if piece.statement.stance in ("deny", "doubt"):
        if NO_DENIAL.search(piece.text) and not negations(denying(piece.text)):
            return False
        return says_something(piece.text) or stands_in(piece.text)
    return judges(piece) and DISMISSALS.search(piece.text) is not None


@lru_cache(maxsize=20_000)
def says_something(text: str) -> bool:
    """Whether a content says that something is so, with a verb or as what somebody did ("making shipments", "any role"), and names no mere thing."""
    said = tokens(text).words
    return bool(said) and (
        said[0].endswith("ing")
        or said[0] in ANY
        or any(word in IRREGULAR or VERB.fullmatch(word) for word in said)
        or bool(negations(text))
    )


def judges(piece: Piece) -> bool:
    """Whether a piece speaks of what was said before ("the accusations were …"), whatever it makes of it."""
    return LEADING_STAND_IN.match(piece.text) is not None


def stands_in(text: str) -> bool:
    """Whether a content is a stand-in: a pronoun, or a noun that means an earlier statement, in a few words or at the start of more."""
    said = tokens(text).words
    if len(said) <= LONGEST_STAND_IN and any(word in STAND_INS or word.removesuffix("s") in STAND_INS for word in said):
        return True
    return (len(said) <= 2 and any(word in PRONOUNS for word in said)) or LEADING_STAND_IN.match(text) is not None
