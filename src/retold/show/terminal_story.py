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
    Disagreement,
    OriginLine,
    SharedQuote,
    StatementLine,
    StoryContext,
    Telling,
    TellingEdge,
    TimelineEntry,
    TreeNode,
)
from retold.show.phrases import listed
from retold.show.tellings import also_words
from retold.show.terminal_lines import WIDEST, coloured, harmless, heading, line, marked_text
from retold.show.terminal_summary import render_answer

MOST_REASONS = 3  # reasons shown under a telling in the tree; the report shows all
MOST_VOICES = 5  # outlets named for one side of a disagreement
LONGEST_REASON = 140  # characters of a quoted reason


def render_story(context: StoryContext, console: Console) -> None:
    """The answer, the tree, the timeline, the claims and the changes of one story."""
    line(console, Text(context.line.title, style="bold"))
    render_answer(context.line, console)
    heading(console, "Who told it from whom")
    _tree(context.tree, console)
    _said_in_public(context.said_in_public, console)
    heading(console, "Over time")
    _timeline(context.timeline, console)
    heading(console, "Claims, and says who")
    _disagreements(context.disagreements, console)
    _claims(context.claims, console)
    heading(console, "What changed")
    _changes(context.changes, console)


def render_changes(blocks: Iterable[ChangeBlock], console: Console, indent: int = 2) -> None:
    """Each change with its sentence before and after."""
    for block in blocks:
        remarks = ", ".join(word for word in (block.severity, block.doubt) if word)
        label = Text.assemble((block.label, "yellow"), (f" ({remarks})" if remarks else "", "dim"), (f"  {block.id}", "cyan"))
        line(console, label, indent=indent)
        for side, words in (("before", block.before), ("after", block.after)):
            if words:
                line(console, marked_text(words, coloured=coloured(console)), indent=indent + 2, lead=f"{side:<8}")
        if block.spread:
            line(console, block.spread.sentence, indent=indent + 2, style="dim")


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
    return Group(harmless(_name(telling)), *(harmless(Text(words, style="dim")) for words in _reasons(telling)))


def _name(telling: Telling) -> Text:
    ghost = telling.kind == "ghost"
    name = Text().append(telling.name, style="italic" if ghost else "bold")
    if ghost:
        return name.append(f" ({telling.note})", style="dim")
    name.append(f"  {telling.when if telling.when != UNKNOWN else 'date unknown'}", style="dim")
    if telling.parent:
        name.append(f"\n{_made(telling.parent)}", style="magenta" if telling.parent.how == "spun" else "cyan")
    return name


def _made(edge: TellingEdge) -> str:
    return ", ".join(words for words in (edge.phrase, edge.share, edge.doubt) if words)


def _reasons(telling: Telling) -> list[str]:
    reasons = telling.parent.evidence[:MOST_REASONS] if telling.parent else ()
    lines = [f"{reason.sort}: {shortened(reason.text)}" for reason in reasons]
    lines += [f"also {also_words(telling.also)}"] if telling.also else []
    lines += [telling.altered] if telling.altered else []
    return lines


def shortened(text: str) -> str:
    """A quotation cut at a word, for a reason whose first words are enough."""
    return text if len(text) <= LONGEST_REASON else f"{text[:LONGEST_REASON].rsplit(' ', 1)[0]} …”"


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
        words = Text.assemble((entry.telling.name, "bold"))
        if entry.telling.title:
            words.append(f": {entry.telling.title}")
        line(console, words.append(f"  {entry.telling.id}", style="cyan"), indent=4, lead=f"{entry.time or 'no time given':<15}")


def _said_in_public(quotes: Sequence[SharedQuote], console: Console) -> None:
    if quotes:
        line(console, "Shared words that were said in public, which is no sign of copying:", indent=2)
    for quote in quotes:
        line(console, f"“{quote.words}” in {listed(quote.names)}", indent=4)


def _disagreements(found: Sequence[Disagreement], console: Console) -> None:
    if found:
        line(console, "Articles that are no copies of one another differ on:", indent=2)
    for each in found:
        line(console, disagreement_words(each), indent=4, style="red")


def disagreement_words(found: Disagreement) -> str:
    """As in "How many died: six (Daily and Wire); nine (Local)"."""
    sides = (f"{says} ({listed(list(dict.fromkeys(voice.name for voice in voices)), most=MOST_VOICES)})" for says, voices in found.sides)
    return f"{found.about}: {'; '.join(sides)}"


def _claims(claims: Sequence[ClaimBlock], console: Console) -> None:
    line(console, "How the origins were found: retold why CLAIM" if claims else "No claims found.", indent=2, style="dim")
    shared = [claim for claim in claims if not claim.alone]
    alone = [claim for claim in claims if claim.alone]
    for claim in shared:
        if claim is not shared[0]:
            line(console)
        _claim(claim, console)
    if alone:
        line(console, f"{'And told' if shared else 'Told'} by one article alone:", indent=2, style="bold")
    for claim in alone:
        said = ", ".join(f"{each.speaker}, in {each.outlet}" for each in claim.support[:1]) or UNKNOWN
        line(console, Text.assemble(claim.text, (f" ({said})", "dim"), (f"  {claim.id}", "cyan")), indent=2, lead=f"{claim.number}. ")


def _claim(claim: ClaimBlock, console: Console) -> None:
    state = f"  {claim.state}" if claim.state else ""
    line(console, Text.assemble((claim.text, "bold"), (state, "red"), (f"  {claim.id}", "cyan")), indent=2, lead=f"{claim.number}. ")
    line(console, f"{claim.resting}: {listed([origin_words(each) for each in claim.origins])}".removesuffix(": "), indent=5)
    line(console, listed(claim.carriers) or "nobody here", indent=5, lead="carried by ")
    _statements("says who:", claim.support, console)
    _statements("denied by:", claim.deny, console)
    for each in claim.differing:
        line(console, disagreement_words(each), indent=5, style="red")
    if claim.hedging:
        line(console, claim.hedging, indent=5, style="yellow")


def origin_words(origin: OriginLine) -> str:
    return f"{origin.name} ({origin.kind_words})"


def _statements(label: str, lines: Sequence[StatementLine], console: Console) -> None:
    for number, each in enumerate(one_a_speaker(lines)):
        told = f", told {each.told}" if each.told else ""
        said = f": “{each.words}”"
        words = Text.assemble((f"{each.speaker}{told}", "bold"), said, (f" (in {each.outlet})", "dim"))
        line(console, words, indent=5, lead=f"{label} " if number == 0 else " " * (len(label) + 1))


def one_a_speaker(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """The earliest words of each speaker; those who only carry them are named as carriers."""
    first: dict[str, StatementLine] = {}
    for each in lines:
        first.setdefault(each.speaker, each)
    return list(first.values())


def _changes(pairs: Sequence[ChangePair], console: Console) -> None:
    words = "Where a change stands first, and who carried it on: retold why CHANGE" if pairs else "No changes seen."
    line(console, words, indent=2, style="dim" if pairs else "")
    for pair in pairs:
        line(console, Text(pair.relation, style="bold"), indent=2)
        render_changes(pair.blocks, console, indent=4)
