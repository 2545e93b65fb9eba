import socket
import sys

import pytest

from retold.errors import RunError
from retold.types import Ledger
from retold.web import serve


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(RunError, match=r"pip install 'retold\[web\]'"):
        serve(Ledger)


def test_an_address_that_is_taken_is_said_so() -> None:
    pytest.importorskip("uvicorn")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(RunError, match="Choose another port"):
            serve(Ledger, port=taken.getsockname()[1])
