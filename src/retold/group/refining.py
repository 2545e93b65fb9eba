"""After groups were joined, single articles that were swept along find their place: in a group that fits better, or alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.group.arrays import Flags
from retold.group.clusters import Pairs
from retold.group.settings import Settings


@dataclass(slots=True)
class _State:
    group: list[int]  # by row
    size: list[int]  # by group
    near: list[list[tuple[int, float]]]  # by row: the other row and the log-odds of each pair


def refine(groups: Sequence[Sequence[int]], pairs: Pairs, full: Flags, settings: Settings) -> list[list[int]]:
    """Groups after at most `settings.rounds` rounds of single moves, in the order of rows; each move raises the mean of who moves."""
    state = _State([0] * pairs.rows, [len(members) for members in groups], [[] for _ in range(pairs.rows)])
    for number, members in enumerate(groups):
        for row in members:
            state.group[row] = number
    for one, other, value in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.odds.tolist(), strict=True):
        state.near[one].append((other, value))
        state.near[other].append((one, value))
    # Of an article with more neighbours than were kept it is not known where it fits.
    free = [row for row in range(pairs.rows) if state.near[row] and not full[row]]
    for _ in range(settings.rounds):
        if not sum(_moved(state, row, settings) for row in free):
            break
    made: dict[int, list[int]] = {}
    for row, number in enumerate(state.group):
        made.setdefault(number, []).append(row)
    return list(made.values())


def _moved(state: _State, row: int, settings: Settings) -> bool:
    own = state.group[row]
    means = _means(state, row, settings)
    here = means.pop(own, settings.stranger if state.size[own] > 1 else settings.join)
    best = min(means, key=lambda number: (-means[number], number), default=own)
    if best != own and means[best] > max(here, settings.join) + settings.move:
        _move(state, row, best)
    elif state.size[own] > 1 and here < settings.join - settings.leave:
        state.size.append(0)
        _move(state, row, len(state.size) - 1)
    else:
        return False
    return True


def _means(state: _State, row: int, settings: Settings) -> dict[int, float]:
    """By group the mean log-odds of `row` with its members; members that are no candidates are strangers."""
    total: dict[int, float] = {}
    for other, value in state.near[row]:
        number = state.group[other]
        total[number] = total.get(number, 0.0) + value - settings.stranger
    return {number: settings.stranger + value / (state.size[number] - (number == state.group[row])) for number, value in total.items()}


def _move(state: _State, row: int, number: int) -> None:
    state.size[state.group[row]] -= 1
    state.size[number] += 1
    state.group[row] = number
