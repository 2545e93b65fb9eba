"""retold check: is this ledger sound?"""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from retold.commands.consoles import errors_console, results_console
from retold.store import Store
from retold.store.check import faults


def check(store: Path) -> int:
    """Print every fault of the file and of what it says; 1 where there is any."""
    with Store(store, must_exist=True) as opened:
        damage = opened.damage()
        ledger = opened.ledger()
    found = [*damage, *faults(ledger)]
    console = results_console()
    for fault in found:
        console.print(escape(fault), soft_wrap=True)
    if found:
        errors_console().print(
            f"{len(found)} faults. Trace the pages again into another --store, and report what made this one.", soft_wrap=True
        )
        return 1
    console.print(
        f"{escape(str(store))} is sound: {len(ledger.articles)} articles, {len(ledger.stories)} stories, {len(ledger.statements)} statements, {len(ledger.claims)} claims.",
        soft_wrap=True,
    )
    return 0
