"""Pieces that say or deny the same, put together: equal pieces first, then the likest, as long as groups stay alike as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retold.weigh.answers import answered
from retold.weigh.denials import denies
from retold.weigh.links import links
from retold.weigh.pairing import Comparison, alike, candidates
from retold.weigh.sides import Sides, number, sides
from retold.weigh.tellings import Piece

# Groups are compared by at most this many of their pieces, spread over each; by fewer where both are large.
SAMPLE, LARGE_SAMPLE = 6, 3
LINKED_SHARE = 0.5


def groups(found: Sequence[Piece], origins: Mapping[str, str], comparison: Comparison) -> list[Sides]:
    """What says or denies the same, by sides, in the order of the first pieces. `origins`: the origin's id by that of the statement."""
    heads, copies = without_copies(found)
    groups_of = Groups(len(heads))
    refused: dict[tuple[int, int], int] = {}
    for _, a, b in scored(heads, comparison):
        left, right = groups_of.of(a), groups_of.of(b)
        pair, size = (left[0], right[0]), len(left) + len(right)
        if left is right or refused.get(pair) == size:
            continue
        if close(left, right, heads, comparison):
            groups_of.join(a, b)
        else:
            refused[pair] = size
    texts = {key: article.text for key, article in comparison.lineage.articles.items()}
    head_of = {piece.number: place for place, group in enumerate(copies) for piece in group}
    pointing = links(found, texts)
    for a, b in strong_links(pointing, found, groups_of, head_of, copies):
        groups_of.join(a, b)
    places = list(groups_of.inside.values())
    answering = {b for a, b in pointing if denies(found[b]) and groups_of.member[head_of[a]] == groups_of.member[head_of[b]]}
    tellings = [[copy for head in group for copy in copies[head]] for group in places]
    for denying, other in answered(tellings, comparison.rarity, comparison.settings):
        groups_of.join(places[denying][0], places[other][0])
        answering |= {piece.number for piece in tellings[denying]}
    made = [[copy for place in group for copy in copies[place]] for group in groups_of.inside.values()]
    ordered = sorted((sorted(group, key=number) for group in made), key=lambda group: group[0].number)
    return [claim for group in ordered for claim in sides(group, answering, origins, comparison)]


class Groups:
    """Numbers in disjoint groups, each known by its lowest."""

    def __init__(self, count: int) -> None:
        self.member = list(range(count))
        self.inside: dict[int, list[int]] = {place: [place] for place in range(count)}

    def of(self, place: int) -> list[int]:
        return self.inside[self.member[place]]

    def join(self, a: int, b: int) -> None:
        left, right = sorted((self.member[a], self.member[b]))
        if left != right:
            for place in self.inside.pop(right):
                self.member[place] = left
                self.inside[left].append(place)


def strong_links(
    pairs: Iterable[tuple[int, int]],
    found: Sequence[Piece],
    groups_of: Groups,
    head_of: Mapping[int, int],
    copies: Sequence[Sequence[Piece]],
) -> list[tuple[int, int]]:
    """Pairs of groups that are linked in half or more of the articles that tell the rarer of the two; each later group to its best partner alone."""
    linked: dict[tuple[int, int], set[str]] = defaultdict(set)
    for a, b in pairs:
        left, right = groups_of.member[head_of[a]], groups_of.member[head_of[b]]
        if left != right:
            linked[left, right].add(found[b].statement.article)
    told = {place: len({piece.statement.article for head in heads for piece in copies[head]}) for place, heads in groups_of.inside.items()}
    best: dict[int, tuple[float, int]] = {}
    for (left, right), articles in sorted(linked.items()):
        strength = len(articles) / min(told[left], told[right])
        if strength >= LINKED_SHARE and (strength, -left) > best.get(right, (0.0, 0)):
            best[right] = strength, -left
    return [(-left, right) for right, (_, left) in sorted(best.items())]


def without_copies(found: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """One piece for all that speak of the very same things, and for each the pieces that it stands for."""
    by_terms: dict[tuple[object, ...], list[Piece]] = defaultdict(list)
    for piece in found:
        by_terms[
            tuple(term.stem for term in piece.meaning.terms), tuple(sorted(piece.negated)), len(piece.meaning.terms) or piece.text
        ].append(piece)
    copies = sorted(by_terms.values(), key=lambda group: group[0].number)
    return [group[0] for group in copies], copies


def scored(heads: Sequence[Piece], comparison: Comparison) -> list[tuple[float, int, int]]:
    least = comparison.settings.same
    pairs = ((alike(heads[a], heads[b], comparison), a, b) for a, b in candidates(heads, comparison))
    return sorted((pair for pair in pairs if pair[0] >= least), key=lambda one: (-one[0], one[1], one[2]))


def close(left: Sequence[int], right: Sequence[int], heads: Sequence[Piece], comparison: Comparison) -> bool:
    """Whether two groups are alike on the whole."""
    most = SAMPLE if len(left) <= SAMPLE or len(right) <= SAMPLE else LARGE_SAMPLE
    table = [[alike(heads[x], heads[y], comparison) for y in spread(right, most)] for x in spread(left, most)]
    mean: float = sum(map(sum, table)) / (len(table) * len(table[0]))
    rows = [max(row) for row in table]
    columns: list[float] = [max(column) for column in zip(*table, strict=True)]
    best = (sum(rows) / len(rows) + sum(columns) / len(columns)) / 2
    share: float = comparison.settings.best_share
    return (1 - share) * mean + share * best >= comparison.settings.same * comparison.settings.group_share


def spread(places: Sequence[int], most: int) -> Sequence[int]:
    step = max(1, len(places) // most)
    return places[::step][:most]
