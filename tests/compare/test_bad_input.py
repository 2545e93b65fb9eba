"""What real pages hold that is no change at all, and what must never yield hundreds of them."""

import pytest

from retold.compare import compare
from retold.types import Article, Change, Derivation, How, Statement, Traced

FRAME = """The bridge over the Orne was closed on Monday after an inspector found a crack in its third pillar.

{}

Lorries are sent round by the old road until the work is done, the county said in the evening."""


def told(earlier: str, later: str, how: How = "reworded", published: str | None = "2023-03-15") -> list[Change]:
    articles = [
        Article("first", "first.txt", FRAME.format(earlier), outlet="Orne Wire", published=published),
        Article("second", "second.txt", FRAME.format(later), outlet="Dale Mail", published=published),
    ]
    return list(compare(articles, Traced(derivations=(Derivation("second", "first", how, 0.8, 0.9),)), (), ()))


@pytest.mark.parametrize("how", ["light-edit", "reworded"])
@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # numbers written out
        ("Twenty-one lorries and three buses were turned back.", "21 lorries and 3 buses were turned back."),
        ("Two and a half million crowns were set aside for it.", "2.5m crowns were set aside for it."),
        ("It costs half a million crowns to mend.", "It costs 500,000 crowns to mend."),
        # ranges
        ("The work will take 10 to 15 days, he said.", "The work will take between 10 and 15 days, he said."),
        ("The work will take 10-15 days, he said.", "The work will take up to 15 days, he said."),
        # dozens and scores
        ("Dozens of drivers waited at the gate.", "Some 40 drivers waited at the gate."),
        ("Hundreds of drivers waited at the gate.", "More than 300 drivers waited at the gate."),
        # percentages against counts
        ("About 12 percent of the 400 drivers turned back.", "Around 48 of the 400 drivers turned back."),
        ("One in four drivers turned back.", "A quarter of the drivers turned back."),
        # dates without a year, and with one
        ("The bridge was built on 9 May 1961, the county said.", "The bridge dates from May 1961, the county said."),
        ("The last check was on March 3, the county said.", "The last check was on Friday, March 3, 2023, the county said."),
        # quotes shortened by an ellipsis, and with brackets
        ("“We looked at every pillar, and I mean every one, and found one crack,” she said.", "“We looked at every pillar … and found one crack,” she said."),
        ("“We looked at every pillar and they found one crack,” she said.", "“[The inspectors] looked at every pillar and … found one crack,” she said."),
        ("“We looked at every pillar and found one crack,” she said.", "“We looked at every pillar and found [only] one crack,” she said."),
        # a paraphrase beside its quote
        ("“We looked at every pillar and found one crack,” she said.", "She said they had looked at every pillar and found one crack. “We looked at every pillar,” she said."),
        # the same sums in other signs
        ("The county will pay 4.2 million euros for it.", "The county will pay €4.2m for it."),
        ("The crack is 30 centimetres long and 2 millimetres wide.", "The crack is 0.3 metres long and 2 mm wide."),
        ("It was closed at 9:40 p.m. on Monday.", "It was closed at 21.40 on Monday night."),
    ],
)  # fmt: skip
def test_no_change(earlier: str, later: str, how: How) -> None:
    assert told(earlier, later, how) == []


def test_no_dates_at_all() -> None:
    assert told("It was closed last Sunday.", "It was closed on Sunday.", published=None) == []


def test_a_thousand_copies_of_one_text_have_no_change() -> None:
    text = FRAME.format("Twenty-one lorries and three buses were turned back.")
    articles = [Article(f"a{n:04}", "", text) for n in range(1000)]
    edges = tuple(Derivation(a.id, "a0000", "verbatim", 1.0, 0.99) for a in articles[1:])
    assert compare(articles, Traced(derivations=edges), (), ()) == ()


def test_a_satire_of_a_report_is_no_hundred_changes() -> None:
    """It takes the names and the setting, and tells another story with them."""
    real = "The county's engineer, Ida Morn, said the crack was two years old. “We should have seen it,” she said. Repairs cost 4 million crowns."
    satire = (
        "The county's engineer, Ida Morn, said the crack was a feature. “We are proud of it,” she told a crowd of nine geese. Repairs have been "
        "cancelled and the 4 million crowns will buy every lorry a pair of wings, said Morn, who was not wearing any."
    )
    assert len(told(real, satire)) <= 2


def test_two_reports_of_their_own_that_cite_one_wire_are_not_set_against_each_other_word_by_word() -> None:
    own = "Nine cafés on the quay closed for the day. Bread ran out at noon. A ferry took 60 people across, and a second one 40."
    other = "Seven shops in Dale stayed shut. The baker sold out at two. A barge took 25 pupils to school, and two teachers."
    articles = [Article("a", "a", FRAME.format(own)), Article("b", "b", FRAME.format(other))]
    edges = tuple(Derivation(name, "ghost", "cited", None, 0.8) for name in ("a", "b"))
    assert compare(articles, Traced(derivations=edges), (), ()) == ()


def test_articles_without_statements_and_statements_without_articles() -> None:
    text = FRAME.format("Nobody was hurt.")
    stray = Statement("s", "gone", ((0, 5),), source=((6, 9),), speaker="Ida Morn", source_kind="named")
    edge = Derivation("b", "a", "light-edit", 0.9, 0.9)
    assert compare([Article("a", "a", text), Article("b", "b", text)], Traced(derivations=(edge,)), (stray,), ()) == ()


def test_a_list_of_figures_and_one_endless_sentence() -> None:
    table = ", ".join(str(n * 37 % 1000) for n in range(2000))
    other = ", ".join(str(n * 41 % 1000) for n in range(2000))
    assert len(told(table, other, "light-edit")) <= 14
    assert len(told("word " * 5000, "other " * 5000, "spun")) <= 14
