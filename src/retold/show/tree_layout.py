"""Where each telling of a story stands in the picture: rows in the order of the tree; from left to right by time, or where it is narrow by depth."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from retold.show.contexts import UNKNOWN, StoryContext, Telling, TellingEdge, TreeNode
from retold.show.moments import short_day
from retold.show.phrases import upper_first
from retold.show.tellings import also_words

MOST_LINES = 3  # lines of one remark
BESIDE = 0.6  # units before the first that draws on it, for a loose ghost: off the trunk that others hang by
STEP = 1.0  # room between a telling and those made from it on the same day, in units of time's own scale
WIDEST_UNIT = 84.0  # pixels for one unit: a story of two articles shall not be stretched over the page
HEAD = 30.0  # pixels above the first row, for the days
MARK = 2  # letters of room for the mark before a remark on changes
DEEPEST = 6  # steps to the right where it is narrow: more leaves no room for words


@dataclass(frozen=True, slots=True)
class Settings:
    """Pixels of the picture; letter widths are those of DejaVu Sans at 13 px, the widest of the common fonts.

    `by_time`: places follow the dates; else each telling is indented under its source, which needs less room.
    """

    width: float = 1080.0
    label_width: float = 430.0
    line_height: float = 17.0
    row_gap: float = 14.0
    margin: float = 14.0
    indent: float = 23.0
    letter: float = 7.1
    bold_letter: float = 8.4
    by_time: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A telling at its place. `x`, `y`: its mark; `name`, `when`, `lines` and `marks` (of changes) are cut to the room there is."""

    telling: Telling
    x: float
    y: float
    name: str
    when: str
    lines: tuple[str, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge of the picture, from one place to another. `main`: the telling hangs by it."""

    edge: TellingEdge
    start: tuple[float, float]
    end: tuple[float, float]
    main: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture. `days`: where each day begins and what to write there."""

    width: float
    height: float
    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]
    days: tuple[tuple[float, str], ...]


WIDE = Settings()


def tree_layout(context: StoryContext, settings: Settings = WIDE) -> Layout:
    """The picture of a story's tree, `settings.width` pixels wide and as high as it needs."""
    tellings = list(_with_loose_ghosts(context) if settings.by_time else _in_order(context.tree))
    places = _by_time(tellings, settings) if settings.by_time else _by_depth(context.tree, settings)
    rows = []
    dated = settings.by_time and any(telling.moment is not None for telling in tellings)
    y = settings.line_height + (HEAD if dated else 0)
    for telling in tellings:
        row = _row(telling, places.get(telling.id, settings.margin), y, settings)
        rows.append(row)
        y += settings.line_height * (1 + len(row.lines) + len(row.marks)) + settings.row_gap
    return Layout(
        width=settings.width,
        height=y - settings.row_gap,
        rows=tuple(rows),
        arcs=tuple(arc for arc in _arcs(rows) if arc.main or settings.by_time),
        days=tuple(_days(rows)) if dated else (),
    )


def _in_order(nodes: Iterable[TreeNode]) -> Iterator[Telling]:
    for node in nodes:
        yield node.telling
        yield from _in_order(node.children)


def _with_loose_ghosts(context: StoryContext) -> Iterator[Telling]:
    """The tellings row by row, each loose ghost above the first that draws on it."""
    waiting = {ghost.id: ghost for ghost in _loose_ghosts(context)}
    for telling in _in_order(context.tree):
        for edge in telling.also:
            if edge.source in waiting:
                yield waiting.pop(edge.source)
        yield telling


def _loose_ghosts(context: StoryContext) -> list[Telling]:
    """Ghosts under which nothing hangs, but from which words were taken or which several cite: worth a place of their own."""
    standing = {telling.id for telling in _in_order(context.tree)}
    taken: dict[str, float] = {}
    for telling in context.tellings:
        for edge in telling.also:
            taken[edge.source] = taken.get(edge.source, 0) + (1.0 if edge.how != "cited" else 0.5)
    return [each for each in context.tellings if each.id not in standing and taken.get(each.id, 0) >= 1.0]


def _by_depth(nodes: Iterable[TreeNode], settings: Settings, depth: int = 0) -> dict[str, float]:
    places: dict[str, float] = {}
    for node in nodes:
        places[node.telling.id] = settings.margin + min(depth, DEEPEST) * settings.indent
        places |= _by_depth(node.children, settings, depth + 1)
    return places


