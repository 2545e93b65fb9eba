"""Things that stand somewhere in a text, in order of their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=Spanned)


def within(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Those that begin in `[start, end)`; `items` are in order of their beginnings."""
    return items[bisect_left(items, start, key=_start) : bisect_left(items, end, key=_start)]


def _start(item: Spanned) -> int:
    return item.start
