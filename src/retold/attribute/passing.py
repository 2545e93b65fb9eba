"""Words that an outlet only passes on: "Yonhap reported that officials said …", "the paper said, citing two executives, that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.attribute.draft import Draft
from retold.attribute.phrases import ACCORDING
from retold.attribute.tellers import Outlets, outlet_at
from retold.types import Span

NEAREST = 40  # drafts on each side that an outlet may pass on: more than a paragraph of news holds


def passed_on(outlets: Outlets, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what an outlet passes on given to those who said it, and the outlet's own report marked as relayed."""
    made = shared(outlets.text, drafts)
    for number, draft in enumerate(made):
        if not draft.source or draft.relayed or outlet_at(outlets, draft.source[0]) is None:
            continue
        beside = range(max(0, number - NEAREST), min(len(made), number + NEAREST))
        near = [n for n in beside if n != number and made[n].paragraph == draft.paragraph]
        if draft.kind.lemma == "cite":
            cite(made, number, near)
        elif draft.shape == "clause" and draft.kind.manner == "said":
            relay(made, number, near)
    return [draft for draft in made if draft.content]


def shared(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose ", adding that" has the source, and the hearer, of what it adds to."""
    made: list[Draft] = []
    for draft in drafts:
        before = next(
            (
                d
                for d in reversed(made[-4:])
                if d.paragraph == draft.paragraph and d.source and draft.source and d.source[0][0] == draft.source[0][0]
            ),
            None,
        )
        adding = before is not None and draft.cue and text[slice(*draft.cue[0])].endswith("ing")
        made.append(
            replace(draft, source=before.source, hearer=draft.hearer or before.hearer, noun=before.noun) if adding and before else draft
        )
    return made


def cite(made: list[Draft], number: int, near: Sequence[int]) -> None:
    """'The Ledger said, citing two executives, that …': the executives say it, through the Ledger."""
    citing = made[number]
    for n in near:
        other = made[n]
        if other.source == citing.source and other.shape in ("clause", "quote") and abs(other.at - citing.at) < 400:
            made[n] = replace(other, source=citing.content[:1], cue=citing.cue, through=citing.source[0], noun=None)
            made[number] = replace(citing, content=())
            return


def relay(made: list[Draft], number: int, near: Sequence[int]) -> None:
    outer = made[number]
    for n in near:
        inner = made[n]
        if inner.kind.manner != "said" or inner.shape not in ("clause", "quote") or not inner.source or inner.source == outer.source:
            continue
        if holds(outer.content, inner.at) and inner.kind is not ACCORDING:
            made[n] = replace(inner, through=outer.source[0])
            made[number] = replace(made[number], relayed=True)
        elif inner.kind is ACCORDING and holds(inner.content, outer.at):
            made[n] = replace(inner, content=outer.content, through=outer.source[0])
            made[number] = replace(made[number], relayed=True)


def holds(spans: Sequence[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)
