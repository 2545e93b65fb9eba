"""Ids that are the same on every machine and in every order of work: a letter for the noun and a digest of what it is."""

from __future__ import annotations

import hashlib


def make_id(letter: str, *parts: object) -> str:
    """`letter` and 12 hex digits of BLAKE2b over the parts; None and "" differ from each other."""
    digest = hashlib.blake2b(digest_size=6)
    for part in parts:
        encoded = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return f"{letter}{digest.hexdigest()}"
