"""How far the content of a statement goes: behind its verb, before it, around it, or in quotation marks."""

from __future__ import annotations

import re

from retold.attribute.clauses import DASHES, FINITE, LEADING, QUOTES, child, sentence_bounds, span_of
from retold.attribute.lexicon import lexicon
from retold.attribute.sheet import Sheet
from retold.text.grammar import Parse
from retold.types import Span

GAP = re.compile(r"[^.?!;\n]{0,160}?[:,]\s*(?:that\s+)?|\s*(?:that|as|in)?\s*")
SAY = frozenset("say says said saying".split())  # what follows the plainest of cues is always what was said
# Forms of verbs whose object is a thing that is handed out, shown or dealt with, whatever clause follows it.
GIVING = frozenset(
    "answer answers answered answering post posts posted posting publish publishes published publishing release releases released releasing "
    "write writes wrote written writing read reads reading disclose discloses disclosed disclosing include includes included including".split()
)
LEAST_SAID = 6  # tokens behind "said" that are a statement though the tagger saw no verb in them: 'the scheme cost investors 400 million'
NEAREST = 30  # tokens between a verb and its that-clause
STOPS = frozenset([",", ".", "?", "!"])
ADDITIONS = frozenset("unlike including such for with without along".split())
CIRCUMSTANCES = frozenset("after before when while since because until".split())  # they tell of the saying: 'apologised after …'
ASIDES = frozenset("as though although while even despite where".split())
COMMAS = frozenset([",", ";", ":"])


def quoted_right(sheet: Sheet, group: tuple[int, int], verb: int) -> Span | None:
    """A quotation that follows the verb at once, or behind a colon or comma: 'he said: "…"', 'told reporters, "…"'."""
    p = sheet.parse
    begin = p.ends[max(verb, group[1])]
    quote = sheet.next_quote(p.ends[verb])
    if quote is None or quote.start < p.ends[verb]:
        return None
    gap = sheet.text[begin : quote.start] if quote.start >= begin else ""
    if not GAP.fullmatch(gap) or gap.strip() in ("that", "as", "in") or announces(p, begin, quote.start):
        return None
    if not gap.strip() and (closes_clause(sheet, quote.end) or not sheet.text[begin : quote.start].strip(" ")):
        tail = rest_of_sentence(sheet, quote.end) if not gap.strip().endswith(":") and lower_follows(sheet, quote.end) else quote.end
        return quote.start, tail
    return quote.start, quote.end


def lower_follows(sheet: Sheet, offset: int) -> bool:
    return re.match(r" [a-z]", sheet.text[offset : offset + 2]) is not None


def closes_clause(sheet: Sheet, offset: int) -> bool:
    return re.match(r"\s*(?:[.,;:!?]|$)", sheet.text[offset : sheet.span[1]]) is not None


def rest_of_sentence(sheet: Sheet, offset: int) -> int:
    """The end of the clause that a quotation began: 'said "many" had left the town'."""
    match = re.compile(r"[^.?!;:,\n]*").match(sheet.text, offset, sheet.span[1])
    return match.end() if match else offset


def announces(p: Parse, start: int, end: int) -> bool:
    """Whether another verb of saying stands between two characters."""
    verbs = lexicon().verbs
    return any(start <= s < end and w in verbs and t.startswith("V") for s, w, t in zip(p.starts, p.lower, p.tags, strict=True) if s < end)


def right_clause(sheet: Sheet, verb: int, floor: int, *, heard: bool = False) -> tuple[Span, ...]:
    """The clause behind the verb, with what else hangs on the verb behind it, to the end of a quotation that it opens."""
    p = sheet.parse
    if p.lower[verb] in GIVING and child(p, verb, ("obj",), after=verb) is not None:
        return ()  # 'posted the list of streets that …'
    if not heard and (thing := child(p, verb, ("obj",), after=verb)) is not None and p.first[thing] == verb + 1:
        return ()  # 'condemned the deal, which …': what was said is the object
    clauses = [
        c
        for c in p.children[verb]
        if c > verb and (p.relations[c] == "ccomp" or is_that_clause(p, c)) and p.lower[p.first[c]] not in CIRCUMSTANCES
    ]
    if not clauses:
        return distant_clause(sheet, verb)
    first, last = p.first[clauses[0]], p.last[clauses[0]]
    first = max(first, floor + 1) if first <= floor else first
    last = max(last, *(p.last[c] for c in p.children[verb] if c > last and belongs(p, c, last)), last)
    last = through_finite_verb(sheet, first, last)
    cut = before_next_saying(p, verb, first, last)
    if cut == last:
        cut = before_aside(sheet, first, to_next_stop(sheet, first, last))
    return extent(sheet, first, cut)


