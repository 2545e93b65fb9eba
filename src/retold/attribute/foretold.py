"""Whom an article's beginning only describes and names further on: "A German police union boss", "A Pennsylvania woman"."""

from __future__ import annotations

import re

from retold.attribute.cast import AGED, Cast
from retold.attribute.described import Described
from retold.attribute.roles import gender_of, roles

BEGINNING = 500  # characters that describe who is named later
NEAR = 1500  # a person without a role is named this soon
CHIEFS = frozenset("boss chief head leader chairman chairwoman chair director president executive ceo".split())
ANYBODY = frozenset(
    "woman man mother father mum mom dad grandmother grandfather couple teenager girl boy resident passenger customer".split()
)
NUMBERED = re.compile(r"\b(?:two|three|four|five|six|several|many|some|other|another|second|third)\b", re.IGNORECASE)


def foretold(cast: Cast, form: Described, at: int, text: str) -> str | None:
    """The one person in the article whom a description in its beginning can mean."""
    if at > BEGINNING or form.plural or (form.number or 1) > 1 or NUMBERED.search(form.text):
        return None
    if form.head in ANYBODY:
        return only(aged(cast, form, at, text))
    names = {word.lower() for word in re.findall(r"\b[A-Z][\w’'-]*", form.text)}
    wanted = {word for word in form.words if word not in names and len(word) > 2}
    return only([name for name in sorted(set(cast.people.values())) if answers(cast.roles.get(name, set()), form, wanted, names)])


def answers(role: set[str], form: Described, wanted: set[str], names: set[str]) -> bool:
    """Whether a person's role has the description's noun, or one of its meaning with more in common."""
    if form.head in role:
        return role == {form.head} or wanted - {form.head} <= role or bool((wanted | names) & (role - {form.head}))
    return form.head in CHIEFS and bool(role & CHIEFS) and bool((wanted | names) & (role - CHIEFS))


def aged(cast: Cast, form: Described, at: int, text: str) -> list[str]:
    """People named soon after with their age, of the gender that the noun tells."""
    gender = gender_of(form.head)
    found = []
    for mention in cast.mentions:
        behind = text[mention.start : mention.start + 60]
        age = AGED.match(behind[behind.find(mention.name) + len(mention.name) :]) if mention.name in behind else None
        if at < mention.start < at + NEAR and age and cast.genders.get(mention.name, gender) in (gender, None):
            found.append(mention.name)
    return found


def only(found: list[str]) -> str | None:
    return found[0] if len(set(found)) == 1 and found[0] not in roles()["countries"] else None
