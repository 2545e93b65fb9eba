"""Words put in another mouth: a statement that one source made before and another source makes after."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.telling import Telling
from retold.compare.updates import is_update
from retold.text.names import compare_names
from retold.text.tokens import fold, tokens
from retold.types import Span, Statement

_PRONOUNS = frozenset(["he", "she", "they", "it", "who"])
# Two statements are one from this share of their words of substance on.
_SAME_WORDS = 0.6
# More words than this are no mere description of a source.
_LONGEST_SOURCE = 14
# Statements that may share a word before the rest are passed over.
_MOST_HOLDERS = 50
# How far behind a speaker the body he speaks for is named.
_AFFILIATED = 160
# How far behind a pronoun its name may stand, in characters.
_BEHIND = 400


def swapped_speakers(comparison: Comparison) -> list[Finding]:
    """The same words, said by one named source before and by another source after."""
    firsts = [(_content(comparison.earlier, s), s) for s in comparison.said_before]
    shelf: dict[str, list[int]] = defaultdict(list)
    for number, (words, _) in enumerate(firsts):
        for word in sorted(words):
            shelf[word].append(number)
    found = []
    for after in comparison.said_after:
        content = _content(comparison.later, after)
        near = {n for word in content for n in shelf.get(word, ())[:_MOST_HOLDERS]}
        likeness, _, place = max(((_shared(firsts[n][0], content), firsts[n][1].id, n) for n in sorted(near)), default=(0.0, "", 0))
        if likeness >= _SAME_WORDS and _is_swap(comparison, firsts[place][1], after):
            found.append(_speaker_finding(comparison, firsts[place][1], after, likeness))
    return found


def _is_swap(comparison: Comparison, before: Statement, after: Statement) -> bool:
    if not before.source or not after.source or not (comparison.pair.close or _both_quoted(comparison, before, after)):
        return False
    if _is_answer(comparison, before, after):
        return False
    return not _is_misread(comparison, before, after) and _is_other(comparison, before, after)


def _is_answer(comparison: Comparison, before: Statement, after: Statement) -> bool:
    """Whether the second confirms, admits or denies what the first had said, or says it later: his own words, and nobody else's."""
    sentence = comparison.later.sentence_at(_span(after.source)[0])
    answers = after.stance in ("confirm", "deny") and after.stance != before.stance
    return answers or (sentence is not None and is_update(comparison, sentence))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two statements' words are the same, from 0 to 1; of few words nothing is known."""
    return 2 * len(a & b) / (len(a) + len(b)) if min(len(a), len(b)) >= 3 else 0.0


def _content(telling: Telling, statement: Statement) -> frozenset[str]:
    pieces = (telling.text[start:end] for start, end in statement.content)
    return frozenset(s for piece in pieces for s in map(stem_of, tokens(piece).words) if s not in FUNCTION_WORDS)


def _is_other(comparison: Comparison, before: Statement, after: Statement) -> bool:
    """Whether two speakers cannot be one: two names that are no forms of each other, or an unnamed source who now has a name."""
    kinds = before.source_kind, after.source_kind
    if not before.speaker or not after.speaker or "unattributed" in kinds or "document" in kinds:
        return False
    if kinds == ("named", "named"):
        a, b = tokens(before.speaker).words, tokens(after.speaker).words
        return not set(a) & set(b) and compare_names(before.speaker, after.speaker).relation == "different"
    if kinds == ("anonymous", "named"):
        return not _introduced_as(comparison, before, after)
    return False


def _is_misread(comparison: Comparison, before: Statement, after: Statement) -> bool:
    """Whether a speaker may have been taken wrongly: the same words for both, words that cannot mean him, or the other's name close by."""
    one, other = comparison.earlier.text[slice(*_span(before.source))], comparison.later.text[slice(*_span(after.source))]
    if len(one.split()) > _LONGEST_SOURCE or len(other.split()) > _LONGEST_SOURCE or _is_machine_made(comparison, after):
        return True
    if fold(one) == fold(other) or not (_means_speaker(one, before) and _means_speaker(other, after)):
        return True
    if _is_near(comparison.later, after, before, 0) or _is_near(comparison.earlier, before, after, 0):
        return True
    if _is_near(comparison.earlier, before, after, _AFFILIATED):
        return True
    pointing = len(tokens(one).words) == 1 or fold(one).startswith("the ")
    return pointing and _is_near(comparison.earlier, before, after, _BEHIND)


def _is_machine_made(comparison: Comparison, after: Statement) -> bool:
    """A spinner or translator invents no speakers: a name that none of its sources knows is a garbled one."""
    if comparison.pair.how not in ("spun", "translated"):
        return False
    last = tokens(after.speaker or "-").words[-1:]
    return not any(set(last) & set(tokens(t.text).words) for t in (comparison.earlier, *comparison.others))


def _means_speaker(source: str, statement: Statement) -> bool:
    """Whether the words taken for a named source can mean it: a pronoun, or a word in common."""
    if statement.source_kind != "named":
        return True
    written = set(tokens(source).words)
    return bool(re.search(r"[A-Z]", statement.speaker or "")) and bool(written & (_PRONOUNS | set(tokens(statement.speaker or "").words)))


def _is_near(telling: Telling, statement: Statement, other: Statement, behind: int) -> bool:
    """Whether the other's name stands in the sentences of a statement, or up to so many characters before them."""
    if other.source_kind != "named":
        return False
    spans = (*statement.source, *statement.content)
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    first, last = telling.sentence_at(start), telling.sentence_at(max(start, end - 1))
    around = telling.text[max(0, (first.start if first else start) - behind) : last.end if last else end]
    return tokens(other.speaker or "-").words[-1:] != () and tokens(other.speaker or "-").words[-1] in tokens(around).words


def _both_quoted(comparison: Comparison, before: Statement, after: Statement) -> bool:
    return any(comparison.earlier.is_quoted(*s) for s in before.content) and any(comparison.later.is_quoted(*s) for s in after.content)


def _introduced_as(comparison: Comparison, before: Statement, after: Statement) -> bool:
    """Whether the source is the named person by another description: "the police chief" and "Col Serakhs, the police chief"."""
    description = {stem_of(w) for w in tokens(before.speaker or "").words} - FUNCTION_WORDS
    place = _span(after.source)
    around = comparison.later.text[max(0, place[0] - 80) : place[1] + 80]
    return bool(description) and len(description & {stem_of(w) for w in tokens(around).words}) >= max(1, len(description) - 1)


def _speaker_finding(comparison: Comparison, before: Statement, after: Statement, likeness: float) -> Finding:
    spans = _introduction(comparison.earlier, before), _introduction(comparison.later, after)
    return Finding("attribution", *spans, 0.45 + 0.45 * likeness, "error", f"speaker {before.speaker} {after.speaker}")


def _introduction(telling: Telling, statement: Statement) -> Span:
    """Where the source is called by name or described: at the statement, or, behind a pronoun or a short form, earlier in the paragraph."""
    source = _span(statement.source)
    speaker = statement.speaker or ""
    paragraph = telling.text.rfind("\n", 0, source[0]) + 1
    if speaker and speaker.lower() not in telling.text[slice(*source)].lower():
        place = telling.text.lower().rfind(speaker.lower(), paragraph, source[0])
        if place >= 0:
            return place, place + len(speaker)
        named = [n for n in telling.names if paragraph <= n.start < source[0] and set(tokens(n.text).words) & set(tokens(speaker).words)]
        if named:
            return named[0].start, named[0].end
    return source


def _span(spans: Iterable[Span]) -> Span:
    listed = list(spans)
    return min(s for s, _ in listed), max(e for _, e in listed)
