"""The elements of a JSON file of any size: those of its list, or the objects that follow each other."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from retold.read.files import in_words
from retold.text.charset import MIXED
from retold.types import Dropped

_CHUNK = 1 << 16
_BLANK = re.compile(r"[\s\x00]*")

# Where services that answer with articles put the list of them.
_WRAPPERS = ("articles", "items", "results", "documents", "docs", "records", "entries", "data")


def elements(stream: BinaryIO, name: str, most: int) -> Iterator[object | Dropped]:
    """Every element in turn; what follows a broken one cannot be told apart any more and is dropped with it, once.

    An element is held whole, so it may have no more than `most` characters.
    """
    text = _Buffer(stream, most)
    listed = text.skip("[")
    while text.peek() not in {"", "]"}:
        try:
            value = text.value()
        except (ValueError, RecursionError) as error:
            reason = "nested too deep" if isinstance(error, RecursionError) else str(error)[:120]
            yield Dropped(name, f"is not valid JSON from here on: {reason}")
            return
        yield from _unwrapped(value) if not listed else (value,)
        text.skip(",")
    if listed and text.peek() == "":
        yield Dropped(name, "the JSON list is cut off; what stood before is kept")


def _unwrapped(value: object) -> Iterator[object]:
    if isinstance(value, dict) and not isinstance(value.get("text"), str):
        for key in _WRAPPERS:
            if isinstance(inner := value.get(key), list) and inner and all(isinstance(item, dict) for item in inner):
                yield from inner
                return
    yield value


class _Buffer:
    """Text that is read on as a JSON value needs it; each try reads as much again, so that a large value costs no more than linear time."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most = stream, most
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(MIXED)
        self._json = json.JSONDecoder()
        self._text, self._at, self._ended = "", 0, False

    def peek(self) -> str:
        """The next character that is no blank; "" at the end."""
        while True:
            self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_CHUNK):
                return ""

    def skip(self, mark: str) -> bool:
        found = self.peek() == mark
        self._at += found
        return found

    def value(self) -> object:
        """The next value. Raises ValueError where it is broken or over the bound, RecursionError where it is nested too deep."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except ValueError:
                held = len(self._text) - self._at
                if held > self._most:
                    raise ValueError(f"one element is larger than {in_words(self._most)}") from None
                if not self._more(max(_CHUNK, held)):
                    raise
                continue
            if end == len(self._text) and self._more(_CHUNK):
                continue
            self._at = end
            return value

    def _more(self, size: int) -> bool:
        if self._ended:
            return False
        chunk = self._stream.read(size)
        self._ended = not chunk
        self._text = self._text[self._at :] + self._decoder.decode(chunk, final=self._ended)
        self._at = 0
        return True
