"""Run the app until it is interrupted."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from retold.errors import RunError
from retold.types import Ledger


def serve(ledger: Callable[[], Ledger], host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve whatever `ledger` returns at http://host:port/ until Ctrl-C.

    Raises:
        RunError: the extra is not installed, or the address is taken or not allowed.

    """
    try:
        uvicorn = import_module("uvicorn")
        app = import_module("retold.web.app")
    except ImportError as error:
        raise RunError("the app needs two more packages: pip install 'retold[web]'") from error
    hosts = ("*",) if host in ("0.0.0.0", "::") else (*app.LOCAL_HOSTS, host)  # noqa: S104 - compared, and only where it was asked for
    try:
        uvicorn.run(app.make_app(ledger, hosts), host=host, port=port, log_level="warning")
    except SystemExit as error:
        # uvicorn says what was wrong on standard error, and leaves.
        raise RunError(f"cannot serve at {host}:{port}. Choose another port with --port.") from error
