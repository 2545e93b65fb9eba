"""retold why: the reasons behind a claim's origins, how far a change travelled, or the reasons behind two articles being, or not being, in one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import zip_longest
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from retold.commands.consoles import results_console, write_bytes
from retold.commands.finding import find_article, find_change, find_claim, stored_ledger
from retold.errors import UsageError
from retold.group import Explanation as Grouped
from retold.group import why as why_grouped
from retold.show.changes import change_block, relation
from retold.show.contract import json_bytes
from retold.show.parts import story_parts
from retold.show.phrases import HOW_PHRASES
from retold.show.share import story_ledger
from retold.show.spreading import chains_of, travelled
from retold.show.terminal_story import render_changes
from retold.types import Article, Change, Claim, Ledger, Traced
from retold.weigh.why import Chain, Explanation, Step, explain

STDOUT = Path("-")
LEAST = 0.05  # of the log-odds: less is shown as nothing
EVIDENCE = {
    "words": "words of their texts",
    "lead": "words of title and lead",
    "names": "names",
    "numbers": "numbers",
    "phrases": "shared wording",
    "nearness": "nearer to each other than to the rest",
    "crowd": "how many others are as near",
    "soon": "published soon after each other",
    "days": "days between them",
    "weekdays": "the days of the week that they name",
}
LEADS = {
    "said in": "said in",
    "copied from": "copied from",
    "made from": "made from",
    "told": "told to",
    "spoken by": "spoken by",
}


def why(ids: Sequence[str], store: Path, *, as_json: bool) -> int:
    """One id is a claim or a change: its chains. Two are articles: the evidence on their being one story."""
    if len(ids) not in {1, 2}:
        raise UsageError(
            "give one claim or change, or two articles: retold why CLAIM, retold why CHANGE, retold why ARTICLE ARTICLE "
            "(`retold story ID` shows their ids)"
        )
    ledger = stored_ledger(store)
    console = results_console()
    if len(ids) == 2:
        pair = Pair(*(find_article(ledger, asked) for asked in ids))
        evidence = why_grouped(pair.first, pair.second, ledger.articles)
        if as_json:
            write_bytes(json_bytes(asdict(evidence)), STDOUT)
        else:
            print_evidence(pair, evidence, ledger, console)
        return 0
    change = find_change(ledger, ids[0])
    if change is not None:
        return why_change(ledger, change, as_json=as_json)
    reasons = explained(ledger, find_claim(ledger, ids[0]))
    if as_json:
        write_bytes(json_bytes(asdict(reasons)), STDOUT)
    else:
        print_reasons(reasons, outlet_names(ledger), console)
    return 0


def why_change(ledger: Ledger, change: Change, *, as_json: bool) -> int:
    """The change side by side, and hop by hop how far it travelled."""
    story = next(story for story in ledger.stories if change.later in story.articles)
    parts = story_parts(story_ledger(ledger, story.id), story.id)
    chain = chains_of(parts).get(change.id)
    if as_json:
        write_bytes(json_bytes({"change": asdict(change), "chain": asdict(chain) if chain else None}), STDOUT)
        return 0
    console = results_console()
    console.print(escape(relation(parts, change.earlier, change.later)), style="bold", soft_wrap=True)
    render_changes([replace(change_block(parts, change, {}), claim="")], console)
    told = travelled(parts, chain) if chain else None
    console.print(f"  {escape(told.sentence if told else 'Unknown whether anybody carried it on.')}", soft_wrap=True)
    for hop in told.hops if told else ():
        console.print(f"    → [bold]{escape(hop.name)}[/bold] ({escape(hop.how)}): “{escape(hop.words)}”", soft_wrap=True)
    return 0


@dataclass(frozen=True, slots=True)
class Pair:
    """The two articles that were asked about."""

    first: Article
    second: Article


def print_evidence(pair: Pair, evidence: Grouped, ledger: Ledger, console: Console) -> None:
    """What speaks for and against one story, the weightiest first, with the words it rests on."""
    names = outlet_names(ledger)
    told = f"“{pair.first.title}” ({names[pair.first.id]}) and “{pair.second.title}” ({names[pair.second.id]})"
    in_one = any({pair.first.id, pair.second.id} <= set(story.articles) for story in ledger.stories)
    console.print(f"{escape(told)} are {'one story' if in_one else 'two stories'}.", soft_wrap=True)
    if in_one != evidence.together:
        console.print(
            "  Their own evidence says otherwise: a decision of somebody's, or the rest of their stories, weighed more.", soft_wrap=True
        )
    if evidence.copies:
        console.print("  Their texts are the same.")
    for reason in (each for each in evidence.reasons if abs(each.odds) >= LEAST):
        side = "for" if reason.odds > 0 else "against"
        words = f": {', '.join(reason.words)}" if reason.words else ""
        console.print(f"  {side:7} {reason.odds:+5.1f}  {EVIDENCE.get(reason.kind, reason.kind)}{escape(words)}", soft_wrap=True)
    if not evidence.copies:
        print_sum(evidence, console)
    for name, only in ((names[pair.first.id], evidence.only_first), (names[pair.second.id], evidence.only_second)):
        if only:
            console.print(f"  only in {escape(name)}: {escape(', '.join(only))}", soft_wrap=True)


def print_sum(evidence: Grouped, console: Console) -> None:
    """What the evidence comes to, against what one story needs."""
    first = evidence.odds - sum(reason.odds for reason in evidence.reasons)
    if abs(first) >= LEAST:
        console.print(f"  {'to begin':7} {first:+5.1f}  for any two articles, before their evidence", soft_wrap=True)
    enough = evidence.odds >= evidence.needed
    needed = f"one story needs {evidence.needed:+.1f} or more"
    console.print(f"  in all   {evidence.odds:+5.1f}  {'enough' if enough else 'too little'}: {needed}", soft_wrap=True)
    if enough and not evidence.together:
        console.print(
            "  Alike enough by themselves, but the articles around each are nearer to it than these two are: the best cut runs between them.",
            soft_wrap=True,
        )
    if evidence.together and not enough:
        console.print("  Too unlike by themselves, but the articles between them join them.", soft_wrap=True)


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
    told: set[tuple[str, ...]] = set()
    for chain in reasons.chains:
        lines = (chain.side, chain.article, *map(step_line, chain.steps))
        if lines not in told:
            told.add(lines)
            print_chain(chain, names, console)
    for origin, why_not in zip_longest(reasons.apart, reasons.reasons):
        console.print(f"  not counted apart: {escape(origin.name)}{escape(f': {why_not}' if why_not else '')}", soft_wrap=True)
    for doubt in reasons.doubts:
        console.print(f"  [yellow]uncertain:[/yellow] {escape(doubt)}", soft_wrap=True)


def print_chain(chain: Chain, names: dict[str, str], console: Console) -> None:
    side = "denied in" if chain.side == "deny" else "in"
    console.print(f"\n  {side} [bold]{escape(names.get(chain.article, chain.article))}[/bold]: “{escape(chain.words)}”", soft_wrap=True)
    for step in chain.steps:
        console.print(f"    ← {step_line(step)}", soft_wrap=True)


def step_line(step: Step) -> str:
    said = " ".join(step.words.split())
    told = step.kind != "spoken by" or len(said.split()) > 1  # "who" and "he" say nothing
    lead = HOW_PHRASES[step.how] if step.how and step.how != "cited" else LEADS[step.kind]
    return escape(f"{lead} {step.name}{f': “{said}”' if said and told else ''}")
