"""retold train statements: a newsroom's own annotated articles teach where the rules are to be followed."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from retold.attribute.learned import annotated, train
from retold.commands.consoles import errors_console
from retold.errors import UsageError


def train_statements(data: Path, output: Path) -> int:
    """Learn from `data` and write the model to `output`."""
    if not data.is_file():
        raise UsageError(f"there is no file {data}. Give a .jsonl or .jsonl.gz of objects with text and attributions.")
    count = train(annotated(data), output)
    errors_console().print(
        f"learned from {count} texts; the model is {escape(str(output))}: retold statements FILE --model {escape(str(output))}",
        soft_wrap=True,
    )
    return 0
