"""Names of people, organisations and places: comparing two, and resolving those of a story."""

from __future__ import annotations

from retold.text.name_comparison import NameMatch, NameRelation, compare_names
from retold.text.name_parts import NameParts, parts, untitled
from retold.text.name_resolution import NameKind, NameMention, ResolvedName, resolve_names

__all__ = [
    "NameKind",
    "NameMatch",
    "NameMention",
    "NameParts",
    "NameRelation",
    "ResolvedName",
    "compare_names",
    "parts",
    "resolve_names",
    "untitled",
]
