"""Who is said to have told it: an outlet's name swapped for another's, words put in someone else's mouth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.compare.comparison import Comparison, Finding
from retold.compare.facts import context
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.matching import Match
from retold.compare.spanned import within
from retold.text.outlets import OutletMention, mentions, same_name
from retold.text.tokens import tokens
from retold.types import Span

_CROWD = re.compile(
    r"\btold (?:reporters|journalists|the media|the press|a (?:news|press) (?:conference|briefing)|newsmen|correspondents)\b"
)
_CUE = re.compile(r"\b(?:by|told|tells|telling|instructed|advised|informed|to|with|according to|quoted)\s", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|tells|informed|(?:said|confided|spoke|declared|explained) to)\s", re.IGNORECASE)
# From this likeness on the later sentence is the earlier one retold; from this context on two names stand in one place.
_SAME_TELLING = 0.5
# How far behind "told" its outlet stands, in characters.
_REACH = 200
_IN_PLACE = 0.6
_SAME_SENTENCE = 0.42
# Words that are no outlet's short name by themselves.
_PLAIN = frozenset(["news", "the", "online", "daily", "radio", "new", "evening", "morning", "sunday", "national", "world", "global"])


def swapped_outlets(comparison: Comparison) -> list[Finding]:
    """The later telling names itself where the earlier names another outlet as the one that was told, or that reported it."""
    own = _callings(comparison.later.article.outlet)
    if comparison.pair.how == "cited" and not comparison.pair.siblings:
        return []
    named = _self_named(comparison, own) if own else None
    found = named or _stranger_named(comparison, own)
    return [found] if found else []


def _self_named(comparison: Comparison, own: re.Pattern[str]) -> Finding | None:
    for match in comparison.matches:
        new = own.search(comparison.later.text, match.later.start, match.later.end)
        if new is None or own.search(comparison.earlier.text, match.earlier.start, match.earlier.end):
            continue
        old = _outlet_before(comparison, match, own) or _crowd_before(comparison, match, new.start())
        if old is not None and match.likeness >= _likeness_wanted(comparison, old, new.start()):
            return _outlet_finding(comparison, match, old, new.span())
    return None


def _likeness_wanted(comparison: Comparison, old: Span, new: int) -> float:
    """Where both outlets are the ones that were told, the sentence may be shortened more."""
    told = _TOLD.search(comparison.earlier.text[slice(*old)]), _TOLD.search(comparison.later.text[max(0, new - 12) : new])
    return _SAME_SENTENCE if all(told) else _SAME_TELLING


def _stranger_named(comparison: Comparison, own: re.Pattern[str] | None) -> Finding | None:
    """A copier whose name its page did not give: a name that no source has, behind the same word, where the source's outlet stood."""
    if not comparison.pair.close or comparison.pair.how not in ("spun", "light-edit", "verbatim", "translated"):
        return None
    for match in comparison.matches:
        old = _outlet_before(comparison, match, own) if match.likeness >= _SAME_TELLING else None
        if old is None:
            continue
        for name in within(comparison.later.names, match.later.start, match.later.end):
            unknown = name.text.lower() not in comparison.earlier.text.lower()
            cues = _cue(comparison.earlier.text, old[1] - 1, old[0]), _cue(comparison.later.text, name.end - 1, name.start)
            if unknown and cues[0] and cues[1] and context(match, _Outlet(*old), name) >= _IN_PLACE:
                return _outlet_finding(comparison, match, old, (name.start, name.end))
    return None


def _outlet_finding(comparison: Comparison, match: Match, old: Span, new: Span) -> Finding:
    return Finding("attribution", old, _with_cue(comparison.later.text, new), 0.5 + 0.4 * match.likeness, "error", "outlet")


def _cue(text: str, end: int, start: int) -> bool:
    """Whether the name is one that was told something, or that reports it."""
    return _CUE.search(text[max(0, start - 24) : end]) is not None


