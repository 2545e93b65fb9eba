"""Which program made a result: a digest of the package's own code and data, so that another version works things out afresh."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

STEPS = ("read", "clean", "group", "trace", "attribute", "weigh", "compare", "text", "data")


@cache
def fingerprint() -> str:
    """The same for the same code and data of the steps, on every machine."""
    digest = hashlib.blake2b(digest_size=8)
    root = files("retold")
    for name in (*STEPS, "types.py", "flow.py", "ids.py"):
        add(digest, root.joinpath(name), name)
    return digest.hexdigest()


def add(digest: hashlib.blake2b, place: Traversable, name: str) -> None:
    if place.is_dir():
        for child in sorted(place.iterdir(), key=lambda c: c.name):
            if child.name != "__pycache__":
                add(digest, child, f"{name}/{child.name}")
    elif place.is_file():
        digest.update(name.encode() + b"\0" + hashlib.blake2b(place.read_bytes()).digest())
