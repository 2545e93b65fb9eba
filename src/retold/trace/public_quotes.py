"""Words that two outlets both have from the speaker: shared quotations of articles of which neither is derived from the other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from retold.trace.comparison import quoted_words
from retold.trace.units import Units, units
from retold.types import Article, Passage, Span, Traced

# A passage's ends are those of sentences, so that "he said" and a clause before it belong to it.
_QUOTED = 0.6


def public_quotes(traced: Traced, articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """The passages that are mostly quotation on both sides, of pairs that no derivation joins: statements made in public, no copying.

    `articles` by id, those of the passages at least.
    """
    joined = {frozenset((d.article, d.source)) for d in traced.derivations}
    apart = [p for p in traced.passages if frozenset((p.earlier, p.later)) not in joined]
    cut = {id_: units(articles[id_].text) for id_ in sorted({id_ for p in apart for id_ in (p.earlier, p.later)})}
    return tuple(
        p
        for p in apart
        if _is_quotation(cut[p.earlier], (p.earlier_start, p.earlier_end)) and _is_quotation(cut[p.later], (p.later_start, p.later_end))
    )


def _is_quotation(text: Units, span: Span) -> bool:
    first, last = np.searchsorted(text.starts, span[0]), np.searchsorted(text.starts, span[1])
    return bool(last > first and quoted_words(text)[first:last].mean() >= _QUOTED)
