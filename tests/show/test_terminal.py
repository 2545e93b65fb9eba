import io
import unicodedata
from collections.abc import Callable

import pytest
from rich.console import Console
from rich.text import Text

from retold.show import (
    comparison_context,
    render_comparison,
    render_stories,
    render_story,
    render_summary,
    story_context,
    summary_context,
)
from retold.types import Article, Ledger, Story

SUMMARY = """\
1 story in 3 articles; 3 pages left out.

Fire at Orsk harbour
  Harbour Courier told it first among these pages on 11 March 2024, 09:30 UTC+1.
  3 articles; 2 of them retell another; 11 March 2024 to 12 March 2024.
  2 claims from 3 independent origins; 1 rests on one origin alone and 1 is disputed.
  3 articles carry “The grain is lost”, from 2 independent origins: Ines Tovar and Radio Orsk.
  Changed on the way: 1 hedge lost and 1 name altered.
  More: retold story s1

Left out
  2 pages: no article in it (pages/8.html and pages/9.html)
  1 page: not text (x.bin)
"""

STORIES = """\
s1 Fire at Orsk harbour
  Harbour Courier told it first among these pages on 11 March 2024, 09:30 UTC+1.
  3 articles; 2 of them retell another; 11 March 2024 to 12 March 2024; 2 claims from 3 independent origins; 1 rests on one origin alone and 1 is disputed.
"""

STORY = """\
Fire at Orsk harbour
  Harbour Courier told it first among these pages on 11 March 2024, 09:30 UTC+1.
  3 articles; 2 of them retell another; 11 March 2024 to 12 March 2024.
  2 claims from 3 independent origins; 1 rests on one origin alone and 1 is disputed.
  3 articles carry “The grain is lost”, from 2 independent origins: Ines Tovar and Radio Orsk.
  Changed on the way: 1 hedge lost and 1 name altered.

Who told it from whom
  - Harbour Courier 11 March 2024, 09:30 UTC+1
    - Newsflow 12 March 2024
        machine-spun from Harbour Courier, about 85% of its words
        credit line: “Source: harbourcourier.example”
        shared passage: “Three sheds burned at Orsk”
        2 changes first here
  - Radio Orsk (its own page is not here)
    - unknown outlet, 3.txt date unknown
        summed up from Radio Orsk, about 60% of its words, likely
        names its source: “Radio Orsk reports”

Over time
  11 March 2024
    09:30 UTC+1 Harbour Courier: Fire at Orsk harbour a1
  12 March 2024
    no time given Newsflow: Blaze at Orsk harbor a2
  Date unknown
    no time given unknown outlet, 3.txt: Grain lost? a3

Claims, and says who
  How the origins were found: retold why CLAIM
  1. A cable failed. disputed c2
     1 independent origin: Harbour Courier (outlet)
     carried by Harbour Courier
     says who: fire officer, told Courier: “a cable had failed” (in Harbour Courier)
     denied by: harbour office: “a cable had failed” (in Newsflow)

  2. The grain is lost. c1
     2 independent origins: Ines Tovar (person) and Radio Orsk (outlet, its own page is not here)
     carried by Harbour Courier, Newsflow and unknown outlet, 3.txt
     says who: Ines Tovar: “We may have lost the grain” (in Harbour Courier)
     Radio Orsk: “the grain may be lost” (in unknown outlet, 3.txt)
     Hedged in 2 of 3 statements; the others say it flatly.

What changed
  Where a change stands first, and who carried it on: retold why CHANGE
  Newsflow, machine-spun from Harbour Courier
    hedge lost (likely) x2
      before “We [-may-] have lost the grain,” said Ines Tovar, the harbour master.
      after “We have lost the grain,” said Ines Tower, the harbor grasp.
    name altered x1
      before “We may have lost the grain,” said Ines [-Tovar-], the harbour master.
      after “We have lost the grain,” said Ines {+Tower+}, the harbor grasp.
"""


