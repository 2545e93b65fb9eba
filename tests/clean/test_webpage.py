"""HTML pages: the body among its furniture, and facts with their evidence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.clean import clean
from retold.types import Article, Dropped, Page

PARAGRAPHS = (
    "The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said.",
    "He told reporters that the captain had been found asleep in a boat house, and that he was well but would not speak to them.",
    "The company, which runs four ferries between the islands, said it would look into how that could happen twice in a year.",
    "Passengers said they had noticed nothing until the ship went past the second island without stopping at its jetty.",
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry leaves without its captain | Harbour Courier</title>
<link rel="canonical" href="https://www.harbour-courier.example/news/ferry">
<meta property="og:updated_time" content="2024-03-14T08:00:00Z"><meta property="article:section" content="Islands">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Ferry leaves without its captain",
 "datePublished": "2024-03-11T09:30:00Z", "author": {{"@id": "#ana"}}, "publisher": {{"@type": "Organization", "name": "Harbour Courier"}}}},
 {{"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}}]}}</script></head><body>
<header><nav><a href="/">News</a> <a href="/isles">Islands</a> <a href="/tides">Tides</a></nav></header>
<main><article><h1>Ferry leaves without its captain</h1><p class="byline">By Ana Ruiz</p>
<p>{PARAGRAPHS[0]}</p>
<figure><img src="f.jpg"><figcaption>The ferry in June. Photo: Ola Berg</figcaption></figure>
<p>{PARAGRAPHS[1]}</p>
<div class="ad-slot">Advertisement</div>
<p>{PARAGRAPHS[2]}</p>
<p><a href="/x">READ MORE: Second island wants its own ferry</a></p>
<h2>Nothing noticed</h2>
<p>{PARAGRAPHS[3]}</p>
<p class="agency">This story was supplied by the Meridian Press Agency.</p>
</article>
<section id="comments" class="comments"><h3>2 comments</h3><div class="comment">lofty: {PARAGRAPHS[0]} I was there, and it was worse.</div></section>
</main><aside class="related"><h3>Most read</h3><ul><li><a href="/a">Goat found on jetty</a></li><li><a href="/b">Tide tables for April</a></li></ul></aside>
<footer>© 2024 Harbour Courier. All rights reserved.</footer></body></html>"""


def cleaned(html: str, url: str | None = None) -> Article:
    made = clean(Page(path="page.html", content=html, url=url))
    assert isinstance(made, Article), made
    return made


def test_the_body_is_the_paragraphs_and_headings_alone() -> None:
    assert cleaned(PAGE).text.split("\n\n") == [*PARAGRAPHS[:3], "Nothing noticed", PARAGRAPHS[3]]


def test_facts_with_their_evidence() -> None:
    article = cleaned(PAGE)
    assert article.title == "Ferry leaves without its captain"
    assert (article.outlet, article.outlet_evidence) == ("Harbour Courier", "json-ld")
    assert (article.published, article.published_evidence) == ("2024-03-11T09:30:00+00:00", "json-ld")
    assert article.updated == "2024-03-14T08:00:00+00:00"
    assert article.byline == ("Ana Ruiz",)
    assert (article.language, article.section) == ("en", "Islands")
    assert article.url == "https://www.harbour-courier.example/news/ferry"


def test_credit_lines_are_evidence_and_furniture_has_its_kind() -> None:
    article = cleaned(PAGE)
    assert article.credits == ("This story was supplied by the Meridian Press Agency.",)
    kinds = {piece.text: piece.kind for piece in article.furniture}
    assert kinds["The ferry in June. Photo: Ola Berg"] == "caption"
    assert kinds["Advertisement"] == "advert"
    assert kinds["READ MORE: Second island wants its own ferry"] == "related"
    assert kinds["© 2024 Harbour Courier. All rights reserved."] == "legal"


def test_an_update_is_no_publication() -> None:
    printed = PAGE.replace('"datePublished": "2024-03-11T09:30:00Z",', "").replace(
        "By Ana Ruiz", "Updated 14 March 2024, 8.00am. First published 11 March 2024, 9.30am"
    )
    article = cleaned(printed)
    assert (article.published, article.published_evidence) == ("2024-03-11T09:30", "stamp")


