"""Corrections and clarifications: what a page says of its own mistakes is part of its article, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.clean.element_kinds import kind_of_marks
from retold.clean.markup import Block

_CORRECTS = re.compile(
    r"^\W*(?:(?:corrections?|clarifications?|corrected|erratum|errata|berichtigung|korrektur|rectificatif|corrección|correção|correzione|rettifica)\b\s*(?:[:.,(—–-]|(?:added|appended|made|issued|to (?:this|the|our|an))\b)"
    r"|(?:this|an earlier|a previous|an? (?:earlier|previous|original)|the original) (?:version of (?:this|the) )?(?:story|article|report|post|headline|version)\b.{0,60}"
    r"\b(?:corrected|misstated|misspelled|misidentified|incorrect(?:ly)?|wrongly|mistakenly|in error)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 8
_NEAR = 6  # blocks behind the text in which its corrections stand


def with_corrections(found: Sequence[Block], chosen: Sequence[int]) -> list[int]:
    """The numbers of the article's blocks with those of the corrections among and right behind them."""
    if not chosen:
        return []
    last = chosen[-1]
    near = range(chosen[0], min(len(found), last + 1 + _NEAR))
    added = {i for i in near if _corrects(found[i].text) and kind_of_marks(found[i]) not in ("comments", "related")}
    return sorted({*chosen, *added})


def _corrects(text: str) -> bool:
    return text.count(" ") + 1 >= _FEWEST_WORDS and bool(_CORRECTS.match(text))
