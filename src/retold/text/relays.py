"""Phrases by which a text says that an outlet told, carried or supplied something: "told the Northern Ledger", "Reuters reported", "(AP) —"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from retold.text.foreign_relays import FOREIGN_AFTER, FOREIGN_BEFORE, FOREIGN_KIND, FOREIGN_TRIGGER
from retold.text.outlet_shapes import NAMING_NOUNS
from retold.text.outlets import Outlet, OutletIndex, OutletMention, by_domain, domain_stem, extended, host_of
from retold.text.signatures import signatures
from retold.text.state_media import is_generic, is_teller

RelayKind = Literal[
    "told", "reported", "according", "citing", "quoted", "interview", "published", "dateline", "credit", "contributed", "compiled"
]


@dataclass(frozen=True, slots=True)
class Relay:
    """The phrase at `[start, end)`, with the outlet's name as the table has it and the span `[outlet_start, outlet_end)` where it is written.

    `told`, `interview`, `reported`, `according`, `citing`, `quoted`, `published`: the outlet had it first. `dateline`, `credit`, `contributed`,
    `compiled`: the text itself, or part of it, is the outlet's, or it is one of several that the text was made from. `known` is False where the name was recognised only by its shape or its place.
    """

    start: int
    end: int
    outlet: str
    outlet_start: int
    outlet_end: int
    kind: RelayKind
    known: bool = True


# What may stand between the cue and the name: "told the German daily X", "in an interview with public broadcaster X", "told CNBC and X".
_KIND_WORDS = (
    "newspaper|paper|daily|weekly|tabloid|broadsheet|broadcaster|agency|newswire|wire|website|site|portal|outlet|magazine|station|channel|network|radio|"
    "television|TV|affiliate|service|publication|publisher|blog|podcast|programme|program|show|media"
)
_APPOSITION = (
    rf"(?:(?:the|a|an|its|their|our|sister|local|state|regional|national|public|private|independent|[A-Z][\w-]+(?:['’]s)?|[a-z]+(?:-[a-z]+)+|news|press|"
    rf"trade|business|sports?|online|gossip|celebrity|semi-official|official|government|liberal|conservative|leading|influential|financial|evening|morning|"
    rf"English|security|technology|tech|industry|specialist|investigative|television|TV|radio|{_KIND_WORDS})\s+){{0,5}}"
)
_ALSO = r"(?:(?:both|the|and|also)\s+)?"
_THE = r"(?:[Tt]he\s+)?"

_BEFORE: tuple[tuple[RelayKind, str], ...] = (
    ("interview", r"(?:interview|conversation|talk|sit-down|Q&A)s?\s+(?:\w+\s+){0,3}?(?:with|by|to|for|in|on|published\s+(?:by|in))"),
    ("interview", r"(?:interviewed|profiled)\s+(?:\w+\s+){0,2}?(?:by|in|on|for)"),
    (
        "told",
        r"(?:told|tells?|telling|informed|assured|emailed|messaged|texted|reminded|contacted)(?:\s+(?:to|reporters\s+(?:at|from|for|with)|journalists\s+(?:at|from|for|with)|(?:[A-Z][\w.’'-]+\s+){1,3}(?:of|from|at|on)))?",
    ),
    (
        "told",
        r"(?:said|confirmed|confirm|explained|admitted|speaking|spoke|speaks|spoken|talking|talked|wrote|written|disclosed|revealed|added|writing|appearing)\s+(?:(?:exclusively|earlier|later|\w+day|he|she|they)\s+)?(?:to|with|on|in|for)",
    ),
    (
        "told",
        r"(?:statement|statements|comments?|remarks?|email|e-mail|letter|message|response|article|column|op-ed|essay|blog\s+post|post|post\s+on\s+\w+|footage|video|documents?|copy|copies)\s+(?:\w+\s+){0,5}?(?:to|for|with|given\s+to|sent\s+to|obtained\s+by|seen\s+by|provided\s+to|reviewed\s+by|shared\s+with)",
    ),
    ("told", r"(?:obtained|seen|reviewed|viewed|examined)\s+(?:exclusively\s+)?by"),
    (
        "according",
        r"(?:[Aa]ccording\s+to|[Aa]s\s+per|[Pp]er|[Ss]egún|[Ss]elon|[Ll]aut|[Ss]econdo|[Ss]egundo|[Vv]olgens|[Ee]nligt)(?:\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:reports?|reporting|article|story|account|investigation|analysis|interview|statistics|data|count|tally|figures|calculations|sources?|transcript|documents?)\s+(?:\w+\s+){0,3}?(?:in|by|from|on|of))?",
    ),
    (
        "citing",
        r"(?:[Cc]iting|[Cc]ited|[Cc]ites|[Cc]rediting)(?:\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:reports?|article|story)\s+(?:in|by|from|on))?",
    ),
    ("quoted", r"(?:[Qq]uoted|[Cc]ited|[Ii]dentified|[Nn]amed)(?:\s+(?:\w+\s+){0,4}?)?\s*(?:by|in|on)|[Qq]uoting"),
    (
        "published",
        r"(?:[Ff]irst|[Oo]riginally|[Pp]reviously|[Ee]arlier|[Aa]lso|was|were|been|is|are|and)?\s*(?:published|reported|printed|broadcast|aired|appeared|revealed|disclosed|broken|carried|posted|run|released|reprinted|republished|uncovered|leaked)\s+(?:\w+day\s+|first\s+|earlier\s+|exclusively\s+)?(?:by|in|on|to)",
    ),
    (
        "reported",
        r"(?:[Aa]n?|[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Aa]s|,|[Ss]eparate|[Ee]arlier)?\s*(?:reports?|reporting|article|articles|story|stories|investigation|exclusive|scoop|account|accounts|column|op-ed|essay|editorial|broadcast|disclosure)\s+(?:\w+\s+){0,3}?(?:in|by|from|on)",
    ),
    ("reported", r"(?<=[,”\"’]\s)(?:reports|reported|writes|wrote|notes|noted)(?:\s+(?:this|the)\s+\w+ing['’]s)?"),
    (
        "credit",
        r"(?:[Cc]redits?|[Ss]ources?|[Qq]uelle|[Ff]uente|[Ff]onte|[Bb]ron|[Vv]ia|[Cc]ourtesy(?:\s+of)?|[Ss]upplied\s+by|[Pp]rovided\s+by|[Ii]nformation\s+(?:from|of|by)|[Cc]opyright(?:\s+©)?(?:\s+\d{4})?|©(?:\s*\d{4})?|[Rr]epublished\s+from|[Rr]ead\s+(?:\w+\s+){0,5}?(?:at|on|in|from|via)|[Mm]ore\s+(?:at|on|from)|[Rr]eporting\s+(?:by|from)|[Mm]it\s+(?:Material|Informationen|Agenturmaterial)\s+(?:von|der)|[Cc]on\s+informaci[oó]n\s+de|[Cc]om\s+informaç(?:ão|ões)\s+d[aoe]|[Tt]aken\s+from|[Ww]ith\s+(?:files|material|reporting|reports|agencies|input|inputs)(?:\s+from)?|[Aa]dditional\s+reporting\s+(?:by|from)|[Tt]ranslated\s+from)\s*:?",
    ),
)
_AFTER: tuple[tuple[RelayKind, str], ...] = (
    ("contributed", r"\s+(?:journalists?\s+|writers?\s+|reporters?\s+|staff\s+|correspondents?\s+)?(?:\w+\s+){0,4}?contributed\b"),
    (
        "contributed",
        r"\s+(?:and\s+[\w ]{2,30}\s+)?(?:material|content|copy|reports?|reporting)?\s*(?:was|were|is|are)\s+used\s+in\s+this\b",
    ),
    (
        "reported",
        r"(?:\s*(?:newspaper|daily|tabloid|news\s+agency|agency|news\s+website|website|magazine|station|channel|network|radio|television|TV|broadcaster|affiliate|service|report|also|has|have|had|first|earlier|previously|later|recently|separately|then|now|since|exclusively|is|are|which|who|that|media|—|–|-|,\s+(?:an?|the)\s+[^,.]{3,60},|,(?:\s+(?:quoting|citing)[^.,]{3,60},)?|,\s+which|on\s+\w+day|\w+day|(?:in|on)\s+(?:an?\s+)?(?:\w+\s+){0,3}(?:report|article|story|interview)))*\s+(?:reports?|reported|reporting|said|says|wrote|writes|quoted|quotes|cited|cites|published|publishes|revealed|reveals|broke|noted|notes|claimed|claims|alleged|alleges|disclosed|ran|carried|aired|broadcast|learned|learnt|understands|interviewed|put\s+(?:the|it)|described|named|identified|confirmed|found|that\s+broke|followed\s+up|pointed\s+out|obtained|reviewed|viewed|seen|showed|shows|tweeted|can\s+reveal|could\s+not\s+(?:immediately\s+|independently\s+)?(?:verify|confirm|reach|determine))\b",
    ),
    (
        "reported",
        r"['’]s?\s+[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,2}\s+(?:(?:first|also|has|previously|later)\s+)?(?:reported|reports|wrote|writes|notes|noted|tweeted)\b",
    ),
    (
        "reported",
        r"['’]s?\s+(?:\w+\s+){0,4}?(?:report|reports|reporting|article|story|account|investigation|coverage|scoop|exclusive|interview|website|sources?|correspondent|reporter)\b",
    ),
    (
        "reported",
        r"\s+(?:report|article|story|investigation|account|interview|exclusive|tally|count|reporters?|correspondents?|journalists?|photographers?|crew)\b",
    ),
)
_LEFT = tuple(
    (
        kind,
        re.compile(rf"(?:^|(?<=[\s(,“\"'‘’”—–-]))(?:{pattern})(?:\s+|(?<=\s[dl]['’])){_ALSO}{FOREIGN_KIND}{_APPOSITION}(?:[“\"'‘]\s*)?$"),
    )
    for kind, pattern in (*_BEFORE, *FOREIGN_BEFORE)
)
_RIGHT = tuple((kind, re.compile(r"(?:\s\([A-Z][A-Z&]{1,5}\))?" + pattern)) for kind, pattern in (*_AFTER, *FOREIGN_AFTER))
_TRIGGER = re.compile(
    r"told|tell|inform|assur|mail|messag|text|remind|said|confirm|explain|admit|spe?a?o?k|talk|wr[io]t|disclos|reveal|add|statement|comment|remark|letter|"
    r"response|article|column|op-ed|essay|post|footage|video|document|cop[yi]|obtain|seen|review|view|examin|ccording|per\b|it(?:ing|ed|es)|redit|uot|"
    r"dentif|amed|report|stor(?:y|ies)|investig|exclusive|scoop|account|publish|broadcast|print|air|appear|brok|carri|run|leas|cover|leak|ource|ia\b|"
    r"ourtesy|upplied|rovided|nformation|opyright|©|ith |aterial|nforma|aken|ranslat|interview|conversation|sit-down|Q&A|profil|egún|elon\b|aut\b|econdo|egundo|olgens|nligt|uelle|uente|onte\b|ron\b",
)
_ADDRESS = re.compile(r"(?<![\w@.-])(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\b(?!@)(?:/[^\s)\]]{0,200})?", re.IGNORECASE)
_CREDIT_LINE = re.compile(
    r"(?:credit|source|via|link|hyperlink|information|courtesy|supplied|from|original|read more at|republished|appeared)\b", re.IGNORECASE
)
_PLATFORMS = frozenset("wordpress buzzpress expressmail googlenews yahoonews protonmail hotmail gmail".split())
_CREDIT_REACH = 40  # characters before an address within which a word of credit must stand
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|(?:research|scientific|working) papers?|research|clinical trials?|scientists|researchers)\b[^.\n]{0,60}\b(?:publish|appear|print)\w*\b[^.\n]{0,25}$"
    r"|(?<!le )(?<!un )\bjournals?\s(?:of\s)?[“\"]?$"
)
_FORMER = re.compile(r"\b(?:[Ff]ormer|ex-|[Rr]etired|[Vv]eteran)\s?(?:\w+\s)?$")
_EVENT = re.compile(
    r"['’]?s?\s+(?:\w+\s+)?(?:conference|convention|meeting|summit|gathering|rally|dinner|members|activists|town hall|congress)\b"
)
_SOME = re.compile(r"\b(?:an?|local|another|several|two|three|some|area)\s(?:\w+\s)?$")
_STATIONS = ("TV", "Television", "Radio", "Media", "Newspaper", "News")
_STATION = re.compile(r"\s+(?:stations?|reporters?|channels?|hosts?|anchors?|crews?|shows?|outlets?|programs?|affiliates?)\b")
_SOCIETIES = ("Network", "Forum", "Media")
_AGENCY_VERB = re.compile(r"\s+(?:quoted|quotes|cited|cites|citing|quoting|reported|reports)\b")
_KIND_BEFORE = re.compile(rf"\b(?:{_KIND_WORDS})\s(?:[Tt]he\s)?$")
_ARTICLE = 5  # characters: an article may stand before the name that a phrase begins with
_REACH = 110  # characters looked at on each side of a name: the longest apposition seen in news stays below


def relays(text: str, extra: Sequence[Outlet] | OutletIndex = ()) -> list[Relay]:
    """Relay and credit phrases of `text`, in order, at most one for each naming of an outlet. `extra`: outlets known from elsewhere."""
    index = extended(extra)
    named = index.mentions(text)
    found = [_relay(s.mention, s.kind, s.start, s.end) for s in signatures(text, named)] + _addresses(text, extra)
    taken = {(r.outlet_start, r.outlet_end) for r in found}
    found += [r for m in named if (m.start, m.end) not in taken for r in _around(text, m)]
    found = _listed(text, named, found)
    return sorted(found, key=lambda r: (r.outlet_start, r.start, r.outlet_end))


def _around(text: str, mention: OutletMention) -> list[Relay]:
    """The relay, if any, by the words before the name or else behind it."""
    line = text.rfind("\n", 0, mention.start) + 1
    offset = max(line, mention.start - _REACH)
    before, after = text[offset : mention.start], text[mention.end : mention.end + _REACH].split("\n", 1)[0]
    if _is_no_teller(mention, before, after):
        return []
    if _TRIGGER.search(before) or FOREIGN_TRIGGER.search(before):
        for kind, pattern in _LEFT:
            match = pattern.search(before)
            if match and _tells(mention, kind, match.group()):
                return [_relay(mention, kind, offset + match.start(), mention.end)]
    for kind, pattern in _RIGHT:
        match = pattern.match(after)
        if match and (
            not _wants_reporting(mention)
            or _KIND_BEFORE.search(before)
            or _speaks_of_reporting(text[mention.start : mention.end], after, mention)
        ):
            return [_relay(mention, kind, mention.start, mention.end + match.end())]
    return []


def _is_no_teller(mention: OutletMention, before: str, after: str) -> bool:
    """A journal that a study stands in, an outlet somebody once worked for, an event or a station in general that only looks like one."""
    if _STUDY.search(before) or _FORMER.search(before):
        return True
    unknown = not mention.known and mention.plain
    return unknown and bool(
        _EVENT.match(after) or (_SOME.search(before) and mention.name.split()[-1] in _STATIONS and _STATION.match(after))
    )


def _tells(mention: OutletMention, kind: RelayKind, cue: str) -> bool:
    """Whether the cue makes the name a teller: nobody in particular is told what "state media" hear, and one only speaks to a network of people."""
    if is_generic(mention.name):
        return is_teller(mention.name, spoken_to=kind in ("told", "interview"))
    return not (
        _wants_reporting(mention) and not mention.known and kind == "told" and not cue.lower().startswith(("told", "tell", "said on"))
    )


def _wants_reporting(mention: OutletMention) -> bool:
    """Whether the name alone leaves open that it is an outlet's: a plain word, or a kind of body that is as often a society."""
    return mention.plain and (mention.known or mention.name.rsplit(" ", 1)[-1] in _SOCIETIES or " " not in mention.name)


