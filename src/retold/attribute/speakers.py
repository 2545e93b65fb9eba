"""Who a source is: names in full, pronouns and "the official" resolved within the article, and what kind of source it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retold.attribute.anonymity import number_of, rank_of
from retold.attribute.cast import cast_of, is_called_as_person, is_person_word, last_word, learned_name
from retold.attribute.described import ARTICLE, Described, described
from retold.attribute.draft import Draft
from retold.attribute.foretold import foretold
from retold.attribute.pronouns import by_pronoun
from retold.attribute.roles import gender_of, is_document, is_group, is_people, roles, seats
from retold.attribute.scene import SPEAKERS_BACK, Scene, Speaker
from retold.text.outlets import OutletMention, by_name
from retold.text.sentences import sentences

LITTLE = frozenset(
    "the a an of for at in on to and or its his her their one two three four five other another second same several some many senior s".split()
)
# A body takes itself up by "it" where it acts: 'said it had suspended', but not 'said it was cold'.
IT = re.compile(
    r"(?:that\s+)?(?:its\b|it (?:also |now )?(?:had|has|would|will|did|does|could|planned|was \w+ing|is \w+ing|was (?:not )?\w+ed)\b)",
    re.IGNORECASE,
)
HOLDERS = 100  # people of one role that are weighed
NEAREST = 6  # drafts whose words may hold another
AGENT = re.compile(r"(?:er|or|ist|ian|man|men|woman|women|person|people|eer|ant|ent|hand|ess|old|one|other|s)$")
WHOSE = re.compile(r"(?:His|Her|Their|My|Its|Our) \w+, an? ([^,]+)$", re.IGNORECASE)
NOBODY = re.compile(r"(?:nobody|no one|no-one|none|neither|no \w+|anyone|everyone|everybody)\b", re.IGNORECASE)
SPOKEN_FOR = re.compile(r"^spokes(?:wo)?m[ae]n$|^spokespe(?:rson|ople)$|^representatives?$")
BODY_OF = re.compile(
    r"(?:\bfor|\bof|\bat|\bfrom|\bwith)\s+(?:the\s+|its\s+)?([A-Z][\w.’'&-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.’'&-]*)*)|([A-Z][\w.&-]*(?:\s+[A-Z][\w.&-]*)*)[’']s?\s"
)
FIRMS = frozenset("company firm carrier manufacturer maker business retailer airline bank supplier".split())
BODIES = frozenset("group agency organisation organization body".split())
PUBLIC = frozenset(
    "ministry inspectorate police department government council court agency commission army authority regulator parliament prosecutors union".split()
)
ALIKE = {
    "airline": ("airways", "airlines", "air"),
    "carrier": ("airways", "airlines", "air"),
    "force": ("police",),
    "paper": ("times", "post", "herald"),
}


def speakers(text: str, drafts: Sequence[Draft], outlets: Sequence[OutletMention] = ()) -> list[Speaker]:
    """One speaker a draft, in the order of the drafts (which is that of the text)."""
    cast = cast_of(text, outlets)
    told = [described_source(text, draft) for draft in drafts]
    for form in told:
        if form and form.name and " " in form.name and not cast.is_body(form.name):
            cast.people.setdefault(last_word(form.name), form.name)
    scene = Scene(text, cast, sentences(text), nested=nested_sources(drafts), holders=cast.holders())
    found = []
    for draft, form in zip(drafts, told, strict=True):
        speaker = identify(scene, draft, form) if form else Speaker(None, "anonymous")
        if form and speaker.name and not NOBODY.match(speaker.name):
            scene.said.append((draft.source[0][0], speaker, form))
        found.append(speaker)
    return found


def nested_sources(drafts: Sequence[Draft]) -> frozenset[int]:
    """Where sources stand that another's words tell of: "A said that B had told them"."""
    found = set()
    for number, draft in enumerate(drafts):
        near = [*drafts[max(0, number - NEAREST) : number], *drafts[number + 1 : number + NEAREST]]
        if draft.source and any(start <= draft.source[0][0] < end for other in near for start, end in other.content):
            found.add(draft.source[0][0])
    return frozenset(found)


def described_source(text: str, draft: Draft) -> Described | None:
    if not draft.source:
        return None
    spans = (draft.who,) if draft.who else draft.source
    written = " ".join(text[start:end] for start, end in spans)
    noun = draft.noun if draft.noun and not draft.who else None
    return described(written, text[slice(*noun.span)] if noun else last_noun(written), noun.tag if noun else "")


def last_noun(written: str) -> str:
    """The last word before a comma, preposition or bracket: the head of most English noun phrases."""
    short = re.split(r",|\(|\s(?:of|at|for|from|in|with|to|who|which|that|on|by)\s", written, maxsplit=1)[0]
    words = re.findall(r"[\w-]+", short)
    return words[-1] if words else ""


