"""Which tellings are set against each other: a copy against what it was made from, and two tellings of a source that is not here."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from retold.compare.kin_quotes import kin_by_quotes
from retold.compare.telling import Telling
from retold.text.stamps import sortable
from retold.types import Derivation, How, Traced


@dataclass(frozen=True, slots=True)
class Pair:
    """`how` the later was made; for `siblings`, the way in which the later was made from their common source.

    `kin`: neither is known to come from the other or from one source; they only quote the same words.
    `coverage`: the share of the later one's words that the earlier explains. `mixed`: the later telling has text from a source that is not here, too. `versions`: both are one page, read at two times.
    """

    earlier: str
    later: str
    how: How
    siblings: bool = False
    confidence: float = 1.0
    mixed: bool = False
    kin: bool = False
    coverage: float = 0.0
    versions: bool = False

    @property
    def close(self) -> bool:
        """Whether the later telling as a whole follows the earlier, so that what differs was altered."""
        return not self.siblings and self.how != "cited"


_CLOSENESS: dict[How, int] = {"verbatim": 0, "light-edit": 1, "reworded": 2, "translated": 3, "summary": 4, "spun": 5, "cited": 6}


def pairs(tellings: Mapping[str, Telling], traced: Traced) -> list[Pair]:
    """Derivations first, then siblings that no derivation joins; the fuller sibling is the earlier one."""
    found: dict[tuple[str, str], Pair] = {}
    by_ghost: dict[str, dict[str, How]] = defaultdict(dict)
    mixed = {d.article for d in traced.derivations if d.source not in tellings and d.how != "cited"}
    for edge in sorted(traced.derivations, key=lambda d: (d.article, d.source, _CLOSENESS[d.how])):
        if edge.article not in tellings or edge.article == edge.source:
            continue
        if edge.source in tellings:
            found.setdefault((edge.source, edge.article), _along(edge, tellings, mixed=edge.article in mixed))
        else:
            by_ghost[edge.source].setdefault(edge.article, edge.how)
    names = {origin.id: origin.name for origin in traced.origins}
    for ghost, members in sorted(by_ghost.items()):
        for pair in _siblings(members, tellings, names.get(ghost, "")):
            if (pair.earlier, pair.later) not in found and (pair.later, pair.earlier) not in found:
                found[pair.earlier, pair.later] = pair
    family = _families(found)
    for earlier, later in kin_by_quotes(tellings):
        if family.get(earlier, earlier) != family.get(later, later):
            found[earlier, later] = Pair(earlier, later, "cited", siblings=True, kin=True)
    return sorted(found.values(), key=lambda p: (p.siblings, p.earlier, p.later))


def _along(edge: Derivation, tellings: Mapping[str, Telling], *, mixed: bool) -> Pair:
    url = tellings[edge.source].article.url
    versions = url is not None and url == tellings[edge.article].article.url
    coverage = edge.coverage or 0.0
    return Pair(edge.source, edge.article, edge.how, False, edge.confidence, mixed, coverage=coverage, versions=versions)


def _families(pairs_found: Collection[tuple[str, str]]) -> dict[str, str]:
    """Articles that derivations or a common source join, each under the name of one of them."""
    head: dict[str, str] = {}

    def top(article: str) -> str:
        while head.get(article, article) != article:
            article = head[article]
        return article

    for one, other in sorted(pairs_found):
        a, b = sorted((top(one), top(other)))
        head[b] = a
    return {article: top(article) for pair in pairs_found for article in pair}


def _siblings(members: Mapping[str, How], tellings: Mapping[str, Telling], ghost: str) -> list[Pair]:
    """Each telling against the one that follows their source most closely and tells most of it: never all against all."""
    order = sorted(members, key=lambda a: _rank(tellings[a], members[a], ghost))
    return [Pair(order[0], later, members[later], siblings=True) for later in order[1:]]


def _rank(telling: Telling, how: How, ghost: str) -> tuple[int, int, int, str, str]:
    """By faith to the source, its words, length (in steps: tellings of one text differ by a line), time."""
    if how in _CLOSE:
        return _STANDING[how], 0, 0, moment(telling), telling.article.id
    return (
        _STANDING[how],
        -_quoted_from(telling, ghost),
        -round(8 * math.log2(1 + len(telling.text)) / 4),
        moment(telling),
        telling.article.id,
    )


def moment(telling: Telling) -> str:
    """When a telling was published, for ordering: a day without an hour counts as its noon, no date as the last."""
    return sortable(telling.article.published) or "9"


def _quoted_from(telling: Telling, ghost: str) -> int:
    """How many characters stand in quotation marks in sentences that name the source: the fuller telling gives its words."""
    if not ghost:
        return 0
    naming = [s for s in telling.sentences if ghost.lower() in telling.text[s.start : s.end].lower()]
    spans = [(s.start, telling.sentences[min(s.index + 1, len(telling.sentences) - 1)].end) for s in naming]
    return sum(q.end - q.start for q in telling.quotations if any(start <= q.start < end for start, end in spans))


# Copies of one text tell it equally well: the first of them is the earlier.
_CLOSE = ("verbatim", "light-edit")
# A machine-spun telling is a poor witness of its source, a copy a good one.
_STANDING: dict[How, int] = {"verbatim": 0, "light-edit": 0, "reworded": 1, "summary": 2, "cited": 2, "translated": 3, "spun": 4}
