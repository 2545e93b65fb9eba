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
LEAST_WORDS = 4
LONGEST = 420
# What a sentence of a claim does not start with: a pronoun without its noun, a preposition, an infinitive.
NO_START = frozenset(
    """
    he she it they him her his hers its their them this these those who whom whose which what why when where to of on in at for from with by about over
    against after before during under into be been being not any no some such both either neither than as if
    """.split()
)
VERB = re.compile(
    r"(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|cannot|won't|isn't|wasn't|aren't|don't|didn't|"
    r"won’t|isn’t|wasn’t|aren’t|don’t|didn’t|\w{2,}ed|says|means|said|went|came|took|got|made|gave|shot|struck|hit|told|sent|saw|found|knew|held|fell|left|lost|brought)",
    re.IGNORECASE,
)
LEADING = re.compile(r"^(?:that|how|whether|and|but|although|though|while)\s+", re.IGNORECASE)
HANGING = re.compile(r"[,\s]+(?:and|but|or|that|which|who|although|though|while|as|and that)$", re.IGNORECASE)
QUOTATION_MARKS = (("“", "”"), ('"', '"'), ("«", "»"))


def sentence(support: Sequence[Piece], comparison: Comparison) -> str:
    """The telling that the others are most like, a full one before a short one, an original before its copy, in its own words."""
    some = support[:: max(1, len(support) // 12)]
    first = [piece for piece in support if not is_copied(piece, comparison)] or list(support)
    plain = [piece for piece in first if is_plain(piece)] or first
    central = max(plain, key=lambda piece: (centrality(piece, some, comparison), -piece.number))
    return tidy(central.text) if is_plain(central) else tidy(enclosing(central, comparison))


def centrality(piece: Piece, others: Sequence[Piece], comparison: Comparison) -> float:
    likenesses = [compare_profiles(comparison.own[piece.number], comparison.own[other.number]).score for other in others]
    return sum(likenesses) * min(1.0, piece.own.weight / FULL)


def is_copied(piece: Piece, comparison: Comparison) -> bool:
    """Whether the article was machine-spun or translated: its wording is not that of the source."""
    return any(one.how in ("spun", "translated") for one in comparison.lineage.derivations.get(piece.statement.article, ()))


def is_plain(piece: Piece) -> bool:
    """Whether a piece reads as a sentence by itself: it says enough, has a verb, and starts with neither a pronoun nor half a clause."""
    words = LEADING.sub("", piece.text.strip(" \"“”'‘’,;")).split()
    denied = piece.statement.stance == "deny" and not piece.negated
    if piece.own.weight < LEAST_PIECE or len(words) < LEAST_WORDS or denied:
        return False
    return (
        words[0].lower().strip("\"“'‘") not in NO_START
        and not words[0].endswith("ing")
        and any(VERB.fullmatch(word.strip(".,")) for word in words[1:])
    )


def enclosing(piece: Piece, comparison: Comparison) -> str:
    """The sentence that holds a piece; where it is very long, the piece."""
    text = comparison.lineage.articles[piece.statement.article].text
    start, end = next(((a, b) for a, b in sentences(text) if a <= piece.span[0] < b), piece.span)
    return text[start:end] if end - start <= LONGEST else piece.text


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
