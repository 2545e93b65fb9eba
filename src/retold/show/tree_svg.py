"""The tree of tellings as an SVG picture; colours and strokes are left to the style sheet of the page that holds it."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from retold.show.phrases import count
from retold.show.tree_layout import HEAD, WIDE, Arc, Layout, Row, Settings

NARROW = Settings(width=358.0, margin=9.0, by_time=False)
BEND = 9.0  # pixels of a rounded corner
LINE = WIDE.line_height
DOT = 6.0  # radius of a telling's mark
LANE = 4.0  # pixels beside the main lines, for those of further sources


def tree_svg(layout: Layout, name: str = "tree") -> Markup:
    """The picture, to be put into a page: every text escaped, every telling with an article linked to it."""
    parts = [
        _opening(layout, name),
        '<g aria-hidden="true">',
        *_days(layout),
        # A solid way down covers a dotted one: what is shared with copies shows as theirs.
        *(_arc(arc) for arc in sorted(layout.arcs, key=lambda arc: (arc.main, not _dotted(arc)))),
        "</g>",
        *(_row(row) for row in layout.rows),
        "</svg>",
    ]
    return Markup("\n".join(parts))  # noqa: S704 - made of escaped text alone


def _opening(layout: Layout, name: str) -> str:
    size = f'viewBox="0 0 {layout.width:g} {layout.height:g}" width="{layout.width:g}" height="{layout.height:g}"'
    label = f"Tree of tellings: {_counted(layout)}. Each says from whom it has the story."
    return f'<svg class="{escape(name)}" {size} role="group" aria-label="{escape(label)}">'


def _counted(layout: Layout) -> str:
    ghosts = sum(row.telling.kind == "ghost" for row in layout.rows)
    missing = f" and {count(ghosts, 'telling')} whose page is not here" if ghosts else ""
    return f"{count(len(layout.rows) - ghosts, 'article')}{missing}"


def _days(layout: Layout) -> list[str]:
    return [
        f'<line class="day" x1="{x:g}" x2="{x:g}" y1="{HEAD - 6:g}" y2="{layout.height:g}"/>'
        f'<text class="day" x="{x:g}" y="{HEAD - 14:g}" text-anchor="{"start" if x < 30 else "middle"}">{escape(day)}</text>'
        for x, day in layout.days
    ]


def _dotted(arc: Arc) -> bool:
    return arc.edge.how == "cited" or arc.edge.slight


def _arc(arc: Arc) -> str:
    kind = f"arc {'slight' if arc.edge.slight else arc.edge.how}{'' if arc.main else ' also'}"
    title = ", ".join(part for part in (arc.edge.phrase, arc.edge.share, arc.edge.certainty) if part)
    trunk, branch = _paths(arc)
    stem = f'<path class="trunk{" dotted" if _dotted(arc) else ""}" d="{trunk}"/>' if trunk else ""
    return f'{stem}<path class="{kind}" d="{branch}"><title>{escape(title)}</title></path>'


def _paths(arc: Arc) -> tuple[str, str]:
    """Down from the source, then across. The way down is shared by all that hang there, so the manner shows on the way across.

    Where there is no room to go across, and for further sources, it is one line.
    """
    (x1, y1), (x2, y2) = arc.start, arc.end
    start, end = x1, x2 - DOT - 1
    if not arc.main:
        start, y1, y2 = x1 + LANE, y1 + (LANE if y2 > y1 else -LANE), y2 + LANE
    if end - start < BEND / 3:
        left = min(x1, x2) - 2 * BEND
        return "", f"M {x1:g} {y1:g} C {left:g} {y1:g} {left:g} {y2:g} {end:g} {y2:g}"
    across = min(BEND, end - start)
    turn = y2 - (BEND if y2 > y1 else -BEND)
    bend = f"Q {start:g} {y2:g} {start + across:g} {y2:g} H {end:g}"
    if arc.main:
        return f"M {start:g} {y1:g} V {turn:g}", f"M {start:g} {turn:g} {bend}"
    return "", f"M {start:g} {y1:g} V {turn:g} {bend}"


def _row(row: Row) -> str:
    telling = row.telling
    x = row.x + DOT + 7
    mark = f'<circle class="dot" cx="{row.x:g}" cy="{row.y:g}" r="{DOT:g}"/>'
    name = f'<text class="name" x="{x:g}" y="{row.y + 4.5:g}">{escape(row.name)}'
    when = f'<tspan class="when" dx="8">{escape(row.when)}</tspan>' if row.when else ""
    lines = "".join(
        f'<text class="how" x="{x:g}" y="{row.y + 4.5 + LINE * number:g}">{escape(words)}</text>'
        for number, words in enumerate(row.lines, 1)
    )
    lines += "".join(_mark(row, x, number, words) for number, words in enumerate(row.marks, 1 + len(row.lines)))
    full = f"<title>{escape(f'{telling.name}: {telling.title}' if telling.title else telling.name)}</title>"
    drawn = f'<g class="telling {telling.kind} {_manner(row)}">{full}{mark}{name}{when}</text>{lines}</g>'
    return f'<a href="#{escape(telling.anchor)}">{drawn}</a>' if telling.anchor else drawn


def _mark(row: Row, x: float, number: int, words: str) -> str:
    """What was altered here first, behind a small wedge."""
    y = row.y + 4.5 + LINE * number
    wedge = f'<path class="wedge" d="M {x:g} {y:g} l 4 -8 l 4 8 z"/>' if number == 1 + len(row.lines) else ""
    return f'{wedge}<text class="how altered" x="{x + 13:g}" y="{y:g}">{escape(words)}</text>'


def _manner(row: Row) -> str:
    parent = row.telling.parent
    return "own" if parent is None else "slight" if parent.slight else parent.how
