"""Announcements by the order of words alone, for verbs of saying that the tree gave nothing: a parser loses its way in long sentences.

Three orders are known: "…, SOURCE said [to somebody, on some day].", "…, said SOURCE." and "SOURCE said [to somebody] that …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.attribute.clauses import FINITE, MONTHS, QUOTES, TIMES, noun_of, span_of
from retold.attribute.draft import Draft
from retold.attribute.extents import GIVING, extent, fronted, to_next_stop
from retold.attribute.lexicon import Cue, lexicon
from retold.attribute.roles import is_people
from retold.attribute.sheet import Sheet
from retold.text.grammar import Parse
from retold.types import Span

PHRASE = frozenset("DT PDT CD JJ JJR JJS NN NNS NNP NNPS PRP PRP$ POS HYPH VBN".split())
NOUNS = ("NN", "PRP")
JOINERS = frozenset("of for at from in on with and or & by de al von van bin to".split())
AUXILIARIES = frozenset("has have had also later earlier then since reportedly repeatedly now".split())
BLOCK = re.compile(r"[^.!?;:“”\"\n]{0,80}:\s*$")
AGENT = re.compile(r"(?:er|or|ist|ian|ant|eer)$")  # endings of nouns for people by what they do
STOPS = frozenset([".", "!", "?", ";"])
DASHES = frozenset(["—", "–", "--"])
WRITING = frozenset("write post tweet publish release describe read text email blog".split())  # they take plain objects
LONGEST_ASIDE = 24  # tokens between the commas of "X, who runs the shop, said"
LONGEST_PHRASE = 22
NEAREST_CLAUSE = 16  # tokens between a verb and its "that"
LEAST = 4  # tokens of a content


@dataclass(frozen=True, slots=True)
class Source:
    """Tokens of a source, both ends inclusive, with its head noun and the index of the mark before it (-1 where a sentence begins)."""

    first: int
    last: int
    head: int
    mark: int


def surface_draft(sheet: Sheet, i: int, cue: Cue) -> Draft | None:
    p = sheet.parse
    if cue.manner != "said" or not {"c", "p"} <= cue.frames or " " in cue.lemma or p.tags[i] not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    first = i
    while first > 0 and p.lower[first - 1] in AUXILIARIES:
        first -= 1
    if p.tags[i] == "VBN" and first == i and p.lower[i] not in ("said", "told") and not follows_name(p, i):
        return None
    begin = beginning(sheet, first)
    if (after := inverted_source(p, i, begin)) is not None and (p.words[i - 1] in QUOTES or cue.lemma not in WRITING):
        return made(sheet, (i, i), cue, after, before_mark(sheet, begin, i - 1, i))
    source = source_before(sheet, first, begin)
    if source is None:
        return None
    quoted = source.mark >= 0 and p.words[source.mark] in QUOTES
    complete = closes(p, i) and (quoted or "r" not in cue.frames or hearer_of(p, i) is not None)
    content = before_mark(sheet, begin, source.mark, source.first) if source.mark >= 0 and complete else ()
    return made(sheet, (first, i), cue, source, content or that_clause(sheet, i, source))


def block_draft(sheet: Sheet, i: int) -> Draft | None:
    """'The Ledger reports:' at the end of a paragraph, where the next one is a quotation."""
    p = sheet.parse
    cue = lexicon().verbs.get(p.lower[i])
    if sheet.following is None or cue is None or cue.manner != "said" or "c" not in cue.frames or not p.tags[i].startswith(("VB", "NNS")):
        return None
    if not BLOCK.match(sheet.text, p.ends[i], sheet.span[1]):
        return None
    first = i
    while first > 0 and p.lower[first - 1] in AUXILIARIES:
        first -= 1
    source = source_before(sheet, first, beginning(sheet, first))
    return made(sheet, (first, i), cue, source, ((sheet.following.start, sheet.following.end),)) if source else None


def follows_name(p: Parse, i: int) -> bool:
    """Whether a past tense that was taken for a participle stands behind a name or an aside: 'Ann Hart, the medical officer, advised'."""
    return i > 0 and (p.words[i - 1] == "," or p.tags[i - 1].startswith("NNP"))


def made(sheet: Sheet, verb: tuple[int, int], cue: Cue, source: Source, content: tuple[Span, ...]) -> Draft | None:
    p = sheet.parse
    if not content or any(sheet.quote_at(p.starts[j]) for j in (source.first, source.head)):
        return None
    hearer = hearer_of(p, verb[1]) if "r" in cue.frames and source.last < verb[1] else None
    return Draft(
        content=content,
        cue=(span_of(p, *verb),),
        source=(span_of(p, source.first, source.last),),
        kind=cue,
        paragraph=sheet.paragraph,
        hearer=span_of(p, *hearer) if hearer else None,
        noun=noun_of(p, source.head),
    )


def beginning(sheet: Sheet, token: int) -> int:
    """The first token of the sentence by its stops alone."""
    p = sheet.parse
    start = max(sheet.begin, sheet.sentence_start(p.starts[token]))
    while token > 0 and p.starts[token - 1] >= start:
        token -= 1
    return token


def source_before(sheet: Sheet, verb: int, begin: int) -> Source | None:
    """The phrase that ends at the verb, over an aside in commas; None where no mark and no beginning stands before it."""
    p = sheet.parse
    last = verb - 1
    if last > begin and p.words[last] == ",":
        opening = next((j for j in range(last - 1, max(begin, last - LONGEST_ASIDE), -1) if p.words[j] == ","), None)
        if opening is None or opening < begin + 1 or any(p.words[j] in QUOTES for j in range(opening, last)):
            return None
        if opening + 1 == last or not is_aside(p, opening + 1):
            return None
        found = phrase_ending(p, opening - 1, begin)
        return None if found is None else Source(found.first, last - 1, found.head, found.mark)
    return phrase_ending(p, last, begin)


def is_aside(p: Parse, first: int) -> bool:
    return p.lower[first] in ("who", "which", "whose", "aged", "now", "then") or p.tags[first] in PHRASE | {"RB", "IN"}


def phrase_ending(p: Parse, last: int, begin: int) -> Source | None:
    """The noun phrase that ends at a token."""
    first = last
    while (
        first >= begin
        and (p.tags[first] in PHRASE or p.lower[first] in JOINERS or is_noun_here(p, first))
        and last - first < LONGEST_PHRASE
    ):
        first -= 1
    mark = first
    first += 1
    while first <= last and (p.lower[first] in JOINERS or p.lower[first] in TIMES):
        if p.tags[first] in ("IN", "TO"):
            return None  # 'from the border, at dawn, said …'
        first += 1
    if first > last or not p.tags[last].startswith(NOUNS) or p.lower[last] in TIMES | MONTHS:
        return None
    if mark >= begin and p.words[mark] not in QUOTES | DASHES | {","}:
        return None
    return Source(first, last, head_of(p, first, last), mark if mark >= begin else -1)


def is_noun_here(p: Parse, token: int) -> bool:
    """A noun that the tagger took for a verb: "coastguard spokesman", "forensic accountant Rosa Lind"."""
    if p.tags[token] not in ("VB", "VBP") or token + 1 >= len(p.words):
        return False
    role = (
        AGENT.search(p.lower[token]) is not None and p.tags[token + 1].startswith("NNP") and p.tags[token - 1] in ("NN", "JJ", "NNP", "DT")
    )
    return role or is_people(p.lower[token]) or is_people(p.lower[token + 1])


def head_of(p: Parse, first: int, last: int) -> int:
    """The last noun before a joining word: "the head of the unit"."""
    head = first
    for j in range(first, last + 1):
        if p.lower[j] in JOINERS and p.tags[j] != "CC" and p.tags[head].startswith(NOUNS):
            break
        if p.tags[j].startswith(NOUNS) and not (j < last and p.tags[j + 1] == "POS"):
            head = j
    return head


def inverted_source(p: Parse, i: int, begin: int) -> Source | None:
    """The phrase behind the verb, up to the sentence's end: "…, said the head of the unit, Grace Pound."."""
    if i <= begin or p.words[i - 1] not in QUOTES | {","} or i + 1 >= len(p.words) or p.tags[i + 1] not in PHRASE | {"NNPS"}:
        return None
    last = i
    while last + 1 < len(p.words) and (p.tags[last + 1] in PHRASE or p.lower[last + 1] in JOINERS):
        last += 1
    head = head_of(p, i + 1, last)
    if last == i or last + 1 >= len(p.words) or p.words[last + 1] not in STOPS | {","} or not p.tags[head].startswith(NOUNS):
        return None
    if p.lower[last] == "old" and p.tags[last - 1] == "HYPH":
        return Source(i + 1, last, last, i - 1)  # 'raged the 34-year-old'
    if p.lower[head] in TIMES | MONTHS or p.tags[head] == "PRP" or p.lower[i] in ("told", "tells"):
        return None
    if p.words[last + 1] == ",":
        stop = next((j for j in range(last + 2, min(len(p.words), last + LONGEST_ASIDE)) if p.words[j] in STOPS | {","}), None)
        if stop is not None and p.words[stop] in STOPS and all(p.tags[j] in PHRASE or p.lower[j] in JOINERS for j in range(last + 2, stop)):
            last = stop - 1
    return Source(i + 1, last, head, i - 1)


