"""Plain text as a crude scraper leaves it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.clean import clean
from retold.types import Article, Dropped, Page

CRUDE = """Osterhaven Herald

Home | Pellan | World | Business | Comment | Obituaries

Hospital trust was warned of open server weeks before files were stolen

Marcus Thell, Health Correspondent

Saturday 21 September 2024, 18:04

Share this article  Save

Saint Aldric Health Trust was warned late last month that a server holding records could be opened by anyone, a site reports.

- Advertisement -

The warning came from a researcher who stumbled on the machine and who spoke on condition that his name was not printed.

What the trust says

Its spokesman, Jude Hargreave, said that it had had no contact with the attackers and that it would not pay them anything.

How hackers get in

March 3, 202408:44

The data protection commissioner, Milo Ferreyra, has begun an inquiry, which may take until the spring of next year.

Credit: www.nullgatereport.example /

LEAVE A REPLY

Please enter your comment!

lofty: and who told the paper? the tea lady

© Osterhaven Herald Ltd
"""


def cleaned(text: str) -> Article:
    made = clean(Page(path="page.txt", content=text))
    assert isinstance(made, Article), made
    return made


def test_a_crude_page_becomes_its_article() -> None:
    article = cleaned(CRUDE)
    assert article.title == "Hospital trust was warned of open server weeks before files were stolen"
    assert (article.outlet, article.outlet_evidence) == ("Osterhaven Herald", "masthead")
    assert article.byline == ("Marcus Thell",)
    assert (article.published, article.published_evidence) == ("2024-09-21T18:04", "stamp")
    assert article.credits == ("Credit: www.nullgatereport.example /",)
    assert article.language == "en"
    assert [p.split()[0] for p in article.text.split("\n\n")] == ["Saint", "The", "What", "Its", "The"]


def test_furniture_is_kept_with_its_kind() -> None:
    kinds = {piece.text: piece.kind for piece in cleaned(CRUDE).furniture}
    assert kinds["- Advertisement -"] == "advert"
    assert kinds["How hackers get in"] == kinds["March 3, 202408:44"] == "caption"
    assert kinds["lofty: and who told the paper? the tea lady"] == "comments"
    assert kinds["Credit: www.nullgatereport.example /"] == "credit"


def test_lines_without_blank_lines_between_are_paragraphs_too() -> None:
    spaced, tight = cleaned(CRUDE), cleaned(CRUDE.replace("\n\n", "\n"))
    assert spaced.text == tight.text


def test_a_scrapers_own_line_tells_address_date_and_names() -> None:
    article = cleaned(
        "Ferry leaves without its captain\n"
        "https://www.harbour-courier.example/news/ferry | 2018-01-10T22:25:00 | Ana Ruiz Senior Reporter, Reuters\n"
        "ESTMARK (Reuters) - The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel.\n"
        "The harbour master said on Monday that the captain had been found asleep in a boat house, and was well.\n"
    )
    assert article.title == "Ferry leaves without its captain"
    assert article.url == "https://www.harbour-courier.example/news/ferry"
    assert (article.published, article.published_evidence) == ("2018-01-10T22:25:00", "record")
    assert article.byline == ("Ana Ruiz",)
    assert article.credits == ("Reuters", "ESTMARK (Reuters) -")
    assert article.text.startswith("ESTMARK (Reuters) - The ferry")


def test_a_credit_glued_to_a_paragraph_is_taken_off() -> None:
    article = cleaned(
        "Ferry leaves without its captain\n\n"
        "The harbour master said on Monday that the captain had been found asleep in a boat house, and was well.\n\n"
        "The company said it would look into how that could happen. (Reporting by Ana Ruiz; Editing by Paul Weir)\n"
    )
    assert article.text.endswith("how that could happen.")
    assert [(f.kind, f.text) for f in article.furniture] == [("credit", "(Reporting by Ana Ruiz; Editing by Paul Weir)")]


def test_another_language_is_kept_and_named() -> None:
    article = cleaned(
        "Fähre verlässt den Hafen ohne ihren Kapitän\n\n"
        "Die Fähre hat am Montagmorgen um sechs Uhr den Kai verlassen, mit neunzig Menschen an Bord und niemandem am Steuer.\n\n"
        "Der Hafenmeister sagte, man habe den Kapitän schlafend in einem Bootshaus gefunden, es gehe ihm gut.\n"
    )
    assert article.language == "de"
    assert article.text.count("\n\n") == 1


LETTER = """View this email in your browser

The Watchkeeper: a ship that went quiet

Olaf Penn

15 November 2024

Like  Comment  Restack

Good morning. The story of the week is the freighter that the coastguard has been holding since Monday, after the cable was cut.

