"""Where results and everything else are written: standard output for results, standard error for progress and messages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from retold.engine.collection import Report
from retold.errors import RunError


def results_console() -> Console:
    return Console(soft_wrap=not sys.stdout.isatty(), highlight=False)


def errors_console() -> Console:
    return Console(stderr=True, highlight=False)


@contextmanager
def progress() -> Iterator[Report]:
    """A report that shows each step with its count and rate on a terminal, and says nothing when piped."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
    )
    console = errors_console()
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def report(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total, rate="")
            speed = bars.tasks[tasks[step]].speed
            bars.update(tasks[step], completed=done, total=total, rate=f"{speed:.0f}/s" if speed else "")

        yield report


def write_bytes(content: bytes, target: Path) -> None:
    """Write to a file, or to standard output for "-".

    Raises:
        RunError: the file cannot be written.

    """
    if str(target) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        target.write_bytes(content)
    except OSError as error:
        raise RunError(f"cannot write {target}: {error.strerror or error}. Choose another place with -o or --json.") from error
