from __future__ import annotations

import pytest

from retold.attribute.lexicon import lexicon, past_tense, plural, verb_forms
from retold.attribute.roles import gender_of, is_document, is_group, is_people, seats


@pytest.mark.parametrize(
    ("base", "pasts", "forms"),
    [
        ("say", ["said"], ["say", "says", "saying", "said"]),
        ("deny", ["denied"], ["deny", "denies", "denying", "denied"]),
        ("admit", ["admitted"], ["admit", "admits", "admitting", "admitted"]),
        ("announce", ["announced"], ["announce", "announces", "announcing", "announced"]),
        ("stress", ["stressed"], ["stress", "stresses", "stressing", "stressed"]),
    ],
)
def test_forms_of_a_verb(base: str, pasts: list[str], forms: list[str]) -> None:
    assert verb_forms(base, pasts) == forms


def test_regular_endings() -> None:
    assert (past_tense("vow"), past_tense("rely"), past_tense("urge")) == ("vowed", "relied", "urged")
    assert (plural("claim"), plural("testimony")) == ("claims", "testimonies")


def test_every_form_leads_to_its_verb() -> None:
    words = lexicon()
    assert {words.verbs[form].lemma for form in ("tell", "tells", "telling", "told")} == {"tell"}
    assert words.verbs["denied"].stance == "deny"
    assert words.particles["pointed"]["out"].lemma == "point out"
    assert "according to" in words.according


def test_roles() -> None:
    assert is_people("officials")
    assert is_group("ministry")
    assert is_document("letters")
    assert gender_of("spokeswoman") == "female"
    assert seats()["Tehran"] == "Iran"
