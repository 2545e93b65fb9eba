"""Fetching from local servers that behave, misbehave and stall."""

from __future__ import annotations

import gzip
import itertools
import socket
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from local_sites import Answer, Clock, RawServer, Site, Write
from local_sites import given_clock as given_clock  # noqa: PLC0414 - a fixture
from local_sites import given_raw_server as given_raw_server  # noqa: PLC0414 - a fixture
from local_sites import given_site as given_site  # noqa: PLC0414 - a fixture
from local_sites import given_write as given_write  # noqa: PLC0414 - a fixture

from retold.errors import PageError, RunError, UsageError
from retold.read import FetchSettings, Settings, fetch, read
from retold.read.addresses import is_public
from retold.read.http import normal_url
from retold.read.visits import Visitor
from retold.types import Dropped, Page


@pytest.fixture
def settings(clock: Clock) -> FetchSettings:
    return FetchSettings(allow_private=True, clock=clock, sleep=clock.sleep)


def one(url: str, settings: FetchSettings) -> Page | Dropped:
    (item,) = fetch([url], settings=settings)
    return item


def page(url: str, settings: FetchSettings) -> Page:
    item = one(url, settings)
    assert isinstance(item, Page), item
    return item


def reason(url: str, settings: FetchSettings) -> str:
    item = one(url, settings)
    assert isinstance(item, Dropped), item
    assert item.page == url
    return item.reason


def test_a_page_comes_with_its_address_its_moment_and_its_type(site: Site, settings: FetchSettings) -> None:
    got = page(site.page("/ferry", "A ferry sank."), settings)
    assert (got.path, got.url, got.content_type) == (f"{site.url}/ferry", f"{site.url}/ferry", "text/html; charset=utf-8")
    assert b"A ferry sank." in got.content if isinstance(got.content, bytes) else False
    assert got.fetched is not None
    assert got.fetched.endswith("Z")
    assert "retold/" in site.headers[-1]["User-Agent"]


def test_redirects_are_followed_and_the_last_address_kept(site: Site, settings: FetchSettings) -> None:
    site.page("/new?id=1", "Moved.")
    site.answers["/old"] = Answer(status=301, headers={"Location": "/middle"})
    site.answers["/middle"] = Answer(status=302, headers={"Location": f"{site.url}/new?id=1#top"})
    got = page(f"{site.url}/old", settings)
    assert (got.path, got.url) == (f"{site.url}/old", f"{site.url}/new?id=1")


def test_redirects_in_a_circle_and_without_end_stop(site: Site, settings: FetchSettings) -> None:
    site.answers["/a"] = Answer(status=302, headers={"Location": "/b"})
    site.answers["/b"] = Answer(status=302, headers={"Location": "/a"})
    for number in range(20):
        site.answers[f"/{number}"] = Answer(status=302, headers={"Location": f"/{number + 1}"})
    assert reason(f"{site.url}/a", settings) == "the server redirects in a circle"
    assert reason(f"{site.url}/0", replace(settings, redirects=5)) == "the server redirects more than 5 times"
    assert len(site.asked) < 12


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://x.example/", "javascript:alert(1)"])
def test_a_redirect_leads_to_the_web_only(site: Site, settings: FetchSettings, target: str) -> None:
    site.answers["/a"] = Answer(status=302, headers={"Location": target})
    assert reason(f"{site.url}/a", settings) == "leads to an address that is neither http nor https"


def test_private_addresses_are_refused_unless_told_otherwise(site: Site, settings: FetchSettings) -> None:
    url = site.page("/ferry", "A ferry sank.")
    assert (
        reason(url, replace(settings, allow_private=False))
        == "127.0.0.1 has the address 127.0.0.1, which is private or local; it is not fetched"
    )
    assert site.asked == []


