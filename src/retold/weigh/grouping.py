"""Pieces that say or deny the same, put together: equal pieces first, then the likest, as long as groups stay alike as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from retold.weigh.pairing import Comparison, alike, candidates
from retold.weigh.tellings import Piece

# Groups are compared by at most this many of their pieces, spread over each.
SAMPLE = 8


def groups(found: Sequence[Piece], comparison: Comparison) -> list[list[Piece]]:
    """Disjoint groups of pieces, each in order, in the order of their first pieces."""
    heads, copies = without_copies(found)
    pairs = scored(heads, comparison)
    links = denial_links(heads, comparison)
    member = list(range(len(heads)))
    inside: dict[int, list[int]] = {place: [place] for place in member}
    for score, a, b in sorted([*pairs, *links], key=lambda one: (-one[0], one[1], one[2])):
        left, right = sorted((member[a], member[b]))
        if left == right or (
            (a, b) not in dict.fromkeys((x, y) for _, x, y in links) and not close(inside[left], inside[right], heads, comparison)
        ):
            continue
        for place in inside.pop(right):
            member[place] = left
            inside[left].append(place)
    made = [sorted((copy for place in places for copy in copies[place]), key=lambda piece: piece.number) for places in inside.values()]
    return sorted(made, key=lambda group: group[0].number)


def without_copies(found: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """One piece for all that speak of the very same things, and for each the pieces that it stands for."""
    by_terms: dict[tuple[object, ...], list[Piece]] = defaultdict(list)
    for piece in found:
        by_terms[tuple(term.stem for term in piece.meaning.terms), piece.negative, len(piece.meaning.terms) or piece.text].append(piece)
    copies = sorted(by_terms.values(), key=lambda group: group[0].number)
    return [group[0] for group in copies], copies


def scored(heads: Sequence[Piece], comparison: Comparison) -> list[tuple[float, int, int]]:
    least = comparison.settings.same
    pairs = ((alike(heads[a], heads[b], comparison), a, b) for a, b in candidates(heads, comparison.rarity, comparison.settings))
    return [pair for pair in pairs if pair[0] >= least]


def close(left: Sequence[int], right: Sequence[int], heads: Sequence[Piece], comparison: Comparison) -> bool:
    """Whether two groups are alike on the whole."""
    a, b = spread(left), spread(right)
    mean = sum(alike(heads[x], heads[y], comparison) for x in a for y in b) / (len(a) * len(b))
    return mean >= comparison.settings.same * comparison.settings.group_share


def spread(places: Sequence[int]) -> Sequence[int]:
    step = max(1, len(places) // SAMPLE)
    return places[::step][:SAMPLE]


def denial_links(heads: Sequence[Piece], comparison: Comparison) -> list[tuple[float, int, int]]:
    """To be found out from the article's order: a denial without content of its own."""
    return []
