"""Run the per-page and per-story grains on this machine, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 4
WAITING_BATCHES_A_JOB = 4  # enough to keep every process busy, few enough that memory stays bounded on an endless source
FEWEST_TO_SHARE = 16  # below this, starting processes (two seconds) costs more than they save


class LocalEngine:
    """Maps a function over items in order, with a bounded number of them under way.

    `jobs` 0 means one for each processor. Use it as a context manager: leaving it, also by Ctrl-C, ends its processes.
    """

    def __init__(self, jobs: int = 0) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Results in the order of the items. Few items run in this process."""
        rest = iter(items)
        first = list(islice(rest, FEWEST_TO_SHARE))
        if self.jobs == 1 or (len(first) < FEWEST_TO_SHARE and self._pool is None):
            yield from map(function, first)
            yield from map(function, rest)
            return
        yield from self._map_in_processes(function, chain(first, rest))

    def _map_in_processes(self, function: Callable[[Item], Result], items: Iterator[Item]) -> Iterator[Result]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, ways_to_start(), leave_stopping_to_the_parent)
        waiting: deque[Future[list[Result]]] = deque()
        while batch := list(islice(items, BATCH)):
            waiting.append(self._pool.submit(run_batch, function, batch))
            if len(waiting) > self.jobs * WAITING_BATCHES_A_JOB:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def ways_to_start() -> BaseContext:
    """Workers forked from one process that has loaded everything, where the system can: loading costs each of the others two seconds.

    Forking is not safe on macOS, whose own libraries start threads, and does not exist on Windows.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["retold.engine.warm"])
    return context


def run_batch(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]


def leave_stopping_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent knows what to keep."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