def through_finite_verb(sheet: Sheet, first: int, last: int) -> int:
    """The clause's end, over commas as long as it has no verb of its own: 'said that officers on the ship, both owned by it, had …'."""
    p = sheet.parse
    end = sentence_bounds(p, first)[1]
    while last + 2 < end and p.words[last + 1] == "," and not has_finite_verb(p, first, last):
        last = to_next_stop(sheet, first, last + 2)
    return last


def has_finite_verb(p: Parse, first: int, last: int) -> bool:
    """Whether a finite verb stands outside relative clauses."""
    for j in range(first, last + 1):
        governor = p.heads[j] if p.relations[j] in ("aux", "cop") else j
        if p.tags[j] in ("VBD", "VBZ", "VBP", "MD") and p.relations[governor] != "acl":
            return True
    return False


def before_aside(sheet: Sheet, first: int, last: int) -> int:
    """Where a writer's own words begin again behind a comma: ", though she …", ", where he trails …", ", but Democrats have …"."""
    p = sheet.parse
    for j in range(first + 3, last - 1):
        if p.words[j] not in (",", "–", "—", "--") or sheet.quote_at(p.starts[j]):
            continue
        following = p.lower[j + 1]
        if any(quote.start > p.starts[j] and quote.start < p.ends[last] for quote in sheet.quotes_within(p.starts[j], p.ends[last])):
            return last
        if following in ASIDES or (following in ("and", "but") and own_clause(p, j + 1)):
            return j - 1
    return last


def own_clause(p: Parse, joint: int) -> bool:
    added = p.heads[joint]
    return (
        added > joint and p.lower[joint + 1] != "that" and any(joint < c < added and p.relations[c] == "nsubj" for c in p.children[added])
    )


def to_next_stop(sheet: Sheet, first: int, last: int) -> int:
    """The clause's end, moved to the next comma or stop: what follows without one belongs to it, whatever the tree hangs it on."""
    p = sheet.parse
    end = sentence_bounds(p, last)[1]
    while last < end and p.words[last] not in STOPS:
        following = last + 1
        if p.words[following] in STOPS or p.lower[following] == "according":
            break
        if p.lower[following] in ("and", "but") and not joins(p, following, first, last):
            break
        last = following
        if p.words[last] in QUOTES and (quote := sheet.quote_at(p.starts[last])) and quote.start == p.starts[last]:
            last = max([j for j in range(last, end + 1) if p.starts[j] < quote.end])
    return last


def joins(p: Parse, joint: int, first: int, last: int) -> bool:
    """Whether what an "and" adds belongs to the words so far, and is no further saying of the same speaker."""
    added = p.heads[joint]
    cue = lexicon().verbs.get(p.lower[added])
    return added > joint and first <= p.heads[added] <= last and not (cue and cue.manner == "said" and child(p, added, ("nsubj",)) is None)


def before_next_saying(p: Parse, verb: int, first: int, last: int) -> int:
    """Where the tree lets a clause swallow the next thing that its speaker says ("…, but told the paper that …")."""
    for j in range(first + 2, last):
        cue = lexicon().verbs.get(p.lower[j])
        if cue and cue.manner == "said" and p.tags[j] == p.tags[verb] and p.relations[j] == "conj" and child(p, j, ("nsubj",)) is None:
            joint = next((k for k in range(j - 1, max(first, j - 4), -1) if p.lower[k] in ("and", "but")), None)
            if joint is not None and joint > first + 1:
                return joint - 1
    return last


