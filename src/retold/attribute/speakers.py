"""Who a source is: names in full, pronouns and "the official" resolved within the article, and what kind of source it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.attribute.cast import PERSON_PRONOUNS, Cast, cast_of, last_word, learned_name
from retold.attribute.described import ARTICLE, Described, described
from retold.attribute.draft import Draft
from retold.attribute.roles import gender_of, is_document, is_group, is_people, roles, seats
from retold.text.outlets import by_name
from retold.types import SourceKind

LITTLE = frozenset("the a an of for at in on to and or its his her their one two three four five other another second same several some many senior s".split())
# A pronoun reaches back over this many characters: beyond, it is safer to say nothing.
REACH = 1500
SPOKEN_FOR = re.compile(r"^spokes(?:wo)?m[ae]n$|^spokespe(?:rson|ople)$|^representatives?$")
BODY_OF = re.compile(r"(?:\bfor|\bof|\bat|\bfrom|\bwith)\s+(?:the\s+|its\s+)?([A-Z][\w.’'&-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.’'&-]*)*)|([A-Z][\w.&-]*(?:\s+[A-Z][\w.&-]*)*)[’']s?\s")
ALIKE = {"airline": ("airways", "airlines", "air"), "carrier": ("airways", "airlines", "air"), "force": ("police",), "paper": ("times", "post", "herald")}


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str | None
    kind: SourceKind
    gender: str | None = None
    plural: bool = False


@dataclass(slots=True)
class Scene:
    """What has been said so far: the speakers in order, each with where its source stands."""

    text: str
    cast: Cast
    said: list[tuple[int, Speaker, Described]] = field(default_factory=list)


def speakers(text: str, drafts: Sequence[Draft]) -> list[Speaker]:
    """One speaker a draft, in the order of the drafts (which is that of the text)."""
    cast = cast_of(text)
    told = [described_source(text, draft) for draft in drafts]
    for form in told:
        if form and form.name:
            cast.people.setdefault(last_word(form.name), form.name)
    scene = Scene(text, cast)
    found = []
    for draft, form in zip(drafts, told, strict=True):
        speaker = identify(scene, draft, form) if form else Speaker(None, "anonymous")
        if form and speaker.name:
            scene.said.append((draft.source[0][0], speaker, form))
        found.append(speaker)
    return found


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
    if form.name:
        name = scene.cast.full(form.name)
        return Speaker(name, "named", scene.cast.genders.get(name) or gender_of(form.head))
    if form.body:
        return named_body(scene, draft, form, form.body)
    if is_people(form.head) and not is_document(form.head):
        return by_role(scene, form)
    if is_document(form.head):
        return Speaker(form_text(form), "document")
    if is_group(form.head):
        return by_group(scene, draft, form)
    return by_role(scene, form)


def named_body(scene: Scene, draft: Draft, form: Described, body: str) -> Speaker:
    """A capitalised source that is no full name: a surname, a country, an organisation, an outlet."""
    bare = learned_name(body)
    if " " not in bare and last_word(bare) in scene.cast.people and bare not in roles()["countries"]:
        name = scene.cast.people[last_word(bare)]
        return Speaker(name, "named", scene.cast.genders.get(name))
    name = seats().get(bare) or scene.cast.acronyms.get(bare) or bare
    if is_document(form.head):
        return Speaker(form_text(form), "document")
    if is_person_like(scene, draft, form, bare):
        return Speaker(bare, "named")
    return Speaker(longest_body(scene, name), "organisation")


def is_person_like(scene: Scene, draft: Draft, form: Described, bare: str) -> bool:
    if bare in roles()["countries"] or bare in seats() or bare in scene.cast.places or by_name(bare) or " " in bare:
        return False
    if form.text.lower().startswith("the ") or is_group(form.head) or re.search(r"[A-Z].*[A-Z]|\d|\.com", bare):
        return False
    if draft.noun and draft.noun.tag == "NNPS":
        return False
    return not (draft.noun and draft.noun.name in ("PLACE", "ORG"))


def longest_body(scene: Scene, name: str) -> str:
    """'Nullgate' is the Nullgate Report where the article has it so."""
    longer = [m.name for m in scene.cast.bodies if m.name != name and (m.name.startswith(name + " ") or m.name.endswith(" " + name))]
    return longer[0] if longer and " " not in name else name


def by_pronoun(scene: Scene, at: int, pronoun: str) -> Speaker:
    if pronoun in ("he", "she", "him", "her", "his"):
        return last_person(scene, at, PERSON_PRONOUNS[pronoun])
    if pronoun in ("it", "its", "which", "that"):
        for start, speaker, _ in reversed(scene.said):
            if at - start < REACH and speaker.kind in ("organisation", "document"):
                return speaker
        return Speaker(None, "organisation")
    if pronoun in ("they", "them", "their", "these", "those"):
        for start, speaker, _ in reversed(scene.said):
            if at - start < REACH and (speaker.plural or speaker.kind == "organisation"):
                return speaker
        return Speaker(pronoun, "anonymous", plural=True)
    if pronoun in ("who", "one", "this"):
        for start, speaker, _ in reversed(scene.said):
            if at - start < REACH:
                return speaker
    return Speaker(None, "named")


def last_person(scene: Scene, at: int, gender: str) -> Speaker:
    """The person last spoken of: whoever spoke in the sentence before, or else is named there, and so on backwards."""
    spoken = next(((s, p) for s, p, _ in reversed(scene.said) if s < at and fits(p, gender)), None)
    index = scene.cast.before(at)
    named = None
    for mention in reversed(scene.cast.mentions[max(0, index - 12) : index]):
        if scene.cast.genders.get(mention.name, gender) == gender and not is_object(scene.text, mention.start):
            named = mention
            break
    if spoken and (named is None or named.start <= spoken[0] or not opens_sentence(scene.text, named.start)):
        start, person = spoken
        if at - start < REACH:
            if person.kind == "named" and person.name:
                scene.cast.genders.setdefault(person.name, gender)
            return Speaker(person.name, person.kind, gender)
    if named and at - named.start < REACH:
        scene.cast.genders.setdefault(named.name, gender)
        return Speaker(named.name, "named", gender)
    return Speaker(None, "named", gender)


def fits(speaker: Speaker, gender: str) -> bool:
    return speaker.kind in ("named", "anonymous") and not speaker.plural and speaker.gender in (None, gender)


def is_object(text: str, start: int) -> bool:
    return re.search(r"\b(?:of|for|by|with|against|about|from|to|than|like)\s+(?:[A-Z]\w+\.?\s+)?$", text[max(0, start - 30) : start]) is not None


def opens_sentence(text: str, start: int) -> bool:
    """Whether a name stands near the beginning of its sentence: the place of what the sentence is about."""
    before = re.split(r"[.!?]\s|\n", text[max(0, start - 70) : start])[-1]
    return len(before.split()) < 7


def by_role(scene: Scene, form: Described) -> Speaker:
    """'The police chief' is Colonel Hamid Serakhs where the article says so; "the official" is the official who spoke before."""
    wanted = form.words - LITTLE
    gender = gender_of(form.head)
    if not form.plural and form.number in (None, 1) and "one" not in form.words and (name := person_in_role(scene, form, wanted)):
        return Speaker(name, "named", gender or scene.cast.genders.get(name))
    if SPOKEN_FOR.match(form.head) and (body := BODY_OF.search(form.text)):
        return Speaker(learned_name(body.group(1) or body.group(2)), "organisation")
    plural = form.plural and form.number != 1 and "one" not in form.words
    if (form.definite or "one" in form.words or form.words & {"second", "other", "another", "third"}) and (earlier := same_role(scene, form)):
        return Speaker(earlier, "anonymous", gender, plural)
    return Speaker(form_text(form), "anonymous", gender, plural)


def person_in_role(scene: Scene, form: Described, wanted: frozenset[str]) -> str | None:
    people = {name for name in scene.cast.people.values()}
    best: tuple[int, str] | None = None
    for name in sorted(people):
        words = scene.cast.roles.get(name, set())
        shared = len(words & wanted)
        if form.head in words and (form.definite or wanted <= words) and (best is None or shared > best[0]):
            best = shared, name
    return best[1] if best and (best[0] >= 2 or len(wanted) == 1) else None


def same_role(scene: Scene, form: Described) -> str | None:
    """The description that an anonymous speaker with the same noun had before, in the singular where one of several speaks."""
    noun = singular(form.head)
    if noun in ("one", "them", "other", "others"):
        noun = next((w for w in map(singular, sorted(form.words - LITTLE - {"them", "others"})) if is_people(w)), "")
    for _, speaker, earlier in reversed(scene.said):
        if speaker.kind == "anonymous" and speaker.name and (not noun or singular(earlier.head) == noun):
            return singular_phrase(speaker.name) if not form.plural or "one" in form.words else speaker.name
    return None


def singular(noun: str) -> str:
    if noun in ("men", "women"):
        return noun.replace("en", "an")
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def singular_phrase(name: str) -> str:
    words = re.sub(r"^(?:two|three|four|five|six|several|some|many|current and former)\s+", "", name, flags=re.IGNORECASE).split()
    cut = next((n for n, w in enumerate(words) if w in ("of", "at", "for", "from", "in", "with", "who")), len(words))
    if cut:
        words[cut - 1] = singular(words[cut - 1])
    return " ".join(words)


def by_group(scene: Scene, draft: Draft, form: Described) -> Speaker:
    """'The trust' is the Saint Aldric Health Trust; 'the airline' the one the article is about."""
    at = draft.source[0][0]
    if form.definite or len(form.words) == 1:
        endings = (form.head, *ALIKE.get(form.head, ()))
        own = [m for m in scene.cast.bodies if any(w in endings for w in m.name.lower().split()) or form.head in scene.cast.roles.get(m.name, ())]
        before = [m for m in own if m.start < at]
        if own and len(form.words - LITTLE) == 1:
            return Speaker((before or own)[-1 if before else 0].name, "organisation")
        if form.head in ("company", "group", "agency", "firm", "organisation", "organization", "carrier") and len(form.words - LITTLE) == 1:
            for _, speaker, _ in reversed(scene.said):
                if speaker.kind == "organisation":
                    return speaker
    return Speaker(form_text(form), "organisation")


def form_text(form: Described) -> str:
    return ARTICLE.sub("", form.text) or form.text
