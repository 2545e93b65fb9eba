"""Reading a parsed sentence: who a verb's subject is, how far a phrase goes, what stands before and behind."""

from __future__ import annotations

from retold.attribute.draft import Noun
from retold.text.grammar import Parse
from retold.types import Span

BE = frozenset("is are was were be been being get got gets 's 're ’s ’re am".split())
QUOTES = frozenset(["''", '"', "``", "'", "`"])
DASHES = frozenset(["-", "--", "–", "—"])
NOMINAL = frozenset("NOUN PROPN PRON NUM".split())
INSIDE_NAMES = frozenset(
    "appos flat compound nmod amod conj acl nummod det case fixed list dep goeswith punct cc obl advmod obj nsubj xcomp aux".split()
)
BEFORE_CUE = frozenset("aux advmod cop".split())
TIMES = frozenset(
    "today yesterday tomorrow earlier later now meanwhile also however monday tuesday wednesday thursday friday saturday sunday".split()
)
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
MONTHS = frozenset(
    "january february march april may june july august september october november december week month year night morning afternoon evening weekend".split()
)
LEADING = frozenset([",", ";", ":", "and", "but", "or", "-", "--", "–", "—", ".", "…", "..."])


def span_of(p: Parse, first: int, last: int) -> Span:
    return p.starts[first], p.ends[last]


def is_passive(p: Parse, i: int) -> bool:
    """'was told', 'is expected', 'being accused'; the tree must not say that 'be' is a main verb."""
    return p.tags[i] in ("VBN", "VBD") and any(p.lower[c] in BE and p.relations[c] == "aux" for c in p.children[i] if c < i)


def child(p: Parse, i: int, relations: tuple[str, ...], *, after: int = -1, before: int | None = None) -> int | None:
    for c in p.children[i]:
        if p.relations[c] in relations and c > after and (before is None or c < before):
            return c
    return None


def sentence_bounds(p: Parse, i: int) -> tuple[int, int]:
    """First and last token of the sentence that token `i` is in."""
    number, first, last = p.sentences[i], i, i
    while first > 0 and p.sentences[first - 1] == number:
        first -= 1
    while last + 1 < len(p.words) and p.sentences[last + 1] == number:
        last += 1
    return first, last


def cue_tokens(p: Parse, i: int) -> tuple[int, int]:
    """The verb with its auxiliaries, negation and adverbs before it."""
    first = i
    while (
        first > 0
        and p.heads[first - 1] == i
        and p.relations[first - 1] in BEFORE_CUE
        and not p.tags[first - 1].startswith("N")
        and p.lower[first - 1] not in ("when", "where", "how", "why")
    ):
        first -= 1
    while first < i and p.lower[first] in ("then", "so", "here", "there", "now", "meanwhile", "however"):
        first += 1
    return first, i