def test_private_addresses_are_refused_after_a_redirect_too(site: Site, settings: FetchSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loopback stands for a public address here, so that a public name can lead to a private one."""
    monkeypatch.setattr(import_module("retold.read.network"), "is_public", lambda address: address == "127.0.0.1")
    port = int(site.url.rpartition(":")[2])
    site.answers["/out"] = Answer(status=302, headers={"Location": f"http://inside.example:{port}/secret"})
    addresses = {"public.example": ["127.0.0.1"], "inside.example": ["127.0.0.1", "10.0.0.1"]}
    visitor = Visitor(replace(settings, allow_private=False), resolve=lambda host, _: addresses[host])
    with pytest.raises(PageError, match=r"inside.example has the address 10.0.0.1, which is private or local"):
        visitor.visit(f"http://public.example:{port}/out")
    visitor.close()
    assert site.asked == ["/robots.txt", "/out"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("not an address", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_robots_txt_is_asked_once_and_obeyed(site: Site, settings: FetchSettings) -> None:
    site.answers["/robots.txt"] = Answer(
        b"User-agent: *\nDisallow: /private\nDisallow: /*?print=\n", headers={"Content-Type": "text/plain"}
    )
    urls = [site.page(path, "text") for path in ("/1", "/private/2", "/3?print=1", "/4")]
    got = [item.reason if isinstance(item, Dropped) else item.path for item in fetch(urls, settings=settings)]
    refused = "the site's robots.txt asks programs not to fetch this page"
    assert got == [urls[0], refused, refused, urls[3]]
    assert site.asked == ["/robots.txt", "/1", "/4"]
    assert page(urls[1], replace(settings, obey_robots=False))


def test_robots_txt_counts_at_the_end_of_a_redirect(site: Site, settings: FetchSettings) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: retold\nDisallow: /private\n")
    site.answers["/open"] = Answer(status=302, headers={"Location": "/private"})
    assert reason(f"{site.url}/open", settings) == "the site's robots.txt asks programs not to fetch this page"


def test_a_server_in_trouble_is_not_fetched_from(site: Site, settings: FetchSettings) -> None:
    site.answers["/robots.txt"] = Answer(status=503)
    assert reason(site.page("/1", "text"), settings) == "the site's robots.txt cannot be read: the server answered 503 Service Unavailable"


def test_between_two_requests_to_a_host_lies_a_pause(site: Site, settings: FetchSettings, clock: Clock) -> None:
    urls = [site.page(f"/{number}", "text") for number in range(3)]
    list(fetch(urls, settings=replace(settings, pause=5)))
    assert clock.slept == [5, 5, 5]
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 20\n")
    clock.slept.clear()
    list(fetch(urls[:2], settings=replace(settings, pause=5)))
    assert clock.slept == [5, 20]


def test_a_busy_server_is_asked_again_later_and_then_given_up(site: Site, settings: FetchSettings, clock: Clock) -> None:
    tries = itertools.count(1)
    good = Answer(b"<html><p>Here now</p></html>")
    site.answers["/busy"] = lambda _: Answer(status=503, headers={"Retry-After": "7"}) if next(tries) < 3 else good
    polite = replace(settings, obey_robots=False, pause=0)
    assert page(f"{site.url}/busy", polite)
    assert clock.slept == [7, 7]
    site.answers["/down"] = Answer(status=500)
    assert reason(f"{site.url}/down", polite) == "the server answered 500 Internal Server Error"
    assert clock.slept == [7, 7, 2, 4]
    site.answers["/long"] = Answer(status=429, headers={"Retry-After": "86400"})
    assert reason(f"{site.url}/long", polite) == "the server answered 429 Too Many Requests"
    assert clock.slept == [7, 7, 2, 4]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(b"<html>gone</html>", 404), "the server answered 404 Not Found"),
        (Answer(b""), "the server sent an empty page"),
        (Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "is application/pdf, not a page of HTML or text"),
        (Answer(b"<rss/>", headers={"Content-Type": "application/rss+xml"}), "is a feed, not a page; poll it with: retold watch"),
        (Answer(b"x" * 5001), "is larger than 5 kB, the bound for one page"),
        (
            Answer(gzip.compress(b"x" * 1_000_000), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}),
            "unpacks to more than 5 kB, the bound for one page",
        ),
    ],
)
def test_what_is_no_page_is_dropped_with_a_reason(site: Site, settings: FetchSettings, answer: Answer, expected: str) -> None:
    site.answers["/x"] = answer
    assert reason(f"{site.url}/x", replace(settings, page_bytes=5000)) == expected


@pytest.mark.parametrize(("encoding", "packed"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_answers_are_unpacked(site: Site, settings: FetchSettings, encoding: str, packed: Callable[[bytes], bytes]) -> None:
    site.answers["/x"] = Answer(packed(b"<html>hello</html>"), headers={"Content-Type": "text/html", "Content-Encoding": encoding})
    assert page(f"{site.url}/x", settings).content == b"<html>hello</html>"


def test_a_server_that_stalls_is_left_after_the_time_is_over(raw_server: RawServer) -> None:
    """Real time, a few hundredths of a second: silent, and sending one byte after the other for ever."""
    settings = FetchSettings(allow_private=True, obey_robots=False, seconds=0.05, retries=0)

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000000\r\n\r\n")
        while True:
            connection.sendall(b"x")

    for talk in (lambda connection: connection.recv(1) and None, drip):
        assert reason(raw_server(talk) + "/x", settings) == "the server took longer than 0.05 seconds"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (b"", "the server does not speak proper HTTP"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "the server does not speak proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<html>cut", "the server does not speak proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000, "the server does not speak proper HTTP"),
    ],
)
def test_a_server_that_speaks_no_http_is_dropped(raw_server: RawServer, settings: FetchSettings, said: bytes, expected: str) -> None:
    url = raw_server(lambda connection: connection.sendall(said))
    assert reason(f"{url}/x", replace(settings, obey_robots=False)).startswith(expected)


def test_nobody_there(settings: FetchSettings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert reason(f"http://127.0.0.1:{port}/", settings).startswith("the server cannot be reached: ")


def test_what_is_no_address_is_asked_wrongly() -> None:
    with pytest.raises(UsageError, match=r"Not an address to fetch: ftp://x\.example/a, nonsense"):
        fetch(["https://x.example/", "ftp://x.example/a", "nonsense"])


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://User:pass@Courier.Example/a b#top", "https://courier.example/a%20b"),
        ("http://zürich.example/größe?q=ü", "http://xn--zrich-kva.example/gr%C3%B6%C3%9Fe?q=%C3%BC"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://x.example", "http://x.example/"),
        ("http://x.example/%2F?a=1&b=%20", "http://x.example/%2F?a=1&b=%20"),
        ("http://x.example:99999/", None),
        ("http:///path", None),
        ("http://[::1", None),
        ("mailto:a@b.example", None),
        ("http://x.example/\ud800", None),
        ("http://" + "a" * 300 + "é.example/", None),
    ],
)
def test_addresses_are_sent_in_one_form(url: str, expected: str | None) -> None:
    assert normal_url(url) == expected


def test_what_was_fetched_is_kept_and_reads_back_as_the_same_pages(site: Site, settings: FetchSettings, tmp_path: Path) -> None:
    site.answers["/packed"] = Answer(
        gzip.compress(b"<html><p>packed</p></html>"), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
    )
    site.answers["/old"] = Answer(status=301, headers={"Location": "/new"})
    urls = [site.page("/new", "A ferry sank."), f"{site.url}/packed", f"{site.url}/old", f"{site.url}/missing"]
    warc = tmp_path / "kept" / "evidence.warc.gz"
    fetched = list(fetch(urls[:2], warc=warc, settings=settings)) + list(fetch(urls[2:], warc=warc, settings=settings))

    def facts(items: list[Page | Dropped]) -> list[tuple[object, ...]]:
        return [(item.url, item.content, item.content_type, item.fetched) for item in items if isinstance(item, Page)]

    again = list(read([str(warc)]))
    assert facts(again) == facts(fetched)
    assert [item.reason for item in again if isinstance(item, Dropped)] == ["the server answered 404 Not Found"]
    kept = gzip.decompress(warc.read_bytes())
    assert kept.count(b"WARC-Type: request") == kept.count(b"WARC-Type: response") == 5
    assert kept.count(b"WARC-Type: warcinfo") == 1


def test_evidence_of_a_run_that_was_cut_off_is_added_to_and_reads_on(site: Site, settings: FetchSettings, tmp_path: Path) -> None:
    warc = tmp_path / "evidence.warc.gz"
    urls = [site.page(f"/{number}", f"Page {number}.") for number in range(3)]
    list(fetch(urls[:2], warc=warc, settings=settings))
    warc.write_bytes(warc.read_bytes()[:-400])
    list(fetch(urls[2:], warc=warc, settings=settings))
    read_back = list(read([str(warc)]))
    assert [page.url for page in read_back if isinstance(page, Page)] in ([urls[0], urls[2]], urls)
    assert any("damaged" in item.reason for item in read_back if isinstance(item, Dropped))


def test_without_a_place_to_keep_pages_nothing_is_fetched(site: Site, settings: FetchSettings, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be written"):
        fetch([site.page("/1", "text")], warc=tmp_path, settings=settings)
    assert site.asked == []


def test_a_full_disk_stops_the_run(site: Site, settings: FetchSettings) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(RunError, match="No space left on device"):
        list(fetch([site.page("/1", "text")], warc=full, settings=settings))


def test_addresses_among_the_paths_are_fetched_in_their_place(site: Site, settings: FetchSettings, write: Write) -> None:
    url = site.page("/ferry", "A ferry sank.")
    paths = [write("1.html", "<p>one"), url, write("2.html", "<p>two")]
    assert [item.path for item in read(paths, settings=Settings(fetching=settings)) if isinstance(item, Page)] == paths


def test_headers_are_as_asked(site: Site, settings: FetchSettings) -> None:
    seen: list[Mapping[str, str]] = []

    def remember(headers: Mapping[str, str]) -> Answer:
        seen.append(headers)
        return Answer(b"<html>x</html>")

    site.answers["/x"] = remember
    page(f"{site.url}/x", replace(settings, user_agent="courier-monitor/1"))
    assert seen[0]["User-Agent"] == "courier-monitor/1"
    assert seen[0]["Host"] == site.url.removeprefix("http://")


@given(st.text(max_size=40))
def test_any_text_is_an_address_in_ascii_or_none(text: str) -> None:
    for candidate in (text, f"http://{text}", f"https://x.example/{text}"):
        found = normal_url(candidate)
        assert found is None or (found.isascii() and normal_url(found) == found)
