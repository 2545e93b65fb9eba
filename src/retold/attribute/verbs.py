"""Statements that a verb announces: "he said that …", "…," said Ann Lee, "denied any role", "told NBC News the attack …"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from retold.attribute.clauses import (
    NOMINAL,
    behind_relative,
    child,
    cue_tokens,
    from_article,
    from_first_name,
    is_passive,
    noun_of,
    noun_phrase,
    own_subject,
    phrase_after,
    phrase_before,
    sentence_bounds,
    span_of,
    through_apposition,
    through_name,
)
from retold.attribute.draft import Draft, Shape
from retold.attribute.extents import bare_clause, extent, fronted, goes_on, quoted_right, right_clause, surroundings, to_next_stop
from retold.attribute.lexicon import Cue, lexicon
from retold.attribute.objects import object_content
from retold.attribute.senses import says_something
from retold.attribute.sheet import Sheet
from retold.attribute.subjects import agent, subject
from retold.attribute.surface import block_draft, surface_draft
from retold.text.grammar import Parse
from retold.types import Span

NEGATIONS = frozenset("not n't never n’t".split())
REFUSING = frozenset("refuse refuses refused refusing decline declines declined declining".split())
LEADS = REFUSING | frozenset(
    "continue continues continued continuing went on began begins try tried seemed seems appeared appears used like likes wants rushed".split()
)
IMPRESSIONS = frozenset(["seem", "appear"])  # what is said of the subject is nobody's word in particular
WHO = frozenset("who that which".split())
COMMA_OR_DASH = frozenset([",", "–", "—", "--"])
LONGEST_ASIDE = 8  # tokens between a name and its ", who": an age, a street


@dataclass(frozen=True, slots=True)
class Announced:
    """A verb that announces something, with the tokens of its parts. `source` and `hearer` are token ranges, both ends inclusive."""

    parse: Parse
    verb: int
    cue: Cue
    first: int
    last: int
    passive: bool
    source: tuple[int, int] | None = None
    source_head: int | None = None
    hearer: tuple[int, int] | None = None

    @property
    def group(self) -> tuple[int, int]:
        """The announcing words as a whole: source, verb, hearer."""
        ranges = [r for r in (self.source, self.hearer) if r]
        return min([self.first, *(r[0] for r in ranges)]), max([self.last, *(r[1] for r in ranges)])


def verb_drafts(sheet: Sheet) -> list[Draft]:
    found = []
    p = sheet.parse
    for i, word in enumerate(p.lower):
        if sheet.quote_at(p.starts[i]):
            continue
        cue = verb_cue(p, i, word)
        draft = (verb_draft(sheet, i, cue) or surface_draft(sheet, i, cue)) if cue else None
        if draft := draft or block_draft(sheet, i):
            found.append(draft)
    return found


def verb_cue(p: Parse, i: int, word: str) -> Cue | None:
    words = lexicon()
    after = p.lower[i + 1] if i + 1 < len(p.lower) else ""
    cue = words.particles.get(word, {}).get(after) or words.verbs.get(word)
    if cue is None or not p.tags[i].startswith("V"):
        return None
    finite = p.tags[i] == "VBD" and word in ("said", "told")  # whatever the tree makes of them
    return cue if finite or p.relations[i] not in ("amod", "compound", "case", "aux", "mark") else None


def verb_draft(sheet: Sheet, i: int, cue: Cue) -> Draft | None:
    announced = announce(sheet, i, cue)
    if announced is None:
        return None
    p = sheet.parse
    reported = words_reported(sheet, announced)
    if reported is not None:
        return reported
    content, shape = content_of(sheet, announced)
    content = tuple(span for span in content if span[0] < span[1])
    if not content or not says_something(sheet, cue, announced.source_head, content):
        return None
    source = (span_of(p, *announced.source),) if announced.source else ()
    last = announced.last
    if shape == "phrase" and last + 1 < len(p.lower) and p.lower[last + 1] in cue.prepositions:
        last += 1
    return Draft(
        content=content,
        cue=(span_of(p, announced.first, last),),
        source=source,
        kind=cue,
        paragraph=sheet.paragraph,
        negated=any(p.lower[j] in NEGATIONS or p.lower[j] in REFUSING for j in range(announced.first, i)),
        hearer=span_of(p, *announced.hearer) if announced.hearer else None,
        who=antecedent(p, announced),
        noun=noun_of(p, announced.source_head),
        shape=shape,
    )


def is_relative(a: Announced) -> bool:
    return a.source is not None and a.source[0] == a.source[1] and a.parse.lower[a.source[0]] in ("who", "which", "that")


def words_reported(sheet: Sheet, a: Announced) -> Draft | None:
    """'MPA quoted an official as saying that …': the official says it, through MPA."""
    p = sheet.parse
    speaker = child(p, a.verb, ("obj",), after=a.verb)
    if a.cue.lemma not in ("quote", "cite") or speaker is None or a.source is None:
        return None
    saying = next((j for j in range(speaker + 1, min(speaker + 25, len(p.words))) if p.tags[j] == "VBG" and p.lower[j - 1] == "as"), None)
    if saying is None or (cue := lexicon().verbs.get(p.lower[saying])) is None:
        return None
    source = noun_phrase(p, speaker, a.verb + 1, saying - 2)
    inner = Announced(p, saying, cue, saying, saying, passive=False, source=None, source_head=speaker)
    content, shape = content_of(sheet, inner)
    if not content:
        content, shape = fronted(sheet, (a.group[0], saying), a.verb), "quote"
    if not content:
        return None
    cues = (span_of(p, a.first, a.last), span_of(p, saying, saying))
    return Draft(
        content, cues, (span_of(p, *source),), cue, sheet.paragraph, through=span_of(p, *a.source), noun=noun_of(p, speaker), shape=shape
    )


def announce(sheet: Sheet, i: int, cue: Cue) -> Announced | None:
    p = sheet.parse
    first, last = cue_tokens(p, i)
    if " " in cue.lemma:
        last = i + 1
    first = chained(p, i, first)
    passive = is_passive(p, i)
    made = Announced(p, i, cue, first, last, passive)
    if cue.lemma in IMPRESSIONS:
        return replace(made, passive=True)
    head = agent(p, i) if passive else subject(sheet, i, first)
    if head is None:
        return made if passive and (p.lower[i] in lexicon().passive or "o" in cue.frames) else None
    floor, ceiling = (last + 1, sentence_bounds(p, i)[1]) if head > i else (sheet.first_token(sentence_bounds(p, i)[0]), first - 1)
    if head < i and (named := behind_relative(p, head, first, floor)) is not None:
        head, floor = named, min(floor, p.first[named])
    source = noun_phrase(p, head, floor, ceiling)
    if passive and head > i:
        source = source[0], before_gerund(p, head, source[1])
    if head < i:
        source = (
            from_article(p, from_first_name(p, source[0], floor), floor),
            through_apposition(p, through_name(p, source[1], ceiling), first),
        )
    else:
        source = source[0], through_name(p, source[1], ceiling)
    if any(sheet.quote_at(p.starts[j]) for j in (source[0], head)):
        return None
    return Announced(p, i, cue, first, last, passive, source, head, hearer(p, i, cue) if not passive else None)


def before_gerund(p: Parse, head: int, last: int) -> int:
    """The end of an agent, without what it accuses of: 'by two aides | of keeping gifts'."""
    return next((j - 1 for j in range(head + 1, last) if p.tags[j] == "IN" and p.tags[j + 1] == "VBG"), last)


def chained(p: Parse, i: int, first: int) -> int:
    """The cue's first token with the verb that leads to it: "continues to insist", "refused to say", "went on to add"."""
    head = p.heads[i]
    if p.relations[i] == "xcomp" and first > 1 and p.lower[first - 1] == "to" and head == first - 2 and p.lower[head] in LEADS:
        return cue_tokens(p, head)[0]
    return first


