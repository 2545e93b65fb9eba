"""What is said with an object: alone, with what is said of it, as an infinitive, or behind the verb's preposition."""

from __future__ import annotations

from retold.attribute.clauses import MONTHS, TIMES, child
from retold.attribute.draft import Shape
from retold.attribute.extents import COMMAS, extent, to_next_stop
from retold.attribute.lexicon import Cue, lexicon
from retold.attribute.sheet import Sheet
from retold.text.grammar import Parse
from retold.types import Span

ARGUMENTS = frozenset("obj iobj obl xcomp ccomp advcl nmod acl advmod conj".split())
OBJECT_PREPOSITIONS = frozenset("as for of to from with within over about against into by before after until".split())
OCCASIONS = frozenset(
    "interview statement speech letter post tweet conference briefing rally court parliament television interviews remarks email message".split()
)


def object_content(sheet: Sheet, verb: int, cue: Cue, *, passive: bool) -> tuple[tuple[Span, ...], Shape]:
    """The object of the verb, alone or with what is said of it; or an infinitive; or the phrase behind the verb's preposition."""
    p = sheet.parse
    arguments = [c for c in p.children[verb] if c > verb and p.relations[c] in ARGUMENTS]
    if verb + 1 < len(p.lower) and p.lower[verb + 1] in cue.prepositions and (phrase := prepositional(sheet, cue, arguments)):
        return phrase, "phrase"
    if (
        "o" in cue.frames
        and ("r" not in cue.frames or any(p.relations[c] == "xcomp" for c in arguments))
        and (whole := whole_object(sheet, arguments, passive=passive or " " in cue.lemma))
    ):
        return whole, "whole"
    if "i" in cue.frames or passive:
        for c in arguments:
            if p.relations[c] == "xcomp" and p.lower[p.first[c]] in ("to", "not", "as"):
                return extent(sheet, p.first[c], through_list(sheet, p.first[c], p.last[c])), "infinitive"
    if "n" in cue.frames and not passive and (found := plain_object(p, verb)) is not None:
        last = end_of_object(sheet, verb, found)
        if "c" in cue.frames and last + 1 < len(p.tags) and p.tags[last + 1] in ("VBD", "VBZ", "VBP", "MD"):
            return extent(sheet, p.first[found], max(p.last[verb], last)), "clause"
        return extent(sheet, p.first[found], last), "noun"
    return prepositional(sheet, cue, arguments), "phrase"


def plain_object(p: Parse, verb: int) -> int | None:
    """The verb's object; or the doing or word beside it that the tree took for an open clause: 'denied taking the money', 'denied fraud'."""
    found = child(p, verb, ("obj",), after=verb)
    open_clause = child(p, verb, ("xcomp",), after=verb)
    if found is None and open_clause is not None and p.first[open_clause] == verb + 1 and p.tags[open_clause] in ("VBG", "NN", "NNS"):
        return open_clause
    return found


def through_list(sheet: Sheet, first: int, last: int) -> int:
    """The end of a list of things to do: 'pledged to hire a firm, train all employees, and review complaints'."""
    p = sheet.parse
    last = to_next_stop(sheet, first, last)
    while (
        last + 3 < len(p.words)
        and p.words[last + 1] == ","
        and (p.tags[last + 2] == "VB" or (p.tags[last + 2] == "CC" and p.tags[last + 3] in ("VB", "TO")))
    ):
        last = to_next_stop(sheet, first, last + 3)
    return last


def end_of_object(sheet: Sheet, verb: int, found: int) -> int:
    """The object's end, with what follows at once: 'condemned the attack as an assault', 'rejected the claim that he knew'."""
    p = sheet.parse
    last = p.last[found]
    for c in p.children[verb]:
        if p.first[c] == last + 1 and p.relations[c] in ("obl", "advcl", "nmod", "xcomp") and goes_with_object(p, c):
            last = p.last[c]
    if last + 3 < len(p.words) and p.lower[last + 1] == "that" and p.lower[last] in lexicon().nouns:
        last = to_next_stop(sheet, last + 1, last + 3)
    return last


def goes_with_object(p: Parse, c: int) -> bool:
    """Whether a phrase is part of what was denied or promised, and not where or when that was."""
    preposition = p.lower[p.first[c]]
    return preposition in OBJECT_PREPOSITIONS or (
        preposition in ("in", "at", "on") and p.lower[c] not in OCCASIONS and p.lower[c] not in TIMES | MONTHS
    )


def whole_object(sheet: Sheet, arguments: list[int], *, passive: bool) -> tuple[Span, ...]:
    p = sheet.parse
    wanted = [
        c
        for c in arguments
        if p.relations[c] in ("obj", "iobj", "xcomp", "ccomp") or (p.relations[c] in ("obl", "advcl", "nmod") and not by_phrase(p, c))
    ]
    wanted = [c for c in wanted if not (p.words[p.first[c] - 1] in COMMAS or p.words[p.first[c]] in COMMAS)]
    if not wanted or not (passive or any(p.relations[c] in ("obj", "iobj", "xcomp", "ccomp") for c in wanted)):
        return ()
    first, last = p.first[wanted[0]], max(p.last[c] for c in wanted)
    first += p.lower[first] in ("on", "to") and p.relations[first] == "case"
    joint = next((j for j in range(first + 1, last) if p.lower[j] in ("and", "but") and another_sentence(p, j, last)), None)
    return extent(sheet, first, joint - 1 if joint else last)


def another_sentence(p: Parse, joint: int, last: int) -> bool:
    """Whether a clause with a subject of its own follows an "and": 'blamed the militias and officials say …'."""
    return any(
        p.tags[j] in ("VBD", "VBZ", "VBP")
        and p.relations[j] != "acl"
        and any(joint < c < j and p.relations[c] == "nsubj" for c in p.children[j])
        for j in range(joint + 2, last + 1)
    )


def by_phrase(p: Parse, c: int) -> bool:
    return any(p.lower[k] == "by" and p.relations[k] == "case" for k in p.children[c])


def prepositional(sheet: Sheet, cue: Cue, arguments: list[int]) -> tuple[Span, ...]:
    p = sheet.parse
    for c in arguments:
        first = p.first[c]
        if p.lower[first] in cue.prepositions and first < c:
            return extent(sheet, first + 1, p.last[c])
    return ()
