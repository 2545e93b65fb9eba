"""Lines in the terminal: wrapped, indented and coloured there; piped, the same words without colour, boxes or cuts."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from retold.show.contexts import Words

WIDEST = 100  # columns: longer lines are hard to read
NARROWEST = 16  # columns: with less, words break
# Control characters, halves of surrogate pairs, and the marks that turn the direction of writing round.
UNFIT = (range(9), range(11, 32), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A), range(0xD800, 0xE000))
CONTROLS = {code: "\ufffd" for codes in UNFIT for code in codes}
STYLES = {"": "", "about": "", "removed": "bold red strike", "added": "bold green"}


def line(console: Console, text: str | Text = "", indent: int = 0, style: str = "", lead: str = "") -> None:
    """One paragraph: in a terminal wrapped beside its `lead`, which is dimmed; piped, one plain line however long."""
    words = harmless(Text(" ".join(text.split()), style=style) if isinstance(text, str) else text)
    lead = lead.translate(CONTROLS)
    if not console.is_terminal:
        plain = " ".join(f"{lead} {words.plain}".split())
        console.print(f"{' ' * indent}{plain}" if plain else "", soft_wrap=True, markup=False, highlight=False, emoji=False)
        return
    hang = cell_len(lead)
    room = max(NARROWEST, min(console.width, WIDEST) - indent - hang)
    for number, part in enumerate(words.wrap(console, room)):
        part.rstrip()
        before = Text.assemble(" " * indent, (lead, "dim") if number == 0 else " " * hang)
        console.print(before.append_text(part), highlight=False, soft_wrap=True)


def harmless(text: Text) -> Text:
    """The text with its control characters made visible: a page's title must not steer the terminal. Changes `text` itself."""
    text.plain = text.plain.translate(CONTROLS)
    return text


def heading(console: Console, words: str) -> None:
    line(console)
    line(console, words, style="bold underline" if console.is_terminal else "")


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
    return harmless(text)


def coloured(console: Console) -> bool:
    return console.is_terminal and not console.no_color
