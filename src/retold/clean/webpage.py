"""An HTML page to an article."""

from __future__ import annotations

import logging
import re

import trafilatura

from retold.clean.credits import dateline, names_its_source, split_glued
from retold.clean.draft import Draft
from retold.clean.facts import take_facts
from retold.clean.lines import judge, read_line
from retold.clean.markup import Block, blocks, parse
from retold.clean.settings import Settings
from retold.clean.structured import structured
from retold.types import Furniture, FurnitureKind

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_MARKS: tuple[tuple[FurnitureKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"))
    for kind, words in (
        (
            "caption",
            r"caption\w*|cap|wp-caption\w*|figcaption|photo-?credit|image-?credit|media-?credit|legend|credit-?line|photographer|picture-?desc\w*",
        ),
        (
            "related",
            r"related\w*|most-?read|most-?popular|mostread|popular|trending|recommend\w*|read-?more|readmore|also-?read|inread|more-?from|more-?stories|recirc\w*|outbrain\w*|taboola\w*|promo|teasers?|see-?also|latest|author-?(?:box|bio|info|card)|about-?author|bio|tags?|topics|next-?prev|post-?navigation|pager",
        ),
        ("newsletter", r"newsletter\w*|signup|sign-?up|subscri\w+|nl-?in|mailing\w*|cta|donat\w+|paywall\w*|membership|tip"),
        ("comments", r"comments?|comment-?\w+|respond|disqus\w*|cm|livefyre|discussion"),
        ("share", r"shar(?:e|ing)\w*|social\w*|btns|toolbar|addthis\w*|sharedaddy|tools"),
        ("advert", r"ads?|advert\w*|adv|sponsor\w*|mpu|banner\w*|dfp|gpt|leaderboard|promoted|native-?ad"),
        ("legal", r"copyright|disclaimer|legal|cookie\w*|consent|gdpr|privacy"),
        ("navigation", r"nav\w*|menu\w*|breadcrumb\w*|skip\w*|header|masthead|footer|sidebar|ticker|toc|search|pagination|kicker|topbar"),
    )
)
_TAG_KINDS: dict[str, FurnitureKind] = {
    "figcaption": "caption",
    "figure": "caption",
    "nav": "navigation",
    "header": "navigation",
    "footer": "legal",
    "aside": "related",
    "button": "share",
    "form": "newsletter",
}


def draft_of_html(html: str, url: str | None, settings: Settings) -> Draft:
    """What an HTML page says, before ids are made."""
    draft = Draft(url=url)
    tree = parse(html)
    if tree is None:
        return draft
    said = structured(tree)
    found = blocks(tree)
    body = trafilatura.bare_extraction(tree, url=url, fast=True, include_comments=False, with_metadata=False)
    take_facts(draft, tree, said, found)
    kept = (
        [" ".join("".join(e.itertext()).split()) for e in body.body]
        if body is not None and not isinstance(body, dict) and body.body is not None
        else []
    )
    if sum(len(t.split()) for t in kept) < settings.fewest_words:
        kept = _below_title(found, draft.title)
    _take_body(draft, kept, found, settings)
    return draft


def _below_title(found: list[Block], title: str | None) -> list[str]:
    """All blocks from the title on, for pages whose layout hides the article."""
    starts = [i for i, b in enumerate(found) if title and _key(b.text) == _key(title)]
    return [b.text for b in found[starts[-1] + 1 if starts else 0 :]]


def _take_body(draft: Draft, kept: list[str], found: list[Block], settings: Settings) -> None:
    by_text = {_key(b.text): b for b in found}
    texts = [t for t in kept if t and _key(t) != _key(draft.title or "")]
    marked = [(t, kind_of_marks(by_text[_key(t)]) if _key(t) in by_text else None) for t in texts]
    for text, kind in marked:
        if kind:
            draft.furniture.append(Furniture(kind, text))
    for line in judge([read_line(t) for t, kind in marked if kind is None], settings):
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
    if draft.paragraphs and (found_dateline := dateline(draft.paragraphs[0])):
        draft.credits.append(found_dateline)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()[:200]


def kind_of_marks(block: Block) -> FurnitureKind | None:
    """The kind that the elements around a block give away, the nearest first."""
    for tag, marks in zip(block.tags[:4], block.marks[:4], strict=True):
        if tag in ("article", "main"):
            return None
        if tag in _TAG_KINDS:
            return _TAG_KINDS[tag]
        for kind, pattern in _MARKS:
            if marks and pattern.search(marks):
                return kind
    return None