def test_the_same_page_without_tags_gives_nearly_the_same_article() -> None:
    tagged = cleaned(PAGE)
    lines = ["Harbour Courier", "News | Islands | Tides | Search", str(tagged.title), "By Ana Ruiz", "March 11, 2024"]
    lines += [
        *PARAGRAPHS[:2],
        "Advertisement",
        PARAGRAPHS[2],
        "READ MORE: Second island wants its own ferry",
        "Nothing noticed",
        PARAGRAPHS[3],
    ]
    bare = clean(Page(path="page.txt", content="\n".join([*lines, "This story was supplied by the Meridian Press Agency.", "2 comments"])))
    assert isinstance(bare, Article)
    assert (bare.text, bare.title, bare.byline, bare.credits) == (tagged.text, tagged.title, tagged.byline, tagged.credits)


def test_a_page_cut_off_in_the_middle_keeps_what_it_has() -> None:
    cut = PAGE[: PAGE.index(PARAGRAPHS[2]) + 40]
    assert cleaned(cut).text.startswith("\n\n".join(PARAGRAPHS[:2]))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the page is empty"),
        (b"%PDF-1.7 ...", "is no text but a PDF document"),
        (bytes(range(256)) * 40, "is no text but binary data"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article in the page"),
        ("x" * 20_000_001, "the page is larger than 20 million characters"),
        ("<html><body>" + "<div>" * 200_000 + "</body></html>", "no article in the page"),
    ],
)
def test_what_holds_no_article_is_dropped_with_a_reason(content: bytes | str, reason: str) -> None:
    assert clean(Page(path="p", content=content)) == Dropped("p", reason)


def test_wrong_charsets_and_nul_bytes_do_no_harm() -> None:
    lied = PAGE.replace("morning", "mørgen").encode("latin-1", "replace").replace(b"captain had", b"cap\x00tain had")
    made = clean(Page(path="p", content=lied))
    assert isinstance(made, Article)
    assert "mørgen" in made.text
    assert "the captain had been found" in made.text


def test_entities_are_not_expanded_without_end() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>' + PAGE.replace("nobody", "&c;")
    assert len(cleaned(bomb).text) < 1000


def test_the_same_page_gives_the_same_article() -> None:
    assert cleaned(PAGE) == cleaned(PAGE)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class='x'>", "</div>", "<br>", "<a href=#>", "</a>", "<h1>", "<li>", "word ", "A sentence ends here. "]
        ),
        max_size=60,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_markup_is_cleaned_or_dropped_with_a_reason(pieces: list[str]) -> None:
    made = clean(Page(path="p", content="<html><body>" + "".join(pieces), content_type="text/html"))
    assert isinstance(made, Article) or (isinstance(made, Dropped) and made.reason and "Error" not in made.reason)


@pytest.mark.parametrize(
    "beside",
    [
        '<p><a href="/x"><strong>SECOND ISLAND WANTS A FERRY OF ITS OWN</strong></a></p>',
        '<div class="wp-caption"><p class="wp-caption-text">The quay on the morning of the storm, with the ferry made fast at its usual place.</p></div>',
        '<div class="article-legal"><p>The Harbour Courier may earn a share of sales from the links in this article, which its writers do not choose.</p></div>',
        "<p>Follow the Courier's full coverage of the islands at https://courier.example/islands</p>",
        "<p>If you enjoyed this article, you will like our weekly letter about everything that floats, which is free.</p>",
        "<p>Get the Harbour Courier delivered straight to your letter box every week of the year for twelve crowns.</p>",
        "<p>Ferry to sail without a crew by the end of the decade, says minister [VIDEO]</p>",
        "<p>ana.ruiz@courier.example</p>",
        "<p>Lesezeit: 3 Minuten</p>",
        "<p>Updated at 1:23 p.m.</p>",
    ],
)
def test_what_stands_between_paragraphs_and_is_none_of_the_text_is_furniture(beside: str) -> None:
    article = cleaned(PAGE.replace("<h2>Nothing", beside + "<h2>Nothing"))
    assert article.text.split("\n\n") == [*PARAGRAPHS[:3], "Nothing noticed", PARAGRAPHS[3]]
