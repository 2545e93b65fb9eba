"""The network as fetching sees it: a name is resolved once, its address checked, and that very address connected to.

Checking the address at the moment of connecting, and not before, leaves no gap for a name that changes its address in between.
Every read and write ends at one deadline, so that a server that sends a byte a minute cannot hold a run.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from retold.errors import PageError
from retold.read.addresses import is_public


class RefusedError(PageError):
    """An address that is not to be fetched from."""


Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, each once, in the system's order. Raises OSError where it has none."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects to checked addresses only. `deadline` is a moment of `clock`, set anew for every request."""

    def __init__(self, *, allow_private: bool, clock: Callable[[], float], resolve: Resolve = resolve) -> None:
        self.deadline = 0.0
        self._allow_private, self._clock, self._resolve = allow_private, clock, resolve
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises RefusedError for an address that is not public, and httpcore's errors where none of the addresses answers."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                stream = self._network.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _TimedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} cannot be resolved") from error
        refused = [address for address in found if not self._allow_private and not is_public(address)]
        if refused:
            raise RefusedError(f"{host} has the address {refused[0]}, which is private or local; it is not fetched")
        return found

    def left(self, timeout: float | None) -> float:
        """Seconds that an operation may take: its own bound or what is left of the request's. Raises ReadTimeout where nothing is left."""
        left = self.deadline - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the request is over")
        return left if timeout is None else min(timeout, left)

    def sleep(self, seconds: float) -> None:
        self._network.sleep(seconds)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every operation ends at the network's deadline."""

    def __init__(self, stream: httpcore.NetworkStream, network: GuardedNetwork) -> None:
        self._stream, self._network = stream, network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._network.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._network.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._network.left(timeout)), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
