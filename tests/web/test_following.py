from pathlib import Path

from retold.types import Ledger
from retold.web.following import while_unchanged


def test_the_ledger_is_read_again_only_when_its_file_has_changed(tmp_path: Path) -> None:
    store, loads = tmp_path / "retold.db", list[Ledger]()

    def load() -> Ledger:
        loads.append(Ledger())
        return loads[-1]

    ledger = while_unchanged(store, load)
    store.write_bytes(b"one")
    assert ledger() is ledger()
    assert len(loads) == 1
    (tmp_path / "retold.db-wal").write_bytes(b"more")
    assert ledger() is loads[1]
