"""Who is said to have told it: an outlet's name swapped for another's, words put in someone else's mouth."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.matching import Match
from retold.compare.telling import Telling
from retold.text.names import compare_names
from retold.text.outlets import mentions
from retold.text.tokens import fold, tokens
from retold.types import Span, Statement

_PRONOUNS = frozenset(["he", "she", "they", "it", "who"])
# Two statements are one from this share of their words of substance on.
_SAME_WORDS = 0.6


def swapped_outlets(comparison: Comparison) -> list[Finding]:
    """The later telling names itself where the earlier names another outlet as the one that was told, or that reported it."""
    own = _callings(comparison.later.article.outlet, comparison.later.text)
    if own is None or comparison.pair.how == "cited":
        return []
    for match in comparison.matches:
        new = own.search(comparison.later.text, match.later.start, match.later.end)
        if new is None or own.search(comparison.earlier.text, match.earlier.start, match.earlier.end):
            continue
        old = _outlet_before(comparison, match, own)
        if old is not None and match.likeness >= 0.5:
            return [
                Finding("attribution", old, _with_cue(comparison.later.text, new.span()), 0.5 + 0.4 * match.likeness, "error", "outlet")
            ]
    return []


def swapped_speakers(comparison: Comparison) -> list[Finding]:
    """The same words, said by one named source before and by another source after."""
    firsts = [(_content(comparison.earlier, s), s) for s in comparison.said_before]
    found = []
    for after in comparison.said_after:
        content = _content(comparison.later, after)
        likeness, _, place = max(
            ((_shared(words, content), before.id, n) for n, (words, before) in enumerate(firsts)), default=(0.0, "", 0)
        )
        if likeness >= _SAME_WORDS and _is_swap(comparison, firsts[place][1], after):
            found.append(_speaker_finding(comparison, firsts[place][1], after, likeness))
    return found


def _is_swap(comparison: Comparison, before: Statement, after: Statement) -> bool:
    if not before.source or not after.source or not (comparison.pair.close or _both_quoted(comparison, before, after)):
        return False
    return not _is_misread(comparison, before, after) and _is_other(comparison, before, after)


def _callings(outlet: str | None, text: str) -> re.Pattern[str] | None:
    """What an outlet calls itself: its name, its last or first word behind "the", its initials in brackets."""
    outlet = outlet.title() if outlet and outlet.isupper() and " " in outlet else outlet
    words = re.findall(r"[\w’'-]+", outlet or "")
    if not words:
        return None
    forms = [re.escape(outlet or "")]
    if len(words) > 1:
        short = [w for w in (words[-1], words[0]) if w.lower() not in ("news", "the", "online", "daily", "radio") and w[:1].isupper()]
        forms += [rf"(?<=[Tt]he ){re.escape(w)}" for w in short]
        initials = "".join(w[0] for w in words if w[:1].isupper())
        forms += [rf"{initials}"] if len(initials) > 2 else []
    del text
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _outlet_before(comparison: Comparison, match: Match, own: re.Pattern[str]) -> Span | None:
    """An outlet named in the earlier sentence that the later one drops."""
    text, start, end = comparison.earlier.text, match.earlier.start, match.earlier.end
    callings = _callings(comparison.earlier.article.outlet, text)
    mine = callings.search(text, start, end) if callings else None
    spans = [mine.span()] if mine else []
    spans += [(start + m.start, start + m.end) for m in mentions(text[start:end])]
    spans += [(r.outlet_start, r.outlet_end) for r in comparison.earlier.relays if start <= r.outlet_start < end]
    later = comparison.later.text[match.later.start : match.later.end]
    spans = [s for s in spans if text[slice(*s)] not in later and not own.fullmatch(text[slice(*s)])]
    return _with_cue(text, min(spans)) if spans else None


def _with_cue(text: str, span: Span) -> Span:
    """As in "told the Standard": the outlet with the word that makes it a source."""
    before = text[max(0, span[0] - 30) : span[0]]
    cue = re.search(r"(?:[^\W\d_]+[ \u00a0](?:by|to|with|the|by the|to the|with the)[ \u00a0]|\b[^\W\d_]+[ \u00a0])$", before)
    return (span[0] - len(cue.group()) if cue else span[0], span[1])


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
        return (
            not set(a) & set(b)
            and compare_names(before.speaker, after.speaker).relation == "different"
            and after.speaker in _all_names(comparison)
        )
    if kinds == ("anonymous", "named"):
        return not _introduced_as(comparison, before, after)
    return False


def _is_misread(comparison: Comparison, before: Statement, after: Statement) -> bool:
    """Whether both texts point at their sources with the same words, or the earlier's pronoun may well mean the later's name."""
    one, other = comparison.earlier.text[slice(*_span(before.source))], comparison.later.text[slice(*_span(after.source))]
    if fold(one) == fold(other) or not (_names_speaker(one, before) and _names_speaker(other, after)):
        return True
    words = set(tokens(after.speaker or "").words) | set(tokens(other).words)
    if len(tokens(one).words) > 1 and not fold(one).startswith(("the ", "he ", "she ")):
        return False
    place = before.source[0][0]
    near = comparison.earlier.text[max(0, comparison.earlier.text.rfind("\n\n", 0, max(0, place - 300))) : place + 200]
    return bool(
        (words - FUNCTION_WORDS)
        & {w for w in tokens(near).words if len(w) > 2 and after.source_kind == "named"}
        & set(tokens(after.speaker or "").words[-1:])
    )


def _names_speaker(source: str, statement: Statement) -> bool:
    """Whether the words taken for the source can mean the speaker: a pronoun, or a word in common."""
    written = set(tokens(source).words)
    if statement.source_kind == "named" and not re.search(r"[A-Z]", statement.speaker or ""):
        return False
    return bool(written & _PRONOUNS) or bool(written & set(tokens(statement.speaker or "").words) - FUNCTION_WORDS)


def _both_quoted(comparison: Comparison, before: Statement, after: Statement) -> bool:
    return any(comparison.earlier.is_quoted(*s) for s in before.content) and any(comparison.later.is_quoted(*s) for s in after.content)


def _all_names(comparison: Comparison) -> str:
    return comparison.earlier.text + comparison.later.text


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
