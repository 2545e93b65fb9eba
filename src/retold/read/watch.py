"""New articles of feeds, round after round: conditional requests, one at a time a host, and a feed that fails is left alone longer and longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from retold.errors import PageError, UsageError
from retold.read.entries import page_from_entry
from retold.read.evidence import Evidence
from retold.read.feeds import Entry, Feed, parse_feed
from retold.read.fetch import fetch_page
from retold.read.files import bounded
from retold.read.followed import Followed, Memory
from retold.read.hosts import Visitors
from retold.read.http import Exchange, normal_url
from retold.read.payloads import answered
from retold.read.settings import WatchSettings
from retold.read.visits import Visitor
from retold.types import Dropped, Page

_MOST_REMEMBERED = 200_000  # entries remembered, oldest forgotten first: some 40 MB


@dataclass(slots=True)
class Seen:
    """Entries that were handed on, oldest first, with the date they bore; one that bears another date is new again."""

    dates: dict[str, str | None] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    def is_new(self, entry: Entry) -> bool:
        address, date = entry.url or entry.id, entry.updated or entry.published
        if address in self.dates:
            return self.dates[address] != date
        if address in self.known:
            self.add(entry)
        return address not in self.known

    def add(self, entry: Entry) -> None:
        address = entry.url or entry.id
        self.dates.pop(address, None)
        self.dates[address] = entry.updated or entry.published
        while len(self.dates) > _MOST_REMEMBERED:
            del self.dates[next(iter(self.dates))]


@dataclass(frozen=True, slots=True)
class _New:
    """An entry to hand on, and where it stood."""

    entry: Entry
    parsed: Feed
    feed: Followed

    @property
    def address(self) -> str:
        return normal_url(self.entry.url or "") or ""


def watch(feeds: Iterable[str], *, settings: WatchSettings | None = None, rounds: int | None = None) -> Iterator[list[Page | Dropped]]:
    """What is new in the feeds, a list a round, without end unless `rounds` says so; between rounds it sleeps.

    `feeds` are addresses of feeds, of OPML lists or of pages that announce their feed, or OPML files. An entry's page is fetched; where that fails and the feed itself
    carries the article, the feed's text is taken. Raises UsageError, before the first round, for what is neither address nor file.
    """
    settings = settings or WatchSettings()
    followed = [Followed(url) for url in _addresses(feeds)]
    evidence = Evidence(settings.warc, settings.fetch.user_agent) if settings.warc else None
    return _rounds(followed, evidence, settings, rounds)


def _addresses(feeds: Iterable[str]) -> list[str]:
    found: list[str] = []
    for given in feeds:
        if normal_url(given):
            found.append(given)
        elif Path(given).is_file():
            found += _listed(given)
        else:
            raise UsageError(f"Neither a feed's address nor a file that lists feeds: {given}")
    if not found:
        raise UsageError("No feeds to watch. Give addresses of RSS, Atom or JSON feeds, or an OPML file.")
    return list(dict.fromkeys(found))


def _listed(path: str) -> Sequence[str]:
    try:
        with Path(path).open("rb") as stream:
            feeds = parse_feed(bounded(stream, 20_000_000)).feeds
    except (PageError, OSError) as error:
        raise UsageError(f"{path} is no OPML list of feeds: {error}") from error
    return feeds


def _rounds(
    followed: list[Followed], evidence: Evidence | None, settings: WatchSettings, rounds: int | None
) -> Iterator[list[Page | Dropped]]:
    visitors = Visitors(settings.fetch, evidence.keep) if evidence else Visitors(settings.fetch)
    memory = Memory(settings.warc, bool(settings.known))
    memory.recall(followed)
    seen = Seen(known=settings.known)
    done = 0
    try:
        while rounds is None or done < rounds:
            if done:
                settings.fetch.sleep(settings.every)
            # `followed` grows while it is gone through: feeds that a list or a page names are polled in the same round.
            found = [item for feed in followed for item in _new_of_feed(visitors.first, feed, seen, settings, followed)]
            pages = list(visitors.map(found, lambda item: item.address if isinstance(item, _New) else "", _page))
            for item, page in zip(found, pages, strict=True):
                if isinstance(item, _New):
                    item.feed.incomplete |= isinstance(page, Dropped)
            yield pages
            memory.keep(followed)
            done += 1
    finally:
        visitors.close()
        if evidence:
            evidence.close()


def _new_of_feed(
    visitor: Visitor, feed: Followed, seen: Seen, settings: WatchSettings, followed: list[Followed]
) -> Iterator[_New | Dropped]:
    if feed.gone or settings.fetch.clock() < feed.not_before:
        return
    try:
        parsed = _poll(visitor, feed)
    except PageError as error:
        _leave_alone(feed, settings)
        yield Dropped(feed.url, f"the feed could not be polled: {error}")
        return
    feed.failures = 0
    _follow_listed(parsed, feed, followed)
    new = [entry for entry in parsed.entries if seen.is_new(entry)]
    if len(new) > settings.entries:
        feed.etag = feed.modified = None  # so that the rest is seen in the next round
    for entry in new[: settings.entries]:
        seen.add(entry)
        yield _New(entry, parsed, feed)


def _poll(visitor: Visitor, feed: Followed) -> Feed:
    """The feed as it is now, empty where the server says that nothing changed. Raises PageError where it cannot be had."""
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    answer = visitor.visit(feed.url, {name: value for name, value in conditions.items() if value})
    if answer.status == 304:
        return Feed()
    if not 200 <= answer.status < 300:
        feed.gone = answer.status == 410
        feed.not_before = max(feed.not_before, _asked(visitor, answer))
        raise PageError(answered(answer.status))
    parsed = parse_feed(visitor.content(answer), answer.url, answer.header("Content-Type"))
    feed.etag, feed.modified = answer.header("ETag"), answer.header("Last-Modified")
    return parsed


def _asked(visitor: Visitor, answer: Exchange) -> float:
    return visitor.now() + (visitor.retry_after(answer) or 0.0)


def _leave_alone(feed: Followed, settings: WatchSettings) -> None:
    feed.failures += 1
    wait = min(settings.every * 2 ** min(feed.failures - 1, 20), settings.longest_wait)
    feed.not_before = max(feed.not_before, settings.fetch.clock() + wait)


def _follow_listed(parsed: Feed, feed: Followed, followed: list[Followed]) -> None:
    """An address that gave a list of feeds, or a page that announces one, has done its work."""
    known = {one.url for one in followed}
    followed.extend(Followed(url) for url in parsed.feeds if url not in known)
    feed.gone = feed.gone or bool(parsed.feeds)


def _page(visitor: Visitor, item: _New | Dropped) -> Page | Dropped:
    if isinstance(item, Dropped):
        return item
    entry = item.entry
    if entry.url is None:
        return page_from_entry(entry, item.parsed, item.feed.url)
    page = fetch_page(visitor, entry.url)
    if isinstance(page, Dropped) and entry.content:
        carried = page_from_entry(entry, item.parsed, item.feed.url)
        return carried if isinstance(carried, Page) else page
    return page
