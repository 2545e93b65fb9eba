"""Polling feeds of a local server, round by round."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from local_sites import Answer, Clock, RawServer, Site
from local_sites import given_clock as given_clock  # noqa: PLC0414 - a fixture
from local_sites import given_raw_server as given_raw_server  # noqa: PLC0414 - a fixture
from local_sites import given_site as given_site  # noqa: PLC0414 - a fixture

from retold.errors import UsageError
from retold.read import FetchSettings, WatchSettings, read, watch
from retold.types import Dropped, Page

RSS = {"Content-Type": "application/rss+xml"}


@pytest.fixture
def settings(clock: Clock) -> WatchSettings:
    return WatchSettings(FetchSettings(allow_private=True, obey_robots=False, pause=0, clock=clock, sleep=clock.sleep), every=600)


def rss(*items: str) -> Answer:
    return Answer(f"<rss><channel><title>Courier</title>{''.join(items)}</channel></rss>".encode(), headers=RSS)


def item(url: str, text: str = "", updated: str = "") -> str:
    return f"<item><link>{url}</link><guid>{url}</guid><description>{text}</description><updated>{updated}</updated></item>"


def shown(found: list[Page | Dropped]) -> list[str]:
    return [one.path if isinstance(one, Page) else f"dropped {one.page}: {one.reason}" for one in found]


def rounds_of(url: str, count: int, settings: WatchSettings) -> list[list[str]]:
    return [shown(found) for found in watch([url], settings=settings, rounds=count)]


def test_every_round_gives_what_is_new(site: Site, settings: WatchSettings, clock: Clock) -> None:
    one, two = site.page("/1", "First."), site.page("/2", "Second.")
    site.answers["/feed"] = rss(item(one))
    polling = watch([f"{site.url}/feed"], settings=settings, rounds=3)
    assert shown(next(polling)) == [one]
    site.answers["/feed"] = rss(item(two), item(one))
    assert shown(next(polling)) == [two]
    assert shown(next(polling)) == []
    assert next(polling, None) is None
    assert clock.slept == [600, 600]
    assert site.asked == ["/feed", "/1", "/feed", "/2", "/feed"]


def test_an_entry_marked_as_updated_is_new_again(site: Site, settings: WatchSettings) -> None:
    one = site.page("/1", "First.")
    site.answers["/feed"] = rss(item(one, updated="2024-03-11T09:00:00Z"))
    polling = watch([f"{site.url}/feed"], settings=settings, rounds=2)
    assert shown(next(polling)) == [one]
    site.answers["/feed"] = rss(item(one, updated="2024-03-11T10:00:00Z"))
    assert shown(next(polling)) == [one]


def test_an_unchanged_feed_is_not_sent_again(site: Site, settings: WatchSettings) -> None:
    one = site.page("/1", "First.")

    def feed(headers: Mapping[str, str]) -> Answer:
        if headers.get("If-None-Match") == '"v1"' and headers.get("If-Modified-Since") == "Mon, 11 Mar 2024 09:00:00 GMT":
            return Answer(status=304, headers={})
        return replace(rss(item(one)), headers={**RSS, "ETag": '"v1"', "Last-Modified": "Mon, 11 Mar 2024 09:00:00 GMT"})

    site.answers["/feed"] = feed
    assert rounds_of(f"{site.url}/feed", 2, settings) == [[one], []]
    assert site.asked == ["/feed", "/1", "/feed"]


def test_the_next_run_asks_for_an_unchanged_feed_as_the_last_one_left_it(site: Site, settings: WatchSettings, tmp_path: Path) -> None:
    versions: list[str | None] = []

    def feed(headers: Mapping[str, str]) -> Answer:
        versions.append(headers.get("If-None-Match"))
        unchanged = versions[-1] == '"v1"'
        return Answer(status=304) if unchanged else Answer(rss(item(one)).body, headers={**RSS, "ETag": '"v1"'})

    one = site.page("/1", "First.")
    site.answers["/feed"] = feed
    kept = replace(settings, warc=tmp_path / "evidence.warc.gz")
    assert rounds_of(f"{site.url}/feed", 1, kept) == [[one]]
    assert rounds_of(f"{site.url}/feed", 1, replace(kept, known=frozenset({one}))) == [[]]
    assert rounds_of(f"{site.url}/feed", 1, kept) == [[one]]  # a collection that holds nothing yet needs the whole feed
    assert versions == [None, '"v1"', None]
    (tmp_path / "evidence.warc.gz.feeds.json").write_text("{damaged")
    assert rounds_of(f"{site.url}/feed", 1, replace(kept, known=frozenset({one}))) == [[]]


def test_a_feed_with_a_page_that_failed_is_asked_for_whole_by_the_next_run(site: Site, settings: WatchSettings, tmp_path: Path) -> None:
    kept = replace(settings, warc=tmp_path / "evidence.warc.gz", known=frozenset({"https://x.example/"}))
    site.answers["/feed"] = Answer(rss(item(f"{site.url}/later")).body, headers={**RSS, "ETag": '"v1"'})
    assert "404" in rounds_of(f"{site.url}/feed", 1, kept)[0][0]
    later = site.page("/later", "Here now.")
    assert rounds_of(f"{site.url}/feed", 1, kept) == [[later]]


def test_pages_known_already_are_fetched_only_when_the_feed_dates_them_anew(site: Site, settings: WatchSettings) -> None:
    one, two = site.page("/1", "First."), site.page("/2", "Second.")
    site.answers["/feed"] = rss(item(one), item(two))
    polling = watch([f"{site.url}/feed"], settings=replace(settings, known=frozenset({one})), rounds=2)
    assert shown(next(polling)) == [two]
    site.answers["/feed"] = rss(item(one, updated="2024-03-11T10:00:00Z"), item(two))
    assert shown(next(polling)) == [one]


def test_a_feed_that_fails_is_left_alone_longer_and_longer(site: Site, settings: WatchSettings) -> None:
    url = f"{site.url}/feed"
    site.answers["/feed"] = Answer(status=404)
    reason = f"dropped {url}: the feed could not be polled: the server answered 404 Not Found"
    assert rounds_of(url, 8, settings) == [[reason], [reason], [], [reason], [], [], [], [reason]]


def test_a_feed_that_is_gone_is_not_asked_again(site: Site, settings: WatchSettings) -> None:
    site.answers["/feed"] = Answer(status=410)
    assert [len(found) for found in rounds_of(f"{site.url}/feed", 5, settings)] == [1, 0, 0, 0, 0]
    assert site.asked == ["/feed"]


def test_a_feed_that_asks_for_time_gets_it(site: Site, settings: WatchSettings) -> None:
    site.answers["/feed"] = Answer(status=429, headers={"Retry-After": "2000"})
    assert [len(found) for found in rounds_of(f"{site.url}/feed", 5, settings)] == [1, 0, 0, 0, 1]


def test_new_entries_beyond_the_bound_wait_for_the_next_round(site: Site, settings: WatchSettings) -> None:
    urls = [site.page(f"/{number}", "Text.") for number in range(5)]
    site.answers["/feed"] = rss(*(item(url) for url in urls))
    assert rounds_of(f"{site.url}/feed", 3, replace(settings, entries=2)) == [urls[:2], urls[2:4], urls[4:]]


def test_where_the_page_fails_the_text_that_the_feed_carries_is_taken(site: Site, settings: WatchSettings) -> None:
    gone = f"{site.url}/gone"
    whole = (
        f'<item><link>{gone}</link><guid>g1</guid><content:encoded xmlns:content="c">&lt;p&gt;All of it.&lt;/p&gt;</content:encoded></item>'
    )
    site.answers["/feed"] = rss(whole, item(f"{gone}2", "Only a teaser"))
    assert rounds_of(f"{site.url}/feed", 1, settings) == [[f"{site.url}/feed#g1", f"dropped {gone}2: the server answered 404 Not Found"]]


def test_opml_lists_are_followed_from_files_and_from_addresses(site: Site, settings: WatchSettings, tmp_path: Path) -> None:
    one = site.page("/1", "First.")
    site.answers["/feed"] = rss(item(one))
    opml = f'<opml><body><outline text="News"><outline type="rss" xmlUrl="{site.url}/feed"/></outline></body></opml>'
    site.answers["/list"] = Answer(opml.encode())
    (tmp_path / "feeds.opml").write_text(opml)
    assert rounds_of(str(tmp_path / "feeds.opml"), 1, settings) == [[one]]
    assert rounds_of(f"{site.url}/list", 2, settings) == [[one], []]
    assert site.asked.count("/list") == 1


def test_a_page_that_announces_its_feed_leads_to_it(site: Site, settings: WatchSettings) -> None:
    one = site.page("/1", "First.")
    site.answers["/feed"] = rss(item(one))
    links = """<link rel='stylesheet' href='/x.css'><link rel="alternate" type="application/rss+xml" href="/comments/feed">
        <link rel="alternate" type='application/rss+xml' title="News" href=/feed>"""
    site.answers["/"] = Answer(f"<!doctype html><html><head>{links}</head></html>".encode())
    assert rounds_of(f"{site.url}/", 2, settings) == [[one], []]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<html><body>no feed</body></html>", "is a page of HTML that announces no feed"),
        (b"no markup at all", "is no XML: "),
        (b"", "is no XML: "),
        (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>', "the feed declares XML entities"),
        (b"<rss><channel>" + b"<item><title>x</title></item>" * 9000, "is larger than 200 kB, the bound for one page"),
    ],
)
def test_what_is_no_feed_is_dropped_with_a_reason(site: Site, settings: WatchSettings, content: bytes, expected: str) -> None:
    site.answers["/feed"] = Answer(content, headers=RSS)
    bounded = replace(settings, fetch=replace(settings.fetch, page_bytes=200_000))
    ((line,),) = rounds_of(f"{site.url}/feed", 1, bounded)
    assert line.startswith(f"dropped {site.url}/feed: the feed could not be polled: {expected}")


def test_a_feed_that_never_ends_is_left(raw_server: RawServer, settings: WatchSettings) -> None:
    def talk(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss><channel>")
        while True:
            connection.sendall(b"<item><title>Again</title></item>" * 100)

    url = raw_server(talk) + "/feed"
    bounded = replace(settings, fetch=replace(settings.fetch, page_bytes=200_000))
    assert rounds_of(url, 1, bounded) == [[f"dropped {url}: the feed could not be polled: is larger than 200 kB, the bound for one page"]]


def test_what_was_fetched_is_kept(site: Site, settings: WatchSettings, tmp_path: Path) -> None:
    one = site.page("/1", "First.")
    site.answers["/feed"] = rss(item(one))
    warc = tmp_path / "kept.warc.gz"
    assert rounds_of(f"{site.url}/feed", 1, replace(settings, warc=warc)) == [[one]]
    assert [page.url for page in read([str(warc)]) if isinstance(page, Page)] == [one]


@pytest.mark.parametrize("feeds", [[], ["nowhere.opml"]])
def test_without_feeds_there_is_nothing_to_watch(feeds: list[str]) -> None:
    with pytest.raises(UsageError):
        watch(feeds)