def distant_clause(sheet: Sheet, verb: int) -> tuple[Span, ...]:
    """A that-clause that the tree hangs on a phrase between: 'said in a statement that …', 'told reporters at the gate that …'."""
    p = sheet.parse
    last = sentence_bounds(p, verb)[1]
    for j in range(verb + 1, min(last, verb + NEAREST)):
        if p.lower[j] == "that" and p.relations[j] == "mark" and p.heads[j] > j:
            return extent(sheet, j, to_next_stop(sheet, j, max(p.last[p.heads[j]], p.heads[j])))
        if p.words[j] in (";", ":") or (
            p.relations[j] != "acl" and p.parts[j] in ("VERB", "AUX") and p.tags[j] in ("VBD", "VBZ", "VBP", "MD")
        ):
            return ()
    return ()


def bare_clause(sheet: Sheet, verb: int, floor: int) -> tuple[Span, ...]:
    """Words with a finite verb that follow at once, where the tree finds no clause: 'Mr. Trump said a smaller jet would have cost more'."""
    p = sheet.parse
    end = sentence_bounds(p, verb)[1]
    first = floor + 1
    thing = child(p, verb, ("obj",), after=verb)
    plain = thing is not None and p.first[thing] == first and p.lower[verb] not in SAY
    if plain and thing is not None and (p.lower[verb] in GIVING or not opens_clause(p, thing, end)):
        return ()  # 'pointed out the progress he made': a thing, and what is told of it
    if first >= end or p.words[first] in STOPS or p.parts[first] in ("ADP", "CCONJ", "PUNCT") or p.tags[first] in ("VBG", "TO"):
        return ()
    if p.tags[first] == "WRB" and p.tags[verb] != "VB":
        return ()  # 'said when asked', but not 'would not say when'
    last = to_next_stop(sheet, first, first)
    if p.lower[verb] in SAY and p.parts[first] in ("DET", "PRON", "PROPN"):
        last = through_finite_verb(sheet, first, last)
    finite = any(p.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in range(first + 1, last + 1))
    plain = p.lower[verb] in SAY and p.words[verb - 1] not in QUOTES | COMMAS
    if not finite and not (plain and p.tags[first] in ("DT", "PRP$", "CD", "NNP", "NNS") and last - first >= LEAST_SAID):
        return ()
    return extent(sheet, first, last)


def opens_clause(p: Parse, thing: int, end: int) -> bool:
    """Whether a verb's object is the subject of what follows it at once: 'concluded Obama would win'."""
    for j in range(thing + 1, end):
        if p.tags[j] in FINITE:
            return True
        if p.tags[j] in ("PRP", "WP", "WDT", "WRB", "TO", "VBG", "VBN") or p.words[j] in STOPS or p.lower[j] == "that":
            return False
    return False


def is_that_clause(p: Parse, c: int) -> bool:
    return (
        p.relations[c] in ("xcomp", "acl", "advcl", "parataxis", "conj", "obj")
        and p.lower[p.first[c]] == "that"
        and p.parts[c] in ("VERB", "ADJ", "NOUN", "AUX")
    )


def belongs(p: Parse, c: int, last: int) -> bool:
    """Whether a later phrase of the verb is part of what was said rather than of the saying."""
    relation, first = p.relations[c], p.first[c]
    if relation == "punct":
        return False
    if relation == "conj":
        return belongs_by_conjunction(p, c)
    if p.words[first - 1] in COMMAS or p.words[first] in COMMAS:
        if p.lower[first] in ADDITIONS or (first < c and p.lower[first + 1] in ADDITIONS):
            return True
        if relation == "advcl" and p.tags[c] == "VBG" and c == first:
            return not is_saying(p, c)
        return relation == "advcl" and p.lower[first] in ("because", "if", "unless", "although", "though", "since")
    return relation in ("obl", "advcl", "ccomp", "advmod", "obj") and first <= last + 2


def is_saying(p: Parse, c: int) -> bool:
    cue = lexicon().verbs.get(p.lower[c])
    return cue is not None and cue.manner == "said"


def belongs_by_conjunction(p: Parse, c: int) -> bool:
    """'said that …, and that …' goes on; so does a verb that announces nothing and has no subject of its own."""
    first = p.first[c]
    if p.lower[first] in ("and", "but", "or") and first + 1 < len(p.lower) and p.lower[first + 1] in ("that", "how", "why", "whether"):
        return True
    progressive = p.tags[c] == "VBG" and child(p, c, ("aux",)) is None
    return p.parts[c] in ("VERB", "ADJ") and not is_saying(p, c) and child(p, c, ("nsubj",)) is None and not progressive


