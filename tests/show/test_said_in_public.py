"""Words that two reporters heard at one press conference are shown as what they are, and not as copying."""

from __future__ import annotations

import io

from rich.console import Console

from retold.show.story import story_context
from retold.show.terminal import render_story
from retold.types import Article, Derivation, Ledger, Passage, Story

QUOTE = "“We will rebuild the bridge stone by stone, and we will not ask anybody for leave to do it,” said the mayor"
ONE = Article("a1", "1.html", f"{QUOTE}. About forty people had come to the town hall.", outlet="Harbour Courier", published="2024-03-11")
OTHER = Article("a2", "2.html", f"Work starts in May. {QUOTE} on Monday.", outlet="Lowland Observer", published="2024-03-12")


def ledger(*derivations: Derivation) -> Ledger:
    start = OTHER.text.index(QUOTE)
    shared = Passage(0, len(QUOTE), start, start + len(QUOTE), 1.0, "a1", "a2")
    return Ledger(articles=(ONE, OTHER), stories=(Story("s1", "The bridge", ("a1", "a2")),), passages=(shared,), derivations=derivations)


def test_a_quotation_that_two_pages_share_is_shown_with_both() -> None:
    [quote] = story_context(ledger(), "s1").said_in_public
    assert quote.words.startswith("We will rebuild the bridge stone by stone")
    assert quote.names == ("Harbour Courier", "Lowland Observer")


def test_where_one_copied_the_other_the_quotation_is_part_of_the_copy() -> None:
    assert story_context(ledger(Derivation("a2", "a1", "reworded", 0.8, 0.9)), "s1").said_in_public == ()


def test_the_terminal_says_that_it_is_no_sign_of_copying() -> None:
    console = Console(width=100, record=True, file=io.StringIO())
    render_story(story_context(ledger(), "s1"), console)
    assert "said in public, which is no sign of copying" in console.export_text()
