"""Which claim of a story to name first: one about the event itself, told by many, in words on which they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from retold.show.parts import StoryParts
from retold.show.phrases import plainly
from retold.text.likeness import Profile, compare_profiles, meaning, profile
from retold.text.tokens import tokens
from retold.types import Claim, Stance, Statement

FEWEST_WORDS = 4  # of a claim that can be understood without its article
MOST_WORDS = 45  # more is a paragraph, not a finding
MOST_WORDINGS = 20  # tried for one claim: of a hundred copies, the rest say the same again
TELLING = 4.0  # weight of the words (about as many words) that say enough to be known as about the event
LEAD = 600  # letters of an article that say what its story is about
AGREED = 0.57  # likeness at which two wordings say the same (the default of text.likeness)
HELD = 0.8  # share of the wording that a longer telling must hold to say it too
# How much each trait counts: the first two are multiplied by shares of 0 to 1 (of the articles that tell the claim, of its words that
# titles and first lines hold). Set by reading the order of claims in the sample and six stories of real news.
TOLD, ABOUT_THE_EVENT, COUNTED, SEVERAL_ORIGINS, WHOLE, AGREEMENT, OWN_VIEW = 1.5, 1.0, 0.15, 0.1, 0.25, 0.3, 0.5
VIEWS: frozenset[Stance] = frozenset(["condemn", "decline", "doubt", "promise"])
FIRST_PERSON = frozenset("i i'm i've we we're we've my our us me myself ourselves".split())


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim in the words that most of its articles agree on. `articles`: their ids, in order of time."""

    claim: Claim
    words: str
    articles: tuple[str, ...]


def chief_claim(parts: StoryParts, fewest: int) -> Wording | None:
    """The claim to name first among those that at least `fewest` articles tell in agreeing words."""
    wordings = [found for claim in parts.claims if (found := _agreed_wording(parts, claim, fewest))]
    leads = _leads(parts) if len(wordings) > 1 else {}
    return max(wordings, key=lambda each: (_importance(parts, each, leads), each.claim.id), default=None)


def by_importance(parts: StoryParts, claims: Iterable[Claim]) -> dict[str, float]:
    """How much each claim matters to its story: by who tells it, and by how near it is to what titles and first lines speak of."""
    leads = _leads(parts)
    return {claim.id: _importance(parts, _agreed_wording(parts, claim, 1) or _as_it_is(parts, claim), leads) for claim in claims}


def _agreed_wording(parts: StoryParts, claim: Claim, fewest: int) -> Wording | None:
    """The wording on which most articles agree; None where fewer than `fewest` do."""
    support = [parts.statements[each] for each in claim.support if each in parts.statements]
    if len(_tellers(parts, claim)) < fewest:
        return None
    support.sort(key=lambda each: (parts.numbers[each.article], each.content[:1], each.id))
    said: dict[str, list[str]] = {}
    for each in support:
        said.setdefault(parts.quoted(each.article, each.content), []).append(each.article)
    whole = _whole(claim)
    profiles = {words: profile(meaning(words)) for words in (whole, *said)}
    tried = [words for words in profiles if FEWEST_WORDS <= len(words.split()) <= MOST_WORDS][:MOST_WORDINGS]
    wordings = [
        _told_by(parts, claim, words, (article for other in said if _agree(profiles[words], profiles[other]) for article in said[other]))
        for words in tried
    ]
    # The claim's own text is a whole sentence, where a statement may be a part of one.
    best = max(wordings, key=lambda each: (len(each.articles), each.words == whole, -len(each.words), each.words), default=None)
    return best if best and len(best.articles) >= fewest else None


def _whole(claim: Claim) -> str:
    return plainly(" ".join(claim.text.split()))


def _tellers(parts: StoryParts, claim: Claim) -> set[str]:
    return {parts.statements[each].article for each in claim.support if each in parts.statements}


def _as_it_is(parts: StoryParts, claim: Claim) -> Wording:
    return _told_by(parts, claim, _whole(claim), _tellers(parts, claim))


def _told_by(parts: StoryParts, claim: Claim, words: str, articles: Iterable[str]) -> Wording:
    return Wording(claim, words, tuple(sorted(set(articles), key=lambda each: parts.numbers[each])))


def _agree(one: Profile, other: Profile) -> bool:
    found = compare_profiles(one, other)
    near = found.score >= AGREED or found.forward >= HELD
    return near and not found.negation_differs and not found.numbers_differ


def _importance(parts: StoryParts, wording: Wording, leads: Mapping[str, float]) -> float:
    found = meaning(wording.words)
    told = len(wording.articles) / max(1, len(parts.articles))
    about = fsum(term.weight * leads.get(term.stem, 0.0) for term in found.terms) / max(TELLING, found.weight)
    traits = COUNTED * bool(found.numbers) + SEVERAL_ORIGINS * (wording.claim.independent_origins > 1)
    traits += WHOLE * (wording.words == _whole(wording.claim)) + AGREEMENT * len(wording.articles) / max(
        1, len(_tellers(parts, wording.claim))
    )
    return TOLD * told + ABOUT_THE_EVENT * about + traits - OWN_VIEW * _is_view(parts, wording)


def _is_view(parts: StoryParts, wording: Wording) -> bool:
    """Whether those who say so mostly speak of themselves, or are only told to think or want it."""
    support = [parts.statements[each] for each in wording.claim.support if each in parts.statements]
    return 2 * sum(_is_own(parts, each) for each in support) >= max(1, len(support))


def _is_own(parts: StoryParts, statement: Statement) -> bool:
    if statement.manner == "attitude" or statement.stance in VIEWS:
        return True
    return bool(FIRST_PERSON & set(tokens(parts.quoted(statement.article, statement.content)).words))


def _leads(parts: StoryParts) -> dict[str, float]:
    """What the articles' titles and first lines speak of: for each stem, the share of them that hold it."""
    held = Counter(
        term.stem for article in parts.articles.values() for term in meaning(f"{article.title or ''}. {article.text[:LEAD]}").terms
    )
    return {stem: number / len(parts.articles) for stem, number in held.items()}
