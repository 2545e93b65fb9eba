"""Text that is on a page but tells nothing of the story: what an outlet puts under every article, legal notices, tables and lists.

It is blanked before texts are compared, so that no derivation rests on it; offsets stay true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from retold.text.tokens import fold
from retold.types import Article, Span

# A sentence on so many of an outlet's pages is its boilerplate, unless it and its like make up more than this share of the page: then the pages
# are versions of one article (a live ticker).
_PAGES = 3
_SHARE = 0.4

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*[\"”’)]*")
_LEGAL = re.compile(
    r"\ball rights reserved\b|\bmay not be (?:published|reproduced|broadcast|rewritten|copied)|\bwithout (?:the |prior |express )*(?:written )?permission"
    r"|\bviews expressed\b|\bdo(?:es)? not (?:necessarily )?reflect the\b|\bterms of (?:use|service)\b|\bprivacy policy\b|\bcookies?\b.{0,40}\b(?:accept|use)"
    r"|\bsubscribe to (?:our|the)\b|\bsign up (?:for|to) (?:our|the)\b|\bno part of this\b|\bfor permissions\b",
    re.IGNORECASE,
)
_NUMBER_SHARE = 1 / 3
_LIST_LINES = 3
_LIST_WORDS = 12


def blanked(articles: Sequence[Article]) -> dict[str, str]:
    """Each article's text by id, as long as it was, with boilerplate, notices and lists turned into spaces."""
    sentences = {a.id: [(m.span(), fold(m.group())) for m in _SENTENCE.finditer(a.text)] for a in articles}
    repeated = _repeated(articles, sentences)
    return {
        a.id: _blank(a.text, [*_lists(a.text), *(span for span, said in sentences[a.id] if said in repeated[a.id] or _LEGAL.search(said))])
        for a in articles
    }


def _repeated(articles: Sequence[Article], sentences: dict[str, list[tuple[Span, str]]]) -> dict[str, set[str]]:
    """For each article, its sentences that stand on several of its outlet's pages, where these are a small part of it."""
    pages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article in articles:
        for _, said in sentences[article.id] if article.outlet else ():
            pages[article.outlet or "", said].add(article.id)
    found = {}
    for article in articles:
        common = {said for _, said in sentences[article.id] if len(pages.get((article.outlet or "", said), ())) >= _PAGES}
        share = sum(end - start for (start, end), said in sentences[article.id] if said in common) / max(1, len(article.text))
        found[article.id] = common if share <= _SHARE else set()
    return found


def _lists(text: str) -> Iterable[Span]:
    """Runs of short lines without a sentence, and lines that are numbers for a good part: results, tables, lists of names."""
    run: list[Span] = []
    start = 0
    for line in [*text.split("\n"), "A sentence ends the last run."]:
        words = line.split()
        span = (start, start + len(line))
        start += len(line) + 1
        numbers = sum(1 for w in words if w[0].isdigit())
        if len(words) > 5 and numbers >= _NUMBER_SHARE * len(words):
            yield span
        if words and len(words) <= _LIST_WORDS and line.rstrip()[-1] not in '.!?"”’:,;)' and _is_listed(words):
            run.append(span)
        elif words:
            yield from run if len(run) >= _LIST_LINES else ()
            run = []


def _is_listed(words: Sequence[str]) -> bool:
    """Names and numbers, with hardly a word between them."""
    return sum(w[0].isupper() or w[0].isdigit() or not w[0].isalnum() for w in words) >= 0.7 * len(words)


def _blank(text: str, spans: Iterable[Span]) -> str:
    pieces, reached = [], 0
    for start, end in sorted(spans):
        if end > reached:
            first = max(start, reached)
            pieces += [text[reached:first], " " * (min(end, len(text)) - first)]
            reached = min(end, len(text))
    return "".join([*pieces, text[reached:]])
