"""A name taken apart: titles, core words, suffix, and whether it looks like an organisation's or stands for one by its initials."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TITLES = frozenset(
    """
    mr mrs ms miss mister madam sir dame lord lady dr doctor prof professor rev reverend father fr sister bishop archbishop cardinal pope rabbi imam sheikh
    shaikh ayatollah mullah gen general lt lieutenant maj major col colonel brig brigadier capt captain cpt cmdr commander adm admiral sgt sergeant cpl
    corporal pvt private supt superintendent insp inspector det detective constable sheriff officer marshal president vice premier prime minister chancellor
    secretary governor gov lieutenant-governor senator sen rep representative congressman congresswoman mp mep deputy mayor councillor councilman
    councilwoman ambassador envoy consul judge justice magistrate attorney prosecutor king queen prince princess emir sultan emperor duke duchess
    spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief director head ceo cfo coach engineer analyst economist model actor actress singer activist lawyer journalist blogger reporter author former ex acting
    interim then late retired ret superintendent-general coroner pastor brother hon honourable honorable
    """.split()
)
MALE_TITLES = frozenset("mr mister sir lord father king prince duke spokesman chairman congressman councilman".split())
FEMALE_TITLES = frozenset(
    "mrs ms miss madam dame lady sister queen princess duchess spokeswoman chairwoman congresswoman councilwoman".split()
)
SUFFIXES = frozenset("jr sr junior senior ii iii iv phd md qc kc esq mbe obe cbe".split())
GENERATIONS = {"jr": "junior", "junior": "junior", "ii": "junior", "sr": "senior", "senior": "senior", "iii": "iii", "iv": "iv"}
PARTICLES = frozenset(
    "al el ul ad ar as at ash an ibn bin bint ben abu de da do dos das du di del della la le les van von der den ten ter zu y e st".split()
)
LITTLE_WORDS = frozenset("the of and for in on at a an to by de la du et und der des al".split())
ORGANISATION_WORDS = frozenset(
    """
    agency airline airlines airways alliance army assembly association authority authorities bank board brigade bureau cabinet campaign center centre chamber
    church circuit clinic club coalition college command commission committee company conference congress congregation corp corporation council court
    courier daily defence defense department directorate district division embassy enterprise enterprises family federation firm force forces foundation front
    fund gazette government group guard hall healthcare herald holdings hospital house inc industries inspectorate institute institution journal kingdom
    laboratories league ledger limited llc ltd magazine media militia ministry mission movement museum nation nations navy network news newspaper office
    observer organisation organization panel parliament party patrol petroleum police post press prosecutor radio regiment regulator republic school senate
    service services society states station studio syndicate team television times treasury tribunal tribune trust tv union university voice watch
    workers works zoo
    """.split()
)
SPELT_OUT = {
    "us": "united states",
    "usa": "united states america",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "uae": "united arab emirates",
}
LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "Ə": "E",
    }
)
APOSTROPHES = re.compile(r"[’‘ʼʿʾ`´']")
POSSESSIVE = re.compile(r"[’']s?$")
DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """`words` are folded, in order, without titles and particles; `joined` keeps the particles, for names written with and without a space."""

    words: tuple[str, ...]
    joined: str
    titles: tuple[str, ...] = ()
    generation: str | None = None
    initials: str | None = None
    organisation: bool = False

    @property
    def gender(self) -> str | None:
        if any(title in MALE_TITLES for title in self.titles):
            return "male"
        return "female" if any(title in FEMALE_TITLES for title in self.titles) else None


@lru_cache(maxsize=20_000)
def parts(name: str) -> NameParts:
    """Take a written name apart. Never fails: a name of titles alone keeps its last word."""
    written = [word for word in WORD.findall(plain(name)) if word.lower() not in ("the", "s")]
    titles, rest = split_titles(written)
    suffixes = [word.lower() for word in rest[1:] if word.lower() in SUFFIXES]
    rest = rest[:1] + [word for word in rest[1:] if word.lower() not in SUFFIXES]
    organisation = looks_organised(rest)
    core = [word.lower() for word in rest if organisation or word.lower() not in PARTICLES or len(rest) == 1]
    return NameParts(
        words=tuple(core) or tuple(word.lower() for word in rest),
        joined="".join(word.lower() for word in rest),
        titles=tuple(title.lower() for title in titles),
        generation=next((GENERATIONS[word] for word in suffixes if word in GENERATIONS), None),
        initials=acronym_of(rest),
        organisation=organisation,
    )


def plain(name: str) -> str:
    """Accents, possessive and dots of abbreviations removed; case kept."""
    text = unicodedata.normalize("NFKD", name.strip().translate(LETTERS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = DOTTED.sub(lambda found: found.group().replace(".", ""), POSSESSIVE.sub("", text))
    return APOSTROPHES.sub("", text)


def untitled(name: str) -> str:
    """The name as written, without the titles before it: 'Gen. Ana Ruiz' becomes 'Ana Ruiz'."""
    found = list(WORD.finditer(name))
    taken, _ = split_titles([match.group() for match in found])
    start = found[len(taken)].start() if len(taken) < len(found) else 0
    return POSSESSIVE.sub("", name[start:].strip())


def split_titles(written: list[str]) -> tuple[list[str], list[str]]:
    """Leading titles, and leading lower-case words before a capital one ('police chief Ana Ruiz'); an office keeps them ("Prime Minister's Office")."""
    lower = next((index for index, word in enumerate(written) if word[0].isupper()), 0)
    described = not any(word in LITTLE_WORDS or word in PARTICLES for word in written[:lower])
    cut = lower if described else 0
    while cut < len(written) - 1 and written[cut].lower() in TITLES:
        cut += 1
    cut = max([cut, *(place + 1 for place, word in enumerate(written[:-1]) if place >= cut and is_post(written, place))])
    if (written[cut:][:1] and written[cut] in LITTLE_WORDS - PARTICLES) or all(
        word.lower() in ORGANISATION_WORDS for word in written[cut:]
    ):
        return [], written
    return written[:cut], written[cut:]


def is_post(written: list[str], place: int) -> bool:
    """A post in the middle of a name, with a person's name of two or three words behind it ("Nohur Governor Teymur Aslanbek")."""
    behind = [word for word in written[place + 1 :] if word.lower() not in PARTICLES]
    named = 2 <= len(behind) <= 3 and all(word[0].isupper() and word.lower() not in TITLES for word in behind)
    return written[place].lower() in TITLES and named and not looks_organised(behind)


def looks_organised(written: list[str]) -> bool:
    if len(written) == 1 and 2 <= len(written[0]) <= 6 and written[0].isupper():
        return True
    return len(written) > 1 and any(word.lower() in ORGANISATION_WORDS for word in written)


def content_words(name: NameParts) -> tuple[str, ...]:
    """The words that tell one body from another, with countries' and unions' initials spelt out."""
    spelt = [part for word in name.words for part in SPELT_OUT.get(word, word).split()]
    kept = tuple(word for word in spelt if word not in LITTLE_WORDS)
    return kept or name.words


def acronym_of(written: list[str]) -> str | None:
    """The letters of a name that is written as capitals ('MPA'), else None."""
    if len(written) != 1 or not 2 <= len(written[0]) <= 8:
        return None
    capitals = sum(letter.isupper() for letter in written[0])
    return written[0].lower() if capitals >= 2 and capitals >= len(written[0]) - 1 else None
