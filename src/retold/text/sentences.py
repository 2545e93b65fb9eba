"""Sentences of a text by rule, fast and without a model: full stops that end one, not those of abbreviations, initials and numbers."""

from __future__ import annotations

import re

from retold.types import Span

STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n\s*\n|\n")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col maj lt sgt capt cmdr adm brig rev fr sr jr st ave rd mt gov sen rep pres hon supt det insp cpl pvt "
    "inc ltd co corp no vs etc e.g i.e u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "al ft approx dept est min max fig vol ed eds op cit".split(),
)
# Behind these a new sentence may well start; a capital letter must follow.
MAY_END = frozenset("u.s u.k u.n a.m p.m inc ltd co corp etc jr sr".split())
SENTENCE_START = re.compile(
    r"\s+[\"'“‘(\[]*(?:The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|There|His|Her|Its|As|For|When|While)\b"
)


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, in order, without the white space around them; a line break ends a sentence."""
    found: list[Span] = []
    start = 0
    for stop in STOP.finditer(text):
        if ends_sentence(text, stop):
            add(text, start, stop.end(), found)
            start = stop.end()
    add(text, start, len(text), found)
    return found


def add(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        found.append((begin, begin + len(stripped)))


def ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if not stop.group().startswith("."):
        return True
    before = text[max(0, stop.start() - 12) : stop.start()]
    word = re.split(r"[\s(\[\"'“‘—–-]", before)[-1].lower()
    following = text[stop.end() : stop.end() + 14]
    if re.fullmatch(r"[a-z]", word) and not (word == "i" and SENTENCE_START.match(following)):
        return False
    if word in ABBREVIATIONS:
        return word in MAY_END and SENTENCE_START.match(following) is not None
    return not re.match(r"\s+[a-z]", following) or stop.group()[-1] in '"”'
