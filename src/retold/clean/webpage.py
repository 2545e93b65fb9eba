"""An HTML page to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from retold.clean.block_model import packaged
from retold.clean.body import choose, signals
from retold.clean.cues import strongest
from retold.clean.credits import names_its_source, split_glued, take_dateline
from retold.clean.draft import Draft
from retold.clean.facts import take_facts
from retold.clean.lines import judge_alone, read_line
from retold.clean.markup import Block, Box, blocks, parse, without_scripts
from retold.clean.people import people
from retold.clean.settings import Settings
from retold.clean.structured import structured
from retold.types import Furniture, FurnitureKind

_MARKS: tuple[tuple[FurnitureKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"))
    for kind, words in (
        ("caption", r"caption\w*|cap|wp-caption\w*|figcaption|photo-?credit|image-?credit|media-?credit|legend|credit-?line|photographer|picture-?desc\w*"),
        ("related", r"related\w*|most-?read|most-?popular|mostread|popular|trending|recommend\w*|read-?more|readmore|also-?read|inread|more-?from|more-?stories|recirc\w*|outbrain\w*|taboola\w*|promo|teasers?|see-?also|latest|author-?(?:box|bio|info|card)|about-?author|bio|tags?|topics|next-?prev|post-?navigation|pager"),
        ("newsletter", r"newsletter\w*|signup|sign-?up|subscri\w+|nl-?in|mailing\w*|cta|donat\w+|paywall\w*|membership|tip"),
        ("comments", r"comments?|comment-?\w+|respond|disqus\w*|cm|livefyre|discussion"),
        ("share", r"shar(?:e|ing)\w*|social\w*|btns|toolbar|addthis\w*|sharedaddy|tools"),
        ("advert", r"ads?|advert\w*|adv|sponsor\w*|mpu|banner\w*|dfp|gpt|leaderboard|promoted|native-?ad"),
        ("legal", r"copyright|disclaimer|legal|cookie\w*|consent|gdpr|privacy"),
        ("navigation", r"nav\w*|menu\w*|breadcrumb\w*|skip\w*|header|masthead|footer|sidebar|ticker|toc|search|pagination|kicker|topbar"),
    )
)  # fmt: skip
_TAG_KINDS: dict[str, FurnitureKind] = {
    "figcaption": "caption", "figure": "caption", "nav": "navigation", "header": "navigation", "footer": "legal", "aside": "related", "button": "share", "form": "newsletter",
}  # fmt: skip


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
    rows, numbers = signals(tree, found, url, str(said.article.get("articleBody") or ""), title)
    likely = packaged().likelihood(rows)
    chosen = choose(found, dict(zip(numbers, likely.tolist(), strict=True)), title, settings)
    _take_body(draft, found, chosen, settings)
    return draft


def _take_body(draft: Draft, found: Sequence[Block], chosen: Sequence[int], settings: Settings) -> None:
    _take_furniture(draft, found, chosen, settings)
    for line in judge_alone([read_line(found[i].text) for i in chosen]):
        text = line.text
        if line.kind is not None:
            draft.furniture.append(Furniture(line.kind, text))
            if line.kind == "credit" and names_its_source(text):
                draft.credits.append(text)
            continue
        text, credit = split_glued(text)
        if credit:
            draft.furniture.append(Furniture("credit", credit))
            draft.credits.append(credit)
        draft.paragraphs.append(text)
    _take_signature(draft)
    take_dateline(draft)


def _take_signature(draft: Draft) -> None:
    """A name alone at either end of the text is the writer's, not the text's."""
    for i in (0, -1):
        if len(draft.paragraphs) < 2:
            return
        words = draft.paragraphs[i].strip("-–— ").split()
        named = people(draft.paragraphs[i]) if 2 <= len(words) <= 4 else ()
        if named and (not draft.byline or set(named) <= set(draft.byline)):
            draft.byline = draft.byline or named
            del draft.paragraphs[i]


def _take_furniture(draft: Draft, found: Sequence[Block], chosen: Sequence[int], settings: Settings) -> None:
    """What was not chosen, with its kind; credit lines near the text are kept as evidence."""
    inside, title = set(chosen), _key(draft.title or "")
    first, last = (chosen[0], chosen[-1]) if chosen else (0, len(found))
    for i, block in enumerate(found):
        if i in inside or _key(block.text) == title:
            continue
        kind = kind_of_marks(block)
        if first - settings.near_blocks <= i <= last + settings.near_blocks and block.link_share < 0.8 and kind not in ("comments", "navigation"):
            hit = strongest(block.text)
            if hit and hit.kind == "credit" and hit.strength == 3 and kind != "caption":
                kind = "credit"
                if names_its_source(block.text):
                    draft.credits.append(block.text)
            kind = kind or (hit.kind if hit else None)
        draft.furniture.append(Furniture(kind or ("navigation" if i < first else "related"), block.text))


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()[:200]


def kind_of_marks(block: Block) -> FurnitureKind | None:
    """The kind that the elements around a block give away, the nearest first."""
    box: Box | None = block.box
    for _ in range(4):
        if box is None or box.tag in ("article", "main", "body"):
            return None
        if kind := _kind_of(box.tag, box.marks):
            return kind
        box = box.parent
    return None


@lru_cache(maxsize=8192)
def _kind_of(tag: str, marks: str) -> FurnitureKind | None:
    return _TAG_KINDS.get(tag) or next((kind for kind, pattern in _MARKS if marks and pattern.search(marks)), None)
