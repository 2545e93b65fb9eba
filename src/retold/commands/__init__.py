"""What each command does; cli.py says how it is asked."""

from retold.commands.asking import speakers, statements
from retold.commands.checking import check
from retold.commands.consoles import errors_console
from retold.commands.deciding import By, decisions, merge, move, split, undo
from retold.commands.exporting import export
from retold.commands.fetching import FetchOptions, fetch_pages, watch_feeds
from retold.commands.reasons import why
from retold.commands.showing import compare, report, serve, stories, story
from retold.commands.tracing import TraceOptions, demo, trace
from retold.commands.training import train_statements

__all__ = [
    "By",
    "FetchOptions",
    "TraceOptions",
    "check",
    "compare",
    "decisions",
    "demo",
    "errors_console",
    "export",
    "fetch_pages",
    "merge",
    "move",
    "report",
    "serve",
    "speakers",
    "split",
    "statements",
    "stories",
    "story",
    "trace",
    "train_statements",
    "undo",
    "watch_feeds",
    "why",
]
