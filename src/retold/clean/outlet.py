"""Which outlet a page is from, by the signs on the page, strongest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.clean.people import people, starts_byline
from retold.clean.site_names import name_of_host, without_suffix
from retold.text.outlets import by_domain, by_name, domain_stem, host_of, mentions, same_name

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*(?:by\s+)?(?P<name>[^.|·•,;:©\d]{3,60}?)(?:\s+(?:19|20)\d\d)?\s*(?:[.|·•,;:]|\ball rights|$)",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"^(?:the )?(?P<name>[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,4}) (?:is (?:a|an|your|the|published|brought)|does not|acknowledges)\b|\b(?:(?:hyper)?link|reference) to (?P<name2>[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3}?) is (?:obligatory|required|mandatory)"
    r"|\bpermission (?:of|from) (?:the )?(?P<name3>[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,4})|edited by (?:the )?(?P<name4>[A-Z][\w'&-]*(?: [A-Z][\w'&-]*){0,3}?) staff"
)
_LETTER = re.compile(  # how newsletters speak of themselves
    r"^(?P<name>[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4}?) is (?:a )?(?:free\b|reader-supported|made possible)|^Thanks for reading (?P<name2>[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4}?)[!.,]"
)
_TEAM = re.compile(r"^\W*by\s+(?P<name>[\w'. -]{3,40}?)\s+(?:team|staff|desk|newsroom|reporters?|bureau|correspondent)\b", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"\s*\b(?:ltd|limited|inc|llc|plc|gmbh|s\.?a|ag|co|corp(?:oration)?|company|media sa|news limited|publishing house|group|holdings?|publications?|publishers?|pty)\b\.?",
    re.IGNORECASE,
)
_EDITION = re.compile(r"\s+(?:in )?english(?: (?:service|edition|version))?$", re.IGNORECASE)
_AGENCY_WORDS = frozenset("agency service services alliance press wire wires association newswire agencies".split())
_MAST_CUT = re.compile(r"(?i:\s+(?:no|vol|issue|nr|edition)\.? ?#?\d.*$)|\s+(?:[|>»/–—·:-]\s.*|\d+(?:\.\d+)? ?(?:FM|AM)\b.*)$|\.\s.*$")
SECTIONS = frozenset(  # what sites call their parts
    "home news world sport sports business politics opinion culture lifestyle video pictures markets tech technology science health entertainment travel local latest menu search "
    "us contact advertise privacy crypto gadgets celebrity celebrities showbiz puzzles staff worth jobs property motoring cars food style fashion royals horoscopes lottery "
    "main photo photos contacts about to opinion city money law video archive job prices business finance "
    "live breaking subscribe english service main society money weather arts obituaries en".split()
)
_OWN = frozenset("editorial web digital own our news online reporting graphics data night day".split())
_SHORT_WORDS = frozenset("THE NEW OLD SUN DAY BAY SEA LE LA EL DER DIE DAS".split())
_MOST_WORDS = 4  # of a first line that is a masthead though nothing else on the page says so
_LONGEST_MASTHEAD = 200
_RELAYED = re.compile(
    r"\b(?:told|tell|to) (?P<name>(?:[A-Z][\w'&-]+ ){1,3}(?:News|Times|Post|Daily|Herald|Tribune|Today|TV|Online|Media|Now|Hub|Press|Mail|Journal))\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A fact with how it was found."""

    value: str
    evidence: str


def outlet_of_url(url: str | None, text: str = "") -> Found | None:
    """The outlet of an address: by the table of domains, else by a name in the text that spells the domain, else the domain itself."""
    if not url:
        return None
    known = by_domain(host_of(url))
    if known:
        return Found(known.name, "domain")
    stem = domain_stem(url)
    if not stem or len(stem) < 2:
        return None
    if named := by_name(stem):
        return Found(named.name, "domain")
    return Found(name_of_host(stem, text), "domain")


def outlet_of_lines(head: Sequence[str], foot: Sequence[str], bylines: Sequence[str], elsewhere: str = "") -> Found | None:
    """The outlet by masthead, copyright and legal lines, or "By the … team".

    `elsewhere` is what else the page says: a masthead that it repeats is the outlet whoever owns it.
    """
    for line in bylines:
        if (found := _TEAM.match(line)) and found["name"].lower().removeprefix("the ") not in SECTIONS | _OWN:
            return Found(found["name"].strip(), "byline")
    names = [(i, name) for i, line in enumerate(head[:6]) if (name := masthead_name(line))]
    masthead = next((name for i, name in names if _looks_like_outlet(name) or _set_like_masthead(head[i], name, i, elsewhere)), None)
    legal = next((name for line in reversed(foot) if (name := owner_name(line))), None)
    if masthead and legal and _overlap(masthead, legal):
        return Found(legal if legal.lower() in masthead.lower() else masthead, "masthead")
    if masthead and (_looks_like_outlet(masthead) or not legal or masthead.lower() in elsewhere.lower()):
        return Found(masthead, "masthead")
    return Found(legal, "copyright") if legal else (Found(masthead, "masthead") if masthead else None)


