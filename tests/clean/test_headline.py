"""Which of a page's titles is the headline."""

from __future__ import annotations

import pytest

from retold.clean.headline import headline
from retold.clean.markup import blocks, parse
from retold.clean.structured import structured


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Ferry leaves | Harbour Courier</title>", "<h1>Ferry leaves</h1>", "Ferry leaves"),
        ("<title>x</title><meta property='og:title' content='This ferry left and you will not believe who was not aboard'>",
         "<h1>Harbour Courier</h1><h1>Ferry leaves without its captain</h1>", "Ferry leaves without its captain"),
        ("<title>About bugs – Vortex Cannon</title>", "<h1>About bugs</h1>", "About bugs"),
        ("<title>Ferry leaves without its captain - Harbour Courier</title>", "<h2>15 Replies to “Ferry leaves without its captain”</h2>",
         "Ferry leaves without its captain"),
        ("<meta property='og:title' content='Ferry leaves without its captain | Harbour Courier'>", "<h3>Most read</h3>", "Ferry leaves without its captain"),
        ("<title>Harbour Courier</title>", "<div class='headline'><b>Ferry leaves without its captain</b></div>", "Ferry leaves without its captain"),
        ("<title>Harbour Courier No. 214</title>", "<h2>Ferry leaves without its captain</h2>", "Ferry leaves without its captain"),
    ],
)  # fmt: skip
def test_the_headline_is_what_readers_see(head: str, body: str, title: str) -> None:
    tree = parse(f"<html><head>{head}</head><body>{body}<p>The ferry left the quay at six in the morning.</p></body></html>")
    assert headline(tree, structured(tree), blocks(tree), "Harbour Courier") == title
