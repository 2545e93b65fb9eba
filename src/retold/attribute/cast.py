"""The people and bodies that an article names, with the roles it gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from retold.attribute.described import CAPITALS, POSSESSIVE, person_name, without_opener
from retold.attribute.roles import gender_of, is_group, is_people, roles
from retold.text.name_parts import looks_organised, parts, untitled
from retold.text.outlets import OutletMention
from retold.types import Span

BEFORE = re.compile(r"((?:[\w’'-]+\s+){0,6}[\w’'-]+),?\s+$")
BEHIND = re.compile(r"[,(]\s*((?:[a-zA-Z][\w’'-]*[ ]?){1,9})")
LONGEST_NAME = 90  # characters; a longer run of capitals is a headline or a table
POSSESSIVE_END = re.compile(r"[’'](?:s)?$")
PLACE_BEFORE = re.compile(r"\b(?:in|near|across|inside|outside|into|throughout|neighbouring|neighboring|within)\s+$")
PLACE_BEHIND = re.compile(
    r"(?:[’']s)?\s+(?:(?:foreign|interior|defence|defense|health|finance|justice)\s+(?:ministry|minister|secretary)|government|border|army|capital|prime minister|president)\b"
)
# They are people or bodies: "its operator, Bay Transit".
DOERS = frozenset("operator owner maker provider supplier builder carrier parent lender insurer publisher".split())
AGED = re.compile(r",? \(?(?:aged )?\d{1,3}\b")
# What follows a person's name: an age, "who", or in this sentence or at the beginning of the next a "he" or "she".
TAKEN_UP = re.compile(
    r",? \(?(?:aged )?\d{1,3}[,)]|,? who(?:se)?\b|[^.!?\n“”\"A-Z]{0,60}\b(?:he|she|his|her|him|himself|herself)\b|[^.!?\n]{0,120}[.!?][”\"]?\s+(?:He|She|His|Her)\b"
)
MENTIONS = 12  # of a name are looked at
PLACES = 200  # of a word at which a name may stand
WORD = re.compile(r"\w+")
BOUNDARY = re.compile(r"[.!?]\s|\n|[;:“”\"]")
PERSON_PRONOUNS = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    name: str


@dataclass(slots=True)
class Cast:
    """`people` by last word, `mentions` of people in order, `roles` the words that describe a name, `bodies` in order of mention.

    `shorts` leads from the first word of a longer name to it ("Nullgate" -> "Nullgate Report"); `places` are names used as places,
    `words` tells where each word of the text stands.
    """

    people: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    bodies: list[Mention] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    acronyms: dict[str, str] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    short_for: set[str] = field(default_factory=set)
    body_names: set[str] = field(default_factory=set)
    words: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """The fullest form of a person's name in the article."""
        known = self.people.get(last_word(name), name)
        return known if may_be_one(known, name) else name

    def before(self, offset: int) -> int:
        """Number of mentions that stand before a character."""
        return bisect_left(self.mentions, offset, key=lambda m: m.start)

    def found(self, text: str, name: str) -> list[int]:
        """Where a name stands in the text as whole words: the first places, as many as are worth looking at."""
        first = WORD.match(name)
        places = self.words.get(first.group(), ())[:PLACES] if first else ()
        return [at for at in places if text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalnum()]

    def holders(self) -> dict[str, list[str]]:
        """For each word of a role the people whose role it describes, in alphabetical order."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(self.people.values())):
            for word in self.roles.get(name, ()):
                found[word].append(name)
        return found

    def is_body(self, name: str) -> bool:
        """Whether the words around a name speak of a body rather than of a person."""
        words = self.roles.get(name, set())
        return any(is_group(w) for w in words) and not any(is_person_word(w) for w in words)


def may_be_one(one: str, other: str) -> bool:
    """Whether two names with one surname can be one person's: full first names that differ are two people's."""
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    if " " not in one or " " not in other or first == second:
        return True
    short, long = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    return len(short) < 3 or long.lower().startswith(short.lower()[:3]) or len(one.split()) != len(other.split())


def is_person_word(word: str) -> bool:
    return word in roles()["titles"] or (is_people(word) and word not in DOERS)


def last_word(name: str) -> str:
    found = parts(name).words
    return found[-1] if found else name.lower()


def cast_of(text: str, outlets: Sequence[OutletMention]) -> Cast:
    cast = Cast(words=words_of(text))
    single: list[tuple[int, str]] = []
    told = {m.start for m in outlets if not m.plain}
    for match in CAPITALS.finditer(text):
        written = without_opener(POSSESSIVE_END.sub("", match.group()).rstrip(".,"))
        if not written or len(written) > LONGEST_NAME:
            continue
        start = match.start() + match.group().find(written)
        name = person_name(written)
        if start in told:
            add_body(cast, text, match, written)
        elif name and " " in name:
            add_person(cast, text, match, name)
        elif not looks_organised(written.split()) and is_person_called(text, match, written):
            add_person(cast, text, match, written)
        elif looks_organised(written.split()) or is_group(written.split()[-1].lower()):
            add_body(cast, text, match, written)
        elif " " not in written:
            single.append((start, written))
        if is_place(text, start, match.end()):
            cast.places.add(written)
    settle(cast, single)
    return cast


def is_person_called(text: str, match: re.Match[str], written: str) -> bool:
    """'Rose Banks, a marine engineer' and 'coach Will Fields': two or three capitals, the last a common noun, with a role for people."""
    words = written.split()
    if len(words) not in (2, 3) or not is_group(words[-1].lower()) or match.group().lower().startswith("the "):
        return False
    behind = text[match.end() : match.end() + 12]
    return any(map(is_person_word, describing(text, match.span(), ""))) or AGED.match(behind) is not None or behind.startswith(", who ")


def is_called_as_person(cast: Cast, text: str, name: str) -> bool:
    """Whether a single name that no longer one explains is a person's: an age, a role, a title, or a "he" or "she" that takes it up."""
    for start in cast.found(text, name)[:MENTIONS]:
        end = start + len(name)
        if TAKEN_UP.match(text, end) or any(map(is_person_word, describing(text, (start, end), ""))):
            return True
    return False


