"""Several hosts asked at once, each by one request at a time: visitors in threads that share what they know of every host."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from retold.read.settings import FetchSettings
from retold.read.visits import Courtesy, Keep, Visitor

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4  # pages a thread that may wait, fetched, for an earlier one: what bounds memory


class Visitors:
    """One visitor for what is done one after the other (`first`), and as many more as hosts are asked at once."""

    def __init__(self, settings: FetchSettings, keep: Keep = lambda _: None) -> None:
        self._settings, self._keep = settings, keep
        self._courtesy = Courtesy(settings)
        self.first = self._new()
        self._idle: SimpleQueue[Visitor] = SimpleQueue()
        self._made = [self.first]

    def map(self, items: Sequence[Item], url_of: Callable[[Item], str], work: Callable[[Visitor, Item], Result]) -> Iterator[Result]:
        """What `work` gives for each item, in the order of the items; those of one host one after the other."""
        hosts = {urlsplit(url_of(item)).netloc for item in items}
        if len(hosts) < 2:
            yield from (work(self.first, item) for item in items)
            return
        at_once = min(self._settings.hosts_at_once, len(hosts))
        while len(self._made) <= at_once:
            self._made.append(self._new())
            self._idle.put(self._made[-1])
        lanes: _Lanes[Item, Result] = _Lanes(at_once, lambda item: self._lend(work, item))
        waiting: deque[Future[Result]] = deque()
        try:
            for item in items:
                waiting.append(lanes.submit(urlsplit(url_of(item)).netloc, item))
                if len(waiting) >= at_once * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            lanes.close()

    def close(self) -> None:
        for visitor in self._made:
            visitor.close()

    def _new(self) -> Visitor:
        return Visitor(self._settings, self._keep, courtesy=self._courtesy)

    def _lend(self, work: Callable[[Visitor, Item], Result], item: Item) -> Result:
        visitor = self._idle.get()
        try:
            return work(visitor, item)
        finally:
            self._idle.put(visitor)


class _Lanes(Generic[Item, Result]):
    """A queue for each host, that one thread at a time works off."""

    def __init__(self, threads: int, work: Callable[[Item], Result]) -> None:
        self._work = work
        self._threads = ThreadPoolExecutor(threads)
        self._lock = threading.Lock()
        self._lanes: dict[str, deque[tuple[Item, Future[Result]]]] = {}
        self._closed = False

    def submit(self, host: str, item: Item) -> Future[Result]:
        future: Future[Result] = Future()
        with self._lock:
            if host in self._lanes:
                self._lanes[host].append((item, future))
                return future
            self._lanes[host] = deque([(item, future)])
        self._threads.submit(self._work_off, host)
        return future

    def close(self) -> None:
        """Waits for the requests that are under way, and leaves the others."""
        self._closed = True
        self._threads.shutdown(cancel_futures=True)

    def _work_off(self, host: str) -> None:
        while True:
            with self._lock:
                if self._closed or not self._lanes[host]:
                    del self._lanes[host]
                    return
                item, future = self._lanes[host].popleft()
            try:
                future.set_result(self._work(item))
            except BaseException as error:  # noqa: BLE001 - whoever waits for the result gets it
                future.set_exception(error)
