"""A source as it is written, taken apart: a name, a role, a number, a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.attribute.roles import is_group, is_people, roles
from retold.text.name_parts import looks_organised, untitled

PRONOUNS = frozenset(
    "others some many both several most he she it they him her them his its their i we you who which that one us me himself herself themselves these those this".split()
)
CAPITAL = r"(?:[A-Z](?:\.[A-Z])*\.|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|St|Prof|Rev|Supt|Brig|Adm|Cmdr)\.|[A-Z][\w&]*(?:[’'-]\w+)*)"
CAPITALS = re.compile(
    rf"(?<![\w@#]){CAPITAL}(?:[ ]+(?:(?:of|the|for|and|de|al|el|bin|ibn|von|van|da|der|la|&)[ ]+){{0,2}}(?:(?:al|el|ul|ad|as|an|ar|at|ash|bin)-)?{CAPITAL})*"
)
# Words that a sentence begins with, which are no part of the name behind them.
FUNCTION = frozenset(
    "but on in at and the a an for from with while when after before as if it he she they we i you that this these those earlier last also however "
    "meanwhile still then now here there although though since because despite during under over asked both one two three no not so or by of to his her "
    "its their our my yet even only even once until unlike like according monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december".split(),
)
# A name behind one of these belongs to the place or body that the source is of, not to the source.
OF = re.compile(
    r"\b(?:of|at|for|from|in|with|to|on|by|against|about|near|under|than|as)\s+(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\w’'-]+\s+){0,3}$"
)
RELATIVE = re.compile(r",?\s+(?:who|which|whose|that|whom)\s.*$|,?\s*\(.*?\)", re.DOTALL)
TAKEN_FROM = re.compile(r",?\s+(?:quoted|cited|interviewed|identified|described|named)\s+(?:only\s+)?(?:by|as|in)\s.*$")
ARTICLE = re.compile(r"^(?:a|an|the|this|that|these|those|some|its|his|her|their|our|my)\s+", re.IGNORECASE)
NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "both": 2,
    "dozen": 12,
}
ROLE_AND_NAME = re.compile(r"\b([a-z]+) (?=[A-Z])")
# "the network operator, Telmark": what a noun in lower case is called.
APPOSED = re.compile(r"^[^,]*[a-z], (?:the )?([A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3})$")
# "a group that calls itself Black Lantern", "a militia known as the Ridge Guard"
CALLED = re.compile(
    r"\b(?:group|gang|militia|movement|organi[sz]ation|company|outfit|collective|body|party|faction|cell)\b[^,.]{0,30}?"
    r"\b(?:call(?:s|ed|ing) itself|known as|named|called)\s+(?:the\s+)?[“\"‘']?([A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*){0,4})"
)
OPENING = re.compile(
    r"^(?:(?:On|Last|Late on|Early on|By)\s+(?:\w+day|\w+ \d{1,2}|\d{1,2} \w+)(?: (?:morning|afternoon|evening|night))?,?|"
    r"(?:A few|Two|Three|Several|Some) \w+ (?:earlier|later|before|after|ago),?|(?:Earlier|Later|Meanwhile|Today|Yesterday),?)\s+(?=\w)"
)
BODY_AND_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][\w’'-]+ [A-Z][\w’'-]+)$")
WEEKDAY = re.compile(r",?\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
YEARS_OLD = re.compile(r"the \d{1,3}-year-old$")
POSSESSIVE = re.compile(r"[’'](?:s\b)?")


@dataclass(frozen=True, slots=True)
class Described:
    """`name` is a person's full or short name, `body` any other name; `head` the noun in lower case, `words` all its words."""

    text: str
    written: str
    name: str | None
    body: str | None
    head: str
    words: frozenset[str]
    pronoun: str | None = None
    definite: bool = False
    number: int | None = None
    plural: bool = False


def described(written: str, head: str, tag: str) -> Described:
    """`written` is the source's text, `head` and `tag` its head word and Penn tag where the tree gave one."""
    called = CALLED.search(written)
    if called:
        return Described(written, written, None, called.group(1), "group", frozenset(["group"]), definite=True)
    base = WEEKDAY.sub("", OPENING.sub("", TAKEN_FROM.sub("", RELATIVE.sub("", written))).strip(' ,."“”'))
    lower = base.lower()
    words = re.findall(r"[a-z0-9]+(?:-[a-z]+)?", POSSESSIVE.sub(" ", lower))
    person, body = names_in(base, head, tag)
    return Described(
        text=base,
        written=written,
        name=person,
        body=body,
        head=head.lower() or (words[-1] if words else ""),
        words=frozenset(words),
        pronoun="one" if YEARS_OLD.match(lower) else lower if lower in PRONOUNS else None,
        definite=re.match(r"(?:the|its|his|her|their|this|that|these|those|our)\b|[\w.’' -]+[’']s?\s", lower) is not None,
        number=next(
            (NUMBERS.get(w, int(w) if w.isdigit() and len(w) < 6 else None) for w in words[:2] if w in NUMBERS or w.isdigit()), None
        ),
        plural=tag in ("NNS", "NNPS") or (words[-1:] and words[-1] in ("people", "men", "women", "children")) is True,
    )


