"""People in a byline: names without roles, outlets, agencies, places, handles and dates."""

from __future__ import annotations

import re

from retold.clean.given_names import is_given_name
from retold.clean.name_words import (
    CALENDAR,
    DEGREES,
    INTERFACE,
    OPENING_PARTICLES,
    ORGANISATIONS,
    PARTICLES,
    PLACE_ENDINGS,
    PLACE_OPENINGS,
    PLACES,
    ROLES,
    TEAMS,
)
from retold.text.outlets import by_name, name_key

# What a writer is said to have done, and with what: "Posted by", "Analysis by", "This post was written by".
_WORK = (
    r"(?:(?:this|the|a|an|guest|special|exclusive|main)\s+)*(?:words|text|story|article|post|report|reporting|recipe|analysis|opinion|commentary|comment|column|review|perspective|"
    r"essay|interview|blog|piece|feature|dispatch|editorial|news|author|authors)?\s*(?:(?:was|is|were|has been)\s+)?(?:originally\s+|first\s+)?"
    r"(?:posted|published|written|reported|compiled|authored|contributed|submitted|created|prepared|penned)?"
)
_BY = r"(?:by|von|par|por|door|oleh|od|di(?=\s+[A-ZÀ-Þ][\w'’]+\s+[A-ZÀ-Þ]))"
_LABEL = r"(?:text|texte|texto|testo|words|author|authors|autor|autora|autores|auteur|auteurs|autore|byline|writer|reporter|story|redaktion|автор|текст|penulis|yazar|tekst|tekijä)"
_LEAD = re.compile(rf"^\W*(?:{_WORK}\s*\b(?:{_BY})\b|{_LABEL}\s*:)\s*:?\s*", re.IGNORECASE)
# People who stand in bylines for something else than the writing.
_OTHERS = re.compile(
    r"\b(?:(?:additional|extra|further)\s+\w+|photos?|photographs?|photography|pictures?|images?|illustrat\w+|graphics?|art|artwork|videos?|film|edit(?:ed|ing|or)?|curated|produced|production|"
    r"translat\w+|(?:medically |clinically |fact[- ]?|expert |peer )?(?:review|check)ed|approved|hosted|presented|sponsored|powered|supplied|provided|fotos?|bilder|bild|foto)"
    r"(?:\s*(?:and|&)\s*\w+)?\s*(?:\bby\b|:|\bvon\b|\bde\b)\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:,|;|\||/|·|•|⋅|●|&|\+|\s[-–—]\s|\band\b|\bund\b|\bet\b|\bwith\b|\bby\b|\s+(?:y|e|og|och|en|ve|dan|и)\s+(?=(?:[^\W\d_]['’\w.-]+\s+){1,3}[^\W\d_]))\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:\(|\[|@|\bfor\b|\bin\b|\bat\b|\bof\b|\bfrom\b|\bon\b|\bvia\b|https?:|www\.|\S+@\S+|\bis\b|\bwas\b|\bhas\b|\breport(?:s|ed|ing)\b|\bwrites\b|\bcovers\b|\bupdated\b|\bpublished\b|\d|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_]{2})).*$",
    re.IGNORECASE | re.DOTALL,
)
_NAME_WORD = re.compile(r"^(?:[^\W\d_]\.){1,3}$|^[^\W\d_][^\W\d_]*(?:['’ʼ.-][^\W\d_]+)*\.?$")
_GLUED_MONTH = re.compile(
    r"(?<=[a-zß-ÿ])(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|"
    r"NOVEMBER|DECEMBER|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)"
)
_GLUED = re.compile(r"(?=\w{12})\w*[a-zß-ÿ]{3}[A-ZÀ-Þ]")  # two words that ran together; "MacDonald" and "SubbaRao" are shorter
_RAN_TOGETHER = re.compile(
    r"\b(?!(?:[Bb]y|BY|Von|Par|Por|Di|From)\b)(?P<name>[A-ZÀ-Þ][\w.'’-]*\s(?!Fitz)[A-ZÀ-Þ][a-zß-ÿ]{3,})(?=[A-ZÀ-Þ][a-zß-ÿ])"
)
_MOST_WORDS = 5
_LONGEST = 300
_ELSEWHERE = "\0"  # stands before those who did something else than write


def people(byline: str, outlet: str | None = None) -> tuple[str, ...]:
    """The names in a byline such as "By Irsa Malkov and Dina Roth, Health Correspondent", in order, each once.

    `outlet`, the page's own, is no person and no part of one's name.
    """
    names: list[str] = []
    text = _GLUED_MONTH.sub(" ", " ".join(byline[:_LONGEST].split()))
    text = _OTHERS.sub(f"; {_ELSEWHERE}", _LEAD.sub("", text))
    elsewhere = False
    for part in _SPLIT.split(text):
        elsewhere = part.startswith(_ELSEWHERE) or (elsewhere and _follows(text, part))
        name = None if elsewhere else person(part, outlet)
        if name and name.lower() not in {n.lower() for n in names}:
            names.append(name)
    return tuple(names)


