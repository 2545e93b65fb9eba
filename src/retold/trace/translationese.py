"""Whether an English text reads as if it came through another language: articles lost or "of" everywhere, and verbs with a foreign grammar."""

from __future__ import annotations

import re

from retold.text.tokens import tokens

# Shares of words. English news of the cases has 0.06 to 0.15 articles and at most 0.046 "of"; translations have below 0.035 or above 0.055.
_FEW_ARTICLES = 0.045
_MUCH_OF = 0.055
_LEAST_WORDS = 80
_LEAST_SIGNS = 2
_SIGN = re.compile(
    r"\b(?:told|tells|said (?:he|she|they)|informed) to\b|\bof that\b|\b(?:after|before) of\b|\baccording to (?:has|have)\b|\bin internet\b"
    r"|\bsays? to have\b|\bnot (?:less|more) than\b|\bpercents\b|\b(?:of|in|by) (?:ministry|police|morning|evening|night|company|government)\b"
    r"|\b(?:said|told|added|related) (?:he|she|they)[,.]|\bthe same day of\b|\bin difference from\b|\bit is said that\b|\bon (?:telephone|sum)\b",
)


def reads_translated(text: str) -> bool:
    """True for a text of some length that shows the share of function words and the turns of phrase of a translation."""
    words = tokens(text).words
    if len(words) < _LEAST_WORDS:
        return False
    articles = sum(w in ("the", "a", "an") for w in words) / len(words)
    of = sum(w == "of" for w in words) / len(words)
    odd = sum(1 for _ in _SIGN.finditer(text))
    return (articles < _FEW_ARTICLES or of > _MUCH_OF) and odd >= _LEAST_SIGNS
