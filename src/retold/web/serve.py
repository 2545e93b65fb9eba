"""Run the app until it is interrupted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from retold.errors import RunError, UsageError
from retold.types import Ledger

LAST_PORT = 65535


def serve(
    ledger: Callable[[], Ledger],
    host: str = "127.0.0.1",
    port: int = 8000,
    ready: Callable[[], None] = lambda: None,
    search: Callable[[str], Sequence[str]] | None = None,
) -> None:
    """Serve whatever `ledger` returns at http://host:port/ until Ctrl-C; `ready` is called when nothing is missing any more.

    `search` gives the ids of the articles that hold all of some words, best first.

    Raises:
        UsageError: there is no such port.
        RunError: the extra is not installed, or the address is taken or not allowed.

    """
    if not 0 < port < LAST_PORT + 1:
        raise UsageError(f"--port {port}: give a number from 1 to {LAST_PORT}")
    try:
        uvicorn = import_module("uvicorn")
        app = import_module("retold.web.app")
    except ImportError as error:
        raise RunError(
            "the app needs two more packages: pip install 'retold[web]', or in a copy of the repository: .venv/bin/uv sync --inexact --extra web"
        ) from error
    hosts = ("*",) if host in ("0.0.0.0", "::") else (*app.LOCAL_HOSTS, host)  # noqa: S104 - compared, and only where it was asked for
    ready()
    try:
        uvicorn.run(app.make_app(ledger, hosts, search), host=host, port=port, log_level="warning")
    except SystemExit as error:
        # uvicorn says what was wrong on standard error, and leaves.
        raise RunError(f"cannot serve at {host}:{port}. Choose another port with --port.") from error