def hearer(p: Parse, i: int, cue: Cue) -> tuple[int, int] | None:
    """Whom it was said to: the object beside the clause."""
    if "r" not in cue.frames:
        return None
    found = child(p, i, ("iobj", "obj"), after=i)
    if found is None or found - i > 6 or p.parts[found] not in NOMINAL:
        nearby = phrase_after(p, i, sentence_bounds(p, i)[1])
        found = nearby if nearby is not None and p.relations[nearby] not in ("nsubj", "expl") else None
    if found is None:
        return None
    last = p.last[found]
    for c in p.children[found]:
        if c > found and p.relations[c] in ("acl", "ccomp", "parataxis"):
            last = min(last, p.first[c] - 1)
    return p.first[found], max(found, last)


def antecedent(p: Parse, announced: Announced) -> Span | None:
    """What a relative "who" stands for."""
    head = announced.source_head
    if head is None or p.lower[head] not in WHO:
        return None
    if (named := named_before(p, head)) is not None:
        return span_of(p, *named)
    j = announced.verb
    for _ in range(4):
        if p.relations[j] == "acl":
            noun = p.heads[j]
            return span_of(p, *noun_phrase(p, noun, 0, min(head, p.first[j]) - 1)) if noun < head else None
        j = p.heads[j]
    beside = phrase_before(p, head, sentence_bounds(p, head)[0]) if head and p.words[head - 1] == "," else None
    return span_of(p, *noun_phrase(p, beside, 0, head - 2)) if beside is not None else None


