"""A name alone at either end of the text: who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.clean.draft import Draft
from retold.clean.given_names import opens_with_given_name
from retold.clean.markup import Block
from retold.clean.people import people
from retold.types import Furniture

_LONGEST_BIOGRAPHY = 60  # words
_IS = re.compile(r",? (?:is|was|has been|covers?|writes?|reports?|works?|serves?|served|teaches|leads|edits|joined|can be reached)\b")
_BEHIND = 3  # blocks behind the text among which a signature stands


def take_signature(draft: Draft, behind: Sequence[Block] = ()) -> None:
    """A name alone at either end of the text is the writer's, not the text's; else one in a line of its own right behind it."""
    for i in (0, -1):
        if len(draft.paragraphs) < 2:
            break
        named = signature(draft.paragraphs[i], draft.outlet.value if draft.outlet else None)
        if named and (not draft.byline or set(named) <= set(draft.byline)):
            draft.byline = draft.byline or named
            del draft.paragraphs[i]
    take_biography(draft)
    if not draft.byline:
        draft.byline = next((named for block in behind[:_BEHIND] if (named := signature(block.text)) and _signs(block, named[0])), ())


def take_biography(draft: Draft) -> None:
    """A last paragraph that says who the writer is ("Ana Ruiz is the paper's harbour correspondent.")."""
    last = draft.paragraphs[-1] if len(draft.paragraphs) > 2 else ""
    words = last.split()
    for name in draft.byline if len(words) <= _LONGEST_BIOGRAPHY else ():
        before, found, after = last.partition(name)
        if found and len(before.split()) <= 2 and _IS.match(after):
            draft.furniture.append(Furniture("related", last))
            draft.paragraphs.pop()
            return


def _signs(block: Block, name: str) -> bool:
    """Whether a name in a block of its own signs the text rather than being a tag or a link to what else there is of someone."""
    if block.box.tag == "li" or block.link_share > 0:
        return False
    return block.box.tag == "p" or opens_with_given_name(name)


def signature(text: str, outlet: str | None = None) -> tuple[str, ...]:
    """The people whom a line of two or three words names, and nothing else."""
    short = 2 <= len(text.strip("-–— ").split()) <= 3 and not text.endswith((".", "?", "!", ":"))
    return people(text, outlet) if short else ()
