"""The words that stand for Retold's codes: how, kinds, shares, certainty and counts, as a reporter would say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from retold.text.hedges import strength
from retold.types import Change, ChangeKind, EvidenceKind, FurnitureKind, How, OriginKind, Severity, Stance

DirectedChange = Literal["hedge lost", "hedge added"]

HOW_PHRASES: dict[How, str] = {
    "verbatim": "copied word for word from",
    "light-edit": "copied nearly word for word from",
    "reworded": "reworded from",
    "spun": "machine-spun from",
    "summary": "summed up from",
    "translated": "translated from",
    "cited": "cites",
}
HOW_NOTES: dict[How, str] = {
    "verbatim": "copied word for word",
    "light-edit": "copied nearly word for word",
    "reworded": "reworded",
    "spun": "machine-spun (synonyms swapped in by a program)",
    "summary": "summed up",
    "translated": "translated",
    "cited": "only cites",
}
SLIGHT_PHRASE = "little in common with"
SLIGHT_NOTE = "little in common"
EVIDENCE_PHRASES: dict[EvidenceKind, str] = {
    "passage": "shared passage",
    "credit": "credit line",
    "relay": "names its source",
    "byline": "byline",
    "time": "time of publication",
    "garble": "garbled words",
}
CHANGE_PHRASES: dict[ChangeKind | DirectedChange, tuple[str, str, str]] = {
    "name": ("name altered", "name altered", "names altered"),
    "number": ("number altered", "number altered", "numbers altered"),
    "date": ("date altered", "date altered", "dates altered"),
    "place": ("place altered", "place altered", "places altered"),
    "negation": ("meaning reversed", "meaning reversed", "meanings reversed"),
    "hedge": ("certainty changed", "change of certainty", "changes of certainty"),
    "hedge lost": ("hedge lost", "hedge lost", "hedges lost"),
    "hedge added": ("hedge added", "hedge added", "hedges added"),
    "attribution": ("credited to someone else", "thing credited to someone else", "things credited to someone else"),
    "quote": ("quote altered", "quote altered", "quotes altered"),
    "garble": ("turned into nonsense", "phrase turned into nonsense", "phrases turned into nonsense"),
    "addition": ("added", "addition", "additions"),
}
SEVERITY_PHRASES: dict[Severity, str] = {
    "error": "",
    "shift": "shift of meaning",
    "style": "matter of style",
    "update": "update or correction",
}
ORIGIN_PHRASES: dict[OriginKind, str] = {
    "outlet": "outlet",
    "agency": "news agency",
    "person": "person",
    "organisation": "organisation",
    "document": "document",
}
STANCE_VERBS: dict[Stance, str] = {
    "assert": "says",
    "deny": "denies",
    "confirm": "confirms",
    "accuse": "accuses",
    "condemn": "condemns",
    "decline": "declines to comment",
    "doubt": "doubts",
    "promise": "promises",
}
FOUND_PHRASES = {
    "json-ld": "the page's structured data",
    "open graph": "the page's structured data",
    "meta": "the page's head",
    "record": "the record that came with the page",
    "stamp": "a time stamp on the page",
    "updated stamp": "a stamp of an update on the page",
    "script": "a script on the page",
    "time element": "a time stamp on the page",
    "updated meta": "the page's head, where it says when it was updated",
    "url": "the page's address",
    "domain": "the page's address",
    "dateline": "the dateline",
    "masthead": "the masthead",
    "title": "the title",
    "byline": "the byline",
    "copyright": "the copyright line",
    "fetched": "the day on which the page was fetched",
}
FURNITURE_PHRASES: dict[FurnitureKind, str] = {
    "advert": "advertising",
    "caption": "captions",
    "related": "related links",
    "newsletter": "newsletter prompts",
    "comments": "comment prompts",
    "navigation": "navigation",
    "legal": "legal lines",
    "share": "share buttons and counters",
    "credit": "credit lines",
}


OPENING, CLOSING = tuple("\"“‘'«"), tuple("\"”’'»")


def count(number: int, one: str, many: str | None = None) -> str:
    """`count(1, "article")` is "1 article", `count(2, "story", "stories")` is "2 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def directed(change: Change) -> ChangeKind | DirectedChange:
    """The kind of a change; for one of certainty, which way it went."""
    if change.kind != "hedge":
        return change.kind
    before, after = strength(change.before_text), strength(change.after_text)
    return "hedge lost" if before < after else "hedge added" if before > after else "hedge"


def change_count(number: int, kind: ChangeKind | DirectedChange) -> str:
    _, one, many = CHANGE_PHRASES[kind]
    return count(number, one, many)


def resting_on(origins: int) -> str:
    """On how many independent origins a claim rests."""
    return "origin unknown" if origins == 0 else count(origins, "independent origin")


def share_of_words(coverage: float | None) -> str:
    """A share of an article's words, "" where it is unknown or does not apply."""
    if coverage is None:
        return ""
    if coverage >= 0.97:
        return "all of its words"
    if coverage >= 0.9:
        return "nearly all of its words"
    return f"about {round(coverage * 20) * 5}% of its words" if coverage >= 0.025 else "hardly any of its words"


def certainty(confidence: float) -> str:
    """How sure a finding is."""
    if confidence >= 0.9:
        return "almost certain"
    if confidence >= 0.7:
        return "very likely"
    if confidence >= 0.5:
        return "likely"
    return "possible"


def doubt(confidence: float) -> str:
    """How sure a finding is, where it is worth a word: what is very likely goes without saying."""
    return "" if confidence >= 0.7 else certainty(confidence)


def plainly(words: str) -> str:
    """Words without the quotation marks around them, the comma before the closing one, and the "that" of indirect speech."""
    bare = words.rstrip(",.") if words[-1:] == "," else words
    opened, closed = bare[:1] in OPENING, bare.rstrip(",.")[-1:] in CLOSING
    inside = bare[1:].rstrip(",.")[:-1]
    if opened and closed and not any(mark in inside for mark in '"“”'):
        bare = inside.rstrip(",")
    elif closed and not any(mark in bare.rstrip(",.")[:-1] for mark in '"“'):
        bare = bare.rstrip(",.")[:-1].rstrip(",")
    return bare.removeprefix("that ").removeprefix("That ").strip() or words


def listed(names: Sequence[str], most: int | None = None) -> str:
    """`listed(["A", "B", "C"])` is "A, B and C"; beyond `most` names, the rest is counted."""
    if most is not None and len(names) > most:
        names = [*names[:most], count(len(names) - most, "other")]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def within_quotes(words: str) -> str:
    """Words to be put between double quotation marks: their own become single ones."""
    return re.sub(r'"([^"]*)"', "‘\\1’", words.replace("“", "‘").replace("”", "’"))


def upper_first(sentence: str) -> str:
    """With a capital, but for addresses and names that are written with their own ("iNews", "orsk24", "local.example")."""
    first = sentence.split(" ", 1)[0].rstrip(".,;:!?…")
    if first != first.lower() or "." in first or any(letter.isdigit() for letter in first):
        return sentence
    return sentence[:1].upper() + sentence[1:]
