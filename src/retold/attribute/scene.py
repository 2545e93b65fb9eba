"""What has been said so far in an article, and by whom: what pronouns and short forms are resolved against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from retold.attribute.cast import Cast
from retold.attribute.described import Described
from retold.types import SourceKind, Span

SPEAKERS_BACK = 50


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str | None
    kind: SourceKind
    gender: str | None = None
    plural: bool = False
    number: int | None = None
    rank: str | None = None


@dataclass(slots=True)
class Scene:
    """What has been said so far: the speakers in order, each with where its source stands; `nested` are those told of in others' words.

    `holders` are the people of each role.
    """

    text: str
    cast: Cast
    sentences: Sequence[Span]
    said: list[tuple[int, Speaker, Described]] = field(default_factory=list)
    nested: frozenset[int] = frozenset()
    holders: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def sentence(self, offset: int) -> int:
        """Number of the sentence that holds a character."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s[0]) - 1)