The ship went silent for 47 minutes that night, a coastguard officer told the paper, and nobody on the bridge will say why it did.

The Watchkeeper is free. If you like it, forward it to a shipmate.

Unsubscribe  |  Update your preferences
"""


def test_a_newsletter_has_a_title_a_writer_and_a_name() -> None:
    article = cleaned(LETTER)
    assert article.title == "The Watchkeeper: a ship that went quiet"
    assert (article.byline, article.published, article.outlet) == (("Olaf Penn",), "2024-11-15", "The Watchkeeper")
    assert [p.split()[0] for p in article.text.split("\n\n")] == ["Good", "The"]


def test_a_name_alone_below_the_title_is_no_writer_where_the_text_speaks_of_him() -> None:
    spoken_of = LETTER.replace("a coastguard officer told the paper", "Penn told the paper")
    assert cleaned(spoken_of).byline == ()


def test_a_slogan_and_a_byline_with_its_date_are_no_title() -> None:
    article = cleaned(
        "THE MORNING TIDE\nby Aurelia Berg\nFerries, fish and fog, every weekday by 7\n\nFriday 21 February 2025\n\nPhantom boats, real losses\n\n"
        + "\n\n".join(CRUDE.split("\n\n")[6:7] * 2)
        + "\n\nShare The Morning Tide\n© 2025 Berg Letters, 14 Chandler Row\n"
    )
    assert (article.title, article.outlet, article.byline) == ("Phantom boats, real losses", "The Morning Tide", ("Aurelia Berg",))
    article = cleaned(
        "LE FANAL DES ILES | English edition\n\nThe tower of a brewery in the heart of the inquiry\n\nBy the editorial staff, the 7 August 2025 at 11 h 20\n\n"
        + "\n\n".join(CRUDE.split("\n\n")[6:7] * 2)
    )
    assert (article.title, article.published) == ("The tower of a brewery in the heart of the inquiry", "2025-08-07T11:20")
    assert article.byline == ()


def test_a_numbered_heading_stands_before_the_first_paragraph_too() -> None:
    paragraphs = "\n\n".join(CRUDE.split("\n\n")[6:7] * 2)
    article = cleaned(
        f"5 things to know this Thursday\nTilda Moreau\n5 June 2025 · Like · Comment · Restack\n\n1. The radar row\n\n{paragraphs}\n\n2. The strike\n\n{paragraphs}"
    )
    assert "1. The radar row" in article.text
    assert (article.byline, article.published) == (("Tilda Moreau",), "2025-06-05")


def test_who_the_writer_is_stands_below_the_text() -> None:
    article = cleaned(
        CRUDE.replace(
            "Credit: www", "Marcus Thell is the paper's health correspondent and has covered hospitals for twenty years.\n\nCredit: www"
        )
    )
    assert "twenty years" not in article.text


def test_a_caption_glued_to_a_paragraph_is_taken_off() -> None:
    glued = CRUDE.replace("Its spokesman, Jude", "The hospital on a calmer day. File picture Its spokesman, Jude")
    article = cleaned(glued)
    assert "calmer" not in article.text
    assert "Its spokesman, Jude Hargreave" in article.text
    assert ("caption", "The hospital on a calmer day. File picture") in {(f.kind, f.text) for f in article.furniture}
    glued = CRUDE.replace("Its spokesman, Jude", "The hospital gates on Monday. Photograph: Ola Berg/Meridian The spokesman, Jude")
    assert "Ola Berg" not in cleaned(glued).text


def test_a_paragraph_that_lost_its_end_is_kept_for_what_somebody_says_in_it() -> None:
    cut = "It takes a long row of errors for a file to leave such a server without anyone in the building taking notice of it at all, said Buck Harrow, a security adviser and head of Harrow"
    caption = "Jude Hargreave outside the hospital gates on Monday morning with two of the nurses who brought the complaint and who want their names kept out of the newspapers for good"
    loose = f"\n\n{caption}\n\nThe hospital from the air\n\nThe server room in the basement of the hospital before the doors were changed"
    article = cleaned(
        CRUDE.replace(
            "\n\nWhat the trust says", f"\n\n{cut}{loose}\n\nA porter in the yard of the old hospital with his keys\n\nWhat the trust says"
        )
    )
    assert cut in article.text
    assert caption not in article.text


@given(st.text(max_size=2000))
@settings(max_examples=60, deadline=None)
def test_any_text_is_cleaned_or_dropped_with_a_reason(text: str) -> None:
    made = clean(Page(path="page.txt", content=text, content_type="text/plain"))
    assert isinstance(made, Article) or (isinstance(made, Dropped) and made.reason and "Error" not in made.reason)
