"""Which names of a story mean the same person, organisation or place, with every variant kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from retold.text.name_comparison import NameMatch, compare_names
from retold.text.name_parts import LITTLE_WORDS, content_words, parts, untitled
from retold.text.name_sound import skeleton

NameKind = Literal["person", "organisation", "place"]

# A full name joins another by likeness alone from here; below, the short form must have one bearer only.
SURE = 0.78
POSSIBLE = 0.4


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name as written in an article. `kind` where it is known; mentions of known, different kinds are never joined."""

    name: str
    article: str = ""
    kind: NameKind | None = None


@dataclass(frozen=True, slots=True)
class ResolvedName:
    """One bearer. `canonical` is the fullest form in most use; `variants` holds every form as written, `garbles` those that are no variants."""

    canonical: str
    variants: tuple[str, ...]
    garbles: tuple[str, ...] = ()


@dataclass(slots=True)
class Bearer:
    """A bearer while it is being put together: its forms, where each stands, and the forms it was garbled to."""

    kind: NameKind | None
    forms: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    garbles: set[str] = field(default_factory=set)


def resolve_names(mentions: Sequence[NameMention]) -> dict[NameMention, ResolvedName]:
    """Every mention with its bearer. Full names first; shorter forms go to the one bearer that they fit, in their own article before the story."""
    counts = Counter(mentions)
    bearers: list[Bearer] = []
    index: dict[str, set[int]] = defaultdict(set)
    chosen: dict[NameMention, int] = {}
    for mention in sorted(counts, key=lambda one: (-fullness(one.name), one.name, one.article, one.kind or "")):
        number, match = choose(mention, bearers, index)
        if number is None:
            number = len(bearers)
            bearers.append(Bearer(mention.kind))
        admit(bearers[number], mention, counts[mention], match)
        for key in keys(mention.name):
            index[key].add(number)
        chosen[mention] = number
    resolved = [finish(bearer) for bearer in bearers]
    return {mention: resolved[chosen[mention]] for mention in counts}


def fullness(name: str) -> int:
    """Words that name; initials, and a bare acronym, count for less than a word."""
    found = parts(name)
    if found.initials:
        return 0
    return 2 * sum(len(word) > 1 for word in found.words) + sum(len(word) == 1 for word in found.words)


def keys(name: str) -> Iterable[str]:
    """What a name is found by: the sound and the head of each word, and the initials."""
    found = parts(name)
    for word in found.words:
        if word in LITTLE_WORDS:
            continue
        yield "sound " + skeleton(word)
        yield "head " + word[:3]
    yield "joined " + found.joined
    words = content_words(found)
    if found.initials:
        yield "initials " + found.initials
    if len(words) > 1:
        yield "initials " + "".join(word[0] for word in words)


def choose(mention: NameMention, bearers: list[Bearer], index: dict[str, set[int]]) -> tuple[int | None, NameMatch | None]:
    """The bearer that a mention belongs to, or None for a new one."""
    candidates = sorted({number for key in keys(mention.name) for number in index.get(key, ())})
    scored = []
    for number in candidates:
        bearer = bearers[number]
        if bearer.kind and mention.kind and bearer.kind != mention.kind:
            continue
        match = likeness(mention.name, bearer)
        if match.score >= POSSIBLE:
            scored.append((number, match))
    if not scored:
        return None, None
    here = [(number, match) for number, match in scored if mention.article in bearers[number].articles]
    unclear = [(number, match) for number, match in scored if set(bearers[number].forms) == {mention.name}]
    return pick(here, sure_only=False) or pick(scored, sure_only=True) or pick(unclear, sure_only=False) or (None, None)


def likeness(name: str, bearer: Bearer) -> NameMatch:
    """The best match with any form; what is like a garbled form is a garble too."""
    matches = ((form, compare_names(name, form)) for form in sorted(bearer.forms))
    form, match = max(matches, key=lambda pair: (pair[1].score, pair[0] not in bearer.garbles))
    return NameMatch("garble", match.score, match.reason) if form in bearer.garbles and match.alike else match


def pick(scored: list[tuple[int, NameMatch]], *, sure_only: bool) -> tuple[int, NameMatch] | None:
    """The best, where it stands clear of the second best."""
    ordered = sorted(scored, key=lambda pair: (-pair[1].score, pair[0]))
    if not ordered:
        return None
    number, match = ordered[0]
    rivals = [other for _, other in ordered[1:] if other.score > match.score - 0.05]
    if rivals:
        return None
    if sure_only and match.relation != "garble" and match.score < SURE and len(ordered) > 1:
        return None
    return number, match


def admit(bearer: Bearer, mention: NameMention, count: int, match: NameMatch | None) -> None:
    bearer.kind = bearer.kind or mention.kind
    bearer.forms[mention.name] += count
    bearer.articles.add(mention.article)
    if match is not None and match.relation == "garble":
        bearer.garbles.add(mention.name)


def finish(bearer: Bearer) -> ResolvedName:
    """The canonical form: most words that name, then most used, then longest, without its titles."""
    full = [form for form in bearer.forms if form not in bearer.garbles] or list(bearer.forms)
    votes: Counter[str] = Counter()
    for form in full:
        votes[untitled(form)] += bearer.forms[form]
    canonical = min(votes, key=lambda form: (-min(fullness(form), 4), form.isupper(), -votes[form], -len(form), form))
    return ResolvedName(canonical, tuple(sorted(bearer.forms)), tuple(sorted(bearer.garbles)))