def closes(p: Parse, i: int) -> bool:
    """Whether nothing but a hearer, a time or a place follows the verb up to a comma or stop."""
    j = i + 1
    while j < len(p.words) and p.words[j] not in STOPS | DASHES | {","}:
        if (p.tags[j] not in PHRASE and p.tags[j] not in ("IN", "TO", "RB", "VBG")) or p.lower[j] == "that":
            return False
        j += 1
    return True


def before_mark(sheet: Sheet, begin: int, mark: int, group: int) -> tuple[Span, ...]:
    """The sentence so far: a quotation, or words with a finite verb."""
    p = sheet.parse
    if p.words[mark] in QUOTES:
        quote = sheet.quote_before(p.starts[group])
        return fronted(sheet, (group, group), group) if quote else ()
    if mark - begin < LEAST or not any(p.tags[j] in FINITE or p.tags[j] == "VBN" for j in range(begin, mark)):
        return ()
    return extent(sheet, begin, mark - 1)


def that_clause(sheet: Sheet, i: int, source: Source) -> tuple[Span, ...]:
    """'told state television that …': the clause behind the first "that", where no comma and no verb stands between."""
    p = sheet.parse
    if (p.lower[i] in GIVING and p.tags[i + 1] in PHRASE) or (source.mark >= 0 and p.words[source.mark] not in QUOTES | {","}):
        return ()
    for j in range(i + 1, min(len(p.words) - LEAST, i + NEAREST_CLAUSE)):
        if p.lower[j] == "that" and p.tags[j] in ("IN", "WDT", "DT"):
            last = to_next_stop(sheet, j + 1, j + 2)
            return extent(sheet, j, last) if any(p.tags[k] in FINITE for k in range(j, last + 1)) else ()
        if p.tags[j] in FINITE or p.words[j] in STOPS | {","} or p.words[j] in QUOTES:
            return ()
    return ()


def hearer_of(p: Parse, i: int) -> tuple[int, int] | None:
    """The noun phrase right behind the verb."""
    last = i
    while last + 1 < len(p.words) and p.tags[last + 1] in PHRASE and p.lower[last + 1] not in TIMES:
        last += 1
    return (i + 1, last) if last > i and p.tags[last].startswith(NOUNS) else None