def named_before(p: Parse, who: int) -> tuple[int, int] | None:
    """The name that a ", who" takes up at once, or over an age or a home: 'Orr, who', 'Ann Orr, 54, who', 'Orr, of Mill Lane, who'."""
    if who < 2 or p.lower[who] != "who" or p.words[who - 1] not in COMMA_OR_DASH:
        return None
    floor, last = sentence_bounds(p, who - 1)[0], who - 2
    comma = next((j for j in range(last, max(floor, last - LONGEST_ASIDE), -1) if p.words[j] == ","), None)
    if (
        comma is not None
        and comma > floor
        and ((comma + 1 == last and p.tags[last] == "CD") or p.lower[comma + 1] in ("of", "from", "aged"))
    ):
        last = comma - 1
    first = last + 1
    while first > floor and p.tags[first - 1].startswith("NNP"):
        first -= 1
    return (first, last) if first <= last else None


def content_of(sheet: Sheet, a: Announced) -> tuple[tuple[Span, ...], Shape]:
    """What was said, by the first of the ways that fits: a quotation, a clause behind, an object, words before."""
    if a.passive and a.source is None:
        return passive_content(sheet, a), "passive"
    clausal = "c" in a.cue.frames and not a.passive
    before = fronted(sheet, a.group, a.verb) if clausal and not is_relative(a) else ()
    if clausal and (quoted := quoted_content(sheet, a, before)):
        return quoted, "quote"
    if clausal and (clause := right_clause(sheet, a.verb, a.group[1], heard="n" not in a.cue.frames)):
        return clause, "clause"
    if a.passive:
        return agent_content(sheet, a)
    found, shape = object_content(sheet, a.verb, a.cue, passive=False)
    if found or not clausal:
        return found, shape
    return bare_clause(sheet, a.verb, a.group[1]) or around(sheet, a, before), "clause"


def agent_content(sheet: Sheet, a: Announced) -> tuple[tuple[Span, ...], Shape]:
    """'accused by two aides of keeping gifts'; else the subject: 'the claim was dismissed by three courts'."""
    p = sheet.parse
    behind = a.source[1] + 1 if a.source else len(p.words)
    if behind + 1 < len(p.words) and p.tags[behind] == "IN" and p.tags[behind + 1] == "VBG":
        return extent(sheet, behind, to_next_stop(sheet, behind, behind + 1)), "whole"
    found, shape = object_content(sheet, a.verb, a.cue, passive=True)
    subject_head = own_subject(p, a.verb)
    if found or subject_head is None or subject_head > a.verb or p.relations[subject_head] == "expl":
        return found, shape
    first, last = noun_phrase(p, subject_head, sentence_bounds(p, a.verb)[0], a.first - 1)
    return extent(sheet, first, last), "noun"


def quoted_content(sheet: Sheet, a: Announced, before: tuple[Span, ...]) -> tuple[Span, ...]:
    """A quotation before the announcing words, behind them, or on both sides."""
    quoted_before = before if before and is_quoted(sheet, a.group[0]) else ()
    if (quote := quoted_right(sheet, a.group, a.verb)) is not None:
        return (*quoted_before, quote)
    return (*quoted_before, *surroundings(sheet, a.group, a.verb)) if quoted_before else ()


def around(sheet: Sheet, a: Announced, before: tuple[Span, ...]) -> tuple[Span, ...]:
    return (*before, *surroundings(sheet, a.group, a.verb)) if before and "p" in a.cue.frames else ()


def is_quoted(sheet: Sheet, first: int) -> bool:
    begin = sheet.parse.starts[first]
    quote = sheet.quote_before(begin)
    return quote is not None and goes_on(sheet, quote.end, begin)


def passive_content(sheet: Sheet, a: Announced) -> tuple[Span, ...]:
    """'He was accused of theft', 'it is expected to rise': the subject, and what is said of it."""
    p = sheet.parse
    subject_head = own_subject(p, a.verb)
    rest, _ = object_content(sheet, a.verb, a.cue, passive=True)
    if subject_head is None or not rest:
        return rest
    subject_span = noun_phrase(p, subject_head, sentence_bounds(p, a.verb)[0], a.first - 1)
    return rest if p.relations[subject_head] == "expl" or p.lower[subject_head] == "it" else (span_of(p, *subject_span), *rest)