def _set_like_masthead(line: str, name: str, place: int, elsewhere: str) -> bool:
    """Whether a name stands as mastheads do: in the page's first line, in capitals, or again elsewhere on the page."""
    words = name.split()
    again = len(words) > 1 and name.lower() in elsewhere.lower()
    return again or (len(words) <= _MOST_WORDS and (place == 0 or (len(words) > 1 and line.isupper())))


def owner_name(line: str) -> str | None:
    """The owner in "© 2022 Lowland Observer News Limited. All rights reserved." or "… is a member of …"."""
    if letter := _LETTER.match(line):
        return (letter["name"] or letter["name2"]).strip()
    found = _COPYRIGHT.search(line)
    name = found["name"] if found else None
    if name is None and (member := _MEMBER.search(line)):
        name = next((g for g in (member["name"], member["name2"], member["name3"], member["name4"]) if g), None)
    if name is None:
        return None
    name = re.sub(r"^(?:the\s+)?(?:copyright|all|by)\b\s*", "", _LEGAL_FORM.sub("", name), flags=re.IGNORECASE).strip(" -–—")
    if (
        not name
        or not name[0].isupper()
        or len(name.split()) > 6
        or name.lower() in SECTIONS
        or name.lower().startswith(("all rights", "this ", "we ", "our "))
    ):
        return None
    return name


def speaks_as_newsletter(line: str) -> bool:
    """Whether a line is a newsletter's own word on itself ("The Watchkeeper is free.")."""
    return bool(_LETTER.match(line))


def masthead_name(line: str) -> str | None:
    """The name in a line above the title: "Osterhaven Herald", "MPA | Meridian Press Agency", "Radio Carrow 98.4 FM"."""
    if len(line) > _LONGEST_MASTHEAD:
        return None
    parts = [p.strip() for p in re.split(r"\s[|]\s", line) if p.strip()]
    if len(parts) == 2 and "".join(w[0] for w in parts[1].split() if w[0].isupper()) == parts[0]:
        return parts[1]
    if len(parts) > 2 or starts_byline(line):
        return None
    name = without_suffix(_EDITION.sub("", _MAST_CUT.sub("", line)).strip(" .:|»>"))
    words = name.split()
    if not 1 <= len(words) <= 6 or not any(c.isalpha() for c in name) or re.search(r"[?!,;]|https?:", name):
        return None
    sections = sum(w.lower().strip("&") in SECTIONS for w in words)
    small = sum(w[0].islower() for w in words)
    label = sections >= len(words) / 2 or (len(words) == 1 and len(name) < 6) or small > len(words) / 2
    if label and not (by_name(name) and sections < len(words) / 2):
        return None
    return (
        " ".join(w.capitalize() if w.isupper() and (len(w) > 3 or w in _SHORT_WORDS) else w for w in words)
        if name.isupper() and len(words) > 1
        else name
    )


def _overlap(a: str, b: str) -> bool:
    left, right = ({w for w in re.findall(r"\w+", x.lower()) if w not in ("the", "of")} for x in (a, b))
    return bool(left & right)


def _looks_like_outlet(name: str) -> bool:
    return bool(by_name(name)) or bool(
        re.search(
            r"\b(?:news|times|post|herald|tribune|observer|daily|mail|journal|gazette|mercury|standard|voice|radio|tv|press|agency|wire|online|report|notebook|digest|review|chronicle|star|sun|globe|courier|echo|argus|guardian|independent|telegraph|express|mirror|record|bulletin|monitor|gaceta|buzz\w*|hub|today|now|weekly|monthly|tagblatt|tageblatt|zeitung|nachrichten|diario|journal|gazette|dispatch|examiner|inquirer|ledger)\b",
            name,
            re.IGNORECASE,
        )
    )


def agencies_of(names: str) -> tuple[str, ...]:
    """Outlets and agencies that stand where people's names are expected ("Ana Ruiz For Harbour.Example, Associated Press")."""
    parts = [p.strip() for p in re.split(r",|;|\band\b|&", names) if p.strip()]
    return tuple(p for p in parts if names_agency(p) or (len(parts) == 1 and by_name(p) is not None and not people(p)))


def names_agency(text: str) -> bool:
    """Whether a text is nothing but the name of a news agency, known or by its shape ("Northern Press Agency")."""
    words = text.split()
    if not 1 <= len(words) <= 5 or not all(w[0].isupper() or w in ("of", "the") for w in words):
        return False
    known = by_name(text)
    if known and len(words) == 1 and ((len(text) < 3 and not text.isupper()) or text in known.plain_aliases):
        return False  # two letters that are also a button's or somebody else's
    return known.kind == "agency" if known else len(words) >= 2 and words[-1].lower() in _AGENCY_WORDS and not people(text)


def is_foreign(name: str, outlet: str | None) -> bool:
    """Whether an owner named on the page is another than the page's outlet."""
    return not outlet or not (same_name(name, outlet) or _overlap(name, outlet))


def outlet_told(text: str, credits: Iterable[str]) -> Found | None:
    """The copier that put its own name where a source spoke to the first outlet: an unknown outlet that was "told", on a page that credits another."""
    if not any(True for _ in credits):
        return None
    for found in _RELAYED.finditer(text):
        if by_name(found["name"]) is None and not any(m.known for m in mentions(found["name"])):
            return Found(found["name"], "relay")
    return None
