"""retold why: the reasons behind a claim's origins, or behind two articles being, or not being, in one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from retold.commands.consoles import results_console, write_bytes
from retold.commands.finding import find_claim, stored_ledger
from retold.errors import UsageError
from retold.show.contract import json_bytes
from retold.show.share import story_ledger
from retold.types import Claim, Ledger, Traced
from retold.weigh.why import Chain, Explanation, Step, explain

STDOUT = Path("-")
LEADS = {
    "said in": "said in",
    "copied from": "copied from",
    "made from": "made from",
    "told": "told to",
    "spoken by": "spoken by",
}


def why(ids: Sequence[str], store: Path, *, as_json: bool) -> int:
    """Print the chain from each article to the origin, with the words at every hop."""
    if len(ids) != 1:
        raise UsageError("give one claim: retold why CLAIM (`retold story ID --json` shows their ids)")
    ledger = stored_ledger(store)
    claim = find_claim(ledger, ids[0])
    reasons = explained(ledger, claim)
    if as_json:
        write_bytes(json_bytes(asdict(reasons)), STDOUT)
    else:
        print_reasons(reasons, outlet_names(ledger), results_console())
    return 0


def explained(ledger: Ledger, claim: Claim) -> Explanation:
    part = story_ledger(ledger, claim.story)
    return explain(claim, part.articles, part.statements, Traced(part.passages, part.derivations, part.origins), part.origins)


def outlet_names(ledger: Ledger) -> dict[str, str]:
    return {article.id: article.outlet or article.page for article in ledger.articles}


def print_reasons(reasons: Explanation, names: dict[str, str], console: Console) -> None:
    count = len(reasons.counted)
    console.print(f"[bold]{escape(reasons.claim.text)}[/bold]", soft_wrap=True)
    counted = ", ".join(f"{o.name} ({o.kind})" for o in reasons.counted) or "unknown"
    console.print(f"  {count} independent origin{'' if count == 1 else 's'}: {escape(counted)}", soft_wrap=True)
    for chain in reasons.chains:
        print_chain(chain, names, console)
    if reasons.apart:
        console.print(f"  not counted apart: {escape(', '.join(o.name for o in reasons.apart))}", soft_wrap=True)
    for doubt in reasons.doubts:
        console.print(f"  [yellow]uncertain:[/yellow] {escape(doubt)}", soft_wrap=True)


def print_chain(chain: Chain, names: dict[str, str], console: Console) -> None:
    side = "denied in" if chain.side == "deny" else "in"
    console.print(f"\n  {side} [bold]{escape(names.get(chain.article, chain.article))}[/bold]: “{escape(chain.words)}”", soft_wrap=True)
    for step in chain.steps:
        console.print(f"    ← {step_line(step)}", soft_wrap=True)


def step_line(step: Step) -> str:
    words = f": “{' '.join(step.words.split())}”" if step.words else ""
    how = f" ({step.how})" if step.how else ""
    return escape(f"{LEADS[step.kind]} {step.name}{how}{words}")
