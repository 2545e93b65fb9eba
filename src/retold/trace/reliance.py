"""Whether an article rests on one outlet's report throughout, rather than naming it in passing."""

from __future__ import annotations

import re

from retold.types import Article

# Of the cases' citations the densest that is no retelling names its outlet in 0.4 of the paragraphs.
_SHARE = 0.5
_LEAST = 2
_BACK_REFERENCE = r"\b[Tt]he (?:site|website|newspaper|paper|agency|broadcaster|magazine|station|daily|outlet)\b"


def rests_on(article: Article, outlet: str) -> bool:
    """True where half of the paragraphs, and at least two, name the outlet or point back to it ("the Ledger", "the newspaper")."""
    named = re.compile("|".join(_forms(outlet)))
    paragraphs = [p for p in article.text.split("\n\n") if p.strip()]
    naming = [bool(named.search(p)) for p in paragraphs]
    referring = [
        n or (any(naming[:i]) and bool(re.search(_BACK_REFERENCE, p))) for i, (n, p) in enumerate(zip(naming, paragraphs, strict=True))
    ]
    return sum(naming) >= _LEAST and sum(referring) >= max(_LEAST, _SHARE * len(paragraphs))


def _forms(outlet: str) -> list[str]:
    """The full name, and "the" with its last word."""
    bare = re.sub(r"^The\s+", "", outlet)
    forms = [rf"\b{re.escape(bare)}\b"]
    parts = bare.split()
    if len(parts) > 1:
        forms += [rf"\b[Tt]he {re.escape(parts[-1])}\b", rf"(?<![-\w]){re.escape(parts[0])}(?! [A-Z])\b"]
    return forms
