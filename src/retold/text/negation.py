"""Does a piece of text say that something is, or that it is not?"""

from __future__ import annotations

import re

# Each turns what follows round. "not only" and "no doubt" do not.
_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least))|no(?! (?:doubt|fewer|less|more than|longer than|later than|sooner|\d))|never|neither|nor|nobody|nothing|none|nowhere|cannot|without|unlikely|"
    r"denie[sd]|deny|denying|denials?|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|"
    r"fail(?:s|ed)? to|refus(?:e|es|ed) to|declin(?:e|es|ed) to|lack(?:s|ed)?|false|untrue|fake|forger(?:y|ies)|hoax|fabricat(?:ed|ion)|nonexistent|"
    r"un(?:hurt|harmed|injured|scathed|aware|founded|sanctioned|authori[sz]ed))\b|n't\b|n’t\b",
    re.IGNORECASE,
)


def negations(text: str) -> list[tuple[int, int]]:
    """The spans of words that deny, in order."""
    return [found.span() for found in _NEGATION.finditer(text)]


def is_negated(text: str) -> bool:
    """Whether an odd number of negations stands in the text: two cancel out ("did not deny")."""
    return len(negations(text)) % 2 == 1
