"""Who a verb of saying belongs to: its subject by the tree, or by the order of words where the tree lost its way."""

from __future__ import annotations

from retold.attribute.clauses import (
    FINITE,
    MONTHS,
    NOMINAL,
    QUOTES,
    TIMES,
    borrowed_subject,
    own_subject,
    phrase_after,
    phrase_before,
    sentence_bounds,
)
from retold.attribute.lexicon import lexicon
from retold.attribute.roles import is_document, is_event, is_group, is_people
from retold.attribute.sheet import Sheet
from retold.text.grammar import Parse


def subject(sheet: Sheet, i: int, first: int) -> int | None:
    """Head of the verb's subject; where the grammar made it an event, whom the words between are about, as events say nothing."""
    found = likely_subject(sheet, i, first)
    return beyond_event(sheet.parse, found, i) if found is not None and is_event(sheet.parse.lower[found]) else found


def beyond_event(p: Parse, event: int, i: int) -> int | None:
    """'One of the militias suspected of the attack denied': the phrase whose participle the event stands with."""
    above = p.heads[event]
    if p.relations[event] not in ("obl", "nmod", "obj") or above == event or p.tags[above] not in ("VBD", "VBN"):
        return None
    owner = p.heads[above] if p.relations[above] == "acl" else own_subject(p, above)
    return owner if owner is not None and owner < event < i and not is_event(p.lower[owner]) else None


def likely_subject(sheet: Sheet, i: int, first: int) -> int | None:
    """The verb's own subject, or that of the verb it hangs on, or the phrase beside it."""
    p = sheet.parse
    floor, ceiling = sentence_bounds(p, i)
    if (p.lower[i] == "asked" and i == floor) or is_purpose(p, i):
        return None
    own = own_subject(p, i)
    mended = inverted_subject(sheet, i, first, own)
    if mended is None and own is None:
        mended = outer_speaker(p, i)
    if mended is not None:
        return mended
    if own is not None and p.relations[own] != "expl":
        return own if p.parts[own] in NOMINAL or p.parts[own] in ("DET", "ADJ", "X", "SYM") or p.words[own][:1].isupper() else None
    if p.tags[i] == "VBG":
        return participle_subject(p, i)
    if p.relations[i] == "acl" and p.heads[i] < i and (p.tags[i] != "VBN" or p.relations[p.heads[i]] == "ROOT"):
        return p.heads[i]
    found = surface_subject(p, i, first, floor, ceiling) if p.tags[i] in ("VBD", "VBZ", "VBP") and "c" in p_frames(p, i) else None
    return found if found is not None else borrowed_subject(p, i)


def agent(p: Parse, i: int) -> int | None:
    """Who did it, in a passive: "accused by the prosecutor"."""
    for c in p.children[i]:
        if c > i and p.relations[c] == "obl" and any(p.lower[k] == "by" and p.relations[k] == "case" for k in p.children[c]):
            return c
    return None


def outer_speaker(p: Parse, i: int) -> int | None:
    """Who goes on speaking, where the tree hangs the next saying on what was said: 'told them it had failed and promised that …'."""
    cue, inner = lexicon().verbs.get(p.lower[i]), p.heads[i]
    if p.relations[i] != "conj" or cue is None or cue.manner != "said" or p.relations[inner] != "ccomp" or p.tags[i] != "VBD":
        return None
    saying, outer = p.heads[inner], lexicon().verbs.get(p.lower[p.heads[inner]])
    perfect = any(p.relations[c] == "aux" and p.lower[c] in ("had", "would") for c in p.children[inner])
    return own_subject(p, saying) if outer and outer.manner == "said" and p.tags[saying] == "VBD" and perfect else None


