"""Names that look like an outlet's though no table knows them: "the Northern Ledger", "Radio Meydan", "Zhemar Online", "Meridian Press Agency (MPA)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.text.state_media import GENERIC, spelled

# Nouns that hardly anything but an outlet is named by.
_STRONG = (
    "News Times Herald Gazette Tribune Chronicle Courier Ledger Examiner Inquirer Enquirer Telegraph Intelligencer Picayune "
    "Newspaper Newswire Zeitung Nachrichten Rundschau Tageblatt Anzeiger Kurier Gaceta Diario Periódico Noticias Noticiero "
    "Corriere Gazzetta Giornale Quotidiano Jornal Dagblad Dagbladet Tidningen Gazeta Novosti Pravda Vedomosti Haber Shimbun Ilbo "
    "Kompas Journal"
).split()
# Nouns that other things are named by too: they need a "the", a reporting word near, or a name that was seen elsewhere.
_WEAK = (
    "Post Standard Mercury Star Sun Globe Mirror Echo Mail Express Observer Guardian Independent Dispatch Sentinel Bulletin "
    "Register Record Review Report Reporter Voice Today Weekly Daily Monitor Digest Insider Press Notebook Online TV Television "
    "Radio Channel Broadcasting Network Media Magazine Wire Argus Advertiser Spectator Beacon Outlook Metro Forum Gazetteer "
    "Continental"
).split()
NAMING_NOUNS = frozenset(_STRONG) | frozenset(_WEAK)
_PAIRED = "News Agency|Press Agency|News Service|Press Service|Wire Service|Press Association|Press (?:Alliance|Union|Bureau|Syndicate)|Sports Service|News Network|Press Trust|Broadcasting Corporation|Broadcasting Service"
_FIRST = "Radio|Télé|Tele|Diario|Gaceta|Correo|Gazeta|Corriere|Journal|Agence|Agencia|Agenzia|Agência|Daily|Kanal|Canal|Al"
_FIRST_NOUNS = frozenset(_FIRST.split("|"))
_STATION = r"(?:ABC|NBC|CBS|FOX|Fox|CW|PIX|KABC|CTV|Rai|TVP|ERT|NRK|ITV)[ -]?\d{1,2}|[KW][A-Z]{2,3}-(?:TV|FM|AM|DT)|Channel \d{1,2}(?: [A-Z][a-z]+)?|(?:[A-Z][\w-]{1,20} ){0,2}(?:News|TV) \d{1,2}"

_CAP = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĖĘĚĞĠĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ][\w’'&-]{0,30}"
_RUN = rf"{_CAP}(?: (?:{_CAP}|of|&|del?|della|y)){{0,4}}"
_NAME = re.compile(
    rf"(?P<station>\b(?:{_STATION})\b)"
    rf"|(?P<call>\b(?!WNBA|WADA|KPMG|WIPO)[KW][A-Z]{{3}}\b)"
    rf"|(?P<generic>\b(?:{GENERIC})\b(?! [A-Z]))"
    rf"|(?P<paired>\b(?:{_CAP} ){{1,4}}(?:{_PAIRED})\b)"
    rf"|(?P<run>\b{_RUN})",
)
_BRACKETED = re.compile(r"\s?\((?P<short>[A-Z][A-Z&]{1,5})\)")
_INTRODUCED = re.compile(
    r"(?:^[A-Z][^\n()]{2,60} \(|\b(?:news agency|agency|newswire|broadcaster|channel|newspaper) )(?P<short>[A-Z]{3,5})\b(?:(?<=[A-Z])\)\s*[-–—]|(?!\)))",
    re.MULTILINE,
)
_STOP_FIRST = frozenset(
    (
        "The A An In On At By For From With And But Or If As It Its This That These Those He She They We You I His Her Their Our Your "
        "No Not Yes When Where While What Who Why How After Before Since Until Also Then There Here Breaking More Latest Good Bad Fake "
        "Local World National Top Best Press Morning Evening Sunday Saturday Monday Tuesday Wednesday Thursday Friday Read Watch "
        "Related Share Modern Old Hard Recent All Other End Both Many Some Most Such According Google"
    ).split()
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)
_OWNERS = frozenset(
    "People Worker Farmer Women Men Children Soldier Investor Mother Reader Shepherd Miner Teacher Fishermen Seafarer".split()
)
# What governments publish: documents, not outlets.
_GAZETTES = frozenset(
    ["Federal Register", "Congressional Record", "National Register", "State Register", "Land Register", "Official Journal"]
)
_KEEP_AS_FIRST = frozenset(["World", "National", "Local", "Morning", "Evening", "Sunday", "Daily", "New", "Modern"])


@dataclass(frozen=True, slots=True)
class ShapedName:
    """A name at `[start, end)` that is shaped like an outlet's; `plain` where only a reporting context can make it one."""

    start: int
    end: int
    name: str
    plain: bool


