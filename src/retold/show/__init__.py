"""Show: a ledger as people and programs see it: in the terminal, as one HTML file, and as exports."""

from retold.show.contract import ledger_json, ledger_record

__all__ = ["ledger_json", "ledger_record"]
