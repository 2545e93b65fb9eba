"""Speakers resolved within an article and over a story."""

from __future__ import annotations

import pytest

from retold.attribute import resolve, statements
from retold.types import Article


def speakers(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker, s.source_kind) for s in statements(Article.from_text(text, id="a")) if s.manner == "said"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petra Quill said the groups had split. She cautioned that this was no proof.", [("Petra Quill", "named")] * 2),
        ("Colonel Hamid Serakhs, the police chief, said two drones fell. Serakhs said one was burnt.", [("Hamid Serakhs", "named")] * 2),
        ("The provincial police chief said it was over. Hamid Serakhs, the provincial police chief, told reporters that two fell.", [("Hamid Serakhs", "named")] * 2),
        ("A western diplomat said the order was late. The diplomat said nobody asked.", [("western diplomat", "anonymous")] * 2),
        ("The interior ministry said the road was shut.", [("interior ministry", "organisation")]),
        ("A letter from the inspectorate said the valves were old.", [("letter from the inspectorate", "document")]),
        ("Tehran said it was not involved.", [("Iran", "organisation")]),
        ("Saint Aldric Health Trust runs eleven hospitals. The trust said nothing was lost.", [("Saint Aldric Health Trust", "organisation")]),
        ("A spokesman for Zhemar Petroleum said the depot was safe.", [("Zhemar Petroleum", "organisation")]),
    ],
)  # fmt: skip
def test_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "opening",
    ["Harl", "Mr Harl", "Edda Harl", "Harl, 54", "Harl (54)", "Harl, of Mill Lane", "The bus passed Edda Harl"],
)
@pytest.mark.parametrize("denial", ["had denied all the counts", "denied fraud", "has always denied taking the money"])
def test_who_takes_up_the_name_beside_it(opening: str, denial: str) -> None:
    text = f"Tom Bell, for the bank, told the court it was owed a mill.\n\n{opening}, who {denial}, left by a side door."
    (who,) = [s for s in statements(Article.from_text(text, id="a")) if text[slice(*s.source[0])] == "who"]
    assert (who.speaker or "").split()[-1] == "Harl"
    assert (who.source_kind, who.stance) == ("named", "deny")


def test_an_event_is_never_a_speaker() -> None:
    text = "The road was shut on Monday, as one of the clans suspected of the ambush denied any part in it."
    assert "ambush" not in [name for name, _ in speakers(text)]
    assert speakers("The explosion denied any part in it.") == []


def test_one_of_several_bodies_is_no_person_who_spoke_before() -> None:
    text = "A police chief said the road was shut. One of the militias denied any part in it."
    assert speakers(text) == [("police chief", "anonymous"), ("One of the militias", "organisation")]


def test_one_of_two_officials_keeps_the_description() -> None:
    found = speakers("Two security officials said the attack was planned. One of the officials said the guards slept.")
    assert found == [("Two security officials", "anonymous"), ("security official", "anonymous")]


def test_names_are_joined_over_a_story() -> None:
    articles = [
        Article.from_text("Rashid al-Zubaydi said he had no doubts. Al-Zubaydi said the bridge would reopen.", id="a"),
        Article.from_text("Prime Minister Rashid al-Zubaydi said the works were done.", id="b"),
    ]
    found = resolve(articles, [s for article in articles for s in statements(article)])
    assert {s.speaker for s in found} == {"Rashid al-Zubaydi"}


def test_story_has_a_statement_a_piece_and_no_attitudes() -> None:
    article = Article.from_text("“It is over,” Ana Ruiz said. “We are going home.” She wants to rest.", id="a")
    listed = statements(article)
    found = resolve([article], listed)
    assert [len(s.content) for s in listed] == [2, 1]
    assert [len(s.content) for s in found] == [1, 1]
    assert len({s.id for s in found}) == 2


def test_resolving_twice_changes_nothing() -> None:
    article = Article.from_text("“It is over,” Ana Ruiz said. “We are going home.” He accused them of theft.", id="a")
    once = resolve([article], statements(article))
    assert resolve([article], once) == once
