"""One naming of an outlet by an article, and the role in which it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.types import EvidenceKind, Span

Role = Literal["supplied", "contributed", "scraped", "excerpted", "informed", "cited"]


@dataclass(frozen=True, slots=True)
class Naming:
    """An outlet named by an article. `span` is None where the words stand outside the text (a credit line, a byline).

    Roles: `supplied` the text is the outlet's (agency byline, dateline, copyright); `contributed` it is in part; `scraped` a bare credit or
    link, as copying sites leave; `excerpted` the reader is sent there for the rest; `informed` "with information from"; `cited` the outlet was told or reported something.
    """

    outlet: str
    role: Role
    kind: EvidenceKind
    span: Span | None
    text: str
    known: bool = True
