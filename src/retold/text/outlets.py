"""Which outlets and agencies a text names: by table, by domain, and by shape where the table does not know them.

The table (data/outlets.tsv) is a line an outlet: name, kind, country, domains, aliases. An alias behind "~" is also a plain word or somebody
else's name ("The Sun", "Time", "PA"): it counts only where the words around it speak of reporting (see relays.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal

import ahocorasick_rs

from retold.text.outlet_shapes import NAMING_NOUNS, ShapedName, shaped_names
from retold.text.state_media import is_nation
from retold.text.tokens import fold

OutletMentionKind = Literal["outlet", "agency"]

_ARTICLES = ("the", "le", "la", "les", "el", "los", "il", "der", "die", "das", "de", "o", "al")
_OWN_WORD = 7  # letters of a last word that is hardly a common one: "Tagblatt"
_NOT_A_NAME = frozenset(["www", "web", "m", "mobile", "amp", "edition", "en", "news", "online", "m2", "uk", "us"])
_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go"])


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or news agency. `plain_aliases` are also ordinary words and count only in a reporting context."""

    name: str
    kind: OutletMentionKind = "outlet"
    country: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    plain_aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletMention:
    """An outlet named at `[start, end)`. `name` is the table's name where it is known, else as written; `plain` wants a reporting context."""

    start: int
    end: int
    name: str
    kind: OutletMentionKind = "outlet"
    known: bool = True
    plain: bool = False


def by_domain(host: str) -> Outlet | None:
    """The outlet of a host name or web address, subdomains included; None where the table does not know it."""
    return packaged().by_domain(host)


def by_name(name: str) -> Outlet | None:
    """The outlet of that name or alias, whatever its case, accents, spaces and leading article."""
    return packaged().by_name(name)


def mentions(text: str, extra: Sequence[Outlet] | OutletIndex = ()) -> list[OutletMention]:
    """Outlets named in `text`, in order, none overlapping. `extra`: outlets known from elsewhere (the collection's own mastheads)."""
    return extended(extra).mentions(text)


def name_key(name: str) -> str:
    """What names of one outlet have in common: letters and digits alone, without accents, a leading article and a site's ending."""
    text = fold(name)
    if "." in text and " " not in text.strip("/"):
        text = domain_stem(text) or text
    parts = re.findall(r"[^\W_]+", text)
    if len(parts) > 1 and parts[0] in _ARTICLES and not _LOS_ANGELES.match(name):
        parts = parts[1:]
    joined = "".join(parts)
    return joined[3:] if joined.startswith("the") and len(joined) > 8 else joined


@lru_cache(maxsize=1 << 15)
def same_name(a: str, b: str) -> bool:
    """Whether two names are one outlet's: by the table, by key, by initials ("MPA", "Meridian Press Agency"), or by a part of a masthead."""
    if a == b:
        return True
    left, right = by_name(a), by_name(b)
    if left and right:
        return left.name == right.name
    if name_key(a) == name_key(b) or initials(a) == b.strip() or initials(b) == a.strip():
        return True
    if _is_call_sign_of(a, b) or _is_call_sign_of(b, a):
        return True
    parts = set(masthead_parts(a)), set(masthead_parts(b))
    return min(map(len, parts)) > 0 and max(map(len, parts)) > 1 and bool({name_key(p) for p in parts[0]} & {name_key(p) for p in parts[1]})


def _is_call_sign_of(short: str, name: str) -> bool:
    """Whether a name begins with the capitals that it is known by: "KVTM" of "KVTM News 6"."""
    return short.isupper() and len(short) > 2 and name.split(" ", 1)[0] == short and " " in name


def masthead_parts(name: str) -> list[str]:
    """The names that a masthead joins: "MPA - Meridian Press Agency", "Daily Mail | Mail Online"."""
    return [part for part in re.split(r"\s+[-–—|:»·]\s+|\s*\|\s*", name.strip()) if len(part) > 2]


def initials(name: str) -> str:
    """The capital letters that a name of three and more words would be shortened to, else ""."""
    parts = [w for w in re.findall(r"[^\W\d_]+", name) if w.lower() not in {"the", "of", "and", "for", "de", "la"}]
    return "".join(w[0].upper() for w in parts) if len(parts) >= 3 else ""


def host_of(address: str) -> str:
    """The host name in a web address or a host name, lower case, without "www."."""
    host = re.sub(r"^\s*(?:[a-z][a-z+.-]*:)?//", "", address.strip(), flags=re.IGNORECASE)
    host = re.split(r"[/?#:\s]", host, maxsplit=1)[0].lower().strip(".")
    return host.removeprefix("www.")


