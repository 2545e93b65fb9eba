"""The ledger on disk."""

from retold.store.kept import findings_by_story
from retold.store.store import Store

__all__ = ["Store", "findings_by_story"]
