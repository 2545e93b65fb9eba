"""A collection in the terminal: its stories at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from retold.show.contexts import DroppedGroup, StoryLine, SummaryContext
from retold.show.phrases import count, listed, upper_first
from retold.show.terminal_lines import heading, line

MOST_STORIES = 20  # shown in full after a run: what a reader can take in; the rest is counted
FEWEST_STORIES = 3  # shown where every story is told by one article alone


def render_summary(context: SummaryContext, console: Console) -> None:
    """What a run found: every story with its answer, then the pages left out."""
    left_out = f"; {count(context.dropped_count, 'page')} left out" if context.dropped_count else ""
    line(console, f"{count(len(context.stories), 'story', 'stories')} in {count(context.articles, 'article')}{left_out}.", style="bold")
    shown = [story for story in context.stories if story.articles > 1][:MOST_STORIES] or context.stories[:FEWEST_STORIES]
    for story in shown:
        line(console)
        _story(story, console)
    _rest(context.stories, len(shown), console)
    _dropped(context.dropped, console)


def render_stories(context: SummaryContext, console: Console) -> None:
    """The list of stories: id, title and how many tell it."""
    if not context.stories:
        line(console, "No stories here yet.")
    for story in context.stories:
        line(console, Text.assemble((story.id, "cyan"), "  ", (story.title, "bold")))
        line(console, story.first.sentence, indent=2)
        line(console, f"{upper_first(story.reporting)}; {story.span_of_time}; {story.resting}.", indent=2, style="dim")


def render_answer(story: StoryLine, console: Console) -> None:
    """A story in a few lines: who told it first, who retold it, on what it rests, what changed."""
    line(console, Text(story.first.sentence), indent=2)
    line(console, f"{upper_first(story.reporting)}; {story.span_of_time}.", indent=2)
    line(console, f"{upper_first(story.resting)}.", indent=2)
    if story.echo:
        line(console, f"{story.echo}.", indent=2)
    line(console, f"Changed on the way: {listed(story.changed)}." if story.changed else "No changes seen on the way.", indent=2)


def _rest(stories: Sequence[StoryLine], shown: int, console: Console) -> None:
    if len(stories) > shown:
        alone = sum(story.articles == 1 for story in stories) - sum(story.articles == 1 for story in stories[:shown])
        told = f", {'all' if alone == len(stories) - shown else f'{alone:,}'} of them told by one article alone" if alone else ""
        line(console)
        line(console, Text.assemble(f"And {count(len(stories) - shown, 'more story', 'more stories')}{told}: ", ("retold stories", "cyan")))


def _story(story: StoryLine, console: Console) -> None:
    line(console, Text(story.title, style="bold"))
    render_answer(story, console)
    line(console, Text.assemble(("More: ", "dim"), (f"retold story {story.id}", "cyan")), indent=2)


def _dropped(groups: Iterable[DroppedGroup], console: Console) -> None:
    groups = list(groups)
    if not groups:
        return
    heading(console, "Left out")
    for group in groups:
        rest = group.count - len(group.examples)
        pages = [*group.examples, *([f"{rest:,} more"] if rest else [])]
        line(console, f"{count(group.count, 'page')}: {group.reason} ({listed(pages)})", indent=2)
