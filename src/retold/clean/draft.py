"""What is gathered of a page while it is read, before it becomes an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.clean.outlet import Found
from retold.types import Furniture


@dataclass(slots=True)
class Draft:
    """An article in the making; the only thing in this step that changes while it is filled."""

    title: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    byline: tuple[str, ...] = ()
    outlet: Found | None = None
    published: Found | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