def names_in(base: str, head: str, tag: str) -> tuple[str | None, str | None]:
    """The person named by a source, and else the body that it names or is of."""
    found = [m for m in CAPITALS.finditer(base) if not is_plain_start(m, tag)]
    own = [
        m
        for m in found
        if not OF.search(base[: m.start()]) and not base[m.end() :].startswith(("'s ", "’s ")) and not m.group().endswith(("'s", "’s"))
    ]
    after = base.find(head) if tag in ("NN", "NNS") and head else 0
    after = max(after, behind_role(base))
    people = [name for m in own if m.end() > after and (name := person_name(m.group()))]
    if not people and (closing := BODY_AND_NAME.search(base)) and is_group(closing.group(1).lower()) and any(map(is_people, base.split())):
        return closing.group(2), None  # 'the official representative of the Foreign Ministry Ana Ruiz'
    if people:
        headed = [name for name in people if head in name.split()] if tag.startswith("NNP") else []
        return max(headed or people, key=lambda n: (min(len(n.split()), 3), -base.find(n))), None
    if tag in ("NN", "NNS") and (named := APPOSED.search(base)):
        return None, named.group(1)
    if own and len(own[0].group().split()) > 1 and own[0].group() in (base, ARTICLE.sub("", base)):
        return None, own[0].group()  # 'The Sons of Anwal'
    if (
        own
        and (tag.startswith("NNP") or own[0].group() == ARTICLE.sub("", base))
        and not (is_people(head.lower()) and not head[:1].isupper())
    ):
        return None, own[0].group().strip(".,")
    return None, None


def behind_role(base: str) -> int:
    """Where a name begins right behind a noun for people: 'Bay Transit spokeswoman | Carol Yates'."""
    found = [m for m in ROLE_AND_NAME.finditer(base) if is_people(m.group(1))]
    return found[-1].end(1) + 1 if found else 0


def is_plain_start(match: re.Match[str], tag: str) -> bool:
    """A capital that only stands there because a sentence begins ("Police", "Two officials"): kept where more capitals follow."""
    word = match.group()
    plain = (
        word.lower() in NUMBERS
        or ARTICLE.match(word + " ") is not None
        or (is_people(word.lower()) and (tag == "NNPS" or not tag.startswith("NNP")))
    )
    return match.start() == 0 and " " not in word and plain


def without_opener(written: str) -> str:
    """'But Harmon' and 'On Thursday Ana Ruiz' without the words that open a sentence."""
    words = written.split()
    while len(words) > 1 and words[0].lower() in FUNCTION:
        words = words[1:]
    return " ".join(words) if words and words[0].lower() not in FUNCTION else ""


def person_name(written: str) -> str | None:
    """A name of two or more words that is no body's, without titles; or a title with one name ("Mr. Trump")."""
    written = without_office(without_opener(written.strip(" .,'’")))
    bare = without_role(untitled(written))
    words = bare.split()
    titled = bool(words) and bare != written and is_title(written.split()[0])
    if not words or looks_organised(words) or any(w.lower() in ("of", "the", "for", "and", "&") for w in words):
        return None
    if len(words) == 1:
        return bare if titled and not bare.isupper() and not is_title(bare) and not is_people(bare.lower()) else None
    return None if (words[0].isupper() and len(words[0]) > 3) or (not titled and is_group(words[-1].lower())) else bare


def without_role(written: str) -> str:
    """'Prosecutor Jo Deters' without the role that a capital made part of the name."""
    words = written.split()
    while len(words) > 2 and is_people(words[0].lower()):
        words = words[1:]
    return " ".join(words)


def without_office(written: str) -> str:
    """'Secretary of State Rex Tillerson', 'State Sen. Joanna Pike' and 'Owen Starling of the Seafarers' Union' cut to the person."""
    words = written.split()
    office = is_people(words[0].lower()) or is_title(words[0]) if words else False
    if " of " in written and len(words) > 4 and office:
        return " ".join(words[-2:])
    before, _, _ = written.partition(" of ")
    if (
        len(before.split()) in (2, 3)
        and before != written
        and not office
        and not looks_organised(before.split())
        and not is_group(before.split()[-1].lower())
    ):
        return before
    titles = [n for n, word in enumerate(words[:-1]) if is_title(word)]
    return " ".join(words[titles[-1] :]) if titles and titles[-1] + 1 < len(words) - 1 else written


def is_title(word: str) -> bool:
    return word.strip(".").lower() in roles()["titles"]
