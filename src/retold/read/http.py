"""One HTTP request and its answer, within the bounds of time and size."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit, urlunsplit

import certifi
import httpcore

from retold.errors import PageError
from retold.read.files import in_words
from retold.read.network import GuardedNetwork, Resolve, resolve
from retold.read.settings import FetchSettings

_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what stands unquoted in a path or query


class UnreachedError(PageError):
    """The server gave no answer this time; another try may get one."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request as sent and its answer: `body` as the server packed it, `moment` (ISO 8601) when it came."""

    url: str
    sent: bytes
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    moment: str

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Client:
    """Sends requests one at a time and keeps connections open between them."""

    def __init__(
        self, settings: FetchSettings, resolve: Resolve = resolve, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._settings, self._now = settings, now
        self._network = GuardedNetwork(allow_private=settings.allow_private, clock=settings.clock, resolve=resolve)
        context = ssl.create_default_context(cafile=certifi.where())
        self._pool = httpcore.ConnectionPool(ssl_context=context, max_connections=8, keepalive_expiry=10, network_backend=self._network)

    def close(self) -> None:
        self._pool.close()

    def get(self, url: str, extra: Mapping[str, str], most: int) -> Exchange:
        """The answer to one GET, redirects not followed. Raises UnreachedError where none came, PageError where it is over `most` bytes."""
        headers = {
            "Host": urlsplit(url).netloc,
            "User-Agent": self._settings.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            **extra,
        }
        self._network.deadline = self._settings.clock() + self._settings.seconds
        try:
            return self._exchange(url, headers, most)
        except httpcore.TimeoutException as error:
            raise UnreachedError(f"the server took longer than {self._settings.seconds:g} seconds") from error
        except (httpcore.ConnectError, httpcore.NetworkError) as error:
            raise UnreachedError(f"the server cannot be reached: {str(error)[:160] or type(error).__name__}") from error
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, ValueError) as error:
            raise PageError(f"the server does not speak proper HTTP: {str(error)[:160]}") from error

    def _exchange(self, url: str, headers: Mapping[str, str], most: int) -> Exchange:
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._settings.seconds)
        encoded = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers.items()]
        with self._pool.stream("GET", url, headers=encoded, extensions={"timeout": timeouts}) as response:
            answer = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
            return Exchange(
                url=url,
                sent=_request_head(url, headers),
                status=response.status,
                reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=answer,
                body=_body(response.iter_stream(), most),
                moment=self._now().isoformat(timespec="seconds").replace("+00:00", "Z"),
            )


def _body(chunks: Iterable[bytes], most: int) -> bytes:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > most:
            raise PageError(f"is larger than {in_words(most)}, the bound for one page")
    return bytes(held)


def _request_head(url: str, headers: Mapping[str, str]) -> bytes:
    parts = urlsplit(url)
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    lines = [f"GET {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


def normal_url(url: str) -> str | None:
    """The address as it is sent: ASCII host, quoted path, no user, no fragment; None where it is no http or https address."""
    try:
        return _normal(url.strip())
    except (ValueError, UnicodeError):
        return None


def _normal(url: str) -> str | None:
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    if parts.scheme.lower() not in {"http", "https"} or not host or any(character.isspace() for character in host):
        return None
    place = f"[{host}]" if ":" in host else host
    netloc = f"{place}:{parts.port}" if parts.port else place
    return urlunsplit((parts.scheme.lower(), netloc, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))
