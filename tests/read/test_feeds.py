"""RSS, Atom, JSON Feed and OPML: the usual shapes, damaged ones, and bombs."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from local_sites import Write
from local_sites import given_write as given_write  # noqa: PLC0414 - a fixture

from retold.errors import PageError
from retold.read import read
from retold.read.feeds import Entry, Feed, parse_feed
from retold.read.markup import plain_text
from retold.types import Dropped, Page

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Harbour Courier</title><link>https://courier.example/</link><atom:link rel="self" href="https://courier.example/feed"/>
<image><title>Logo</title><url>https://courier.example/logo.png</url></image>
<item>
  <title>Ferry sinks &amp; crew saved&nbsp;&mdash; minister</title>
  <link>https://courier.example/ferry</link><guid isPermaLink="false">c-17</guid>
  <pubDate>Mon, 11 Mar 2024 09:30:00 +0100</pubDate><dc:creator>Ana Ruiz</dc:creator><dc:creator>Jo Ek</dc:creator>
  <description>A ferry sank.</description>
  <content:encoded><![CDATA[<p>A ferry sank off Orsk.</p><p>The crew was saved.</p>]]></content:encoded>
</item>
<item><guid>https://courier.example/2</guid><description>Only &lt;b&gt;a teaser&lt;/b&gt;</description><author>desk@courier.example (Dina Roth)</author></item>
<item><title></title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Orsk Post</title>
<entry><title>Ferry</title><id>tag:orsk,1</id><link rel="replies" href="/1/comments"/><link rel="alternate" type="text/html" href="/1"/>
<published>2024-03-11T09:30:00Z</published><updated>2024-03-11T10:00:00Z</updated><author><name>Ana Ruiz</name><uri>https://x.example</uri></author>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <em>text</em>.</p></div></content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://orsk.example/"><title>Orsk</title></channel>
<item rdf:about="https://orsk.example/1"><title>Ferry</title><link>https://orsk.example/1</link><dc:date>2024-03-11T09:30+01:00</dc:date></item></rdf:RDF>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Orsk Post",
    "items": [
        {
            "id": 7,
            "url": "/7",
            "title": "Ferry",
            "content_html": "<p>Sank.</p>",
            "date_published": "2024-03-11T09:30:00Z",
            "authors": [{"name": "Jo Ek"}],
        },
        {"id": "8", "external_url": "https://other.example/8", "content_text": "Text.", "author": {"name": "Ana Ruiz"}},
        "no entry",
    ],
}


def test_rss() -> None:
    first, second = parse_feed(RSS.encode()).entries
    assert first == Entry(
        id="c-17",
        url="https://courier.example/ferry",
        title="Ferry sinks & crew saved\u00a0— minister",
        published="2024-03-11T09:30:00+01:00",
        authors=("Ana Ruiz", "Jo Ek"),
        summary="A ferry sank.",
        content="<p>A ferry sank off Orsk.</p><p>The crew was saved.</p>",
    )
    assert (second.url, second.summary, second.authors, second.content) == (
        "https://courier.example/2",
        "Only <b>a teaser</b>",
        ("Dina Roth",),
        None,
    )


def test_atom() -> None:
    feed = parse_feed(ATOM.encode(), base="https://orsk.example/feed")
    (entry,) = feed.entries
    assert feed.title == "Orsk Post"
    assert (entry.id, entry.url, entry.published, entry.updated) == (
        "tag:orsk,1",
        "https://orsk.example/1",
        "2024-03-11T09:30:00Z",
        "2024-03-11T10:00:00Z",
    )
    assert plain_text(entry.content or "") == "Long text."
    assert entry.authors == ("Ana Ruiz",)


def test_rss_1() -> None:
    feed = parse_feed(RDF.encode())
    (entry,) = feed.entries
    assert (feed.title, entry.title, entry.url, entry.published) == ("Orsk", "Ferry", "https://orsk.example/1", "2024-03-11T09:30+01:00")


def test_json_feed() -> None:
    feed = parse_feed(json.dumps(JSON).encode(), base="https://orsk.example/feed.json")
    assert feed.entries == (
        Entry("7", "https://orsk.example/7", "Ferry", "2024-03-11T09:30:00Z", authors=("Jo Ek",), content="<p>Sank.</p>"),
        Entry("8", "https://other.example/8", authors=("Ana Ruiz",), content="Text."),
    )


def test_opml() -> None:
    opml = '<opml><head><title>Mine</title></head><body><outline text="a"><outline xmlUrl="https://a.example/f"/><outline xmlUrl="https://a.example/f"/></outline></body></opml>'
    assert parse_feed(opml.encode()) == Feed(None, feeds=("https://a.example/f",))


@pytest.mark.parametrize(
    ("content", "titles"),
    [
        (
            RSS.replace("utf-8", "iso-8859-1").replace("Ferry", "Fähre").encode("iso-8859-1"),
            ["Fähre sinks & crew saved\u00a0— minister", None],
        ),
        (RSS.encode("utf-16"), ["Ferry sinks & crew saved\u00a0— minister", None]),
        (b"\n\n  " + RSS.encode(), ["Ferry sinks & crew saved\u00a0— minister", None]),
        (RSS.replace("Ferry", "Fer\x00\x0bry").encode(), ["Ferry sinks & crew saved\u00a0— minister", None]),
        (RSS[: RSS.index("<content")].encode(), ["Ferry sinks & crew saved\u00a0— minister"]),
        (
            b"<rss><channel><item><title>A & B</title><guid>1</guid></item><item><title>C<br/></title><guid>2</guid></item></channel></rss>",
            ["A & B", "C"],
        ),
    ],
)
def test_damaged_feeds_give_what_can_be_read(content: bytes, titles: list[str | None]) -> None:
    assert [entry.title for entry in parse_feed(content).entries] == titles


LAUGHS = (
    '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (LAUGHS + "<rss><channel><item><title>&i;</title></item></channel></rss>", "the feed declares XML entities, which may be a bomb"),
        (
            '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
            "the feed declares XML entities",
        ),
        ("<html><body>404</body></html>", "is a page of HTML that announces no feed"),
        ("<urlset/>", "is XML but no feed: its root is <urlset>"),
        ("{}", "is JSON but no JSON Feed"),
        ('{"items": [', "is no valid JSON"),
        ('{"a":' * 100_000, "is no valid JSON"),
        ("", "is no XML"),
        ("words", "is no XML"),
    ],
)
def test_what_is_no_feed_and_what_is_a_bomb(content: str, reason: str) -> None:
    with pytest.raises(PageError, match=reason):
        parse_feed(content.encode())


def test_a_document_type_without_entities_is_no_harm() -> None:
    content = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd">' + RSS.partition("?>")[2]
    assert len(parse_feed(content.encode()).entries) == 2


def test_a_feed_of_great_depth_ends() -> None:
    parse_feed(b"<rss><channel>" + b"<item><title>" * 100_000)


def test_a_feed_kept_as_a_file_gives_its_entries_as_records(write: Write) -> None:
    first, second = read([write("feeds/courier.rss", RSS)])
    assert isinstance(first, Page)
    assert (first.path, first.url) == ("feeds/courier.rss#c-17", "https://courier.example/ferry")
    assert json.loads(first.content) == {
        "text": "A ferry sank off Orsk.\n\nThe crew was saved.",
        "id": "c-17",
        "title": "Ferry sinks & crew saved\u00a0— minister",
        "outlet": "Harbour Courier",
        "published": "2024-03-11T09:30:00+01:00",
        "url": "https://courier.example/ferry",
        "author": ["Ana Ruiz", "Jo Ek"],
    }
    assert isinstance(second, Page)
    assert json.loads(second.content)["text"] == "Only a teaser"


def test_xml_that_is_no_feed_is_passed_over_in_a_folder_only(write: Write) -> None:
    write("x/sitemap.xml", "<urlset/>")
    assert list(read(["x"])) == []
    assert list(read(["x/sitemap.xml"])) == [Dropped("x/sitemap.xml", "is XML but no feed: its root is <urlset>")]
    opml = write("x/list.opml", '<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>')
    assert list(read([opml])) == [Dropped(opml, "is a list of 1 feeds, not pages; poll them with: retold watch x/list.opml")]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br/>Two <a href='x'>three</a>", "One\n\nTwo three"),
        ("<ul><li>a</li><li>b</li></ul>tail", "a\n\nb\n\ntail"),
        ("<p>Broken <b>tags", "Broken tags"),
        ("<figure><img src=x><figcaption>Photo</figcaption></figure><p>Text</p>", "Text"),
        ("No tags &amp; an entity", "No tags & an entity"),
        ("1 < 2 &amp; so on", "1 < 2 &amp; so on"),
        ("<div>" * 2000 + "deep" + "</div>" * 2000, ""),
        ("", ""),
    ],
)
def test_fragments_become_paragraphs(fragment: str, expected: str) -> None:
    assert plain_text(fragment) == expected


MARKUP = [*"<>/ab &;\"'=\n", "<p>", "</p>", "<div>", "<script>", "&amp;", "<br>", "]]>", "<!--"]


@given(st.lists(st.sampled_from(MARKUP), max_size=40))
def test_any_fragment_gives_text(pieces: list[str]) -> None:
    assert isinstance(plain_text("".join(pieces)), str)


PIECES = [
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<title>",
    "</title>",
    "<link>",
    "https://x.example/1",
    "<entry>",
    "&nbsp;",
    "&",
    "<![CDATA[",
    "]]>",
    "<",
    "\x00",
    "text",
    "<!DOCTYPE x>",
    'a="',
    "<feed xmlns='x'>",
    "{",
    '"items": [',
]


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_pieces_of_feeds_give_a_feed_or_a_reason(pieces: list[str]) -> None:
    with suppress(PageError):
        assert isinstance(parse_feed("".join(pieces).encode()), Feed)


@given(st.integers(0, len(RSS)), st.integers(0, 40), st.binary(max_size=10))
def test_a_feed_damaged_anywhere_gives_a_feed_or_a_reason(at: int, removed: int, damage: bytes) -> None:
    content = RSS.encode()
    with suppress(PageError):
        assert isinstance(parse_feed(content[:at] + damage + content[at + removed :]), Feed)
