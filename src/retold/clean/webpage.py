"""An HTML page to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.clean.block_model import packaged
from retold.clean.body import choose, signals
from retold.clean.corrections import with_corrections
from retold.clean.credits import apart, names_its_source, take_dateline, take_other_owners
from retold.clean.cues import strongest
from retold.clean.draft import Draft
from retold.clean.element_kinds import kind_of_marks
from retold.clean.facts import take_facts
from retold.clean.heads import is_meta
from retold.clean.lines import judge_alone, read_line
from retold.clean.markup import Block, blocks, parse, without_scripts
from retold.clean.settings import Settings
from retold.clean.signature import take_signature
from retold.clean.stamps import between_stamps, stamps
from retold.clean.structured import structured
from retold.types import Furniture


def draft_of_html(html: str, url: str | None, settings: Settings) -> Draft:
    """What an HTML page says, before ids are made."""
    draft = Draft(url=url)
    tree = parse(html)
    if tree is None:
        return draft
    said = structured(tree)
    without_scripts(tree)
    found = blocks(tree)
    if not found:
        return draft
    title = take_facts(draft, tree, said, found)
    rows, numbers = signals(tree, found, str(said.article.get("articleBody") or ""), title)
    likely = packaged().likelihood(rows).tolist() if numbers else []
    chosen = with_corrections(found, choose(found, dict(zip(numbers, likely, strict=True)), title, settings))
    _take_body(draft, found, chosen, settings)
    return draft


def _take_body(draft: Draft, found: Sequence[Block], chosen: Sequence[int], settings: Settings) -> None:
    _take_furniture(draft, found, chosen, settings)
    for line in judge_alone([read_line(piece, 2) for i in chosen for piece in apart(found[i].text)]):
        text = line.text
        if line.kind is not None or (not draft.paragraphs and is_meta(text)):
            draft.furniture.append(Furniture(line.kind or "navigation", text))
            if line.kind == "credit" and names_its_source(text):
                draft.credits.append(text)
        else:
            draft.paragraphs.append(text)
    take_signature(draft, found[chosen[-1] + 1 :] if chosen else ())
    take_dateline(draft)
    title = next((i for i, b in enumerate(found) if draft.title and b.text == draft.title), -1)
    if title >= 0 and chosen:
        near = (b.text for b in found[title + 1 : min(chosen[0], title + 9)] if kind_of_marks(b) != "caption")
        take_other_owners(draft, (between_stamps(t, stamps(t)) for t in near if len(t) < 90))


def _take_furniture(draft: Draft, found: Sequence[Block], chosen: Sequence[int], settings: Settings) -> None:
    """What was not chosen, with its kind; credit lines near the text are kept as evidence."""
    inside, title, length = set(chosen), _key(draft.title or ""), len(draft.title or "")
    first, last = (chosen[0], chosen[-1]) if chosen else (0, len(found))
    for i, block in enumerate(found):
        if i in inside or (abs(len(block.text) - length) <= 20 and _key(block.text) == title):
            continue
        kind = kind_of_marks(block)
        if (
            first - settings.near_blocks <= i <= last + settings.near_blocks
            and block.link_share < 0.8
            and kind not in ("comments", "navigation")
        ):
            hit = strongest(block.text, 2)
            if hit and hit.kind == "credit" and hit.strength == 3 and kind != "caption":
                kind = "credit"
                if names_its_source(block.text):
                    draft.credits.append(block.text)
            kind = kind or (hit.kind if hit else None)
        draft.furniture.append(Furniture(kind or ("navigation" if i < first else "related"), block.text))


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()[:200]
