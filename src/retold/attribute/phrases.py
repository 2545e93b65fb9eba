"""Statements that no verb announces: "according to X", "X's claim that …", "fears that …"."""

from __future__ import annotations

from retold.attribute.clauses import NOMINAL, noun_of, noun_phrase, phrase_after, sentence_bounds, span_of, through_name
from retold.attribute.draft import Draft
from retold.attribute.extents import extent
from retold.attribute.lexicon import Cue, lexicon
from retold.attribute.sheet import Sheet
from retold.text.grammar import Parse
from retold.types import Span

ACCORDING = Cue("according to", "said", "assert", frozenset("c"))
OPENERS = frozenset(["and", "but", "or", "—", "–", "-", ";", ":", '"', "``"])
SIDE_CLAUSES = frozenset("and but while as who which after when though although with because".split())
ABOUT: frozenset[str] = frozenset()
HOLDERS = frozenset("by from among of".split())


def phrase_drafts(sheet: Sheet) -> list[Draft]:
    found = []
    for i, word in enumerate(sheet.parse.lower):
        if sheet.quote_at(sheet.parse.starts[i]):
            continue
        draft = according(sheet, i) if word in ("according", "in", "as") else noun_draft(sheet, i)
        if draft:
            found.append(draft)
    return found


def according(sheet: Sheet, i: int) -> Draft | None:
    p = sheet.parse
    phrase = next((words for words in (a.split() for a in lexicon().according) if list(p.lower[i : i + len(words)]) == words), None)
    if phrase is None:
        return None
    behind = i + len(phrase)
    first, last = sentence_bounds(p, i)
    head = source_head(p, i, behind, last)
    if head is None:
        return None
    source = noun_phrase(p, head, behind, last)
    source = source[0], through_name(p, source[1], last)
    parts = around(sheet, (first, last), i, source[1])
    if not parts or (phrase[0] == "in" and phrase[-1] == "with" and not closing(p, source[1], last, i, first)):
        return None
    cue = span_of(p, i, behind - 1)
    return Draft(parts, (cue,), (span_of(p, *source),), ACCORDING, sheet.paragraph, noun=noun_of(p, head))


def closing(p: Parse, end: int, last: int, i: int, first: int) -> bool:
    """'In line with' means 'according to' only where it stands behind a comma at the end of a sentence, or at its beginning."""
    return (end >= last - 1 and i > first and p.words[i - 1] == ",") or (i == first and p.words[min(end + 1, last)] == ",")


def source_head(p: Parse, i: int, behind: int, last: int) -> int | None:
    head = p.heads[i]
    if behind <= head <= last and (p.parts[head] in NOMINAL or p.tags[head].startswith("N")):
        return head
    if behind <= head <= last and p.tags[head] == "VBG" and head == behind:
        return head  # 'according to polling by the union'
    return phrase_after(p, behind - 1, last)


def around(sheet: Sheet, sentence: tuple[int, int], begin: int, end: int) -> tuple[Span, ...]:
    """The sentence without the phrase: behind it where the phrase opens a clause, before it else, and on both sides where it interrupts."""
    p = sheet.parse
    first, last = sentence
    while first < begin and p.starts[first] < sheet.begin:
        first += 1
    follows = end + 1 <= last and p.words[end + 1] == ","
    if begin - first < 2 or (p.lower[begin - 1] in OPENERS and begin - first < last - end):
        return extent(sheet, end + 1, last) if last - end > 2 else ()
    before = extent(sheet, first, begin - 1)
    if follows and not any(p.parts[j] in ("VERB", "AUX") for j in range(first, begin)):
        return extent(sheet, end + 2, last) if last - end > 3 else ()
    if follows and last - end > 4 and p.lower[end + 2] not in SIDE_CLAUSES and p.tags[end + 2] != "VBG":
        return (*before, *extent(sheet, end + 2, last))
    return before


def noun_draft(sheet: Sheet, i: int) -> Draft | None:
    p = sheet.parse
    cue = lexicon().nouns.get(p.lower[i])
    if cue is None or p.parts[i] != "NOUN":
        return None
    clause = next(
        (c for c in p.children[i] if c > i and p.relations[c] in ("acl", "ccomp") and p.lower[p.first[c]] in ("that", "to")), None
    )
    if clause is None:
        return None
    head = holder_of(p, i, p.first[clause])
    if head is None:
        return None
    floor, ceiling = (p.first[i], i - 1) if head < i else (p.first[head] + 1, p.first[clause] - 1)
    first, last = noun_phrase(p, head, floor, ceiling)
    last -= p.tags[last] == "POS" and last > first
    return Draft(
        content=extent(sheet, p.first[clause], p.last[clause]),
        cue=(span_of(p, i, i),),
        source=(span_of(p, first, last),),
        kind=cue,
        paragraph=sheet.paragraph,
        noun=noun_of(p, head),
    )


def holder_of(p: Parse, i: int, before: int) -> int | None:
    """Whose claim it is: "X's claim", "their claim", "a claim by X"."""
    for c in p.children[i]:
        if c < i and p.relations[c] == "nmod" and (p.tags[c] == "PRP$" or any(p.tags[k] == "POS" for k in p.children[c])):
            return c
        if i < c < before and p.relations[c] == "nmod" and p.lower[p.first[c]] in HOLDERS:
            return c
    return None
