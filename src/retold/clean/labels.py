"""Labels that stand in a block of their own before what they name: "Written by", "Posted on", "Updated:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retold.clean.markup import Block
from retold.clean.people import lead_only
from retold.clean.stamps import labels_stamp

_LONGEST = 30


def labelled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each with the label before it, which stays as well."""
    before = ["", *(b.text for b in blocks)]
    return [replace(b, text=f"{label} {b.text}") if _is_label(label) else b for label, b in zip(before, blocks, strict=False)]


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST and bool(re.match(r"[^\W\d_]", text)) and (labels_stamp(text) or lead_only(text))