def _follows(text: str, part: str) -> bool:
    """Whether a part is joined by "and" to the one before it."""
    return bool(re.search(rf"(?:\band|&)\s+{re.escape(part)}", text))


def person(part: str, outlet: str | None = None) -> str | None:
    """The name that a part of a byline begins with; None where it names no person."""
    words = _CUT.sub("", _LEAD.sub("", " ".join(part[:_LONGEST].split()))).strip(" .,:;*–—-\"“”'‘").split()
    kept = _without_outlet(_before_roles(_without_outlet(words, outlet)), outlet)
    if not 2 <= len(kept) <= _MOST_WORDS or not all(_is_name_word(w) for w in kept) or _names_a_place(kept):
        return None
    if kept[0] in PARTICLES - OPENING_PARTICLES or kept[-1] in PARTICLES or by_name(" ".join(kept)):
        return None
    return " ".join(_cased(w) for w in kept) if _shouts(kept) else " ".join(kept)


def _before_roles(words: list[str]) -> list[str]:
    """The words up to a role, a degree or a date; none where they belong to an organisation or to what pages print."""
    kept: list[str] = []
    last = words[-1].lower().strip(".,") if words else ""
    if last in TEAMS and len(words) > 1:
        return []
    for word in words:
        plain = word.lower().strip(".,'’")
        if len(plain) == 1 and not word.islower():
            kept.append(word)
            continue
        if plain in INTERFACE or plain in ORGANISATIONS:
            return []
        if plain in ROLES or (len(kept) >= 2 and (plain in CALENDAR or plain in DEGREES)):
            return kept
        kept.append(word)
    return kept


def _without_outlet(words: list[str], outlet: str | None) -> list[str]:
    """The words without the outlet's name behind them: the page's own, or one known by its capitals ("Ana Ruiz USA TODAY")."""
    if outlet and name_key(" ".join(words)) == name_key(outlet):
        return words if words and is_given_name(words[0]) and 2 <= len(words) <= 3 else []
    for size in (3, 2, 1):
        rest, last = words[:-size], words[-size:]
        if len(rest) < 1 or len(last) < size:
            continue
        own = outlet is not None and name_key(" ".join(last)) == name_key(outlet) and len(rest) >= 2
        known = by_name(" ".join(last)) if size > 1 or (last[0].isupper() and not _shouts(rest)) else None
        if own or (known and len(rest) >= 2):
            return rest
    first = by_name(words[0]) if words and words[0].isupper() and words[0].isalpha() and not _shouts(words[1:]) else None
    return [] if first and first.kind == "agency" else words


def _names_a_place(words: list[str]) -> bool:
    low = [w.lower().strip(".") for w in words]
    return " ".join(low) in PLACES or low[0] in PLACE_OPENINGS or low[-1] in PLACE_ENDINGS


def given_name(name: str, outlet: str | None = None) -> tuple[str, ...]:
    """A single name ("Krystyna") where the page says that it is a person's; () for anything else."""
    word = name.strip()
    low = word.lower()
    own = outlet is not None and low in name_key(outlet) and not is_given_name(word)
    return (word,) if _is_given(word, low) and not own and not by_name(word) else ()


def _is_given(word: str, low: str) -> bool:
    listed = low in ROLES or low in ORGANISATIONS or low in INTERFACE
    return word.istitle() and word.isalpha() and 3 <= len(word) <= 20 and not listed


def unglued(line: str) -> str:
    """A printed line with a bar where an element ended in the middle of a word ("Ana RuizLeave a comment"); MacDonald and LaMotte stay."""
    return _RAN_TOGETHER.sub(r"\g<name> | ", line)


def starts_byline(line: str) -> bool:
    """Whether a line opens as bylines do ("By …", "Text: …")."""
    return bool(_LEAD.match(" ".join(line[:_LONGEST].split()) + " "))


def lead_only(line: str) -> bool:
    """Whether a line is nothing but what opens a byline, or names another's part in it ("Written by", "Edited by:")."""
    text = " ".join(line[:_LONGEST].split()) + " "
    return any(found and found.end() == len(text) for found in (_LEAD.match(text), _OTHERS.match(text)))


def _is_name_word(word: str) -> bool:
    if not _NAME_WORD.match(word) or _GLUED.search(word):
        return False
    return word[0].isupper() or not word[0].islower() or word.lower().strip(".") in PARTICLES or "-" in word[:4] or "'" in word[:3]


def _shouts(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 2]
    return bool(long) and all(w.isupper() for w in long)


def _cased(word: str) -> str:
    if len(word) <= 3 and "." in word:
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
