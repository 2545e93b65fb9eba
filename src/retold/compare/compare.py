"""What later tellings did to the facts and the quotes of earlier ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from retold.compare.adding import additions
from retold.compare.comparison import Comparison, Finding, words_at
from retold.compare.crediting import lost_sources, swapped_outlets
from retold.compare.denials import changed_negations
from retold.compare.figures import changed_numbers, lost_approximations
from retold.compare.garbling import garbled
from retold.compare.hedging import changed_hedges
from retold.compare.matching import matches
from retold.compare.modals import firmed_modals
from retold.compare.moments import changed_dates
from retold.compare.moved_hedges import moved_hedges
from retold.compare.naming import changed_names, garbled_titles, misspelt_names
from retold.compare.pairing import Pair, moment, pairs
from retold.compare.placing import changed_places
from retold.compare.quoting import changed_quotes
from retold.compare.recounts import recounts
from retold.compare.settings import DEFAULT, Settings
from retold.compare.short_quotes import changed_short_quotes
from retold.compare.slots import swapped_slots
from retold.compare.speakers import swapped_speakers
from retold.compare.telling import Telling, telling
from retold.compare.tolls import changed_tolls
from retold.compare.turnabouts import turnabouts
from retold.ids import make_id
from retold.text.tokens import fold
from retold.types import Article, Change, Claim, Passage, Span, Statement, Traced

DETECTORS: tuple[Callable[[Comparison], list[Finding]], ...] = (
    changed_numbers,
    recounts,
    changed_tolls,
    changed_dates,
    changed_names,
    misspelt_names,
    garbled_titles,
    changed_places,
    changed_negations,
    swapped_slots,
    turnabouts,
    changed_quotes,
    changed_short_quotes,
    changed_hedges,
    firmed_modals,
    moved_hedges,
    lost_approximations,
    swapped_outlets,
    lost_sources,
    swapped_speakers,
    garbled,
    additions,
)

# So many words on either side show that a stretch of words was taken as it stood.
_NEIGHBOURS = 2


def compare(
    articles: Sequence[Article], traced: Traced, statements: Sequence[Statement], claims: Sequence[Claim], settings: Settings = DEFAULT
) -> tuple[Change, ...]:
    """The changes along every derivation of a story and between tellings of one absent source, in order of articles and text.

    Precision first: what may be plain rewording stays silent. An alteration that runs through a text is one change, at its first place.
    """
    tellings = {article.id: telling(article) for article in articles}
    comparisons = _comparisons(tellings, traced, statements, settings)
    found = [change for later in _by_later(comparisons) for change in _of_one_telling(later, settings)]
    siblings = {(c.pair.earlier, c.pair.later) for c in comparisons if c.pair.siblings}
    between = [change for change in found if (change.earlier, change.later) in siblings]
    along = [change for change in found if (change.earlier, change.later) not in siblings]
    claimed = _with_claims(_strongest(along + _one_way(between, tellings), settings.most_of_a_story), statements, claims)
    return tuple(sorted(claimed, key=lambda c: (c.earlier, c.later, c.after, c.kind)))


def _by_later(comparisons: list[Comparison]) -> list[list[Comparison]]:
    """The comparisons of each later telling together, the closest source first."""
    grouped: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in sorted(comparisons, key=lambda c: (not c.pair.close, c.pair.siblings, -round(c.pair.coverage, 1), c.pair.earlier)):
        grouped[comparison.pair.later].append(comparison)
    return [grouped[later] for later in sorted(grouped)]


def _of_one_telling(comparisons: list[Comparison], settings: Settings) -> list[Change]:
    """An alteration belongs to the closest source that has what was altered."""
    changes: list[Change] = []
    for comparison in comparisons:
        detected = [finding for detect in _detectors(comparison) for finding in detect(comparison)]
        findings = _distinct([f for f in detected if not _is_of_another(comparison, f)], settings.most_of_a_pair)
        told = [change.after for change in changes]
        changes += [_change(comparison, f) for f in findings if not any(s < f.after[1] and f.after[0] < e for s, e in told)]
    return changes


def _is_of_another(comparison: Comparison, finding: Finding) -> bool:
    """Whether the later words stand, among the same neighbours, in another of its sources; there a speaker may say something else."""
    told = comparison.others and not finding.about.startswith("speaker")
    sentence = comparison.later.sentence_at(finding.after[0]) if told else None
    if sentence is None:
        return False
    first, last = words_at(sentence, *finding.after)
    words = sentence.words[max(0, first - _NEIGHBOURS) : last + _NEIGHBOURS]
    around = f" {' '.join(words)} "
    return len(words) > _NEIGHBOURS and around not in comparison.earlier.folded and any(around in o.folded for o in comparison.others)


def _detectors(comparison: Comparison) -> Sequence[Callable[[Comparison], list[Finding]]]:
    return (changed_quotes,) if comparison.pair.kin else DETECTORS


def _comparisons(tellings: Mapping[str, Telling], traced: Traced, statements: Sequence[Statement], settings: Settings) -> list[Comparison]:
    passages: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in traced.passages:
        passages[passage.earlier, passage.later].append(passage)
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[statement.article].append(statement)
    chosen = pairs(tellings, traced)
    sources: dict[str, list[str]] = defaultdict(list)
    for pair in chosen:
        sources[pair.later].append(pair.earlier)
    return [
        _comparison(
            pair,
            tellings,
            passages[pair.earlier, pair.later],
            tuple(tellings[o] for o in sources[pair.later] if o != pair.earlier),
            said,
            settings,
        )
        for pair in chosen
    ]


def _comparison(
    pair: Pair,
    tellings: Mapping[str, Telling],
    passages: Sequence[Passage],
    others: tuple[Telling, ...],
    said: Mapping[str, list[Statement]],
    settings: Settings,
) -> Comparison:
    earlier, later = tellings[pair.earlier], tellings[pair.later]
    least = settings.summary_likeness if pair.how == "summary" else settings.sentence_likeness if pair.close else settings.loose_likeness
    matched = tuple(matches(earlier, later, passages, settings, close=pair.close, least=least))
    return Comparison(pair, earlier, later, matched, others, tuple(said.get(pair.earlier, ())), tuple(said.get(pair.later, ())), settings)


def _distinct(findings: list[Finding], most: int) -> list[Finding]:
    """One finding for an alteration, at its first place; the surest of those on the same words; the surest if there are too many."""
    first: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda f: (f.after, -f.confidence, f.kind)):
        first.setdefault(finding.about or f"{finding.kind} {finding.after}", finding)
    kept: list[Finding] = []
    for finding in sorted(first.values(), key=lambda f: (-f.confidence, f.after, f.kind)):
        if len(kept) < most and not any(_overlap(finding, other) for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: (f.after, f.kind))


def _overlap(a: Finding, b: Finding) -> bool:
    return a.after[0] < b.after[1] and b.after[0] < a.after[1]


def _change(comparison: Comparison, finding: Finding) -> Change:
    earlier, later = comparison.pair.earlier, comparison.pair.later
    before = comparison.earlier.text[slice(*finding.before)] if finding.before else ""
    after = comparison.later.text[slice(*finding.after)]
    name = make_id("x", earlier, later, finding.kind, finding.before, finding.after)
    confidence = round(min(0.99, finding.confidence * (1.0 if comparison.pair.close else 0.85)), 3)
    return Change(name, earlier, later, finding.kind, finding.before, finding.after, before, after, None, confidence, finding.severity)


def _one_way(changes: list[Change], tellings: Mapping[str, Telling]) -> list[Change]:
    """Of one difference found both ways between siblings (they may share several sources) the way that time went; and into one telling but once."""
    kept: dict[tuple[str, frozenset[str]], set[tuple[str, str]]] = {}
    told: set[tuple[str, str, str]] = set()
    chosen = []
    for change in sorted(
        changes, key=lambda c: (moment(tellings[c.earlier]), moment(tellings[c.later]), c.earlier, c.later, c.after, c.kind)
    ):
        sides = fold(change.before_text), fold(change.after_text)
        ways = kept.setdefault((change.kind, frozenset(sides)), {sides})
        into = change.later, change.kind, sides[1]
        if change.before is None or (sides in ways and into not in told):
            chosen.append(change)
            told.add(into)
    return chosen


def _strongest(changes: list[Change], most: int) -> list[Change]:
    return sorted(changes, key=lambda c: (-c.confidence, c.id))[:most]


def _with_claims(changes: list[Change], statements: Sequence[Statement], claims: Sequence[Claim]) -> list[Change]:
    """Each change with the claim whose statements hold its words, on the later side before the earlier."""
    claim_of = {
        statement: claim.id for claim in sorted(claims, key=lambda c: c.id, reverse=True) for statement in (*claim.support, *claim.deny)
    }
    spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for statement in statements:
        if statement.id in claim_of:
            spans[statement.article] += [(span, claim_of[statement.id]) for span in (*statement.content, *statement.source, *statement.cue)]
    return [_claimed(change, spans) for change in changes]


def _claimed(change: Change, spans: Mapping[str, list[tuple[Span, str]]]) -> Change:
    for article, place in ((change.later, change.after), (change.earlier, change.before)):
        claim = next((c for (start, end), c in sorted(spans.get(article, ())) if place and start < place[1] and place[0] < end), None)
        if claim is not None:
            return replace(change, claim=claim)
    return change
