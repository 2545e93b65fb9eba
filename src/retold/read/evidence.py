"""What was fetched, kept as WARC, so that evidence survives the page: every request with its answer, redirects included."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType, request, response, warcinfo

from retold.errors import RunError
from retold.read.http import Exchange
from retold.version import __version__

# The body is kept as the server packed it, but its chunks are joined; other programs must not look for them.
_JOINED = frozenset({"transfer-encoding"})


class Evidence:
    """A WARC that exchanges are added to, by several threads if need be, one gzip member a record; one that is there already is added to."""

    def __init__(self, path: Path, user_agent: str) -> None:
        """Raises RunError where the file cannot be written."""
        self._path, self._lock = path, threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = path.open("ab")
        except OSError as error:
            raise self._failure(error) from error
        if self._file.tell() == 0:
            about = f"software: retold/{__version__}\r\nformat: WARC File Format 1.1\r\nhttp-header-user-agent: {user_agent}\r\n"
            self._write(self._record(warcinfo, about.encode(), {"Content-Type": "application/warc-fields"}))

    def keep(self, exchange: Exchange) -> None:
        """Adds the request and its answer. Raises RunError where the disk is full."""
        common = {"WARC-Target-URI": exchange.url}
        answer = self._record(response, _answer(exchange), {**common, "Content-Type": "application/http; msgtype=response"})
        asked = self._record(request, exchange.sent, {**common, "Content-Type": "application/http; msgtype=request"})
        asked.headers["WARC-Concurrent-To"] = answer.record_id or ""
        with self._lock:
            for record in (answer, asked):
                record.record_date = datetime.fromisoformat(exchange.moment)
                self._write(record)

    def close(self) -> None:
        self._file.close()

    def _record(self, kind: WarcRecordType, block: bytes, headers: dict[str, str]) -> WarcRecord:
        record = WarcRecord()
        record.init_headers(kind)
        for name, value in headers.items():
            record.headers[name] = value
        record.set_bytes_content(block)
        return record

    def _write(self, record: WarcRecord) -> None:
        packed = self._path.suffix == ".gz"
        try:
            writer = GzipWriter(self._file) if packed else None
            record.write(writer or self._file, checksum_data=True)
            if writer:
                writer.finish()
            self._file.flush()
        except OSError as error:
            raise self._failure(error) from error

    def _failure(self, error: OSError) -> RunError:
        return RunError(f"{self._path} cannot be written: {error.strerror or error}. Nothing is fetched without being kept.")


def _answer(exchange: Exchange) -> bytes:
    lines = [f"HTTP/1.1 {exchange.status} {exchange.reason}"]
    for name, value in exchange.headers:
        lines.append(f"{'X-Archive-Orig-' if name.lower() in _JOINED else ''}{name}: {value}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + exchange.body