def lost_sources(comparison: Comparison) -> list[Finding]:
    """As in "firefighters told Radio Nord" that became "according to Radio Nord": the outlet now stands for its source."""
    found = []
    for match in comparison.matches:
        told = [r for r in within(comparison.earlier.relays, match.earlier.start, match.earlier.end) if r.kind == "told"]
        cited = within(comparison.later.relays, match.later.start, match.later.end)
        if not told or match.likeness < _SAME_SENTENCE or len(cited) != 1 or cited[0].kind != "according":
            continue
        source = _source_of(comparison.earlier.text, match, told[0].start)
        same = told[0].outlet == cited[0].outlet
        if same and source and not ({stem_of(w) for w in tokens(source[0]).words} - FUNCTION_WORDS) & set(match.later.stems):
            found.append(
                Finding(
                    "attribution",
                    (source[1], told[0].outlet_end),
                    (cited[0].start, cited[0].end),
                    0.5,
                    "shift",
                    f"source {match.earlier.index}",
                )
            )
    return found


def _source_of(text: str, match: Match, told: int) -> tuple[str, int] | None:
    """The few words before "told", back to the clause's beginning."""
    start = max(match.earlier.start, *(text.rfind(mark, match.earlier.start, told) + 1 for mark in (",", ";", ":", "”", '"')))
    words = text[start:told].strip()
    return (words, start + len(text[start:told]) - len(text[start:told].lstrip())) if 0 < len(words.split()) <= 8 else None


def _callings(outlet: str | None) -> re.Pattern[str] | None:
    """What an outlet calls itself: its name, its last or first word behind "the", its initials in brackets."""
    outlet = re.sub(r"\.[a-z]{2,12}(?:\.[a-z]{2})?$", "", outlet or "")
    outlet = outlet.title() if outlet and outlet.isupper() and " " in outlet else outlet
    words = re.findall(r"[\w’'-]+", outlet or "")
    if not words:
        return None
    forms = [re.escape(outlet or "")]
    if len(words) > 1:
        ends = [word for word in words if len(word) > 3]
        ends += [" ".join(words[n:]) for n in range(1, len(words))] + [" ".join(words[:n]) for n in range(1, len(words))]
        forms += [rf"(?<=[Tt]he ){re.escape(end)}" for end in ends if end.lower() not in _PLAIN and end[:1].isupper()]
        initials = "".join(w[0] for w in words if w[:1].isupper())
        forms += [rf"{initials}"] if len(initials) > 2 else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _outlet_before(comparison: Comparison, match: Match, own: re.Pattern[str] | None) -> Span | None:
    """An outlet named in the earlier sentence that the later one drops."""
    text, start, end = comparison.earlier.text, match.earlier.start, match.earlier.end
    callings = _callings(comparison.earlier.article.outlet)
    mine = callings.search(text, start, end) if callings else None
    spans = [mine.span()] if mine else []
    spans += [(start + m.start, start + m.end) for m in _mentions(text[start:end])]
    spans += [
        (r.outlet_start, r.outlet_end) for r in within(comparison.earlier.relays, start - _REACH, end) if start <= r.outlet_start < end
    ]
    later = comparison.later.text[match.later.start : match.later.end]
    kept = [m.name for m in _mentions(later)]
    spans = [s for s in spans if text[slice(*s)] not in later and not (own and own.fullmatch(text[slice(*s)]))]
    spans = [s for s in spans if not any(same_name(text[slice(*s)], name) for name in [*kept, comparison.later.article.outlet or ""])]
    return _with_cue(text, min(spans)) if spans else None


@lru_cache(maxsize=20_000)
def _mentions(sentence: str) -> tuple[OutletMention, ...]:
    """Kept, since copies share their sentences."""
    return tuple(mentions(sentence))


def _crowd_before(comparison: Comparison, match: Match, place: int) -> Span | None:
    """As in "told reporters" that became "told the Standard": what was said to all is made an exclusive."""
    told = re.search(r"(?:told|informed|advised|instructed)\s(?:the\s)?$", comparison.later.text[max(0, place - 16) : place])
    crowd = _CROWD.search(comparison.earlier.text, match.earlier.start, match.earlier.end)
    return crowd.span() if told and crowd else None


def _with_cue(text: str, span: Span) -> Span:
    """As in "told the Standard": the outlet with the word that makes it a source."""
    before = text[max(0, span[0] - 30) : span[0]]
    cue = re.search(r"(?:[^\W\d_]+[ \u00a0](?:by|to|with|the|by the|to the|with the)[ \u00a0]|\b[^\W\d_]+[ \u00a0])$", before)
    return (span[0] - len(cue.group()) if cue else span[0], span[1])


@dataclass(frozen=True, slots=True)
class _Outlet:
    start: int
    end: int
