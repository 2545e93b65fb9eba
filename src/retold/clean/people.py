"""People in a byline: names without roles, outlets, agencies, handles and dates."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^\W*(?:(?:(?:posted|published|written|reported|words|text|story|article|report|reporting|author|authors|autor|edited)\s*)?(?:\bby\b|\bvon\b|\bpar\b|\bpor\b)"
    r"|(?:text|words|author|authors|autor|byline|writer|reporter|story)\s*:)\s*:?\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|·|•|⋅|●|&|\+|\s[-–—]\s|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|//)\s*", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:\(|\[|@|\bfor\b|\bin\b|\bat\b|\bof\b|\bfrom\b|https?:|www\.|\S+@\S+|\bis\b|\bupdated\b|\bpublished\b|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_ROLES = frozenset(
    "senior junior chief staff special guest deputy assistant associate contributing executive managing digital freelance editor editors reporter reporters correspondent "
    "writer writers journalist columnist producer photographer contributor contributors author authors bureau desk newsroom team staffer admin administrator "
    "webmaster analyst intern news sports sport politics political business health science technology tech crime world national foreign local city "
    "entertainment royal breaking agency agencies press wire wires service services online magazine times post herald daily tribune media group network "
    "associated reuters afp dpa editorial board office redaction redaktion redacción rédaction ist story opinion comment analysis report "
    "foundation institute university college hospital society council department committee ministry party club association health clinic bank agency studio design company group solutions marketing development content social event type trial attorney lifestyle phd md rd rdn mba mph cfa cpa jd esq ltd inc llc company tv radio television channel video posted by home more view all posts articles "
    "the a an what why how when where who to our your my this that these those with about on is are was were and or".split()
)
# Words after which the words before are no person's either ("British Heart Foundation").
_ORGANISATIONS = frozenset(
    "foundation institute university college hospital society council department committee ministry party club association clinic bank agency agencies studio company "
    "group network press wire news times post herald daily tribune media magazine online service services limited ltd inc llc radio television".split()
)
# Dates glued to a name ("John Scalzi December"); but Tom May and April Jones are people.
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_PARTICLES = frozenset("de da di do dos das del della der den van von vom zu zur la le el al bin ibn abu ben y e ter ten st".split())
_NAME_WORD = re.compile(r"^(?:[^\W\d_]\.){1,3}$|^[^\W\d_][^\W\d_]*(?:['’ʼ.-][^\W\d_]+)*\.?$")
_MOST_WORDS = 5


def people(byline: str) -> tuple[str, ...]:
    """The names in a byline such as "By Irsa Malkov and Dina Roth, Health Correspondent", in order, each once."""
    names: list[str] = []
    text = _LEAD.sub("", re.sub(r"\s+", " ", byline[:300]).strip())
    for part in _SPLIT.split(text):
        name = person(part)
        if name and name.lower() not in {n.lower() for n in names}:
            names.append(name)
    return tuple(names)


def person(part: str) -> str | None:
    """The name that a part of a byline begins with; None where it names no person."""
    words = _CUT.sub("", _LEAD.sub("", part.strip())).strip(" .,:;*–—-\"“”'‘").split()
    kept: list[str] = []
    for word in words:
        plain = word.lower().strip(".")
        if plain in _CALENDAR and len(kept) >= 2:
            break
        if plain in _ROLES or plain in _ORGANISATIONS:
            if kept and plain not in _ORGANISATIONS:
                break
            return None
        kept.append(word)
    if not 2 <= len(kept) <= _MOST_WORDS or not all(_is_name_word(w) for w in kept):
        return None
    if kept[0].lower() in _PARTICLES - {"de", "di", "da", "van", "von", "el", "al", "ben", "la", "le"} or kept[-1].lower() in _PARTICLES:
        return None
    return " ".join(_cased(w) for w in kept) if _shouts(kept) else " ".join(kept)


def given_name(name: str) -> tuple[str, ...]:
    """A single name ("Krystyna") where the page's data says that it is a person's; () for anything else."""
    word = name.strip()
    plain = word.istitle() and word.isalpha() and 3 <= len(word) <= 20 and word.lower() not in _ROLES
    return (word,) if plain else ()


def starts_byline(line: str) -> bool:
    """Whether a line opens as bylines do ("By …", "Text: …")."""
    return bool(_LEAD.match(line))


def _is_name_word(word: str) -> bool:
    if not _NAME_WORD.match(word):
        return False
    return word[0].isupper() or not word[0].islower() or word.lower().strip(".") in _PARTICLES or "-" in word[:4] or "'" in word[:3]


def _shouts(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 2]
    return bool(long) and all(w.isupper() for w in long)


def _cased(word: str) -> str:
    if len(word) <= 3 and "." in word:
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
