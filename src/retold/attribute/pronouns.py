"""Whom "he", "she", "it", "they" and "who" stand for among those who spoke or were named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from retold.attribute.cast import PERSON_PRONOUNS, Mention
from retold.attribute.roles import roles
from retold.attribute.scene import SPEAKERS_BACK, Scene, Speaker

# A pronoun reaches back over this many characters: beyond, it is safer to say nothing.
REACH = 1500
SENTENCES_BACK = 7
THINGS = frozenset("it its which that".split())
GROUPS = frozenset("they them their these those".split())
QUANTIFIERS = frozenset("others some many both several most".split())


def by_pronoun(scene: Scene, at: int, pronoun: str) -> Speaker:
    if pronoun in PERSON_PRONOUNS:
        return last_person(scene, at, PERSON_PRONOUNS[pronoun])
    if pronoun in THINGS:
        said = last_spoken(scene, at, lambda s: s.kind in ("organisation", "document"))
        return said or Speaker(body_of_sentence(scene, at), "organisation")
    if pronoun in QUANTIFIERS:
        return Speaker(pronoun, "anonymous", plural=True)
    if pronoun in GROUPS:
        found = last_spoken(scene, at, lambda s: s.plural or s.kind == "organisation")
        return found or Speaker(pronoun, "anonymous", plural=True)
    if pronoun in ("who", "one", "this"):
        return last_spoken(scene, at, lambda _: True) or last_named(scene, at)
    return Speaker(None, "named")


def last_named(scene: Scene, at: int) -> Speaker:
    before = scene.cast.before(at)
    mention = scene.cast.mentions[before - 1] if before else None
    return Speaker(mention.name if mention and at - mention.start < REACH else None, "named")


def body_of_sentence(scene: Scene, at: int) -> str | None:
    """The first body named in the sentence, before an "it"."""
    start = scene.sentences[scene.sentence(at)][0] if scene.sentences else 0
    return next((m.name for m in scene.cast.bodies if start <= m.start < at), None)


def last_spoken(scene: Scene, at: int, fitting: Callable[[Speaker], bool]) -> Speaker | None:
    for start, speaker, _ in reversed(scene.said[-SPEAKERS_BACK:]):
        if at - start < REACH and fitting(speaker):
            return speaker
    return None


def last_person(scene: Scene, at: int, gender: str) -> Speaker:
    """The person last spoken of: going back a sentence at a time, whoever speaks in it, or else is the first one named in it."""
    here = scene.sentence(at)
    for number in range(here, max(-1, here - SENTENCES_BACK), -1):
        start, end = scene.sentences[number][0], min(scene.sentences[number][1], at)
        fitting = [(s, p) for s, p, _ in reversed(scene.said[-SPEAKERS_BACK:]) if start <= s < end and fits(p, gender)]
        spoken = next((p for s, p in fitting if s not in scene.nested), fitting[0][1] if fitting else None)
        if spoken is None and number < here:
            named = next(
                (m.name for m in scene.cast.mentions[scene.cast.before(start) : scene.cast.before(end)] if may_be(scene, m, gender)), None
            )
            spoken = Speaker(named, "named", gender) if named else None
        if spoken is not None:
            if spoken.kind == "named" and spoken.name:
                scene.cast.genders.setdefault(spoken.name, gender)
            return replace(spoken, gender=gender)
    return Speaker(None, "named", gender)


def may_be(scene: Scene, mention: Mention, gender: str) -> bool:
    return (
        scene.cast.genders.get(mention.name, gender) == gender
        and not scene.cast.is_body(mention.name)
        and mention.name not in scene.cast.short_for
        and mention.name not in scene.cast.places
        and mention.name not in roles()["countries"]
        and scene.text[max(0, mention.start - 4) : mention.start].lower() != "the "
        and not is_object(scene.text, mention.start)
    )


def fits(speaker: Speaker, gender: str) -> bool:
    return speaker.kind in ("named", "anonymous") and not speaker.plural and speaker.gender in (None, gender)


def is_object(text: str, start: int) -> bool:
    return (
        re.search(
            r"\b(?:of|for|by|with|against|about|from|to|than|like|at|in|on|near|into|over|under|under)\s+(?:[A-Z]\w+\.?\s+)?$",
            text[max(0, start - 30) : start],
        )
        is not None
    )
