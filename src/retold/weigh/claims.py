"""A group of pieces becomes a claim: its sides, its sentence, its independent origins and its state."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from retold.ids import make_id
from retold.text.likeness import compare_profiles
from retold.text.outlets import same_name
from retold.text.sentences import sentences
from retold.text.tokens import fold
from retold.types import Claim, ClaimState, Origin, Story
from retold.weigh.pairing import Comparison
from retold.weigh.registry import Registry
from retold.weigh.settings import Settings
from retold.weigh.tellings import LEAST_PIECE, Piece

# Media and papers that a text does not name: they carry what somebody said.
GENERIC = re.compile(
    r"\b(?:media|outlets?|newspapers?|broadcasters?|websites?|news organi[sz]ations?)\b|"
    r"^(?:an? |the |its |their |his |her |some |\w+ )?(?:reports?|statements?|(?:news|press) releases?|tweets?|posts?|messages?|e-?mails?)$"
)
# Origins of one claim are compared by at most this many pieces each; the rest are copies of them.
MOST_COMPARED = 12
# The weight of a telling that lacks nothing: half a dozen telling words.
FULL = 6.0
# The weight from which the same words in two articles do not come about by chance.
TELLTALE = 6.0
# So do this many words in a row.
FEWEST_WORDS = 6
LEADING = re.compile(r"^(?:that|how|whether|and|but|although|though|while)\s+", re.IGNORECASE)
HANGING = re.compile(r"[,\s]+(?:and|but|or|that|which|who|although|though|while|as|and that)$", re.IGNORECASE)
QUOTATION_MARKS = (("“", "”"), ('"', '"'), ("«", "»"))


def make_claims(
    story: Story, grouped: Sequence[Sequence[Piece]], found: Mapping[str, str], registry: Registry, comparison: Comparison
) -> tuple[Claim, ...]:
    """One claim a group, the most told first."""
    claims = [make_claim(story, group, found, registry, comparison) for group in grouped]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.support) - len(claim.deny), claim.id)))


def make_claim(story: Story, group: Sequence[Piece], found: Mapping[str, str], registry: Registry, comparison: Comparison) -> Claim:
    support, deny = sides(group)
    supporting = unique(piece.statement.id for piece in support)
    denying = tuple(one for one in unique(piece.statement.id for piece in deny) if one not in supporting)
    behind = independent(support, found, registry, comparison)
    identity = make_id("c", story.id, *sorted((*supporting, *denying)), *sorted({piece.text for piece in group}))
    withdrawn = is_withdrawn(support, deny, found, comparison)
    return Claim(
        identity, story.id, sentence(support, comparison), supporting, denying, behind, state(behind, denying, withdrawn=withdrawn)
    )


def unique(identities: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identities))  # type: ignore[call-overload]


def sides(group: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The side that more articles tell, and the other. Bare denials ("denied any role") have no words for a claim: what they deny goes first."""
    core = common_terms(group)
    negative = [piece for piece in group if piece.statement.stance in ("deny", "doubt") or piece.negated & core]
    against = {piece.number for piece in negative}
    positive = [piece for piece in group if piece.number not in against]
    bare = all(not piece.negated & core for piece in negative)
    if not positive or (
        not bare and len({piece.statement.article for piece in negative}) > len({piece.statement.article for piece in positive})
    ):
        return negative, positive
    return positive, negative


def common_terms(group: Sequence[Piece]) -> set[str]:
    """What the group speaks of: terms of more than a third of its pieces, copies aside."""
    distinct = {tuple(term.stem for term in piece.meaning.terms) for piece in group}
    counts = Counter(stem for stems in distinct for stem in stems)
    return {stem for stem, count in counts.items() if count > len(distinct) / 3}


def independent(support: Sequence[Piece], found: Mapping[str, str], registry: Registry, comparison: Comparison) -> tuple[str, ...]:
    """The origins of the supporting statements, one for an organisation and those who speak for it, none for an outlet that only passes on."""
    tellers: dict[str, list[Piece]] = defaultdict(list)
    for piece in support:
        tellers[found[piece.statement.id]].append(piece)
    known = {identity: registry.origin(identity) for identity in sorted(tellers)}
    kept = dict.fromkeys(identity for identity in known if not only_relays(known[identity], tellers))
    for person in [one for one in kept if known[one].kind == "person"]:
        for body in [one for one in kept if known[one].kind == "organisation"]:
            if person in kept and comparison.lineage.affiliations.speaks_for(known[person].name, known[body].name):
                weaker, stronger = sorted((person, body), key=lambda one: (len(tellers[one]), one))
                tellers[stronger] = tellers[stronger] + tellers[weaker]
                del kept[weaker]
    return corroborating({identity: tellers[identity] for identity in kept}, comparison)


def corroborating(tellers: Mapping[str, Sequence[Piece]], comparison: Comparison) -> tuple[str, ...]:
    """The origin that most articles carry, and all that clearly say the same as another origin, in other words.

    A vague likeness is no second origin; nor are the very same words under another name, which are a copy with its attribution swapped.
    """
    ordered = sorted(tellers, key=lambda one: (-len({piece.statement.article for piece in tellers[one]}), -len(tellers[one]), one))
    told = {identity: different(tellers[identity]) for identity in ordered}
    counted = set(ordered[:1])
    for place, identity in enumerate(ordered):
        for other in ordered[:place]:
            pairs = [(a, b) for a in told[identity] for b in told[other]]
            found = corroboration(pairs, comparison)
            if found is None:
                counted.discard(identity)
                break
            if found:
                counted |= {identity, other}
    return tuple(sorted(counted))


