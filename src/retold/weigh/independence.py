"""The independent origins of a claim: who could know, each counted once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from retold.text.likeness import compare_profiles, meaning
from retold.text.outlets import same_name
from retold.text.tokens import fold
from retold.types import Origin
from retold.weigh.affiliations import names, naming_words
from retold.weigh.pairing import Comparison
from retold.weigh.registry import Registry
from retold.weigh.settings import Settings
from retold.weigh.tellings import Piece

# Media and papers that a text does not name: they carry what somebody said.
GENERIC = re.compile(
    r"\b(?:media|outlets?|newspapers?|broadcasters?|websites?|news organi[sz]ations?)\b|"
    r"^(?:an? |the |its |their |his |her |some |\w+ )?(?:papers?|reports?|statements?|(?:news|press) releases?|tweets?|posts?|messages?|e-?mails?)$"
)
# What somebody only supposes corroborates nothing.
CONDITIONAL = re.compile(r"\b(?:if|whether)\b", re.IGNORECASE)
# Origins of one claim are compared by at most this many pieces each; the rest are copies of them.
MOST_COMPARED = 12
# The weight from which the same words in two articles do not come about by chance.
TELLTALE = 6.0
# So do this many words in a row.
FEWEST_WORDS = 6
FEWEST_TELLING = 2
# Two telling words between quotation marks.
TELLING_PHRASE = 2.0
QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)(?:[”\"»]|$)")


def independent(support: Sequence[Piece], found: Mapping[str, str], registry: Registry, comparison: Comparison) -> tuple[str, ...]:
    """The origins of the supporting statements, one for an organisation and those who speak for it, none for an outlet that only passes on."""
    tellers: dict[str, list[Piece]] = defaultdict(list)
    for piece in support:
        tellers[found[piece.statement.id]].append(piece)
    known = {identity: registry.origin(identity) for identity in sorted(tellers)}
    kept = [identity for identity in known if not only_relays(known[identity], tellers)]
    for weaker, stronger in same_bodies([known[identity] for identity in kept], tellers, comparison):
        if weaker in kept and stronger in kept:
            tellers[stronger] = tellers[stronger] + tellers[weaker]
            kept.remove(weaker)
    return corroborating({identity: tellers[identity] for identity in kept}, comparison)


def same_bodies(origins: Sequence[Origin], tellers: Mapping[str, Sequence[Piece]], comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Pairs of origins' ids of which the first adds nothing to the second: a body and who speaks for it, its unnamed people, its papers."""
    bodies = [origin for origin in origins if origin.kind == "organisation"]
    for one in origins:
        for body in bodies:
            if one.kind == "person" and comparison.lineage.affiliations.speaks_for(one.name, body.name):
                first, second = sorted((one.id, body.id), key=lambda identity: (len(tellers[identity]), identity))
                yield first, second
            elif one.kind in ("outlet", "agency", "document") and is_part_of(one, tellers[one.id], body):
                yield one.id, body.id
    outlets = [one for one in origins if one.kind in ("outlet", "agency")]
    yield from same_unnamed(outlets, tellers)
    yield from named_at_home(outlets, tellers, comparison)


def same_unnamed(outlets: Sequence[Origin], tellers: Mapping[str, Sequence[Piece]]) -> Iterator[tuple[str, str]]:
    """Outlets whose unnamed sources are called alike ("health officials") and of which none says that it was told: who spoke to everybody."""
    called: dict[str, str] = {}
    for outlet in outlets:
        told = tellers[outlet.id]
        names_of = {fold(piece.statement.speaker or "").removeprefix("the ") for piece in told}
        if len(names_of) == 1 and all(piece.statement.source_kind == "anonymous" and piece.statement.via is None for piece in told):
            name = names_of.pop()
            if name in called:
                yield outlet.id, called[name]
            else:
                called[name] = outlet.id


def named_at_home(outlets: Sequence[Origin], tellers: Mapping[str, Sequence[Piece]], comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Outlets to which, others say, somebody unnamed spoke, and whose own page gives the name: "the fire chief told the Gazette"."""

    def at_home(piece: Piece, outlet: Origin) -> bool:
        return same_name(comparison.lineage.articles[piece.statement.article].outlet or "", outlet.name)

    for outlet in outlets:
        if not any(at_home(piece, outlet) for piece in tellers[outlet.id]):
            named = [one for one in sorted(tellers) if one != outlet.id and any(at_home(piece, outlet) for piece in tellers[one])]
            yield from ((outlet.id, one) for one in named[:1])


def is_part_of(origin: Origin, told: Sequence[Piece], body: Origin) -> bool:
    """Whether an origin is but unnamed people of a body ("zoo officials" that no outlet says it spoke to) or a paper of its ("a release from the zoo")."""
    words = naming_words(body.name)
    if origin.kind == "document":
        return names(origin.name, words)
    return all(
        piece.statement.source_kind == "anonymous" and piece.statement.via is None and names(piece.statement.speaker or "", words)
        for piece in told
    )


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
        if not found.numbers_differ and share_enough(a, b) and not CONDITIONAL.search(a.text) and not CONDITIONAL.search(b.text):
            best = max(best, found.score, contained(a, found.forward, comparison), contained(b, found.backward, comparison))
    return best >= comparison.settings.corroborates


def share_enough(a: Piece, b: Piece) -> bool:
    """Whether two pieces have more than one telling word in common: one alone is a topic, not a fact."""
    telling = {term.stem for term in a.own.terms if term.weight >= 1.0} & {term.stem for term in b.own.terms if term.weight >= 1.0}
    return len(telling) >= FEWEST_TELLING or max(len(a.own.terms), len(b.own.terms)) <= FEWEST_TELLING


def is_copy(a: Piece, b: Piece, score: float, settings: Settings) -> bool:
    """Whether two pieces are the same words under two names: one place of an article, or in two articles the same or a part."""
    if a.statement.article == b.statement.article and a.span[0] < b.span[1] and b.span[0] < a.span[1]:
        return True
    if shares_quotation(a.text, b.text):
        return True
    if score >= settings.same_words and min(a.own.weight, b.own.weight) >= TELLTALE:
        return True
    shorter, longer = sorted((plain_words(a.text), plain_words(b.text)), key=len)
    return len(shorter.split()) >= FEWEST_WORDS and shorter in longer


def shares_quotation(a: str, b: str) -> bool:
    """Whether both quote the same phrase: one utterance, whoever it is put down to."""
    return any(phrase in held or held in phrase for phrase in quoted_phrases(a) for held in quoted_phrases(b))


@lru_cache(maxsize=20_000)
def quoted_phrases(text: str) -> tuple[str, ...]:
    """What stands between quotation marks and says enough to be known by, folded; a mark left open runs to the end."""
    found = [plain_words(match.group(1)) for match in QUOTED.finditer(text)]
    return tuple(f" {phrase} " for phrase in found if meaning(phrase).weight >= TELLING_PHRASE)


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