def identify(scene: Scene, draft: Draft, form: Described) -> Speaker:
    if form.pronoun:
        return by_pronoun(scene, draft.source[0][0], form.pronoun)
    if handle := re.match(r"(.+?)\s*\(@\w+\)", form.written):
        return Speaker(scene.cast.full(handle.group(1).title()), "named")
    if form.name and not is_body(scene, form, form.name) and not speaks_as_it(scene, draft, form):
        name = scene.cast.full(form.name)
        return Speaker(name, "named", scene.cast.genders.get(name) or gender_of(form.head))
    if form.name or form.body:
        return named_body(scene, draft, form, form.body or form.name or "")
    return by_noun(scene, draft, form)


def speaks_as_it(scene: Scene, draft: Draft, form: Described) -> bool:
    """'Hollow Brook Creamery said it was cooperating': a body, where nothing else tells of a person."""
    start, end = draft.content[0]
    known = scene.cast.full(form.name or "")
    itself = IT.match(scene.text, start, end) is not None and draft.shape == "clause"
    told = {*scene.cast.roles.get(known, ()), *form.words}
    if not itself or known in scene.cast.genders or any(map(is_person_word, told)):
        return False
    return not is_called_as_person(scene.cast, scene.text, known) and not is_called_by_surname(scene, known)


def is_called_by_surname(scene: Scene, name: str) -> bool:
    """Whether the last word of a name stands alone elsewhere, as a person's does."""
    *before, last = name.split()
    return bool(before) and any(not scene.text.endswith(f"{before[-1]} ", 0, at) for at in scene.cast.found(scene.text, last))


def by_noun(scene: Scene, draft: Draft, form: Described) -> Speaker:
    if is_document(form.head):
        return Speaker(form_text(form), "document")
    if form.head == "one" and any(map(is_group, form.words)):
        return Speaker(form_text(form), "organisation")  # 'one of the militias'
    return by_group(scene, draft, form) if is_group(form.head) else by_role(scene, draft.source[0][0], form)


def is_body(scene: Scene, form: Described, name: str) -> bool:
    """'The Lantern Front', 'Zhemar Petroleum, which': two capitals that are no person."""
    if (
        any(map(is_person_word, form.words))
        and not any(is_group(w) for w in form.words)
        and not form.text.startswith(("The " + name, "the " + name))
    ):
        return False
    first = name.split(maxsplit=1)[0]
    if form.text.startswith(("The " + name, "the " + name)) or re.match(re.escape(name) + r"[’']?s?,? which\b", form.written):
        return True
    return (
        bool(by_name(name))
        or scene.cast.is_body(name)
        or name in scene.cast.body_names
        or scene.cast.shorts.get(first) == name
        or name in roles()["countries"]
    )


def named_body(scene: Scene, draft: Draft, form: Described, body: str) -> Speaker:
    """A capitalised source that is no full name: a surname, a country, an organisation, an outlet."""
    bare = learned_name(body)
    known = scene.cast.people.get(last_word(bare))
    if form.name is None and not is_group(form.head) and known == bare and " " in bare and not scene.cast.is_body(bare):
        return Speaker(known, "named", scene.cast.genders.get(known))
    if (
        " " not in bare
        and known
        and bare not in roles()["countries"]
        and not form.text.lower().startswith("the " + bare.lower())
        and not scene.cast.is_body(known)
    ):
        return Speaker(known, "named", scene.cast.genders.get(known))
    name = seats().get(bare) or scene.cast.acronyms.get(bare) or bare
    if is_document(form.head) and not is_group(form.head) and not by_name(bare):
        return Speaker(form_text(form), "document")
    if is_person_like(scene, draft, form, bare):
        return Speaker(bare, "named")
    return Speaker(scene.cast.shorts.get(bare) or longest_body(scene, name), "organisation")


def is_person_like(scene: Scene, draft: Draft, form: Described, bare: str) -> bool:
    if (
        bare in roles()["countries"]
        or bare in seats()
        or bare in scene.cast.places
        or bare in scene.cast.shorts
        or by_name(bare)
        or " " in bare
    ):
        return False
    if (
        form.text.lower().startswith("the ")
        or is_group(form.head)
        or re.search(r"[A-Z].*[A-Z]|\d|\.com", re.sub(r"^(?:Al|El|Mc|Mac|De|O['’])-?", "", bare))
        or re.search(r",? which\b", form.written)
    ):
        return False
    if draft.who and scene.text[slice(*draft.source[0])].lower() == "who":
        return True
    return not (draft.noun and draft.noun.tag == "NNPS") and is_called_as_person(scene.cast, scene.text, bare)