def _speaks_of_reporting(written: str, after: str, mention: OutletMention) -> bool:
    """Whether a name that is also a plain word ("Time", "People") is used as an outlet's: with its article, or before a word for reporting."""
    if mention.known and (written.lower().startswith("the ") or " " in written):
        return True
    if written.isupper() and _AGENCY_VERB.match(after):
        return True
    return bool(
        re.match(
            rf"\s+(?:[Nn]ews\s+)?(?i:{_KIND_WORDS})\b|['’]s\s+(?:report|website)|,?\s+(?:first\s+)?(?:reported|reports)(?:\s+\w+day|\s+that|\s+on\s|\s*[,.])",
            after,
        )
    )


def _relay(mention: OutletMention, kind: RelayKind, start: int, end: int) -> Relay:
    return Relay(start, end, mention.name, mention.start, mention.end, kind, mention.known)


def _listed(text: str, named: list[OutletMention], found: list[Relay]) -> list[Relay]:
    """Outlets in a row share one phrase: the second in "told AP and Reuters", the first in "AP and Reuters contributed"."""
    have = {r.outlet_start: r for r in found}
    joined = [
        (a, b)
        for a, b in pairwise(named)
        if re.fullmatch(rf",?\s+(?:and|or|&|y|e|et|und|og|och)\s+{_THE}|,\s+{_THE}", text[a.end : b.start])
    ]
    for first, second in joined:
        by_comma = (
            text[first.end : second.start].startswith(",") and second.plain
        )  # "on CNN, Fox said": whose name it is, the comma leaves open
        if first.start in have and second.start not in have and not by_comma:
            have[second.start] = _relay(second, have[first.start].kind, have[first.start].start, second.end)
    for first, second in reversed(joined):
        if second.start in have and first.start not in have and have[second.start].start >= second.start - _ARTICLE:
            have[first.start] = _relay(first, have[second.start].kind, first.start, have[second.start].end)
    return list(have.values())


