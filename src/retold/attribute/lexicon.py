"""The words that announce a statement, read from the packaged list (data/cues.txt), with every form they take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from retold.types import Stance

CueManner = Literal["said", "thought", "shown"]

VOWELS = "aeiou"
# Verbs whose -ing form doubles the last letter without the past telling so.
DOUBLED = {"put": "putting", "forget": "forgetting", "begin": "beginning", "cut": "cutting", "let": "letting"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word: what it does and what may stand beside it (the letters are explained in data/cues.txt)."""

    lemma: str
    manner: CueManner = "said"
    stance: Stance = "assert"
    frames: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()

    def merged(self, other: Cue) -> Cue:
        return replace(self, frames=self.frames | other.frames, prepositions=self.prepositions | other.prepositions)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by form, lower case. `particles` holds verbs of two words: first form -> second word -> cue."""

    verbs: dict[str, Cue]
    particles: dict[str, dict[str, Cue]]
    nouns: dict[str, Cue]
    adjectives: frozenset[str]
    passive: frozenset[str]
    according: tuple[str, ...]


@cache
def forms() -> frozenset[str]:
    """Every single word that may announce a statement."""
    words = lexicon()
    rarest = {max(phrase.split(), key=len) for phrase in words.according}
    return frozenset(words.verbs) | frozenset(words.particles) | frozenset(words.nouns) | rarest


@cache
def lexicon() -> Lexicon:
    found = Lexicon({}, {}, {}, frozenset(), frozenset(), ())
    text = (files("retold") / "data" / "cues.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, words = line.partition(":")
            found = added(found, head.split(), words.split())
    return found


def added(lexicon: Lexicon, head: list[str], words: list[str]) -> Lexicon:
    kind = head[0]
    if kind == "verbs":
        for word in words:
            add_verb(lexicon, word, cast(CueManner, head[1]), cast(Stance, head[2]), head[3])
    elif kind == "nouns":
        for word in words:
            for form in (word, plural(word)):
                lexicon.nouns.setdefault(form, Cue(word, "said", cast(Stance, head[1]), frozenset("c")))
    elif kind == "adjectives":
        return replace(lexicon, adjectives=lexicon.adjectives | frozenset(words))
    elif kind == "passive":
        return replace(lexicon, passive=lexicon.passive | frozenset(words))
    else:
        return replace(lexicon, according=(*lexicon.according, *(word.replace("-", " ") for word in words)))
    return lexicon


def add_verb(lexicon: Lexicon, entry: str, manner: CueManner, stance: Stance, frames: str) -> None:
    letters, *prepositions = frames.split("+")
    spelled, _, particle = entry.partition("-")
    base, *pasts = spelled.split("/")
    particle, *_ = particle.split("/")
    cue = Cue(base if not particle else f"{base} {particle}", manner, stance, frozenset(letters), frozenset(prepositions))
    for form in verb_forms(base, pasts or [past_tense(base)]):
        table = lexicon.particles.setdefault(form, {}) if particle else lexicon.verbs
        key = particle or form
        table[key] = table[key].merged(cue) if key in table else cue


def verb_forms(base: str, pasts: list[str]) -> list[str]:
    """say, says, saying, said."""
    third = (
        base[:-1] + "ies"
        if base.endswith("y") and base[-2] not in VOWELS
        else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    )
    doubled = any(past == base + base[-1] + "ed" for past in pasts)
    if base in DOUBLED:
        gerund = DOUBLED[base]
    elif doubled:
        gerund = base + base[-1] + "ing"
    elif base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        gerund = base[:-1] + "ing"
    else:
        gerund = base + "ing"
    return [base, third, gerund, *pasts]


def past_tense(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in VOWELS else base + "ed"


def plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in VOWELS else noun + "s"
