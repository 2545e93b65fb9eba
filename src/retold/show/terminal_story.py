"""A story in the terminal: the tree of tellings, the timeline, the claims with who says so, and the changes with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from retold.show.contexts import (
    UNKNOWN,
    ChangeBlock,
    ChangePair,
    ClaimBlock,
    OriginLine,
    StatementLine,
    StoryContext,
    Telling,
    TellingEdge,
    TimelineEntry,
    TreeNode,
    Words,
)
from retold.show.phrases import listed
from retold.show.terminal import WIDEST, heading, line, render_answer

STYLES = {"": "", "about": "bold", "removed": "bold red strike", "added": "bold green"}
MOST_REASONS = 2  # reasons shown under a telling in the tree; the report shows all
LONGEST_REASON = 140  # characters of a quoted reason


def render_story(context: StoryContext, console: Console) -> None:
    """The answer, the tree, the timeline, the claims and the changes of one story."""
    line(console, Text(context.line.title, style="bold"))
    render_answer(context.line, console)
    heading(console, "Who told it from whom")
    _tree(context.tree, console)
    heading(console, "Over time")
    _timeline(context.timeline, console)
    heading(console, "Claims, and says who")
    _claims(context.claims, console)
    heading(console, "What changed")
    _changes(context.changes, console)


def marked_text(words: Iterable[Words], *, coloured: bool) -> Text:
    """Words with their marks: struck out and green in a terminal, [-removed-] and {+added+} where there is no colour."""
    text = Text()
    for part in words:
        plain = " ".join(part.text.split()) if part.text.strip() else part.text
        padded = f"{' ' if part.text[:1].isspace() else ''}{plain}{' ' if part.text[-1:].isspace() else ''}" if plain.strip() else " "
        if coloured or part.mark in ("", "about"):
            text.append(padded, style=STYLES[part.mark])
        else:
            text.append(f"[-{padded}-]" if part.mark == "removed" else f"{{+{padded}+}}")
    return text


def render_changes(blocks: Iterable[ChangeBlock], console: Console, indent: int = 2) -> None:
    """Each change with its sentence before and after."""
    for block in blocks:
        label = Text(block.label, style="yellow")
        label.append(f" ({', '.join(word for word in (block.severity, block.certainty) if word)})", style="dim")
        line(console, label, indent=indent)
        coloured = console.is_terminal and not console.no_color
        if block.before:
            line(console, Text("before  ", style="dim") + marked_text(block.before, coloured=coloured), indent=indent + 2)
        line(console, Text("after   ", style="dim") + marked_text(block.after, coloured=coloured), indent=indent + 2)


def _tree(roots: Sequence[TreeNode], console: Console) -> None:
    if not roots:
        line(console, UNKNOWN, indent=2)
    for root in roots:
        if console.is_terminal:
            console.print(_branch(root), width=min(console.width, WIDEST), highlight=False)
        else:
            _plain_branch(root, console, 2)


def _branch(node: TreeNode, under: Tree | None = None) -> Tree:
    label = _label(node.telling)
    branch = under.add(label) if under is not None else Tree(label, guide_style="dim")
    for child in node.children:
        _branch(child, branch)
    return branch


def _label(telling: Telling) -> RenderableType:
    return Group(_name(telling), *(Text(words, style="dim") for words in _reasons(telling)))


def _name(telling: Telling) -> Text:
    ghost = telling.kind == "ghost"
    name = Text(telling.name, style="italic" if ghost else "bold")
    if ghost:
        return name.append(f" ({telling.note})", style="dim")
    name.append(f"  {telling.when if telling.when != UNKNOWN else 'date unknown'}", style="dim")
    if telling.parent:
        name.append(f"\n{_made(telling.parent)}", style="magenta" if telling.parent.how == "spun" else "cyan")
    return name


def _made(edge: TellingEdge) -> str:
    return ", ".join(words for words in (edge.phrase, edge.share, edge.certainty) if words)


def _reasons(telling: Telling) -> list[str]:
    edges = [edge for edge in (telling.parent, *telling.also) if edge is not None]
    lines = []
    for edge in edges:
        if edge is not telling.parent:
            lines.append(f"also {_made(edge)}")
        evidence = edge.evidence[: MOST_REASONS if edge is telling.parent else 1]
        lines += [f"{reason.sort}: “{shortened(reason.text)}”" for reason in evidence]
    return lines


def shortened(text: str) -> str:
    """A quotation cut at a word, for a reason whose first words are enough."""
    return text if len(text) <= LONGEST_REASON else f"{text[:LONGEST_REASON].rsplit(' ', 1)[0]} …"


def _plain_branch(node: TreeNode, console: Console, indent: int) -> None:
    first, *rest = _name(node.telling).plain.split("\n")
    line(console, f"- {first}", indent=indent)
    for words in (*rest, *_reasons(node.telling)):
        line(console, words, indent=indent + 4)
    for child in node.children:
        _plain_branch(child, console, indent + 2)


def _timeline(entries: Iterable[TimelineEntry], console: Console) -> None:
    for entry in entries:
        if entry.day:
            line(console, "Date unknown" if entry.day == UNKNOWN else entry.day, indent=2)
        words = Text(f"{entry.time or 'no time given'}  ", style="dim").append(entry.telling.name, style="bold not dim")
        if entry.telling.title:
            words.append(f": {entry.telling.title}", style="not dim")
        line(console, words.append(f"  {entry.telling.id}", style="dim"), indent=4)


def _claims(claims: Sequence[ClaimBlock], console: Console) -> None:
    if not claims:
        line(console, "No claims found.", indent=2)
    for claim in claims:
        state = f"  {claim.state}" if claim.state else ""
        line(console, Text(f"{claim.number}. ", style="dim") + Text(claim.text, style="bold").append(state, style="red"), indent=2)
        line(console, Text(f"{claim.resting}: {listed([origin_words(each) for each in claim.origins])}".removesuffix(": ")), indent=5)
        line(console, Text(f"carried by {listed(claim.carriers)}" if claim.carriers else "carried by nobody here", style="dim"), indent=5)
        _statements("says who:", claim.support, console)
        _statements("denied by:", claim.deny, console)
        if claim.hedging:
            line(console, claim.hedging, indent=5, style="yellow")


def origin_words(origin: OriginLine) -> str:
    return f"{origin.name} ({origin.kind_words})"


def _statements(label: str, lines: Sequence[StatementLine], console: Console) -> None:
    for number, each in enumerate(one_a_speaker(lines)):
        words = Text(f"{label} " if number == 0 else " " * (len(label) + 1), style="dim")
        told = f", told {each.told}" if each.told else ""
        words.append(f"{each.speaker}{told}", style="bold not dim").append(f": “{each.words}”", style="not dim")
        line(console, words.append(f" (in {each.outlet})", style="dim"), indent=5)


def one_a_speaker(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """The earliest words of each speaker; those who only carry them are named as carriers."""
    first: dict[str, StatementLine] = {}
    for each in lines:
        first.setdefault(each.speaker, each)
    return list(first.values())


def _changes(pairs: Sequence[ChangePair], console: Console) -> None:
    if not pairs:
        line(console, "No changes seen.", indent=2)
    for pair in pairs:
        line(console, Text(pair.relation, style="bold"), indent=2)
        render_changes(pair.blocks, console, indent=4)