def noun_phrase(p: Parse, head: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The phrase of `head` between two tokens (inclusive), without marks and commas at its edges."""
    first, last = max(p.first[head], floor), min(p.last[head], ceiling)
    for j in range(head, first - 1, -1):
        if p.words[j] in QUOTES and p.words[j] != "'":
            first = j + 1
            break
    for j in range(head, last + 1):
        if p.words[j] in ('"', "``", "''") and j > head + 1 and last - j < 2:
            last = j - 1
            break
    first = behind_opener(p, first, head)
    while first < head and (
        p.lower[first] in LEADING or (p.relations[first] == "cc" and p.lower[first] not in ("both", "either", "neither"))
    ):
        first += 1
    while last > head and (p.lower[last] in LEADING or (p.lower[last] in TIMES and p.tags[last - 1] != "VBN")):
        last -= 1
    return first, last


def behind_opener(p: Parse, first: int, head: int) -> int:
    """'On Friday, the minister' and 'two years after hundreds of women', without what opens the sentence."""
    for j in range(head - 1, first - 1, -1):
        if p.relations[j] in ("case", "mark") and p.heads[j] == head and p.tags[j] != "POS":
            first = j + 1
            break
    if p.parts[first] in ("ADP", "ADV", "SCONJ") or p.lower[first] in TIMES:
        comma = next((j for j in range(head - 1, first, -1) if p.words[j] == ","), None)
        first = comma + 1 if comma is not None else first
    while first < head and (
        p.lower[first] in TIMES or (p.lower[first] in MONTHS and first > 0 and p.lower[first - 1] in ("in", "since", "by"))
    ):
        first += 1
    return first


def from_first_name(p: Parse, first: int, floor: int) -> int:
    """The beginning of a name that the tree cut in two subjects: "Wen | Haoming said"."""
    while (
        first > floor
        and p.tags[first].startswith("NNP")
        and p.tags[first - 1].startswith("NNP")
        and p.relations[first - 1] in ("nsubj", "flat", "compound")
    ):
        first -= 1
    return first


def from_article(p: Parse, first: int, floor: int) -> int:
    """The beginning of a phrase that the tree cut from its article: "the conservative-leaning | newspaper"."""
    if p.parts[first] != "NOUN" and p.parts[first] != "ADJ":
        return first
    for j in range(first - 1, max(floor, first - 6) - 1, -1):
        if p.parts[j] == "DET":
            return j
        if p.parts[j] not in ("ADJ", "NOUN", "PROPN", "NUM") and p.tags[j] not in ("HYPH", "VBN", "VBG", "RB"):
            return first
    return first


def through_name(p: Parse, last: int, ceiling: int) -> int:
    """A source's end, with the name that the tree left out: "state epidemiologist | Robert Haines"."""
    while last + 1 <= ceiling and (p.tags[last + 1].startswith("NNP") or (p.words[last][:1].isupper() and p.words[last + 1][:1].isupper())):
        last += 1
    return last


def behind_relative(p: Parse, first: int, cue: int, floor: int) -> int | None:
    """Whom a clause in commas is about, where the tree took its last noun for the subject: "Mags Tully, who runs the shop, said"."""
    if p.words[cue - 1] != ",":
        return None
    for j in range(first - 1, floor, -1):
        if p.words[j] == "," and j > first:
            return None
        if p.lower[j] in ("who", "which", "whose") and (p.words[j - 1] == "," or p.parts[j - 1] == "NOUN"):
            return phrase_before(p, j, max(0, j - 10))
    return None


def through_apposition(p: Parse, last: int, cue: int) -> int:
    """The end of a source before its verb, where the tree left out what stands between commas: "the adviser, Leyla Mansh, said"."""
    if last + 2 < cue and (p.lower[last + 1] == "and" or p.lower[last + 1 : last + 4] == ("as", "well", "as")):
        added = cue - 1 - (p.words[cue - 1] == ",")
        return (
            added if added - last < 9 and p.parts[added] in NOMINAL and not any(p.tags[j] in FINITE for j in range(last, added)) else last
        )
    if cue - last < 3 or cue - last > 16 or p.words[last + 1] != "," or p.words[cue - 1] != ",":
        return last
    between = range(last + 2, cue - 1)
    if any(p.words[j] in QUOTES or p.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in between) and p.lower[last + 2] not in (
        "who",
        "which",
        "whose",
    ):
        return last
    return cue - 2 if p.parts[last + 2] in ("DET", "NOUN", "PROPN", "ADJ", "PRON") else last


def own_subject(p: Parse, i: int) -> int | None:
    return child(p, i, ("nsubj", "csubj", "expl"))


def borrowed_subject(p: Parse, i: int) -> int | None:
    """The subject that a verb shares with the verb it hangs on ("and promised …", "refused to say", "…, adding that")."""
    relation, head = p.relations[i], p.heads[i]
    for _ in range(4):
        if head == i or relation not in ("conj", "xcomp", "advcl", "aux", "cop", "parataxis", "ccomp", "dep"):
            return None
        found = own_subject(p, head)
        if found is not None:
            return found
        if p.relations[head] == "acl" and relation in ("conj", "xcomp", "advcl"):
            return p.heads[head]
        i, relation, head = head, p.relations[head], p.heads[head]
    return None


def phrase_before(p: Parse, i: int, floor: int) -> int | None:
    """Head of the noun phrase that ends right before token `i` (a comma may stand between): where the tree lost its way."""
    j = i - 1
    while j >= floor and (
        (p.parts[j] in ("AUX", "ADV", "PART", "SPACE") and not p.tags[j].startswith("NNP"))
        or p.words[j] == ","
        or p.lower[j] in TIMES
        or p.lower[j] in MONTHS
    ):
        j -= 1
        if j >= floor and p.lower[j] in ("on", "in", "last", "this", "earlier", "early", "late") and p.lower[j + 1] in TIMES | MONTHS:
            j -= 1
    if j < floor or (p.parts[j] not in NOMINAL and not p.tags[j].startswith("NNP")):
        return None
    while (up := above(p, j, floor, i)) is not None:
        j = up
    return j


def above(p: Parse, j: int, floor: int, i: int) -> int | None:
    """The noun that `j` is part of, also through a relative clause ("Theo Lamb, who comes three times a week")."""
    head = p.heads[j]
    if head == j or not floor <= head < i:
        return None
    if p.parts[head] in NOMINAL:
        return head if p.relations[j] in INSIDE_NAMES else None
    noun = p.heads[head]
    return noun if p.relations[head] == "acl" and floor <= noun < j and p.parts[noun] in NOMINAL else None


def phrase_after(p: Parse, i: int, ceiling: int) -> int | None:
    """Head of the noun phrase that starts right behind token `i`."""
    j = i + 1
    while j <= ceiling and p.parts[j] in ("DET", "ADJ", "NUM") and p.heads[j] > j:
        j += 1
    if j > ceiling or (p.parts[j] not in NOMINAL and not p.tags[j].startswith("NNP")):
        return None
    while i < p.heads[j] <= ceiling and p.heads[j] != j and p.relations[j] in INSIDE_NAMES and p.parts[p.heads[j]] in NOMINAL:
        j = p.heads[j]
    return j


def noun_of(p: Parse, head: int | None) -> Noun | None:
    """What a draft keeps of its source's head word."""
    return None if head is None else Noun(span_of(p, head, head), p.tags[head], p.names[head])
