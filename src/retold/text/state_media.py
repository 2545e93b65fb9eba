"""Tellers without a name of their own: "Iranian state television", "state media", "local media", "the Spanish press"."""

from __future__ import annotations

import re

# A word that says of which country: by its ending, as there are more of them than a list would hold ("Iranian", "Thai", "Czech").
_NATION = r"(?:[A-Z][a-z]{2,14}(?:an|ish|ese|ch|ek|iss|i|ic|ak|akh|ik|ene|ot|ino)|Thai|Iraqi|[A-Z][a-z]{2,14}['’]s)"
_OF_STATE = r"(?:[Ss]tate|[Gg]overnment)(?:-run|-owned|-controlled|-backed|-funded|-linked)?"
_ONE = r"(?:TV|television|media|radio|news agency|news channel|broadcaster|newspaper|daily|tabloid)"
_MANY = r"(?:media|press|newspapers|broadcasters|television|TV|news outlets|media outlets|news agencies|news channels|news sites)"

GENERIC = rf"(?:{_NATION} )?{_OF_STATE} {_ONE}|(?:[Ll]ocal|{_NATION}) (?:news )?{_MANY}"

_STATE = re.compile(rf"^(?:(?P<nation>{_NATION}) )?(?P<kind>{_OF_STATE} {_ONE})$")
_COLLECTIVE = re.compile(rf"^(?:[Ll]ocal|{_NATION}) (?:news )?{_MANY}$")
_WAYS = (("television", "TV"), ("-run", ""), ("-owned", ""), ("-controlled", ""), ("-backed", ""), ("-funded", ""), ("-linked", ""))


def is_nation(word: str) -> bool:
    """Whether a capitalised word says of which country: "Iranian", "Thai", "Kenya's"."""
    return bool(re.fullmatch(_NATION, word))


def is_generic(name: str) -> bool:
    """Whether a name is of this class, as `GENERIC` finds them in text."""
    return bool(_STATE.match(name) or _COLLECTIVE.match(name))


def is_teller(name: str, *, spoken_to: bool) -> bool:
    """Whether such a name stands for one that told the news, by what was done: one spoke to it, or it reported, was quoted, cited.

    What somebody told "state television" or "local media" was said in public; which country's television tells one broadcaster from others.
    """
    state = _STATE.match(name)
    return not spoken_to or bool(state and state["nation"])


def spelled(name: str) -> str:
    """The name in lower case but for its nation and "TV"."""
    words = name.split(" ")
    lowered = [w if w == "TV" or re.fullmatch(_NATION, w) else w.lower() for w in words]
    return " ".join(lowered)


def as_one(names: list[str]) -> dict[str, str]:
    """For each name of this class the one it is told under: without a country that of the only one with it ("state TV" is "Iranian state TV").

    "television" and "TV", "state-run" and "state" are the same.
    """
    plain = {name: _plainly(name) for name in names}
    full = sorted({plain[n] for n in names if _STATE.match(n) and _nation_of(n)})
    made = {}
    for name in names:
        longer = [f for f in full if f.endswith(" " + plain[name])] if _STATE.match(name) and not _nation_of(name) else []
        key = longer[0] if len(longer) == 1 else plain[name]
        made[name] = min((n for n in names if plain[n] == key), key=lambda n: (len(n), n))
    return made


def _nation_of(name: str) -> str | None:
    match = _STATE.match(name)
    return match["nation"] if match else None


def _plainly(name: str) -> str:
    for long, short in _WAYS:
        name = name.replace(long, short)
    return name