def words_of(text: str) -> dict[str, list[int]]:
    """Where each word of a text stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in WORD.finditer(text):
        found[match.group()].append(match.start())
    return found


def settle(cast: Cast, single: Sequence[tuple[int, str]]) -> None:
    """Names of one word: a person's last, the first of a longer name, or a place where a people or language is called after it."""
    alone = {written for _, written in single}
    longer = sorted({m.name for m in cast.mentions} | {m.name for m in cast.bodies})
    for name in longer:
        first, *rest = name.split()
        if rest and first in alone and rest[-1] not in alone:
            if any(is_people(w) for w in cast.roles.get(name, ())):
                cast.people.setdefault(first.lower(), name)  # family name first
            else:
                cast.shorts.setdefault(first, name)
    for start, written in single:
        if written.lower() in cast.people:
            cast.mentions.append(Mention(start, cast.people[written.lower()]))
        if any(written + ending in alone for ending in ("i", "n", "an", "ian", "ese", "ish")):
            cast.places.add(written)
    cast.mentions.sort(key=lambda m: (m.start, m.name))
    cast.short_for = set(cast.shorts.values())
    cast.body_names = {m.name for m in cast.bodies}


def is_place(text: str, start: int, end: int) -> bool:
    return PLACE_BEFORE.search(text[max(0, start - 14) : start]) is not None or PLACE_BEHIND.match(text[end : end + 40]) is not None


def add_person(cast: Cast, text: str, match: re.Match[str], name: str) -> None:
    known = cast.people.setdefault(last_word(name), name)
    known = known if may_be_one(known, name) else name
    cast.mentions.append(Mention(match.start(), known))
    titled = match.group()[: match.group().find(name)].lower() if name in match.group() else ""
    words = describing(text, match.span(), titled)
    cast.roles[known] |= words
    gender = next((g for g in map(gender_of, sorted(words)) if g), None) or parts(match.group()).gender
    if gender:
        cast.genders.setdefault(known, gender)


def add_body(cast: Cast, text: str, match: re.Match[str], written: str) -> None:
    name = re.sub(r"^(?:The|A|An)\s+", "", written)
    cast.bodies.append(Mention(match.start(), name))
    cast.roles[name] |= describing(text, match.span(), "")
    if bracketed := re.match(r"\s*\(([A-Z][A-Za-z]{1,7})\)", text[match.end() : match.end() + 14]):
        cast.acronyms[bracketed.group(1)] = name


def describing(text: str, name: Span, titled: str) -> set[str]:
    """Words of the role that stands before a name or in apposition behind it; none where no noun for people or groups heads it."""
    words = set(re.findall(r"[a-z]+", titled))
    before = BOUNDARY.split(text[max(0, name[0] - 60) : name[0]])[-1]
    if found := BEFORE.search(before):
        words |= role_words(found.group(1), last=5)
    if found := BEHIND.match(text[name[1] : name[1] + 90]):
        words |= role_words(re.split(r"\b(?:who|which|that|said|told|says)\b", found.group(1))[0], last=9)
    return words


def role_words(phrase: str, last: int) -> set[str]:
    """The words of a phrase that a noun for people or a group heads: "the head of the national police"."""
    short = re.split(r"\b(?:of|at|for|from|in|with|to|on)\b", phrase.lower())[0]
    heads = re.findall(r"[a-z]+", POSSESSIVE.sub(" ", short))
    if not heads or not (is_people(heads[-1]) or is_group(heads[-1])):
        return set()
    words = set(re.findall(r"[a-z]+", POSSESSIVE.sub(" ", phrase.lower()))[-last:]) | set(heads[-3:])
    return {word for word in words if not is_people(word)} if is_group(heads[-1]) and not is_people(heads[-1]) else words


def learned_name(written: str) -> str:
    """A name without titles and article."""
    return untitled(re.sub(r"^(?:The|the|A|An)\s+", "", written))
