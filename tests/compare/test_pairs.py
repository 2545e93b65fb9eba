"""A telling, what another made of it, and every change with its kind and severity, a story a file: found, and nothing else.

`[[beyond]]` lists changes that are true but not found: a name misspelt as another romanisation would spell it.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from retold.compare import compare
from retold.types import Article, Change, Derivation, Traced

PAIRS = sorted(Path(__file__).with_name("pairs").glob("*.toml"))


def article(name: str, told: dict[str, str]) -> Article:
    return Article(name, name, told["text"].strip(), outlet=told["outlet"], published=told["published"])


def changes_of(pair: dict[str, Any]) -> list[Change]:
    articles = [article(name, pair[name]) for name in ("earlier", "later")]
    return list(compare(articles, Traced(derivations=(Derivation("later", "earlier", pair["how"], 0.8, 0.9),)), (), ()))


def tells(found: Change, wanted: dict[str, str]) -> bool:
    """The same kind and severity, with spans that share most of their words."""
    sides = ((found.before_text, wanted["before"]), (found.after_text, wanted["after"]))
    return (found.kind, found.severity) == (wanted["kind"], wanted.get("severity", "error")) and all(near(*side) for side in sides)


def near(one: str, other: str) -> bool:
    if one in other or other in one:
        return bool(one) == bool(other)
    a, b = set(one.lower().split()), set(other.lower().split())
    return 2 * len(a & b) >= len(a | b)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_every_change_is_found_and_nothing_else(path: Path) -> None:
    pair = tomllib.loads(path.read_text(encoding="utf-8"))
    found = changes_of(pair)
    missed = [wanted for wanted in pair["changes"] if not any(tells(change, wanted) for change in found)]
    false = [(c.kind, c.severity, c.before_text, c.after_text) for c in found if not any(tells(c, wanted) for wanted in pair["changes"])]
    assert (missed, false) == ([], [])


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_copy_told_back_unaltered_has_no_change(path: Path) -> None:
    pair = tomllib.loads(path.read_text(encoding="utf-8"))
    assert changes_of(pair | {"later": pair["earlier"] | {"outlet": "Another"}}) == []
