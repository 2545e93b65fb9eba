"""What a page says of its own mistakes is part of its article."""

from __future__ import annotations

import pytest

from retold.clean import clean
from retold.types import Article, Page

TEXT = "".join(
    f"<p>{paragraph}</p>"
    for paragraph in (
        "The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said on Monday.",
        "He told reporters that the captain had been found asleep in a boat house, and that he was well but would not speak to them.",
        "The company, which runs four ferries between the islands, said it would look into how that could happen twice in a year.",
        "Passengers said they had noticed nothing until the ship went past the second island without stopping at its jetty.",
    )
)


def text_with(foot: str) -> str:
    page = f"<html><head><title>Ferry leaves without its captain</title></head><body><main><h1>Ferry leaves without its captain</h1>{TEXT}{foot}</main></body></html>"
    made = clean(Page(path="p.html", content=page))
    assert isinstance(made, Article)
    return made.text


@pytest.mark.parametrize(
    "note",
    [
        "Correction — Aug. 7, 2025: A previous article said that the ferry left at seven. In fact, it left at six.",
        "Clarification: The company runs four ferries, of which one is out of service until the spring.",
        "Correction added March 12: The caption originally gave another name for the captain of the ship.",
        "An earlier version of this article misstated the number of people aboard. There were ninety.",
        "This story has been corrected to give the right name of the second island.",
    ],
)
def test_a_correction_at_the_foot_is_kept(note: str) -> None:
    assert text_with(f'<div class="note"><em>{note}</em></div><div class="report-error">REPORT AN ERROR</div>').endswith(note)


@pytest.mark.parametrize(
    "line",
    [
        "Corrections? Updates? Omissions? Let us know if you have suggestions to improve this article.",
        "Correction officers at the island prison have gone on strike for the third time, readers were told.",
    ],
)
def test_what_only_speaks_of_corrections_is_not(line: str) -> None:
    assert line not in text_with(f'<div class="related"><a href="/x">{line}</a></div>')
