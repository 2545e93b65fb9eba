"""What kind of source a common noun names, read from the packaged list (data/roles.txt)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from retold.attribute.lexicon import plural


@cache
def roles() -> dict[str, frozenset[str]]:
    """Class -> words: people, groups, documents, events (with plurals), titles, audiences, men, women, countries."""
    found: dict[str, frozenset[str]] = {}
    text = (files("retold") / "data" / "roles.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, words = line.partition(":")
            split = words.split()
            plurals = map(plural, split) if name in ("people", "groups", "documents", "men", "women", "events") else ()
            found[name] = frozenset(split) | frozenset(plurals)
    return found


@cache
def seats() -> dict[str, str]:
    """Capital -> the country whose government it stands for."""
    return {name: country.replace("_", " ") for name, country in (entry.split("=") for entry in sorted(roles()["seats"]))}


def is_people(noun: str) -> bool:
    return noun in roles()["people"]


def is_group(noun: str) -> bool:
    return noun in roles()["groups"]


def is_document(noun: str) -> bool:
    return noun in roles()["documents"]


def is_event(noun: str) -> bool:
    """What happens and so never speaks, whatever the grammar makes of it."""
    return noun in roles()["events"]


def gender_of(noun: str) -> str | None:
    if noun in roles()["men"]:
        return "male"
    return "female" if noun in roles()["women"] else None
