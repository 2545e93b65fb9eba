"""Changes side by side: each altered place in its sentence, with the differing words marked, pair by pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from retold.compare.chain import Chain
from retold.show.contexts import ChangeBlock, ChangePair, Words
from retold.show.differences import differing_words, in_sentence
from retold.show.parts import StoryParts
from retold.show.phrases import CHANGE_PHRASES, SEVERITY_PHRASES, certainty, change_count, directed, doubt
from retold.show.spreading import spread
from retold.show.tellings import edge
from retold.types import Change, Span


def change_pairs(parts: StoryParts, claim_numbers: Mapping[str, int], found: Mapping[str, Chain] | None = None) -> tuple[ChangePair, ...]:
    """The story's changes by pair of tellings, later tellings in order of time; within a pair in order of the text.

    `found`: the chain of each change, by its id.
    """
    pairs: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in parts.changes:
        pairs[change.earlier, change.later].append(change)
    order = sorted(pairs, key=lambda pair: (parts.numbers[pair[1]], parts.numbers[pair[0]]))
    return tuple(
        ChangePair(
            earlier=earlier,
            later=later,
            earlier_name=parts.name(earlier),
            later_name=parts.name(later),
            relation=relation(parts, earlier, later),
            blocks=tuple(
                change_block(parts, each, claim_numbers, (found or {}).get(each.id))
                for each in sorted(pairs[earlier, later], key=lambda each: each.after)
            ),
        )
        for earlier, later in order
    )


def change_block(parts: StoryParts, change: Change, claim_numbers: Mapping[str, int], chain: Chain | None = None) -> ChangeBlock:
    before, after = _sides(parts, change)
    number = claim_numbers.get(change.claim or "")
    claim = next((each.text for each in parts.claims if each.id == change.claim), "")
    return ChangeBlock(
        id=change.id,
        anchor=change_anchor(change),
        kind=change.kind,
        label=change_label(change),
        severity=SEVERITY_PHRASES[change.severity],
        certainty=certainty(change.confidence),
        doubt=doubt(change.confidence),
        earlier_name=parts.name(change.earlier),
        later_name=parts.name(change.later),
        before=before,
        after=after,
        before_target=parts.place(change.earlier, change.before),
        after_target=parts.place(change.later, change.after),
        claim=claim,
        claim_target=f"claim-{number}" if number else "",
        spread=spread(parts, chain),
    )


def changed_words(changes: Iterable[Change]) -> tuple[str, ...]:
    """What changed and how often ("3 names altered", "1 number altered"), the most frequent first."""
    counts = Counter(directed(change) for change in changes)
    return tuple(change_count(number, kind) for kind, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def change_anchor(change: Change) -> str:
    return f"change-{change.id}"


def change_label(change: Change) -> str:
    return CHANGE_PHRASES[directed(change)][0]


def relation(parts: StoryParts, earlier: str, later: str) -> str:
    """How the later telling came from the earlier one: "ByteCrate, machine-spun from Nullgate Report"."""
    for derivation in parts.derivations:
        if derivation.article == later and derivation.source == earlier:
            return f"{parts.name(later)}, {edge(parts, derivation).phrase}"
    drawn = {each.source: each.how for each in parts.derivations if each.article == earlier}
    shared = [each for each in parts.derivations if each.article == later and each.source in drawn]
    if shared:
        source = min(shared, key=lambda each: (each.how == "cited", parts.name(each.source)))
        both = "both citing" if source.how == drawn[source.source] == "cited" else "both from"
        return f"{parts.name(later)} beside {parts.name(earlier)}, {both} {parts.name(source.source)}"
    return f"{parts.name(later)} beside {parts.name(earlier)}"


def _sides(parts: StoryParts, change: Change) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    before, after = differing_words(change.before_text, change.after_text)
    return _side(parts, change.earlier, change.before, before), _side(parts, change.later, change.after, after)


def _side(parts: StoryParts, article: str, span: Span | None, words: tuple[Words, ...]) -> tuple[Words, ...]:
    if span is None or not parts.place(article, span):
        return words
    return in_sentence(parts.articles[article].text, span, words)
