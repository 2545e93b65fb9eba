"""Are two words of a name the same word, spelt or romanised differently, clipped, or garbled?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Indel

WordRelation = Literal["same", "spelling", "short", "garble", "different"]

# What romanisations of Arabic, Persian, Slavic, Turkic and Chinese names vary in, folded to one letter each; longest first.
ROMANISED = (
    (r"^mac(?=[^aeiou])", "mc"),
    (r"^x", "s"),
    (r"x", "ks"),
    (r"dzh|dsch|dj|dg(?=[eiy])|zh", "j"),
    (r"tsch|tch|tj|ch", "c"),
    (r"sch|sh", "s"),
    (r"kh|gh|ck|q|g|c(?=[^eiyhc]|$)", "k"),
    (r"ph", "f"),
    (r"ff$", "v"),
    (r"w", "v"),
    (r"ts|tz|z", "s"),
    (r"(?<=[bdtrv])h", ""),
    (r"ou|oo|uu", "u"),
    (r"ee|ii|iy|yi|ij|ei|ey|ay|ai", "i"),
    (r"aa", "a"),
    (r"y", "i"),
    (r"(.)\1+", r"\1"),
)
RULES = tuple((re.compile(pattern), letter) for pattern, letter in ROMANISED)
VOWELS = re.compile(r"[aeiouh]")
FAMILY_ENDINGS = re.compile(r"(?:ov|ev|off|eff|ova|eva|zadeh?|zada|oglu|yan|ian)$")
NICKNAMES = {
    nickname: frozenset(full.split())
    for nickname, full in {
        "abe": "abraham", "al": "albert alan alfred", "andy": "andrew", "bart": "bartholomew", "becky": "rebecca", "bernie": "bernard", "bert": "albert robert",
        "beth": "elizabeth", "betty": "elizabeth", "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert", "chuck": "charles",
        "charlie": "charles", "chrissy": "christine christina", "cindy": "cynthia", "dave": "david", "debbie": "deborah", "dick": "richard", "drew": "andrew",
        "ed": "edward edwin", "eddie": "edward", "fred": "frederick", "gerry": "gerald", "greg": "gregory", "hank": "henry", "harry": "henry harold",
        "jack": "john", "jake": "jacob", "jerry": "gerald jerome", "jenny": "jennifer", "jim": "james", "jimmy": "james", "joe": "joseph", "johnny": "john",
        "kate": "katherine catherine", "kathy": "katherine catherine kathleen", "ken": "kenneth", "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret",
        "matt": "matthew", "meg": "margaret", "mick": "michael", "mickey": "michael", "mike": "michael", "molly": "mary", "nancy": "anne", "nick": "nicholas",
        "ned": "edward", "peggy": "margaret", "pete": "peter", "rick": "richard", "rob": "robert", "ron": "ronald", "rudy": "rudolph", "sally": "sarah",
        "sasha": "alexander alexandra", "steve": "stephen steven", "ted": "edward theodore", "terry": "terence", "tom": "thomas", "tommy": "thomas",
        "tony": "anthony", "trish": "patricia", "vova": "vladimir", "misha": "mikhail", "will": "william", "bibi": "benjamin",
    }.items()
}  # fmt: skip
# A garbled word keeps over half of its letters in order: "Roule" and "Roulette", "Ildan" and "Island"; "Quill" and "Nicely" do not.
GARBLE_LIKENESS = 0.66
SPELLING_LIKENESS = 0.6
SHORT_SPELLING_LIKENESS = 0.74


@lru_cache(maxsize=50_000)
def word_relation(a: str, b: str) -> WordRelation:
    """How two folded words of a name relate. "short" is an initial or a nickname."""
    if a == b:
        return "same"
    if min(len(a), len(b)) == 1:
        return "short" if a[0] == b[0] else "different"
    if is_spelling(a, b):
        return "spelling"
    if is_short(a, b) or is_short(b, a):
        return "short"
    return "garble" if min(len(a), len(b)) >= 4 and a[0] == b[0] and Indel.normalized_similarity(a, b) >= GARBLE_LIKENESS else "different"


def is_spelling(a: str, b: str) -> bool:
    """The same consonants once romanisation is evened out, and most of the vowels; or family endings that languages add or leave out."""
    left, right = romanised(a), romanised(b)
    if left == right:
        return True
    if skeleton(a) == skeleton(b):
        likeness = Indel.normalized_similarity(left, right)
        return likeness >= (SHORT_SPELLING_LIKENESS if min(len(left), len(right)) < 4 else SPELLING_LIKENESS)
    stem_left, stem_right = FAMILY_ENDINGS.sub("", left), FAMILY_ENDINGS.sub("", right)
    return min(len(stem_left), len(stem_right)) >= 5 and (stem_left, stem_right) != (left, right) and stem_left == stem_right


def is_short(short: str, full: str) -> bool:
    if full in NICKNAMES.get(short, ()) or NICKNAMES.get(short, frozenset((short,))) & NICKNAMES.get(full, frozenset()):
        return True
    return 3 <= len(short) <= 5 and len(full) - len(short) >= 2 and full.startswith(short)


@lru_cache(maxsize=50_000)
def romanised(word: str) -> str:
    for pattern, letter in RULES:
        word = pattern.sub(letter, word)
    return word


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Consonants of the romanised word; a vowel at its head counts as one."""
    even = romanised(word)
    head = "a" if VOWELS.match(even) else ""
    return head + re.sub(r"(.)\1+", r"\1", VOWELS.sub("", even))
