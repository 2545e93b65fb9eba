"""What can go wrong. Every message says what was wrong, where, and what to do.

RetoldError
├── PageError           skip this page: it is counted in `dropped` with its reason, and the run goes on
└── RunError            stop the run: exit code 1
    ├── StoreError      the ledger file cannot be used (newer version, locked, damaged, disk full)
    ├── NotFoundError   no such story, article or claim
    └── UsageError      asked wrongly: exit code 2
"""

from __future__ import annotations


class RetoldError(Exception):
    """Any failure that Retold explains to a person."""


class PageError(RetoldError):
    """A page cannot be used; the rest goes on."""


class RunError(RetoldError):
    """The run cannot go on."""


class StoreError(RunError):
    """The ledger file cannot be used."""


class NotFoundError(RunError):
    """What was asked for is not in the ledger."""


class UsageError(RunError):
    """The command was asked wrongly."""
