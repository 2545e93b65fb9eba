"""What is found in news sentences: the words before "=>", who said what behind it."""

from __future__ import annotations

import pytest

from retold.attribute import statements
from retold.types import Article, Statement


def said(text: str, **about: str) -> list[Statement]:
    return [s for s in statements(Article.from_text(text, id="a", **about)) if s.manner == "said"]


def parts(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement, pieces joined by " + ", quotation marks and edges left out."""

    def join(spans: tuple[tuple[int, int], ...]) -> str:
        return " + ".join(text[start:end].strip("\"“”'‘’,") for start, end in spans)

    return [(join(s.source), join(s.cue), join(s.content)) for s in said(text)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“They have broken some windows,” Karadzha said.", "Karadzha", "said", "They have broken some windows"),
        ('"Nobody should expect a miracle," said Selma Dovran, the civil defence chief.', "Selma Dovran, the civil defence chief", "said", "Nobody should expect a miracle"),
        ("Civil defence chief Selma Dovran said the fires would burn out by Sunday.", "Civil defence chief Selma Dovran", "said", "the fires would burn out by Sunday"),
        ("The depot was empty, the police chief said.", "the police chief", "said", "The depot was empty"),
        ("According to images released by officials, the explosion broke the stairs.", "images released by officials", "According to", "the explosion broke the stairs"),
        ("Four guards were wounded, according to the police chief.", "the police chief", "according to", "Four guards were wounded"),
        ("The airline denied any role in the attack.", "The airline", "denied", "any role in the attack"),
        ("The ministry declined to comment.", "The ministry", "declined", "to comment"),
        ("Wen Haoming said: “No such order was given.”", "Wen Haoming", "said", "No such order was given."),
        ("The governor promised a report within a week.", "The governor", "promised", "a report within a week"),
        ("Prime Minister Salim Dorreh condemned the attack as “an assault on the state”.", "Prime Minister Salim Dorreh", "condemned", "the attack as “an assault on the state"),
        ("Ana Ruiz denied taking the money.", "Ana Ruiz", "denied", "taking the money"),
        ("Ana Ruiz has always denied wrongdoing.", "Ana Ruiz", "has always denied", "wrongdoing"),
        ('"The books were changed twice," tax accountant Rosa Lind told the jury.', "tax accountant Rosa Lind", "told", "The books were changed twice"),
        ('Half of the barley "was never in the barn", maritime historian Rosa Lind told the court in March.', "maritime historian Rosa Lind", "told", 'Half of the barley "was never in the barn'),
        ("Ana Ruiz's claim that the gate had failed was repeated everywhere.", "Ana Ruiz", "claim", "that the gate had failed"),
    ],
)  # fmt: skip
def test_one_statement(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in parts(text)


def test_split_quotation_is_one_saying_in_two_pieces() -> None:
    text = "“We counted uniforms,” Colonel Hamid Serakhs said. “We should have counted people.”"
    assert parts(text) == [("Colonel Hamid Serakhs", "said", "We counted uniforms + We should have counted people.")]


def test_words_with_one_cue_have_one_speaker() -> None:
    found = said("HARNE — Radio Tarn's Ana Ruiz reports that the council has decided to close the ferry line for good.")
    assert [(s.speaker, len(found)) for s in found] == [("Radio Tarn's Ana Ruiz", 1)]


def test_quotation_runs_on_over_paragraphs() -> None:
    text = "Quill said: “They bought the drones and they trained the pilots.\n\n“They paid the rent. They know the house.”"
    (statement,) = said(text)
    assert len(statement.content) == 2
    assert text[slice(*statement.content[1])] == "“They paid the rent. They know the house.”"


def test_hearer_is_the_outlet_told() -> None:
    text = "Two security officials told the Meridian Press Agency that the attack was probably the work of the Ridge Guard."
    (statement,) = said(text)
    assert (statement.via, statement.source_kind, statement.stance, statement.hedged) == (
        "Meridian Press Agency",
        "anonymous",
        "accuse",
        True,
    )
    assert statement.hedge == pytest.approx(0.78)


def test_short_name_of_the_own_outlet() -> None:
    (statement,) = said("Two officials told the Standard the attack was planned abroad.", outlet="Sarmud Standard")
    assert statement.via == "Sarmud Standard"


def test_words_passed_on_belong_to_who_said_them() -> None:
    (statement,) = said("The Northern Ledger quoted a second official as saying that fragments matched drones flown in July.")
    assert (statement.source_kind, statement.via) == ("anonymous", "Northern Ledger")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said it had nothing to do with the attack.", "deny"),
        ("The company confirmed that the data had been stolen.", "confirm"),
        ("The minister accused the company of negligence.", "accuse"),
        ("The president condemned the attack.", "condemn"),
        ("A spokesman declined to say whether the letter had arrived.", "decline"),
        ("Residents questioned whether the gate had been closed.", "doubt"),
        ("The company pledged to pay the families of the dead.", "promise"),
        ("The governor said the road was open.", "assert"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert [s.stance for s in said(text)] == [stance]


def test_attitudes_are_listed_apart() -> None:
    found = statements(Article.from_text("The senator wants to close the base.", id="a"))
    assert [s.manner for s in found] == ["attitude"]


@pytest.mark.parametrize(
    "text",
    [
        "The “Lantern Front” is a name that nobody had heard.",
        "She read “The Long Way Down” on the train.",
        "Nothing happened on Tuesday and the shops were open.",
        "",
        "\n\n\n",
        "Der Minister sagte am Dienstag, dass die Regierung keine weiteren Zahlungen leisten werde und dass man davon nichts gewusst habe, was viele im Land überraschte.",
        'def f(x):\n    return "said" + x\n\nprint(f("told"))',
        "O rose, thou art sick!\nThe invisible worm,\nThat flies in the night,\nIn the howling storm,",
    ],
    ids=["scare quotes", "title", "narration", "empty", "blank", "another language", "code", "verse"],
)  # fmt: skip
def test_nothing_is_made_up(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“It was over, the mayor said and nothing closed the mark.",
        "It was over,” the mayor said.",
        "“He told us 'go home' and “never come back”,” she said.",
        "'This is a natural outcome,' he said. 'The tightening' reflects it.",
        "« It is over », she said.",
        "''It is over,'' Mr. Gray said.",
    ],
    ids=["only opening", "only closing", "nested", "single", "guillemets", "doubled"],
)
def test_unbalanced_and_mixed_marks(text: str) -> None:
    for statement in said(text):
        assert all(0 <= start < end <= len(text) for start, end in (*statement.content, *statement.cue, *statement.source))


def test_a_list_of_quotations() -> None:
    text = "\n\n".join(f'"This is quotation number {number} of them all," Ana Ruiz said.' for number in range(300))
    assert len(said(text)) == 300


def test_one_endless_paragraph() -> None:
    text = "The shops were open and the rain fell on the square " * 4000
    assert said(text) == []


def test_label_of_the_language_decides() -> None:
    article = Article(id="a", page="a", text="He said that it was over.", language="de")
    assert statements(article) == []


def test_same_article_same_statements() -> None:
    article = Article.from_text("“It was over,” Ana Ruiz said. She denied any role.", id="a")
    assert statements(article) == statements(article)