def piped(render: Callable[[Console], None], width: int = 40) -> str:
    sink = io.StringIO()
    render(Console(file=sink, width=width))
    return sink.getvalue()


def on_screen(render: Callable[[Console], None], width: int) -> str:
    sink = io.StringIO()
    render(Console(file=sink, width=width, force_terminal=True, color_system="truecolor"))
    return sink.getvalue()


def test_the_summary_piped(ledger: Ledger) -> None:
    assert piped(lambda console: render_summary(summary_context(ledger), console)) == SUMMARY


def test_a_story_piped_has_no_colour_and_no_cut_lines_however_narrow(ledger: Ledger) -> None:
    assert piped(lambda console: render_story(story_context(ledger, "s1"), console)) == STORY


def test_the_list_of_stories_piped(ledger: Ledger) -> None:
    assert piped(lambda console: render_stories(summary_context(ledger), console)) == STORIES


def test_a_comparison_piped_marks_the_words(ledger: Ledger) -> None:
    shown = piped(lambda console: render_comparison(comparison_context(ledger, "a1", "a2"), console))
    assert "    Harbour Courier: Three sheds burned at Orsk [-harbour-] on Monday.\n" in shown
    assert "    Newsflow: Three sheds burned at Orsk {+harbor+} on Monday.\n" in shown
    assert "Left out by Newsflow\n" in shown


@pytest.mark.parametrize("width", [60, 80, 200])
def test_nothing_is_wider_than_the_screen(ledger: Ledger, width: int) -> None:
    def everything(console: Console) -> None:
        render_summary(summary_context(ledger), console)
        render_story(story_context(ledger, "s1"), console)
        render_comparison(comparison_context(ledger, "a1", "a2"), console)

    shown = on_screen(everything, width)
    assert "\x1b[" in shown
    assert max(len(line) for line in Text.from_ansi(shown).plain.split("\n")) <= width


def test_stories_of_one_article_are_counted_after_the_others() -> None:
    articles = tuple(Article.from_text("Text.", id=f"a{number}") for number in range(6))
    alone = tuple(Story(f"s{number}", "Alone", (f"a{number}",)) for number in range(4))
    ledger = Ledger(articles=articles, stories=(*alone, Story("s9", "Shared", ("a4", "a5"))))
    shown = piped(lambda console: render_summary(summary_context(ledger), console))
    assert "Shared\n" in shown
    assert "Alone\n" not in shown
    assert shown.endswith("\nAnd 4 more stories, all of them told by one article alone: retold stories\n")


def test_markup_in_a_title_is_shown_as_it_is() -> None:
    article = Article.from_text("Text [bold]here[/bold].", id="a", title="[red]Alarm[/red] :fire: [/]", outlet="[i]Out[/i]")
    ledger = Ledger(articles=(article,), stories=(Story("s", "[red]Alarm[/red] :fire: [/]", ("a",)),))
    for show in (piped, on_screen):
        shown = show(lambda console: render_story(story_context(ledger, "s"), console), 90)
        assert "[red]Alarm[/red] :fire: [/]" in shown


def test_a_title_cannot_steer_the_terminal() -> None:
    article = Article.from_text("Text.", id="a", title="Up\x1b[2A and \x9bover\r", outlet="\x1b]0;owned\x07")
    ledger = Ledger(articles=(article,), stories=(Story("s", "Clear\x1b[2J", ("a",)),))
    shown = piped(lambda console: render_story(story_context(ledger, "s"), console))
    assert "Up\ufffd[2A" in shown
    assert not [letter for letter in shown if letter != "\n" and unicodedata.category(letter) == "Cc"]
    assert "\x1b[2J" not in on_screen(lambda console: render_story(story_context(ledger, "s"), console), 80)


def test_an_empty_ledger() -> None:
    assert piped(lambda console: render_stories(summary_context(Ledger()), console)) == "No stories here yet.\n"
    assert piped(lambda console: render_summary(summary_context(Ledger()), console)) == "0 stories in 0 articles.\n"
