"""The phrases of furniture, and sentences that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.clean.cues import strongest


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Advertisement -", "advert"),
        ("Advertisement · Scroll to continue", "advert"),
        ("Sponsored: Is your pension ready?", "advert"),
        ("FILE PHOTO: The governor attends a road opening in Ashkar, May 2021. MPA/Irsa Malkov/File", "caption"),
        ("Photo: glass on Saddlers' Street", "caption"),
        ("The Bezmin depot, seen from the perimeter road. (Agency picture)", "caption"),
        ("READ ALSO: Bridge at Mirab closed to lorries again", "related"),
        ("More ArticlesU.S. officials meet", "related"),
        ("You may likewise like: Fourteen superfoods for your lungs", "related"),
        ("MORE FROM WORLD", "related"),
        ("Stay on top - Get the daily news in your inbox", "newsletter"),
        ("Join our WhatsApp Channel - Click here", "newsletter"),
        ("View this email in your browser", "newsletter"),
        ("Having trouble viewing this message? Open it on the web.", "newsletter"),
        ("The Watchkeeper is free. If you like it, forward it to a shipmate.", "newsletter"),
        ("Know someone who would enjoy this letter? Please forward it.", "newsletter"),
        ("Like  Comment  Restack", "share"),
        ("Today’s Tide is brought to you by Quill, the pen that thinks.", "advert"),
        ("- ENDS -", "navigation"),
        ("Media contact", "navigation"),
        ("Communications, Marrow Isles Council, media@marrow.example, 555-0142 ext. 3", "navigation"),
        ("The brewery at the quay, yesterday. Photo Le Fanal", "caption"),
        ("Receive our letter of the morning", "newsletter"),
        ("LEAVE A REPLY", "comments"),
        ("54 comments. Commenting is open to subscribers only.", "comments"),
        ("Facebook Twitter Pinterest LinkedIn Tumblr", "share"),
        ("Found mistake? Select text and press Ctrl+Enter", "share"),
        ("Skip to main content", "navigation"),
        ("Home | Pellan | World | Business | Comment", "navigation"),
        ("© 2022 Lowland Observer News Limited. All rights reserved.", "legal"),
        ("18+ When using materials a hyperlink to Zhemar Online is obligatory", "legal"),
        ("Credit: www.lowlandobserver.example /", "credit"),
        ("(Reporting by Irsa Malkov; Editing by Paul Weir)", "credit"),
        ("This story was supplied by MPA and has not been edited by Herald staff.", "credit"),
        ("With information of Osterhaven Herald", "credit"),
    ],
)
def test_furniture_has_its_kind(line: str, kind: str) -> None:
    hit = strongest(line)
    assert hit is not None
    assert (hit.kind, hit.strength >= 2) == (kind, True)


@pytest.mark.parametrize(
    "line",
    [
        "Shares of the ferry company fell by a fifth after the accident, the exchange said.",
        "The photographer said she had been told to leave, and that her pictures had been taken from her.",
        "Police said they would forward it to a prosecutor in Kingsmere.",
        "He had asked them to forward this to a friend, the court heard on Monday.",
        "He received our letter of complaint in March, and nobody answered it until the summer.",
        "Privacy, he said, was what the patients had lost.",
        "The doctors contributed money and raised more from friends to pay for the vaccines.",
        "He read the letter twice, then asked for more time to comment on it.",
        "1. Check the valves before the shift begins",
        "At home, she said, nobody had slept since Tuesday.",
    ],
)
def test_sentences_are_left_alone(line: str) -> None:
    hit = strongest(line)
    assert hit is None or hit.strength == 1


@given(st.text(max_size=3000))
def test_any_line_is_looked_at(line: str) -> None:
    strongest(line)