def different(tellings: Sequence[Piece]) -> list[Piece]:
    """Copies aside, and no more than a few."""
    found: dict[tuple[str, tuple[str, ...]], Piece] = {}
    for piece in tellings:
        found.setdefault((piece.statement.article, tuple(term.stem for term in piece.own.terms)), piece)
    return list(found.values())[:MOST_COMPARED]


def corroboration(pairs: Sequence[tuple[Piece, Piece]], comparison: Comparison) -> bool | None:
    """Whether a pair says the same in words of its own and counts the same; None where a pair of two articles is word for word a copy.

    Short formulas ("militias carried it out") come to several sources by themselves.
    """
    best = 0.0
    for a, b in pairs:
        found = compare_profiles(comparison.own[a.number], comparison.own[b.number])
        if is_copy(a, b, found.score, comparison.settings):
            return None
        if not found.numbers_differ:
            best = max(best, found.score, contained(a, found.forward, comparison), contained(b, found.backward, comparison))
    return best >= comparison.settings.corroborates


def is_copy(a: Piece, b: Piece, score: float, settings: Settings) -> bool:
    """Whether two pieces are the same words under two names: one place of an article, or in two articles the same or a part."""
    if a.statement.article == b.statement.article:
        return a.span[0] < b.span[1] and b.span[0] < a.span[1]
    if score >= settings.same_words and min(a.own.weight, b.own.weight) >= TELLTALE:
        return True
    shorter, longer = sorted((plain_words(a.text), plain_words(b.text)), key=len)
    return len(shorter.split()) >= FEWEST_WORDS and shorter in longer


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> str:
    return fold(text).strip("\"' ,.;")


def contained(piece: Piece, held: float, comparison: Comparison) -> float:
    """The share of a piece that another holds, if it says enough to be a statement of its own."""
    says = comparison.own[piece.number].total
    return held * comparison.settings.contained_share if says >= comparison.settings.contained_least else 0.0


def only_relays(origin: Origin, tellers: Mapping[str, Sequence[Piece]]) -> bool:
    """Whether an outlet only passes on what somebody else in the claim told it; unnamed media and papers always do."""
    if len(tellers) > 1 and origin.kind in ("organisation", "document") and GENERIC.search(origin.name):
        return True
    if origin.kind not in ("outlet", "agency") or any(piece.statement.source_kind == "anonymous" for piece in tellers[origin.id]):
        return False
    others = [piece.statement for identity, told in tellers.items() if identity != origin.id for piece in told]
    return any(one.via is not None and same_name(one.via, origin.name) for one in others)


def sentence(support: Sequence[Piece], comparison: Comparison) -> str:
    """The telling that the others are most like, a full one before a short one, in its own words."""
    some = support[:: max(1, len(support) // 12)]
    central = max(
        support,
        key=lambda piece: (
            sum(compare_profiles(comparison.own[piece.number], comparison.own[other.number]).score for other in some)
            * min(1.0, piece.own.weight / FULL),
            -piece.number,
        ),
    )
    text = comparison.lineage.articles[central.statement.article].text
    if central.own.weight < LEAST_PIECE or (central.statement.stance == "deny" and not central.negated):
        start, end = next(((a, b) for a, b in sentences(text) if a <= central.span[0] < b), central.span)
        return tidy(text[start:end])
    return tidy(central.text)


def tidy(words: str) -> str:
    """As a sentence: without a leading "that", a hanging conjunction or half a pair of quotation marks."""
    text = HANGING.sub("", LEADING.sub("", " ".join(words.split()).strip(" ,;:–—-")))
    for opening, closing in QUOTATION_MARKS:
        if (opening in text) != (closing in text) or (opening == closing and text.count(opening) % 2) or is_wrapped(text, opening, closing):
            text = text.replace(opening, "").replace(closing, "")
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”", '."', "…")) else ".")


def is_wrapped(text: str, opening: str, closing: str) -> bool:
    """One pair of quotation marks around the whole."""
    inside = text.rstrip(".,!?")
    return (
        text.startswith(opening)
        and inside.endswith(closing)
        and text.count(opening) + text.count(closing) in (2, 4 if opening == closing else 2)
    )


def is_withdrawn(support: Sequence[Piece], deny: Sequence[Piece], found: Mapping[str, str], comparison: Comparison) -> bool:
    """Whether all who said so took it back later."""
    if not deny:
        return False
    said: dict[str, str] = {}
    taken: dict[str, str] = {}
    for pieces, dates, best in ((support, said, max), (deny, taken, min)):
        for piece in pieces:
            origin, day = found[piece.statement.id], comparison.lineage.articles[piece.statement.article].published or ""
            dates[origin] = best(dates.get(origin, day), day)
    return all(origin in taken and taken[origin] > first for origin, first in said.items())


def state(behind: Sequence[str], denying: Sequence[str], *, withdrawn: bool) -> ClaimState:
    if withdrawn:
        return "withdrawn"
    if denying:
        return "disputed"
    return "several independent origins" if len(behind) > 1 else "one origin" if behind else "unknown"