def longest_body(scene: Scene, name: str) -> str:
    """'Nullgate' is the Nullgate Report where the article has it so."""
    longer = [m.name for m in scene.cast.bodies if m.name != name and (m.name.startswith(name + " ") or m.name.endswith(" " + name))]
    return longer[0] if longer and " " not in name else name


def by_role(scene: Scene, at: int, form: Described) -> Speaker:
    """'The police chief' is Colonel Hamid Serakhs where the article says so; "the official" is the official who spoke before."""
    wanted = form.words - LITTLE
    gender = gender_of(form.head)
    people = is_person_noun(form.head)
    if (
        people
        and not form.plural
        and form.number in (None, 1)
        and "one" not in form.words
        and (name := person_in_role(scene, form, wanted))
    ):
        return Speaker(name, "named", gender or scene.cast.genders.get(name))
    if name := foretold(scene.cast, form, at, scene.text):
        return Speaker(name, "named", gender or scene.cast.genders.get(name))
    if SPOKEN_FOR.match(form.head) and (body := BODY_OF.search(form.text)):
        return Speaker(learned_name(body.group(1) or body.group(2)), "organisation")
    plural = (form.plural or (form.number or 1) > 1) and form.number != 1 and "one" not in form.words
    if (form.definite or "one" in form.words) and (earlier := same_role(scene, form)):
        return replace(earlier, gender=gender, plural=plural)
    return Speaker(form_text(form), "anonymous", gender, plural, number_of(form), rank_of(form))


def is_person_noun(noun: str) -> bool:
    """A noun for people, from the list or by its ending ("welder", "pianist")."""
    return is_people(noun) or AGENT.search(noun) is not None or not noun


def person_in_role(scene: Scene, form: Described, wanted: frozenset[str]) -> str | None:
    best: tuple[int, str] | None = None
    for name in scene.holders.get(form.head, ())[:HOLDERS]:
        words = scene.cast.roles[name]
        shared = len(words & wanted)
        if (form.definite or wanted - {"spokesman", "spokeswoman", "spokesperson"} <= words) and (best is None or shared > best[0]):
            best = shared, name
    return best[1] if best and (best[0] >= 2 or len(wanted) == 1) else None


def same_role(scene: Scene, form: Described) -> Speaker | None:
    """The description that an anonymous speaker with the same noun had before, in the singular where one of several speaks."""
    noun = singular(form.head)
    if noun in ("one", "them", "other", "others"):
        noun = next((w for w in map(singular, sorted(form.words - LITTLE - {"them", "others"})) if is_people(w)), "")
    for _, speaker, earlier in reversed(scene.said[-4 * SPEAKERS_BACK :]):
        if speaker.kind == "anonymous" and speaker.name and (not noun or singular(earlier.head) == noun):
            alone = not form.plural or "one" in form.words
            return replace(speaker, name=singular_phrase(speaker.name), number=1) if alone else speaker
    return None


def singular(noun: str) -> str:
    if noun in ("men", "women"):
        return noun.replace("en", "an")
    if noun == "people":
        return "person"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def singular_phrase(name: str) -> str:
    words = re.sub(
        r"^(?:two|three|four|five|six|several|some|many|(?:\w+ )?current and former)\s+(?:current and former\s+)?",
        "",
        name,
        flags=re.IGNORECASE,
    ).split()
    cut = next((n for n, w in enumerate(words) if w in ("of", "at", "for", "from", "in", "with", "who")), len(words))
    plural = next((n for n in range(cut) if is_people(words[n]) and singular(words[n]) != words[n]), None)
    if plural is not None:
        words[plural] = singular(words[plural])
    elif cut:
        words[cut - 1] = singular(words[cut - 1])
    return " ".join(words)


def by_group(scene: Scene, draft: Draft, form: Described) -> Speaker:
    """'The trust' is the Saint Aldric Health Trust; 'the airline' the one the article is about."""
    at = draft.source[0][0]
    if form.definite or len(form.words) == 1:
        endings = (form.head, *ALIKE.get(form.head, ()))
        own = [
            m
            for m in scene.cast.bodies
            if any(w in endings for w in m.name.lower().split()) or form.head in scene.cast.roles.get(m.name, ())
        ]
        before = [m for m in own if m.start < at]
        if own and len(form.words - LITTLE) == 1:
            return Speaker((before or own)[-1 if before else 0].name, "organisation")
        if form.head in FIRMS | BODIES and len(form.words - LITTLE) == 1:
            for _, speaker, _ in reversed(scene.said[-4 * SPEAKERS_BACK :]):
                public = any(word in PUBLIC for word in (speaker.name or "").lower().split())
                if speaker.kind == "organisation" and not (public and form.head in FIRMS):
                    return speaker
    return Speaker(form_text(form), "organisation")


def form_text(form: Described) -> str:
    if whose := WHOSE.match(form.text):
        return whose.group(1)
    return ARTICLE.sub("", form.text) or form.text