def shaped_names(text: str) -> list[ShapedName]:
    """Names of unknown outlets by their shape, in order, with the initials that brackets behind them introduce."""
    found = [shaped for match in _NAME.finditer(text) for shaped in _from_match(match)]
    return _with_initials(text, found)


def _from_match(match: re.Match[str]) -> list[ShapedName]:
    if match["station"]:
        return [ShapedName(match.start(), match.end(), match.group(), plain=False)]
    if match["call"]:
        return [ShapedName(match.start(), match.end(), match.group(), plain=True)]
    if match["generic"]:
        return [ShapedName(match.start(), match.end(), spelled(match.group()), plain=True)]
    if " " not in match.group():
        return []
    parts = _parts(match.start(), match.group().split(" "))
    if match["paired"]:
        start, words = parts[-1]
        return [ShapedName(start, match.end(), " ".join(words), plain=False)] if len(words) > 2 else []
    return [shaped for start, words in parts if len(words) > 1 for shaped in _from_run(start, words)]


def _parts(start: int, words: list[str]) -> list[tuple[int, list[str]]]:
    """A run cut where one name belongs to another: behind "Kenya's", before "of Fox News"; each part with where it starts."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "of" and parts[-1] and not _owns(parts[-1][-1]):
            parts.append([word])
            continue
        parts[-1].append(word)
        if _possessive(word):
            parts.append([])
    made = []
    for part in parts:
        made.append(_trim(start, part))
        start += len(" ".join(part)) + 1
    return [p for p in made if p[1]] or [(start, [])]


def _owns(word: str) -> bool:
    """Whether "of" behind the word goes on with the name: "Times of India", "Voice of the Coast"."""
    return word in NAMING_NOUNS or word in _FIRST_NOUNS or word in ("Trust", "University", "House", "Journal")


def _trim(start: int, words: list[str]) -> tuple[int, list[str]]:
    """The run without the words at its head that only stand there because a sentence begins with a capital."""
    while words and (words[0] == "of" or (words[0] in _STOP_FIRST and not (words[0] in _KEEP_AS_FIRST and len(words) == 2))):
        start += len(words[0]) + 1
        words = words[1:]
    return start, words


def _from_run(start: int, words: list[str]) -> list[ShapedName]:
    words = [*words[:-1], _bare(words[-1])]
    last = next((i for i in range(len(words) - 1, 0, -1) if words[i] in NAMING_NOUNS), None)
    if last is not None and any(w not in _DAYS for w in words[last + 1 :]) and words[-1][:1].isupper():
        name = " ".join(words)  # "United Press Alliance" is no "United Press"
        return [ShapedName(start, start + len(name), name, plain=True)]
    if last is not None:
        name = " ".join(words[: last + 1])
        return [ShapedName(start, start + len(name), name, plain=words[last] in _WEAK)] if name not in _GAZETTES else []
    if len(words) > 2 and words[0] in NAMING_NOUNS and words[1] == "of":  # "Times of the Coast"
        name = " ".join(words)
        return [ShapedName(start, start + len(name), name, plain=True)]
    if words[0] in _FIRST_NOUNS and len(words) == 2 and words[0] not in ("Al", "Journal", "Daily"):
        name = " ".join(words)
        return [ShapedName(start, start + len(name), name, plain=words[0] not in ("Radio", "Gaceta", "Diario"))]
    return []


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _possessive(word: str) -> bool:
    """Whether what follows belongs to the word; "People's Daily" and "Workers' Voice" are names."""
    return word.endswith(("'s", "’s", "s'", "s’")) and _bare(word).rstrip("s") not in _OWNERS


def _with_initials(text: str, found: list[ShapedName]) -> list[ShapedName]:
    """The bare uses of initials: "Meridian Press Agency (MPA)" … "told MPA"; or those that a dateline or "agency" introduces."""
    shorts = {m["short"]: m["short"] for m in _INTRODUCED.finditer(text)}
    for shaped in found:
        match = _BRACKETED.match(text, shaped.end)
        if match and not shaped.plain and match["short"][0] == shaped.name[0]:
            shorts[match["short"]] = shaped.name
    for short, name in shorts.items():
        found += [ShapedName(m.start(), m.end(), name, plain=False) for m in re.finditer(rf"\b{re.escape(short)}\b", text)]
    return sorted(found, key=lambda s: (s.start, s.end))