def extent(sheet: Sheet, first: int, last: int) -> tuple[Span, ...]:
    """The tokens as a span, without commas at its edges, widened to the quotations that it cuts."""
    p = sheet.parse
    while first < last and p.lower[first] in LEADING:
        first += 1
    while last > first and (p.words[last] in (",", ";", ":", ".", "?", "!") or p.words[last] in DASHES):
        last -= 1
    start, end = span_of(p, first, before_adding(sheet, first, last))
    return (widened(sheet, start, end),)


def before_adding(sheet: Sheet, first: int, last: int) -> int:
    """Where the next saying of the same speaker begins: ", saying …", ", adding that …"."""
    p = sheet.parse
    for j in range(first + 1, last):
        if p.words[j] == "," and p.tags[j + 1] == "VBG" and not sheet.quote_at(p.starts[j]):
            cue = lexicon().verbs.get(p.lower[j + 1])
            if cue and cue.manner == "said" and "c" in cue.frames:
                return j - 1
    return last


def widened(sheet: Sheet, start: int, end: int) -> Span:
    for quote in sheet.quotes_within(start, end + 2):
        if quote.start < end < quote.end or quote.start < start < quote.end or quote.end == end + 1:
            start, end = min(start, quote.start), max(end, quote.end)
    return start, end


def fronted(sheet: Sheet, group: tuple[int, int], verb: int) -> tuple[Span, ...]:
    """What stands before the announcing words, where a comma, a question or a closing quotation parts the two: '…, he said'."""
    p = sheet.parse
    begin = p.starts[group[0]]
    quote = sheet.quote_before(begin)
    if quote and not goes_on(sheet, quote.end, begin):
        quote = None
    if quote:
        start = sheet.sentence_start(quote.start)
        if start < quote.start and not is_content(sheet, start, quote.start):
            start = quote.start
        return ((min(start, quote.start), quote.end),)
    first = sentence_bounds(p, verb)[0]
    before = group[0] - 1
    if before <= first or p.words[before] not in (",", "?", "!", "–", "—", "--", "-"):
        return ()
    start = max(sheet.begin, sheet.sentence_start(begin))
    tokens = [j for j in range(first, before) if p.starts[j] >= start]
    interrupted = p.lower[verb] in SAY and group[1] + 1 <= sentence_bounds(p, verb)[1] and p.words[group[1] + 1] in (",", ".")
    if len(tokens) < 2 or not (interrupted or any(p.parts[j] in ("VERB", "AUX") for j in tokens)):
        return ()
    return extent(sheet, tokens[0], tokens[-1])


def goes_on(sheet: Sheet, end: int, begin: int) -> bool:
    """Whether a quotation belongs to the announcing words behind it, or ended the sentence before: '… over." He added that'."""
    text = sheet.text
    if "." in text[end:begin]:
        return False
    inside = text[max(0, end - 2) : end].strip("\"”'’»")
    return not inside.endswith(".") or text[begin].islower() or "," in text[end:begin]


def is_content(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words before a quotation go with it: 'the move was a "mistake," he said', not 'She agreed: "…," she said'."""
    words = sheet.text[start:end].rstrip()
    return not words.endswith((":", ".", "?", "!", "(")) and not announces(sheet.parse, start, end)


def surroundings(sheet: Sheet, group: tuple[int, int], verb: int) -> tuple[Span, ...]:
    """The rest of a sentence that the announcing words interrupt: 'Iran, he said, may …'."""
    p = sheet.parse
    last = max(
        [
            group[1],
            *(
                p.last[c]
                for c in p.children[verb]
                if c > verb and p.relations[c] in ("obl", "advmod", "obj", "iobj") and p.last[c] < group[1] + 14
            ),
        ]
    )
    end = sentence_bounds(p, verb)[1]
    if last + 2 >= end or p.words[last + 1] != ",":
        return ()
    following = last + 2
    if (
        p.tags[following] == "VBG"
        or p.lower[following] in ("and", "while", "as", "who", "which", "after", "when")
        or p.words[following] in QUOTES
    ):
        return ()
    top = next((j for j in range(following, end) if p.heads[j] < following or p.heads[j] == j), following)
    if p.heads[top] == verb and p.relations[top] in ("advcl", "conj", "obl"):
        return ()
    return extent(sheet, following, end)
