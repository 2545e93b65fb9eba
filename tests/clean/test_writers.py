"""Bylines of web pages: where writers are named, and where only others are."""

from __future__ import annotations

import pytest

from retold.clean.facts import title_block
from retold.clean.markup import blocks, parse
from retold.clean.structured import structured
from retold.clean.writers import Scene, byline

TITLE = "Ferry leaves without its captain"
TEXT = "<p>The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said on Monday.</p>"


def writers(head: str = "", above: str = "", below: str = "", after: str = "", outlet: str = "Harbour Courier") -> tuple[str, ...]:
    tree = parse(
        f"<html><head><title>{TITLE}</title>{head}</head><body>{above}<main><h1>{TITLE}</h1>{below}{TEXT * 16}</main>{after}</body></html>"
    )
    found = blocks(tree)
    return byline(Scene(tree, structured(tree), found, title_block(found, TITLE), outlet))


def json_ld(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}</script>'


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ('<p class="byline">By <a href="/author/ana-ruiz">Ana Ruiz</a> and <a href="/author/tim-moss">Tim Moss</a></p>', ("Ana Ruiz", "Tim Moss")),
        ('<p class="byline">Miriam Oakes in Kingsmere and Josef Tarn in Skelby</p>', ("Miriam Oakes", "Josef Tarn")),
        ('<div><span class="author">Tom Davies Associated Press</span></div><div>Published 11:34 PM EST Nov 19, 2019</div>', ("Tom Davies",)),
        ('<p><span>March 11, 2024</span> · <a href="/x">Ana Ruiz</a></p>', ("Ana Ruiz",)),
        ("<p>Friday column • March 11, 2024 • Ana Ruiz</p>", ("Ana Ruiz",)),
        ('<p class="text-white">Ana Ruiz</p>', ("Ana Ruiz",)),
        ("<div>2024-03-11 ·<div>Trond Berg</div></div>", ("Trond Berg",)),
        ('<div class="author"><strong><a href="/blog/author/yucca/">Yucca</a></strong><span>11/3/2024</span></div>', ("Yucca",)),
        ('<p>Written by: <a href="/author/a">Ana Ruiz</a></p><p>Edited by: <a href="/author/b">Tim Moss</a></p>', ("Ana Ruiz",)),
        ("<div><span>Stefan</span></div><div><time>March 5, 2024</time></div>", ("Stefan",)),
    ],
)  # fmt: skip
def test_who_is_named_at_the_headline(below: str, names: tuple[str, ...]) -> None:
    assert writers(below=below) == names


@pytest.mark.parametrize(
    ("head", "below", "after"),
    [
        (json_ld('{"@type": "Person", "name": "Reuters"}'), "", '<h3 class="byline-list">Most Read</h3>'),
        (json_ld('{"@type": "Organization", "name": "Harbour Courier"}'), "", '<div class="author-list">Justin Marsh</div>'),
        ('<meta name="author" content="Editorial">', '<li class="topic">Hong Kong</li>', ""),
        ('<meta name="author" content="Harbour Courier">', "", ""),
        ("", '<p class="tag">Donald Marsh</p><p class="tag">Helen Roe</p>', ""),
        ("", '<p>Reviewed by <a href="/reviewer/y">Youval Marsh</a></p>', ""),
        ("", "<figcaption>Photo by Ben Hale</figcaption>", '<div class="related"><p class="byline">By Tim Moss</p></div>'),
        ("", "", "<p>By Tim Moss</p><p>By Dina Roth</p>"),
    ],
)  # fmt: skip
def test_who_is_no_writer_of_this_page(head: str, below: str, after: str) -> None:
    assert writers(head=head, below=below, after=after) == ()


def test_the_page_s_data_are_completed_by_what_it_prints() -> None:
    head = json_ld('[{"@type": "Person", "name": "Ana Ruiz"}]')
    assert writers(head=head, below="<p>By Ana Ruiz, Tim Moss and Dina Roth</p>") == ("Ana Ruiz", "Tim Moss", "Dina Roth")
    assert writers(head=head, below="<p>By Ana Ruiz and agencies; photographs by Tim Moss</p>") == ("Ana Ruiz",)


def test_a_subject_alone_below_the_headline_is_no_writer() -> None:
    spoken_of = (
        "<p>Ana Ruiz</p><p>"
        + "Ruiz, who has run the ferries for thirty years, said that she had never seen anything like it in her life. " * 3
        + "</p>"
    )
    assert writers(below=spoken_of) == ()


def test_a_person_s_own_site_is_hers() -> None:
    assert writers(outlet="Polly Barker") == ("Polly Barker",)
    assert writers(after="<footer>© 2024 Polly Barker</footer>", outlet="Zero Waste") == ("Polly Barker",)


def test_what_says_who_wrote_it_may_stand_below_the_text() -> None:
    assert writers(after="<div>This post was written by Dana Podolski, Head of Marketing</div>") == ("Dana Podolski",)
