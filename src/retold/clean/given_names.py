"""Whether a word is a given name (data/given_names.txt): a sign of a person where nothing else on the page tells."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from retold.text.tokens import fold


def is_given_name(word: str) -> bool:
    """Whether a word, or either half of one with a hyphen, is a common given name somewhere."""
    folded = fold(word).strip(".,")
    return folded in _names() or ("-" in folded and all(half in _names() for half in folded.split("-", 1)))


def opens_with_given_name(name: str) -> bool:
    """Whether the first word of a name is a given name."""
    return is_given_name(name.split(maxsplit=1)[0]) if name.strip() else False


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    lines = files("retold.data").joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(re.findall(r"\S+", fold(" ".join(line.partition(": ")[2] for line in lines if not line.startswith("#")))))
