"""Visits to servers, politely: robots.txt first, one request at a time, a pause between two to one host, redirects followed with care."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from retold.errors import PageError
from retold.read.feeds import web_address
from retold.read.http import Client, Exchange, UnreachedError, normal_url
from retold.read.network import RefusedError, Resolve, resolve
from retold.read.payloads import answered, unpacked
from retold.read.settings import FetchSettings
from retold.text.charset import decode

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSIENT = frozenset({429, 500, 502, 503, 504})
_NO_HEADERS: Mapping[str, str] = {}

Keep = Callable[[Exchange], None]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots.txt allows; `refused` says why nothing is allowed."""

    parsed: Protego | None = None
    refused: str | None = None


@dataclass(slots=True)
class _Host:
    """Who holds `turn` asks; from `free_at` on the host may be asked again."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Courtesy:
    """What visitors of one run share: each host's rules, whose turn it is to ask it, and when it was asked last."""

    def __init__(self, settings: FetchSettings) -> None:
        self.rules: dict[str, Rules] = {}
        self._clock, self._sleep = settings.clock, settings.sleep
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, host: str, pause: Callable[[], float]) -> Iterator[None]:
        """The time in which a host may be asked, once nobody else does; `pause` says for how long it is left alone afterwards."""
        asked = self._hosts.setdefault(host, _Host())
        with asked.turn:
            wait = asked.free_at - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                asked.free_at = self._clock() + pause()


class Visitor:
    """Fetches pages, one at a time, and minds for a whole run what the hosts ask for."""

    def __init__(
        self, settings: FetchSettings, keep: Keep = lambda _: None, resolve: Resolve = resolve, courtesy: Courtesy | None = None
    ) -> None:
        self._settings, self._keep = settings, keep
        self._client = Client(settings, resolve)
        self._token = settings.user_agent.partition("/")[0]  # the name that a robots.txt calls a program by
        self._courtesy = courtesy or Courtesy(settings)

    def close(self) -> None:
        self._client.close()

    def visit(self, url: str, headers: Mapping[str, str] = _NO_HEADERS) -> Exchange:
        """The last answer after redirects. Raises PageError, with the reason, where the page cannot or must not be fetched."""
        return self._follow(url, headers, self._check_rules, self._settings.page_bytes, self._keep)

    def now(self) -> float:
        return self._settings.clock()

    def content(self, answer: Exchange) -> bytes:
        """The answer's body, unpacked. Raises PageError where it unpacks to more than a page may have."""
        return unpacked(answer.body, None, answer.header("Content-Encoding"), self._settings.page_bytes)

    def _follow(self, url: str, headers: Mapping[str, str], check: Callable[[str], None], most: int, keep: Keep) -> Exchange:
        seen: set[str] = set()
        current = normal_url(url)
        for _ in range(self._settings.redirects + 1):
            if current is None:
                raise PageError("leads to an address that is neither http nor https")
            if current in seen:
                raise PageError("the server redirects in a circle")
            seen.add(current)
            check(current)
            answer = self._ask_again(current, headers, most)
            keep(answer)
            target = answer.header("Location") if answer.status in _REDIRECTS else None
            if not target:
                return answer
            current = normal_url(web_address(target, current) or "")
        raise PageError(f"the server redirects more than {self._settings.redirects} times")

    def _ask_again(self, url: str, headers: Mapping[str, str], most: int) -> Exchange:
        """Asks, and asks again after a pause where the server is busy or silent; its last answer counts."""
        wait = self._settings.back_off
        for left in range(self._settings.retries, -1, -1):
            try:
                answer = self._ask(url, headers, most)
            except UnreachedError:
                if not left:
                    raise
                self._settings.sleep(wait)
            else:
                asked = self.retry_after(answer) or wait
                if not left or answer.status not in _TRANSIENT or asked > self._settings.longest_pause:
                    return answer
                self._settings.sleep(asked)
            wait *= 2
        raise PageError("the server was not asked")

    def _ask(self, url: str, headers: Mapping[str, str], most: int) -> Exchange:
        with self._courtesy.turn(urlsplit(url).netloc, lambda: self._pause(url)):
            return self._client.get(url, headers, most)

    def retry_after(self, answer: Exchange) -> float | None:
        """Seconds that the server asks to be left alone for, from its Retry-After; None where it does not say."""
        value = (answer.header("Retry-After") or "").strip()
        if value.isdigit():
            return float(value[:9])
        try:
            return max(0.0, (parsedate_to_datetime(value) - datetime.fromisoformat(answer.moment).astimezone(UTC)).total_seconds())
        except (ValueError, TypeError, IndexError, OverflowError):
            return None

    def _pause(self, url: str) -> float:
        rules = self._courtesy.rules.get(_origin(url))
        asked = rules.parsed.crawl_delay(self._token) if rules and rules.parsed else None
        return min(max(self._settings.pause, float(asked or 0)), self._settings.longest_pause)

    def _check_rules(self, url: str) -> None:
        if not self._settings.obey_robots:
            return
        origin = _origin(url)
        if origin not in self._courtesy.rules:
            self._courtesy.rules[origin] = self._fetch_rules(origin)
        rules = self._courtesy.rules[origin]
        if rules.refused:
            raise PageError(rules.refused)
        if rules.parsed and not rules.parsed.can_fetch(url, self._token):
            raise PageError("the site's robots.txt asks programs not to fetch this page")

    def _fetch_rules(self, origin: str) -> Rules:
        """As RFC 9309 has it: no robots.txt allows everything, a server in trouble nothing."""
        try:
            answer = self._follow(f"{origin}/robots.txt", _NO_HEADERS, lambda _: None, self._settings.robots_bytes, lambda _: None)
            text = decode(unpacked(answer.body, None, answer.header("Content-Encoding"), self._settings.robots_bytes))
        except (UnreachedError, RefusedError) as error:
            return Rules(refused=str(error))
        except PageError as error:
            return Rules(refused=f"the site's robots.txt cannot be read: {error}")
        if answer.status >= 500 or answer.status == 429:
            return Rules(refused=f"the site's robots.txt cannot be read: {answered(answer.status)}")
        return Rules(Protego.parse(text)) if answer.status == 200 else Rules()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
