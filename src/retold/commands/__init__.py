"""What each command does; cli.py says how it is asked."""

from retold.commands.asking import speakers, statements, why
from retold.commands.consoles import errors_console
from retold.commands.deciding import decisions, merge, move, split, undo
from retold.commands.exporting import export
from retold.commands.showing import compare, report, stories, story
from retold.commands.tracing import TraceOptions, demo, trace

__all__ = [
    "TraceOptions",
    "compare",
    "decisions",
    "demo",
    "errors_console",
    "export",
    "merge",
    "move",
    "report",
    "speakers",
    "split",
    "statements",
    "stories",
    "story",
    "trace",
    "undo",
    "why",
]
