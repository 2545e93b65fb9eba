"""Several hosts at once, each by one request at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from local_sites import Answer, Site
from local_sites import given_site as given_site  # noqa: PLC0414 - a fixture

from retold.errors import RunError
from retold.read import FetchSettings, fetch
from retold.read.hosts import Visitors
from retold.read.visits import Visitor
from retold.types import Page

SETTINGS = FetchSettings(allow_private=True, obey_robots=False, pause=0)


@dataclass
class Busy:
    """How many work on an item of a host at once, at most."""

    now: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def work(self, _: Visitor, url: str) -> str:
        host = url.split("/")[2]
        with self.lock:
            self.now[host] = self.now.get(host, 0) + 1
            self.most[host] = max(self.most.get(host, 0), self.now[host])
        with self.lock:
            self.now[host] -= 1
        return url


def test_results_come_in_the_order_of_the_items_and_a_host_is_never_asked_twice_at_once() -> None:
    urls = [f"https://{host}.example/{number}" for number in range(40) for host in ("one", "two", "three")]
    busy, visitors = Busy(), Visitors(SETTINGS)
    assert list(visitors.map(urls, lambda url: url, busy.work)) == urls
    assert busy.most == {"one.example": 1, "two.example": 1, "three.example": 1}
    visitors.close()


def both_at_once(meeting: threading.Barrier) -> Callable[[Mapping[str, str]], Answer]:
    def answer(_: Mapping[str, str]) -> Answer:
        meeting.wait(timeout=20)
        return Answer(b"<html><body><p>Both are here.</p></body></html>")

    return answer


def test_a_slow_host_holds_up_no_other(site: Site) -> None:
    site.answers["/meet"] = both_at_once(threading.Barrier(2))  # neither answers before the other is asked
    port = site.url.rpartition(":")[2]
    urls = [f"http://127.0.0.1:{port}/meet", f"http://localhost:{port}/meet"]
    assert [item.path for item in fetch(urls, settings=SETTINGS) if isinstance(item, Page)] == urls


def test_a_failure_reaches_whoever_waits_and_ends_the_rest() -> None:
    begun = []

    def fail(_: Visitor, url: str) -> str:
        begun.append(url)
        raise RunError("the disk is full")

    visitors = Visitors(SETTINGS)
    with pytest.raises(RunError, match="the disk is full"):
        list(visitors.map([f"https://{host}.example/{n}" for n in range(1000) for host in "ab"], lambda url: url, fail))
    assert len(begun) < 1000
    visitors.close()


def test_leaving_early_ends_the_rest() -> None:
    visitors = Visitors(SETTINGS)
    results = visitors.map([f"https://{host}.example/{n}" for n in range(1000) for host in "ab"], lambda url: url, lambda _, url: url)
    assert next(results) == "https://a.example/0"
    results.close()  # type: ignore[attr-defined]
    visitors.close()