def _addresses(text: str, extra: Sequence[Outlet] | OutletIndex) -> list[Relay]:
    """Web addresses of outlets in short lines that speak of credit, or that are nothing but the address."""
    found = []
    for match in _ADDRESS.finditer(text):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        line = text[start : end if end >= 0 else len(text)]
        bare = len(line.replace(match.group(), "").strip(" /:-|.")) < 3
        if len(line) > 160 or not (
            bare or _CREDIT_LINE.search(line[max(0, match.start() - start - _CREDIT_REACH) : match.start() - start])
        ):
            continue
        name = outlet_of_address(match.group(), extra)
        known = by_domain(match.group()) is not None or extended(extra).by_name(name) is not None
        found.append(Relay(start, match.end(), name, match.start(), match.end(), "credit", known))
    return found


def outlet_of_address(address: str, extra: Sequence[Outlet] | OutletIndex = ()) -> str:
    """The name of the outlet behind a web address: the table's, else a known outlet's spelled alike, else the host name."""
    known = by_domain(address) or extended(extra).by_name(domain_stem(address))
    return known.name if known else _spelled_out(domain_stem(address)) or host_of(address)


def _spelled_out(stem: str) -> str:
    """An unknown outlet's name from its address, where the address ends in what outlets are called: "lowlandobserver"."""
    noun = next((n for n in sorted(NAMING_NOUNS, key=lambda n: (-len(n), n)) if stem.endswith(n.lower()) and len(stem) > len(n) + 2), "")
    head = stem[: len(stem) - len(noun)].strip("-")
    head = head.removeprefix("the") if len(head) > 6 else head
    return f"{head.replace('-', ' ').title()} {noun}" if noun and stem not in _PLATFORMS else ""