def domain_stem(address: str) -> str:
    """The part of a host name that names its owner: "nbcnews" of "www.nbcnews.com", "bbc" of "news.bbc.co.uk"."""
    parts = [p for p in host_of(address).split(".") if p]
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) <= 3:
        parts = parts[:-1]
    return parts[-2] if len(parts) >= 2 else "".join(parts)


@dataclass(frozen=True, eq=False)
class OutletIndex:
    """Outlets, found by domain, by name, and in running text."""

    outlets: tuple[Outlet, ...]

    def by_domain(self, host: str) -> Outlet | None:
        parts = host_of(host).split(".")
        for first in range(len(parts) - 1):
            found = self._domains.get(".".join(parts[first:]))
            if found:
                return found
        return None

    def by_name(self, name: str) -> Outlet | None:
        return self._names.get(name_key(name)) or (self.by_domain(name) if "." in name and " " not in name.strip() else None)

    def mentions(self, text: str) -> list[OutletMention]:
        found = self._in_table(text)
        found += [m for m in self._addresses(text) if all(m.end <= f.start or m.start >= f.end for f in found)]
        taken = [(m.start, m.end) for m in found]
        for shape in shaped_names(text):
            inside = [(s, e) for s, e in taken if s < shape.end and e > shape.start]
            if all(
                _bare_start(text, s) >= shape.start and e <= shape.end and (shape.start, shape.end) != (_bare_start(text, s), e)
                for s, e in inside
            ) and not _is_known_with_more(text, shape, [m for m in found if (m.start, m.end) in inside]):
                found = [m for m in found if (m.start, m.end) not in inside]
                found.append(self._of_shape(shape))
        return _with_short_forms(text, sorted(found, key=lambda m: (m.start, m.end)))

    def _of_shape(self, shape: ShapedName) -> OutletMention:
        known = self.by_name(shape.name)
        if known:
            return OutletMention(shape.start, shape.end, known.name, known.kind)
        kind: OutletMentionKind = "agency" if re.search(r"Agency|Wire|Press Service|Press Association", shape.name) else "outlet"
        return OutletMention(shape.start, shape.end, shape.name, kind, known=False, plain=shape.plain)

    def _in_table(self, text: str) -> list[OutletMention]:
        found = []
        spelled = text.translate(_STRAIGHT)
        for number, start, end in self._matcher.find_matches_as_indexes(spelled):
            if (start and (spelled[start - 1].isalnum() or spelled[start - 1] in "@#_")) or (
                end < len(spelled) and _runs_on(spelled, end, self._spellings[number][0])
            ):
                continue
            outlet, plain = self._spellings[number][1:]
            if not spelled.startswith(" affiliate", end) and not (plain and _is_part_of_a_name(spelled, start, end)):
                found.append(OutletMention(start, end, outlet.name, outlet.kind, plain=plain))
        return found

    def _addresses(self, text: str) -> list[OutletMention]:
        """Host names in running text that the table knows: "told Cincinnati.com"."""
        found = ((m, self.by_domain(m.group())) for m in _HOST.finditer(text))
        return [OutletMention(m.start(), m.end(), outlet.name, outlet.kind) for m, outlet in found if outlet]

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in reversed(self.outlets) for domain in outlet.domains}

    @cached_property
    def _names(self) -> dict[str, Outlet]:
        table: dict[str, Outlet] = {}
        for names in (_own_names, _stems, _plain_names):
            for outlet in self.outlets:
                for name in names(outlet):
                    table.setdefault(name_key(name), outlet)
        return table

    @cached_property
    def _spellings(self) -> list[tuple[str, Outlet, bool]]:
        table: dict[str, tuple[str, Outlet, bool]] = {}
        for plain in (False, True):
            for outlet in self.outlets:
                for name in outlet.plain_aliases if plain else (outlet.name, *outlet.aliases):
                    spelled = name.translate(_STRAIGHT)
                    if plain or name not in outlet.plain_aliases:
                        table.setdefault(spelled, (spelled, outlet, plain))
                        if not plain and outlet.kind == "agency" and len(name) >= _SHOUTED:
                            table.setdefault(spelled.upper(), (spelled.upper(), outlet, plain))  # "KYODO" under a text
        return [table[spelled] for spelled in sorted(table)]

    @cached_property
    def _matcher(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick([s[0] for s in self._spellings], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _is_known_with_more(text: str, shape: ShapedName, known: Sequence[OutletMention]) -> bool:
    """Whether the shape is an outlet of the table with words around it that make it no other: "Turkish Anadolu News Agency", "Fox News Channel"."""
    proper = [m for m in known if not m.plain]
    if len(proper) > 1:
        return True  # "ABC News-Washington Post"
    known = proper or known[:1]
    if not known:
        return False
    before, after = text[shape.start : known[0].start].split(), text[known[0].end : shape.end].split()
    if not after and proper and known[0].kind == "agency" and " " in text[known[0].start : known[0].end]:
        return True  # "By JOHN DOE Associated Press"
    if all(w in _KINDS for w in after) and (proper or after):
        return all(w == "The" or is_nation(w) for w in before)
    return bool(proper) and not before and shape.name.split()[-1] not in NAMING_NOUNS | _COMPANIES


def _is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a plain alias is but a word of a longer name: "Face the Nation", "Vice President", "People for the Old Harbour"."""
    before = _NAME_BEFORE.search(text, max(0, start - 40), start)
    if before and not is_nation(before[1]) and before[1] not in _STARTS:
        return True
    return bool((_BOUND.match(text, end) and not text[start:end].isupper()) or _NAME_BEHIND.match(text, end))


def _bare_start(text: str, start: int) -> int:
    return start + 4 if text.startswith("The ", start) else start


def _with_short_forms(text: str, found: list[OutletMention]) -> list[OutletMention]:
    """Adds "the Ledger" where the Northern Ledger was named before, and reads "the Times" as the Times that was named last."""
    heads = _last_words(text, found)
    taken = {m.start: m for m in found}
    for match in _SHORT_FORM.finditer(text):
        full = next((m for m in reversed(heads.get(match["word"], ())) if m.end <= match.start()), None)
        there = taken.get(match.start()) or taken.get(match.start("word"))
        if full and (there is None or (there.plain and there.end <= match.end())):
            taken.pop(match.start("word"), None)
            taken[match.start()] = OutletMention(match.start(), match.end(), full.name, full.kind, full.known)
    for mention in _first_words(text, heads):
        if not any(m.start < mention.end and mention.start < m.end for m in taken.values()):
            taken[mention.start] = mention
    return sorted(taken.values(), key=lambda m: (m.start, m.end))


def _first_words(text: str, heads: dict[str, list[OutletMention]]) -> list[OutletMention]:
    """Bare first words: "Nullgate" where the Nullgate Report was named before; not where the word is a place's too ("in Osterhaven")."""
    found = []
    firsts = {text[m.start : m.end].removeprefix("The ").split()[0]: m for listed in heads.values() for m in reversed(listed)}
    for first, full in sorted(firsts.items()):
        bare = rf"\b{re.escape(first)}\b"
        if (
            len(first) > 3
            and first[0].isupper()
            and not re.search(rf"\b(?:in|at|near|of|from|to|outside|across|[Tt]he) {bare}(?! [A-Z])", text)
        ):
            uses = re.finditer(rf"{bare}(?![-\w]| [A-Z])", text[full.end :])
            found += [OutletMention(full.end + u.start(), full.end + u.end(), full.name, full.kind, full.known, plain=True) for u in uses]
    return found


def _last_words(text: str, found: list[OutletMention]) -> dict[str, list[OutletMention]]:
    table: dict[str, list[OutletMention]] = {}
    for mention in found:
        parts = text[mention.start : mention.end].split()
        if not mention.plain and len(parts) > 1 and parts[-1] in NAMING_NOUNS:
            table.setdefault(parts[-1], []).append(mention)
    return table


_LOS_ANGELES = re.compile(r"[A-Z]{2,} [A-Z][a-z]")  # "LA Times": capitals are no article
_BOUND = re.compile(r" (?:for|of|with|who|in|to|from|and) (?:the )?[A-Z]")  # "People for the …", "Nature of the …": no outlet
_NAME_BEFORE = re.compile(r"(?<![.!?:“\"] )(?<!^)\b([A-Z][\w&-]*[a-z]) (?:the )?$")
_NAME_BEHIND = re.compile(
    r" (?!(?:News|Magazine|TV|Television|Radio|Online|Daily|Weekly|Newspaper|Sport|Business|Politics|Mr|Mrs|Ms|Dr|[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]"
)
_STARTS = frozenset(
    "The A An In On At By From With And But As It This That When While After Before Since Also Then According Both Yet So For Even Last".split()
)
# What stands behind an outlet's name for a part of it or for what it is, and what makes another body of it.
_KINDS = frozenset(
    "News Agency Television TV Radio Channel Network Magazine Online Daily Weekly Newspaper Group Media Service Business Politics".split()
)
_COMPANIES = frozenset("Alliance Union Association Syndicate Bureau International Foundation Institute Awards".split())
_SHOUTED = 5  # letters of an agency's name that is known in capitals too: shorter ones are other words
_HOST = re.compile(r"(?<![\w@./-])(?:[A-Za-z0-9-]{1,63}\.){1,3}[a-z]{2,6}\b(?![\w@/.-]*[\w@/])")
_SHORT_FORM = re.compile(r"\b[Tt]he (?P<word>[A-Z][a-z]+)\b(?! [A-Z])")
_STRAIGHT = str.maketrans("’‘", "''")


def _runs_on(text: str, end: int, name: str) -> bool:
    """Whether the word goes on: letters, or a hyphen with letters behind it, but for another's name ("ABC News-Washington Post")."""
    following = text[end : end + 2]
    if following[0] == "-" and " " in name and following[1:].isupper():
        return False
    return following[0].isalnum() or (following[0] in "-_" and following[1:].isalnum())


@lru_cache(maxsize=1)
def packaged() -> OutletIndex:
    """The table that ships with the package."""
    lines = files("retold.data").joinpath("outlets.tsv").read_text(encoding="utf-8").splitlines()
    return OutletIndex(tuple(_outlet(line) for line in lines if line and not line.startswith("#")))


def extended(extra: Sequence[Outlet] | OutletIndex) -> OutletIndex:
    """The packaged table with outlets learned from a collection; what the table knows keeps its name. An index is returned as it is."""
    return extra if isinstance(extra, OutletIndex) else _extended(tuple(extra))


@lru_cache(maxsize=64)
def _extended(extra: tuple[Outlet, ...]) -> OutletIndex:
    """Outlets of the table that the collection has come first: where The Times is among the pages, "The Times" is no paper of New York."""
    new = tuple(o for o in extra if packaged().by_name(o.name) is None)
    present = dict.fromkeys(known for o in extra if (known := packaged().by_name(o.name)))
    return OutletIndex((*new, *present, *(o for o in packaged().outlets if o not in present))) if extra else packaged()


def learned(names: Iterable[str]) -> tuple[Outlet, ...]:
    """Outlets from the mastheads of a collection's own pages, with the short forms that texts use for them ("the Ledger")."""
    return tuple(_learned(name) for name in sorted({n.strip() for n in names if n and len(n.strip()) > 2}))


def _learned(name: str) -> Outlet:
    parts = masthead_parts(name) or [name]
    spelled = [re.sub(r"^(?:The|the)\s+", "", p.title() if p.isupper() and " " in p else p) for p in parts]
    aliases = {a for bare in spelled for a in (bare if " " in bare else "", initials(bare)) if a}
    aliases |= {p for p in parts if " " in p or p.isupper()}
    plain = {form for bare in spelled for form in _short_names(bare)}
    kind: OutletMentionKind = "agency" if re.search(r"\b(?:Agency|Wire)\b", name, re.IGNORECASE) else "outlet"
    return Outlet(name, kind, aliases=tuple(sorted(aliases - {name})), plain_aliases=tuple(sorted(plain)))


def _short_names(name: str) -> list[str]:
    """What a text calls an outlet once it was named: "the Ledger" for the Northern Ledger, "Metro" for Metro Osterhaven."""
    first, last = name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]
    if first == last:
        return []
    if first in NAMING_NOUNS and last not in NAMING_NOUNS:
        return [first]
    numbered = [" ".join(name.split(" ")[-2:])] if last.isdigit() and name.count(" ") > 1 else []  # "News 6" of KVTM News 6
    own_word = [last] if len(last) >= _OWN_WORD and last not in NAMING_NOUNS and last[0].isupper() else []
    return numbered if last.isdigit() else [f"the {last}", f"The {last}", *own_word]


def _own_names(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.name, *outlet.aliases)


def _stems(outlet: Outlet) -> tuple[str, ...]:
    namesake = "(" in outlet.name  # "Daily News (Tanzania)": the bare name is many outlets'
    return () if namesake else tuple(stem for stem in map(domain_stem, outlet.domains) if stem not in _NOT_A_NAME)


def _plain_names(outlet: Outlet) -> tuple[str, ...]:
    return outlet.plain_aliases


def _outlet(line: str) -> Outlet:
    name, kind, country, domains, aliases = (line.split("\t") + [""] * 5)[:5]
    listed = [a.strip() for a in aliases.split("|") if a.strip()]
    return Outlet(
        name=name,
        kind="agency" if kind == "agency" else "outlet",
        country=country,
        domains=tuple(d.strip() for d in domains.split(",") if d.strip()),
        aliases=tuple(a for a in listed if not a.startswith("~")),
        plain_aliases=tuple(a.removeprefix("~") for a in listed if a.startswith("~")),
    )