def _by_time(tellings: Sequence[Telling], settings: Settings) -> dict[str, float]:
    units = _units(tellings)
    left, scale = _scale(units.values(), settings)
    return {telling: left + unit * scale for telling, unit in units.items()}


def _units(tellings: Sequence[Telling]) -> dict[str, float]:
    """The place of each telling on a scale of time on which long gaps are shortened; 0 is the earliest known date."""
    scale = _time_scale(telling.moment for telling in tellings)
    by_id = {telling.id: telling for telling in tellings}
    units: dict[str, float] = {}
    for telling in tellings:
        parent = by_id.get(telling.parent.source) if telling.parent else None
        own = scale[telling.moment] if telling.moment is not None else None
        units[telling.id] = _unit(own, parent, telling, units)
    for ghost in (telling for telling in tellings if telling.kind == "ghost"):
        children = [units[each.id] for each in tellings if any(edge.source == ghost.id for edge in _edges(each))]
        stands = any(each.parent is not None and each.parent.source == ghost.id for each in tellings)
        units[ghost.id] = min(children, default=0.0) - (STEP if stands else BESIDE)
    return units


def _unit(own: float | None, parent: Telling | None, telling: Telling, units: Mapping[str, float]) -> float:
    known = parent is not None and parent.kind == "article"
    beside = units[parent.id] + STEP if parent is not None and known else 0.0
    if own is None:
        return beside
    same_day = (
        parent is not None and parent.moment is not None and telling.moment is not None and abs(telling.moment - parent.moment) < 86400
    )
    return max(own, beside) if same_day else own


def _time_scale(moments: Iterable[float | None]) -> dict[float, float]:
    known = sorted({each for each in moments if each is not None})
    scale = {known[0]: 0.0} if known else {}
    for before, after in pairwise(known):
        scale[after] = scale[before] + 0.35 + math.log2(1 + (after - before) / 3600) / 3
    return scale


def _scale(units: Iterable[float], settings: Settings) -> tuple[float, float]:
    """Where unit 0 stands, and how many pixels a unit is."""
    units = list(units)
    low, high = min(units, default=0.0), max(units, default=0.0)
    room = settings.width - settings.label_width - 2 * settings.margin
    scale = min(WIDEST_UNIT, room / (high - low)) if high > low else 0.0
    return settings.margin - low * scale, scale


def _row(telling: Telling, x: float, y: float, settings: Settings) -> Row:
    room = settings.width - x - 2 * settings.margin
    when = "" if telling.kind == "ghost" else "date unknown" if telling.when == UNKNOWN else telling.when
    beside = room - len(telling.name) * settings.bold_letter - 10
    lines = [when] if when and beside < len(when) * settings.letter else []
    lines += [telling.note] if telling.kind == "ghost" else []
    lines += [", ".join(part for part in (telling.parent.phrase, telling.parent.share) if part)] if telling.parent else []
    lines += [f"also {also_words(telling.also)}"] if telling.also else []
    marks = [telling.altered] if telling.altered else []
    most = max(12, int(room / settings.letter))
    return Row(
        telling=telling,
        x=round(x, 1),
        y=round(y, 1),
        name=_cut(upper_first(telling.name), max(6, int(room / settings.bold_letter))),
        when="" if when in lines else when,
        lines=tuple(part for words in lines for part in wrap(words, most)[:MOST_LINES]),
        marks=tuple(part for words in marks for part in wrap(words, most - MARK)[:MOST_LINES]),
    )


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: max(1, most - 1)].rstrip()}…"


def _edges(telling: Telling) -> Iterator[TellingEdge]:
    if telling.parent is not None:
        yield telling.parent
    yield from telling.also


def _arcs(rows: Sequence[Row]) -> Iterator[Arc]:
    places = {row.telling.id: (row.x, row.y) for row in rows}
    for row in rows:
        for edge in _edges(row.telling):
            if edge.source in places:
                yield Arc(edge, places[edge.source], (row.x, row.y), main=edge is row.telling.parent)


def _days(rows: Iterable[Row]) -> Iterator[tuple[float, str]]:
    """The first place of each day, left out where it would run into the day before."""
    first: dict[str, tuple[float, float]] = {}
    for row in rows:
        if row.telling.moment is not None:
            day = short_day(row.telling.moment)
            first[day] = min(first.get(day, (row.telling.moment, row.x)), (row.telling.moment, row.x))
    shown = -math.inf
    for day, (_, x) in sorted(first.items(), key=lambda item: item[1]):
        if x - shown >= 48:
            shown = x
            yield x, day
