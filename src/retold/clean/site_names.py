"""The name that a host name stands for: "lowlandobserver" is "Lowland Observer", "upalliance" the "United Press Alliance" that the page names."""

from __future__ import annotations

import re

_RUN = re.compile(r"(?:[A-Z][\w'&-]*[ ]?){1,6}")
_LOOKED_AT = 30_000
_MOST_WORDS = 5
# Words that names of outlets are made of, longest first where one holds another.
_PARTS = tuple(
    sorted(
        "the daily weekly evening morning sunday national international global world times news post herald tribune observer mail journal gazette mercury standard voice radio "
        "press agency wire online report reporter notebook digest review chronicle star sun globe courier courant echo argus guardian independent telegraph express mirror "
        "record register bulletin monitor today now live city local business sport sports tech channel network media magazine chronicles dispatch examiner inquirer sentinel "
        "advertiser leader citizen republic ledger enterprise advocate democrat banner beacon messenger pioneer planet wave buzz hub trend trends insider watch".split(),
        key=lambda word: -len(word),
    )
)
_OPENING = ("the", "daily", "weekly", "radio")  # cut off even where no known word ends the name
_SUFFIX = re.compile(r"\.(?:com|org|net|info|news|tv|co|io|example|[a-z]{2})(?:\.[a-z]{2})?$", re.IGNORECASE)


def name_of_host(stem: str, text: str) -> str:
    """The likeliest name for the naming part of a host: as the page spells it, in full or shortened; else cut at the words that outlets are named by."""
    letters = re.sub(r"[\W_]", "", stem).lower()
    spelled = shortened = None
    for run in _RUN.finditer(text[:_LOOKED_AT]):
        words = run[0].split()
        for i in range(len(words)):
            for j in range(i + 1, min(len(words), i + _MOST_WORDS) + 1):
                parts = [re.sub(r"[\W_]", "", w).lower() for w in words[i:j]]
                if "".join(parts) == letters:
                    spelled = spelled or " ".join(words[i:j])
                elif j - i >= 2 and len(letters) >= 3 and _shortens(letters, parts):
                    shortened = shortened or " ".join(words[i:j])
    return spelled or shortened or _cut(letters)


def _shortens(letters: str, parts: list[str]) -> bool:
    """Whether the letters are the words one after the other, each whole or by its initial: "nytimes" for New York Times."""
    if not parts or not all(parts):
        return not letters and not parts
    word = parts[0]
    if letters.startswith(word) and _shortens(letters[len(word) :], parts[1:]):
        return True
    return letters.startswith(word[0]) and _shortens(letters[1:], parts[1:])


def _cut(letters: str) -> str:
    """The letters with a space before and after each known word at their ends: "ashfordcourant" to "Ashford Courant"."""
    ending: list[str] = []
    while part := next((p for p in _PARTS if letters.endswith(p) and len(letters) > len(p) + 1), None):
        ending.insert(0, part)
        letters = letters[: -len(part)]
    beginning: list[str] = []
    while part := next((p for p in (_PARTS if ending else _OPENING) if letters.startswith(p) and len(letters) > len(p) + 3), None):
        beginning.append(part)
        letters = letters[len(part) :]
    words = [*beginning, letters, *ending]
    return words[0].upper() if len(words) == 1 and len(letters) <= 4 else " ".join(w.capitalize() for w in words)


def without_suffix(name: str) -> str:
    """A site's name without the ending of its host: "SwimGlobe365.example" to "SwimGlobe365"."""
    return _SUFFIX.sub("", name) if " " not in name else name
