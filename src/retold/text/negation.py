"""Does a piece of text say that something is, or that it is not?"""

from __future__ import annotations

import re
from functools import lru_cache

from retold.text.stems import FUNCTION_WORDS, meaning_of
from retold.text.tokens import tokens

# Each turns what follows round. "not only" and "no doubt" do not.
_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least))|no(?! (?:doubt|fewer|less|more than|longer than|later than|sooner|\d))|never|neither|nor|nobody|nothing|none|nowhere|cannot|without|unlikely|"
    r"denie[sd]|deny|denying|denials?|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|"
    r"surprised if|doubt(?:s|ed|ful)? (?:that|if|whether)|fail(?:s|ed)? to|refus(?:e|es|ed) to|declin(?:e|es|ed) to|lack(?:s|ed)?|false|untrue|fake|forger(?:y|ies)|hoax|fabricat(?:ed|ion)|nonexistent|"
    r"un(?:hurt|harmed|injured|scathed|aware|founded|sanctioned|authori[sz]ed))\b|n't\b|n’t\b",
    re.IGNORECASE,
)

_CLAUSE_END = re.compile(r"[.;:!?]|,\s|\b(?:but|although|though|while)\b")


def negations(text: str) -> list[tuple[int, int]]:
    """The spans of words that deny, in order."""
    return [found.span() for found in _NEGATION.finditer(text)]


@lru_cache(maxsize=20_000)
def negated_words(text: str, reach: int = 3) -> frozenset[str]:
    """Meanings of the content words that each negation turns round: its own, where it has one ("unhurt"), and the next few in its clause."""
    found: set[str] = set()
    for start, end in negations(text):
        clause = _CLAUSE_END.split(text[end : end + 120], maxsplit=1)[0]
        after = [word for word in tokens(clause).words if word not in FUNCTION_WORDS]
        own = meaning_of(text[start:end].lower())
        found.update(meaning_of(word) for word in after[:reach])
        found.add(own)
    return frozenset(found)


def is_negated(text: str) -> bool:
    """Whether an odd number of negations stands in the text: two cancel out ("did not deny")."""
    return len(negations(text)) % 2 == 1