def inverted_subject(sheet: Sheet, i: int, first: int, own: int | None) -> int | None:
    """Who said it, where the tree made a word of what was said the subject: '"His age slowed him," said George Bruno, an ally.'"""
    p = sheet.parse
    frames = p_frames(p, i)
    if (own is not None and own > i) or first != i or "p" not in frames or "r" in frames or p.tags[i] not in ("VBD", "VBZ", "VBP"):
        return None
    floor, ceiling = sentence_bounds(p, i)
    quoted = sheet.quote_before(p.starts[i]) is not None and own is not None and sheet.quote_at(p.starts[own]) is not None
    if not quoted and not (p.words[i - 1] == "," and has_main_verb(p, floor, i - 1)):
        return None
    after = phrase_after(p, i, ceiling)
    if after is None or (not quoted and (p.lower[after] in TIMES | MONTHS or not closes(p, after, ceiling))):
        return None
    return after


def has_main_verb(p: Parse, first: int, last: int) -> bool:
    return any(p.tags[j] in FINITE and p.relations[j] not in ("acl", "advcl") and not under_relative(p, j) for j in range(first, last))


def under_relative(p: Parse, j: int) -> bool:
    return p.relations[p.heads[j]] in ("acl", "advcl")


def closes(p: Parse, noun: int, ceiling: int) -> bool:
    """Whether a comma or the sentence's end follows a noun at once: what follows is no clause of its."""
    end = noun
    while end < ceiling and p.tags[end + 1].startswith("NNP"):
        end += 1
    return end >= ceiling or p.words[end + 1] in (",", ".", ";", "—", "–")


def is_purpose(p: Parse, i: int) -> bool:
    """'took to Twitter to voice …', 'Asked whether …, he said': no one is told to have said it."""
    if p.tags[i] == "VB":
        return p.relations[i] in ("acl", "advcl") and p.lower[p.first[i]] == "to"
    return p.relations[i] == "advcl" and p.tags[i] == "VBN"


def p_frames(p: Parse, i: int) -> frozenset[str]:
    cue = lexicon().verbs.get(p.lower[i])
    return cue.frames if cue else frozenset()


def surface_subject(p: Parse, i: int, first: int, floor: int, ceiling: int) -> int | None:
    """Where the tree gives a verb no subject: the phrase right before it, or right behind it where a quotation or comma stands before."""
    j = first - 1
    while j > floor and p.parts[j] == "SPACE":
        j -= 1
    if first > floor and (p.lower[j] in ("and", "but", "or") or (p.relations[i] == "conj" and p.lower[j] in ("then", "later", "also"))):
        return None
    before = phrase_before(p, first, floor)
    inverted = first > floor and (p.words[j] in QUOTES or (p.words[j] == "," and before is None))
    if inverted and "r" not in p_frames(p, i) and (after := phrase_after(p, i, ceiling)) is not None:
        return after
    return before


def participle_subject(p: Parse, i: int) -> int | None:
    """Of "…, adding that": who the sentence is about, or who announced what stands before; of "a letter saying": the letter."""
    if p.relations[i] == "acl" and p.heads[i] < i and p.words[i - 1] != "," and can_say(p, p.heads[i]):
        return p.heads[i]
    j, announcer, topmost = i, None, None
    for _ in range(8):
        if p.heads[j] == j:
            break
        j = p.heads[j]
        own = own_subject(p, j)
        if own is None or own > i or own == i:
            continue
        topmost = own
        cue = lexicon().verbs.get(p.lower[j])
        if cue and cue.manner == "said" and p.tags[j].startswith("V"):
            announcer = own
    if announcer is not None or p.words[i - 1] == "," or p.relations[i] == "acl":
        return announcer if announcer is not None else topmost
    return borrowed_subject(p, i)


def can_say(p: Parse, noun: int) -> bool:
    """People, bodies and documents; not the years, times and places that a participle happens to follow."""
    word = p.lower[noun]
    return is_people(word) or is_group(word) or is_document(word) or (p.tags[noun] in ("NNP", "NNPS", "PRP") and word not in TIMES | MONTHS)
