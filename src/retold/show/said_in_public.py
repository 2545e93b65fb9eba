"""Quotations that articles share though neither copied the other: words that were said in public."""

from __future__ import annotations

import re
from collections import defaultdict

from retold.show.contexts import SharedQuote
from retold.show.parts import StoryParts
from retold.show.phrases import plainly
from retold.text.tokens import fold
from retold.trace import public_quotes
from retold.types import Traced

MOST = 12  # quotations shown of one story: a speech that everybody quotes would fill the page
QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")
LONGEST = 200  # characters of one


def said_in_public(parts: StoryParts) -> tuple[SharedQuote, ...]:
    """Each quotation once, with the articles that have it in order of time, those in most articles first."""
    traced = Traced(passages=parts.passages, derivations=parts.derivations)
    spellings: dict[str, str] = {}
    holders: dict[str, set[str]] = defaultdict(set)
    for passage in public_quotes(traced, parts.articles):
        words = parts.articles[passage.earlier].text[passage.earlier_start : passage.earlier_end]
        spelled = spellings.setdefault(fold(quoted(words)), quoted(words))
        holders[spelled] |= {passage.earlier, passage.later}
    found = sorted(holders.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        SharedQuote(
            words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …", tuple(map(parts.name, in_order(parts, articles)))
        )
        for words, articles in found[:MOST]
    )


def quoted(words: str) -> str:
    """The longest of the quotations in a passage, without its marks; all of it where no mark closes."""
    found: list[str] = QUOTED.findall(words) or [words]
    return plainly(" ".join(max(found, key=len).split())).strip("“”\"'‘’ ,.")


def in_order(parts: StoryParts, articles: set[str]) -> list[str]:
    return sorted(articles, key=lambda article: parts.numbers.get(article, 0))
