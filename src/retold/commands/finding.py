"""Find what a person means by an id, the beginning of one, or a page's path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from retold.errors import NotFoundError, UsageError
from retold.store import Store
from retold.types import Article, Change, Claim, Ledger, Story

SHOWN = 5


def stored_ledger(store: Path) -> Ledger:
    with Store(store, must_exist=True) as opened:
        return opened.ledger()


def find_story(ledger: Ledger, asked: str) -> Story:
    """The story with that id or beginning of one, or the one that holds such an article."""
    by_id = {story.id: story for story in ledger.stories}
    named = [asked] if asked in by_id else [ident for ident in by_id if ident.startswith(asked)]
    if not named and (articles := matching_articles(ledger, asked)):
        named = sorted({story.id for story in ledger.stories if articles[0].id in story.articles})
    return by_id[only(named, asked, "story", "List them with: retold stories")]


def find_article(ledger: Ledger, asked: str) -> Article:
    """The article with that id, beginning of one, or page path."""
    matches = {article.id: article for article in matching_articles(ledger, asked)}
    return matches[only(list(matches), asked, "article", "`retold story ID` shows the articles of a story.")]


def find_claim(ledger: Ledger, asked: str) -> Claim:
    by_id = {claim.id: claim for claim in ledger.claims}
    named = [asked] if asked in by_id else [ident for ident in by_id if ident.startswith(asked)]
    return by_id[only(named, asked, "claim", "`retold story ID --json` shows the claims of a story.")]


def find_change(ledger: Ledger, asked: str) -> Change | None:
    """The change with that id or beginning of one, None where there is none."""
    by_id = {change.id: change for change in ledger.changes}
    named = [asked] if asked in by_id else [ident for ident in by_id if asked and ident.startswith(asked)]
    return by_id[only(named, asked, "change", "")] if named else None


def matching_articles(ledger: Ledger, asked: str) -> list[Article]:
    exact = [a for a in ledger.articles if asked in (a.id, a.page, a.url)]
    return exact or [a for a in ledger.articles if a.id.startswith(asked) or a.page.endswith("/" + asked)]


def only(found: Iterable[str], asked: str, what: str, hint: str) -> str:
    """The one that was meant.

    Raises:
        NotFoundError: none is called so.
        UsageError: several are.

    """
    listed = sorted(found)
    if not listed:
        raise NotFoundError(f"there is no {what} {asked!r} in this ledger. {hint}")
    if len(listed) > 1:
        shown = ", ".join(listed[:SHOWN]) + (", …" if len(listed) > SHOWN else "")
        raise UsageError(f"{asked!r} could be any of {len(listed)}: {shown}. Give more of it.")
    return listed[0]
