"""Credit lines: who else's text it is, in the byline, the dateline and at the foot."""

from __future__ import annotations

import pytest

from retold.clean import clean
from retold.clean.credits import names_its_source
from retold.types import Article, Page

TEXT = (
    "<p>The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said on Monday.</p>"
    * 3
)


def cleaned(above: str = "", opening: str = "", below: str = "", outlet: str = "Harbour Courier") -> Article:
    head = f'<title>Ferry leaves without its captain</title><meta property="og:site_name" content="{outlet}">'
    text = TEXT.replace("<p>The", f"<p>{opening}The", 1)
    page = f"<html><head>{head}</head><body><main><h1>Ferry leaves without its captain</h1>{above}{text}{below}</main></body></html>"
    made = clean(Page(path="p.html", content=page))
    assert isinstance(made, Article)
    return made


@pytest.mark.parametrize(
    ("above", "credit", "names"),
    [
        ("<p class='byline'>Reuters</p>", "Reuters", ()),
        ("<div class='byline'>The Associated Press</div>", "The Associated Press", ()),
        ("<p class='byline'>By TOM BELL, AP Auto Writer</p>", "By TOM BELL, AP Auto Writer", ("Tom Bell",)),
        ("<div><span class='author'>Tom Bell Associated Press</span></div>", "Tom Bell Associated Press", ("Tom Bell",)),
        (
            "<p class='byline'>Ana Ruiz and Tim Moss, Associated Press</p>",
            "Ana Ruiz and Tim Moss, Associated Press",
            ("Ana Ruiz", "Tim Moss"),
        ),
        ("<p class='byline'>PTI, Kingsmere</p>", "PTI, Kingsmere", ()),
    ],
)
def test_an_agency_in_the_byline_is_a_credit_and_no_person(above: str, credit: str, names: tuple[str, ...]) -> None:
    article = cleaned(above)
    assert credit in article.credits
    assert article.byline == names


def test_a_button_of_two_letters_is_no_agency() -> None:
    assert cleaned("<div>Aa</div><div>pa</div>").credits == ()


@pytest.mark.parametrize("opening", ["KINGSMERE (AP) — ", "KINGSMERE, Nov 11 (Reuters) - ", "(Reuters) - "])
def test_an_agency_in_the_dateline_is_a_credit(opening: str) -> None:
    article = cleaned(opening=opening)
    assert article.credits == (opening.strip(),)
    assert article.text.startswith(opening)


@pytest.mark.parametrize(
    "foot",
    [
        "(Reporting by Ana Ruiz in Kingsmere; Editing by Tim Moss at Reuters)",
        "© 2024 Associated Press. All rights reserved. This material may not be published, broadcast or rewritten.",
        "This story was originally published by the Northern Ledger.",
        "Source: www.northernledger.example",
        "Additional reporting by Orbital News",
        "Read the original article at www.northernledger.example",
        "With Northern Star",
    ],
)
def test_an_agency_at_the_foot_is_a_credit(foot: str) -> None:
    assert cleaned(below=f"<p>{foot}</p>").credits == (foot,)


def test_the_outlet_s_own_agency_is_no_credit() -> None:
    assert cleaned("<p class='byline'>Reuters</p>", "KINGSMERE (Reuters) - ", outlet="Reuters").credits == ()


@pytest.mark.parametrize(
    "line",
    ["Image credit: Ola Berg/Shutterstock", "Featured image source: Reuters", "First published: Tuesday, November 19, 2019 08:38 AM"],
)
def test_whose_picture_it_is_and_when_it_appeared_name_no_source(line: str) -> None:
    assert not names_its_source(line)
