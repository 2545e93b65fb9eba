"""Texts that no writer meant so: marks that nothing closes, thousands of quotations, endless paragraphs, and what is no news at all."""

from __future__ import annotations

import pytest

from retold.attribute import statements
from retold.attribute.cast import PLACES, cast_of
from retold.attribute.paragraphs import drafts, laid_out
from retold.attribute.passing import passed_on
from retold.attribute.quotes import quotations
from retold.attribute.tellers import outlets_of
from retold.types import Article, Statement


def said(text: str) -> list[Statement]:
    return [s for s in statements(Article.from_text(text, id="a")) if s.manner == "said"]


def contents(text: str) -> list[str]:
    return [text[start:end] for s in said(text) for start, end in s.content]


def marked(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, [(0, len(text))])]


def test_no_quotation_marks() -> None:
    assert contents("The bridge is safe, Ana Ruiz said. She denied that it had moved.") == ["The bridge is safe", "that it had moved"]


def test_only_opening_marks_are_one_quotation_a_paragraph() -> None:
    line = "“The bridge is safe and Ana Ruiz said the rain fell on it. "
    page = laid_out(line * 400 + "\n\n" + line * 400)
    assert [(q.start, q.closed) for q in page.quotes] == [(0, False), (len(line) * 400 + 2, False)]
    assert said(line * 20) == []


def test_what_only_opening_marks_cost_grows_with_the_text() -> None:
    line = "“The bridge is safe and Ana Ruiz said the rain fell on it. "
    pieces, twice = (laid_out(line * times).pieces for times in (400, 800))
    assert len(twice) <= 2 * len(pieces) + 1
    assert sum(end - start for _, (start, end) in twice) == len(line) * 800


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The old «house» was burning,” she said. “We ran.”", ["“The old «house» was burning,”", "“We ran.”"]),
        ("“They sang «no more» and «never again» to us,” she said.", ["“They sang «no more» and «never again» to us,”"]),
        ("« He told us “go home” and left », she said.", ["« He told us “go home” and left »"]),
        ('"He told us “go home” and left," she said.', ['"He told us “go home” and left,"']),
        ('“He told us "go home" and left,” she said.', ['“He told us "go home" and left,”']),
        ("“He told us “go home” and left,” she said. “We ran.”", ["“He told us “go home” and left,”", "“We ran.”"]),
        ("“He told us 'go home' and left,” she said.", ["“He told us 'go home' and left,”"]),
        ("“They sang «no more to us,” she said. “We ran.”", ["“They sang «no more to us,”", "“We ran.”"]),
        ('“It is over," she said. "We ran,” they said.', ['“It is over,"', '"We ran,”']),
        ("„It is over“, she said. „We ran“, they said.", ["„It is over“", "„We ran“"]),
        ("“a «b “c” d» e” f", ["“a «b “c” d» e”"]),
    ],
)  # fmt: skip
def test_nested_and_mixed_marks(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_a_statement_with_a_quotation_within_its_own() -> None:
    assert contents("“They sang «no more» in the square,” Ana Ruiz said.") == ["“They sang «no more» in the square,”"]


@pytest.mark.parametrize(
    "text",
    [
        "The choir sang “The Miller of Dunmore” and “Long Night” before the doors were shut.",
        "The “experts” came by bus, in “clean” coats, to see the “lake”.",
        "O mill, thy wheel is still!\nThe water by the stone,\nThat ran below the hill,\nHas left the bed alone,",
        'if said == "told":\n    print("he said that it works", file=log)\n    return {"claim": "denied"}',
        "La ministre a déclaré mardi que « rien n'est perdu » et que les travaux de la digue seraient finis avant la fin de l'année prochaine, selon elle.",
    ],
    ids=["titles", "scare quotes", "verse", "code", "another language"],
)
def test_no_statements(text: str) -> None:
    assert said(text) == []


def test_thousands_of_quotations() -> None:
    """Each is found once; only the layout is looked at, which needs no grammar."""
    text = "\n\n".join(f"“This is answer number {number} of them all.”" for number in range(5000))
    page = laid_out(text)
    assert len(page.quotes) == 5000
    assert [len(sheet.quotes) for sheet in laid_out(text[:4000]).sheets()] == [1] * len(laid_out(text[:4000]).pieces)


def test_a_hundred_quotations_in_one_paragraph() -> None:
    text = " ".join(f"“This is answer number {number} of them all,” Ana Ruiz said." for number in range(100))
    assert len(said(text)) == 100


def test_pieces_of_a_long_paragraph_see_only_the_quotations_beside_them() -> None:
    text = " ".join(f"“This is answer number {number} of them all,” Ana Ruiz said." for number in range(600))
    assert max(len(sheet.quotes) for sheet in laid_out(text).sheets()) < 200


def test_an_outlet_in_every_sentence_of_a_long_paragraph() -> None:
    text = " ".join(f"The Tarn Herald reported that officials said gate {number} was shut." for number in range(60))
    article = Article.from_text(text, id="a")
    passed = passed_on(outlets_of(article), drafts(text))
    assert [d.through is not None for d in passed if not d.relayed].count(True) >= 55


def test_two_quotations_of_a_long_paragraph_stay_apart() -> None:
    middle = "The shops were open and the rain fell on the square. " * 300
    text = f"“It was over,” Ana Ruiz said. {middle}“It had begun,” Tom Bell said."
    assert [s.speaker for s in said(text)] == ["Ana Ruiz", "Tom Bell"]


def test_names_are_looked_up_where_they_stand() -> None:
    """However long the text, a name is looked at in a few hundred places at most."""
    text = "Harl said the bridge was shut. " * 900
    cast = cast_of(text, [])
    assert len(cast.words["Harl"]) == 900
    assert len(cast.found(text, "Harl")) == PLACES


def test_an_outlet_named_again_and_again_is_one_name() -> None:
    text = "Reuters said gate 4 was shut. The Tarn Herald said it was open. " * 50
    assert sorted(outlets_of(Article.from_text(text, id="a")).names) == ["Reuters", "Tarn Herald"]
