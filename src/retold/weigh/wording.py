"""The sentence of a claim, in the words of one of its tellings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.text.likeness import compare_profiles
from retold.text.sentences import sentences
from retold.weigh.pairing import Comparison
from retold.weigh.tellings import LEAST_PIECE, Piece

# The weight of a telling that lacks nothing: half a dozen telling words.
FULL = 6.0
LEADING = re.compile(r"^(?:that|how|whether|and|but|although|though|while)\s+", re.IGNORECASE)
HANGING = re.compile(r"[,\s]+(?:and|but|or|that|which|who|although|though|while|as|and that)$", re.IGNORECASE)
QUOTATION_MARKS = (("“", "”"), ('"', '"'), ("«", "»"))


def sentence(support: Sequence[Piece], comparison: Comparison) -> str:
    """The telling that the others are most like, a full one before a short one, in its own words."""
    some = support[:: max(1, len(support) // 12)]
    central = max(
        support,
        key=lambda piece: (
            sum(compare_profiles(comparison.own[piece.number], comparison.own[other.number]).score for other in some)
            * min(1.0, piece.own.weight / FULL),
            -piece.number,
        ),
    )
    text = comparison.lineage.articles[central.statement.article].text
    if central.own.weight < LEAST_PIECE or (central.statement.stance == "deny" and not central.negated):
        start, end = next(((a, b) for a, b in sentences(text) if a <= central.span[0] < b), central.span)
        return tidy(text[start:end])
    return tidy(central.text)


def tidy(words: str) -> str:
    """As a sentence: without a leading "that", a hanging conjunction or half a pair of quotation marks."""
    text = HANGING.sub("", LEADING.sub("", " ".join(words.split()).strip(" ,;:–—-")))
    for opening, closing in QUOTATION_MARKS:
        if (opening in text) != (closing in text) or (opening == closing and text.count(opening) % 2) or is_wrapped(text, opening, closing):
            text = text.replace(opening, "").replace(closing, "")
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”", '."', "…")) else ".")


def is_wrapped(text: str, opening: str, closing: str) -> bool:
    """One pair of quotation marks around the whole."""
    inside = text.rstrip(".,!?")
    return (
        text.startswith(opening)
        and inside.endswith(closing)
        and text.count(opening) + text.count(closing) in (2, 4 if opening == closing else 2)
    )
