"""What became of the words of a copy stands under it, in shares that a reader can hold against the manner."""

from __future__ import annotations

from retold.show.story import story_context
from retold.types import Article, Derivation, EditProfile, Ledger, Story

FIRST = Article("a1", "first.txt", "The dam held through the night.", outlet="Harbour Courier", published="2024-03-11")
COPY = Article("a2", "copy.txt", "The dam stood through the night, again.", outlet="GlobeBuzz24", published="2024-03-12")


def reasons(derivation: Derivation) -> list[tuple[str, str]]:
    ledger = Ledger(articles=(FIRST, COPY), stories=(Story("s1", "Dam", ("a1", "a2")),), derivations=(derivation,))
    [parent] = [telling.parent for telling in story_context(ledger, "s1").tellings if telling.parent]
    return [(line.sort, line.text) for line in parent.evidence]


def test_the_shares_of_a_copy_are_written_out() -> None:
    profile = EditProfile(kept=0.7, swapped=0.2, inserted=0.1, dropped=0.25, moved=0.0)
    copied = Derivation("a2", "a1", "light-edit", 0.9, 0.8, profile=profile)
    assert reasons(copied) == [("what became of the words", "70% kept, 20% swapped, 10% added; 25% of the earlier left out")]


def test_a_citation_has_no_words_to_account_for() -> None:
    assert reasons(Derivation("a2", "a1", "cited", None, 0.8, profile=EditProfile(0.0, 0.0, 1.0, 1.0, 0.0))) == []
