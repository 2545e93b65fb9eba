"""Two articles side by side in the terminal, one above the other where it is narrow or piped, with the differing words marked."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from retold.show.contexts import AlignedPair, ArticleBlock, ComparisonContext
from retold.show.terminal_lines import coloured, harmless, heading, line, marked_text
from retold.show.terminal_story import render_changes

NARROWEST = 90  # columns needed for two texts beside each other
WIDEST_PAIR = 150


def render_comparison(context: ComparisonContext, console: Console) -> None:
    """Both articles' heads, the changes, then the texts: shared passages, what only the later has, what it left out."""
    line(console, Text(context.relation, style="bold"))
    line(console, f"{context.shared}.", indent=2)
    for name, article in (("earlier", context.earlier), ("later", context.later)):
        _head(name, article, console)
    if context.changes:
        heading(console, "What changed")
        render_changes(context.changes, console)
    heading(console, "Side by side")
    _pairs(context, context.pairs, console)
    if context.missing:
        heading(console, f"Left out by {context.later.name}")
        for pair in context.missing:
            line(console, marked_text(pair.earlier, coloured=coloured(console)), indent=2)


def _head(name: str, article: ArticleBlock, console: Console) -> None:
    line(console, Text.assemble((article.name, "bold"), f": {article.title}"), indent=2, lead=f"{name:<9}")
    line(console, f"{'date unknown' if article.when == 'unknown' else article.when}; {article.page}", indent=11, style="dim")


def _pairs(context: ComparisonContext, pairs: tuple[AlignedPair, ...], console: Console) -> None:
    if not console.is_terminal or console.width < NARROWEST:
        for pair in pairs:
            _stacked(context, pair, console)
        return
    grid = Table.grid(padding=(0, 3, 1, 0), expand=False)
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    grid.add_row(harmless(Text(context.earlier.name, style="bold")), harmless(Text(context.later.name, style="bold")))
    for pair in pairs:
        nothing = harmless(Text(pair.relation, style="dim italic"))
        left = marked_text(pair.earlier, coloured=coloured(console)) if pair.earlier else nothing
        grid.add_row(left, marked_text(pair.later, coloured=coloured(console)))
    console.print(grid, width=min(console.width, WIDEST_PAIR), highlight=False)


def _stacked(context: ComparisonContext, pair: AlignedPair, console: Console) -> None:
    line(console, pair.relation, indent=2, style="dim")
    if pair.relation != "the same words":
        for article, words in ((context.earlier, pair.earlier), (context.later, pair.later)):
            if words and pair.earlier:
                line(console, marked_text(words, coloured=coloured(console)), indent=4, lead=f"{article.name}: ")
        if pair.earlier:
            return
    line(console, marked_text(pair.later, coloured=coloured(console)), indent=4)
