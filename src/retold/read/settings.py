"""The bounds of reading. Every one of them ends in a `Dropped` with its reason, never in a page that vanished."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How much of what is read at once.

    - `page_bytes`: the largest page kept. The largest of 418 real news pages has 1.5 MB; pages with inlined pictures reach 10 MB;
      a parser needs some ten times the bytes as memory, so that 20 MB stays under 300 MB.
    - `head_bytes`: how much of a file is looked at to tell what it is. Doctype, `<html` or the first record come well before.
    - `line_bytes`: the longest line of JSONL or row of CSV, the bound of a page and room for its escapes.
    """

    page_bytes: int = 20_000_000
    head_bytes: int = 8192
    line_bytes: int = 40_000_000
