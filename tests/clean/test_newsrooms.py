"""Title, byline, outlet, published and updated as content systems and newsrooms mark them. All names are invented."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from retold.clean import clean
from retold.types import Article, Page

TITLE = "Ferry leaves the quay without its captain"
TEXT = (
    "The ferry left the quay at six in the morning with ninety people aboard and nobody at the wheel, the harbour master said on Monday.",
    "He told reporters that the captain had been found asleep in a boat house, and that he was well but would not speak to them.",
    "The company, which runs four ferries between the islands, said it would look into how that could happen twice in a year.",
)
TEASERS = "".join(
    f"<li><h3><a href='/t/{n}'>{title}</a></h3><span class='byline'>By {name}</span> <time datetime='2021-01-0{n}'>January {n}, 2021</time></li>"
    for n, (title, name) in enumerate(
        [("Goat found on jetty", "Karl Dietz"), ("Tide tables are out", "Mei Arrow"), ("Fog again", "Lou Penn")], 1
    )
)
OUTLET = "Harbour Courier"


@dataclass(frozen=True, slots=True)
class Marked:
    """How one system marks a page: what stands in its head and below its headline, and what must be read from that."""

    system: str
    head: str
    below: str = ""
    byline: tuple[str, ...] = ("Ana Ruiz",)
    published: str | None = "2024-03-11"
    updated: str | None = None
    outlet: str | None = OUTLET
    above: str = ""
    title: str = TITLE
    h1: str = TITLE
    url: str | None = "https://www.harbourcourier.example/a"
    after: str = ""


def ld(kind: str = "NewsArticle", **said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": kind, "headline": TITLE, **said})}</script>'


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def named(value: str) -> str:
    return f'<meta property="og:site_name" content="{value}">'


def yoast() -> str:
    graph = [
        {"@type": "Article", "headline": TITLE, "author": {"name": "Ana Ruiz", "@id": "https://x/#/schema/person/1"}, "datePublished": "2024-03-11T09:30:00+00:00",
         "dateModified": "2024-03-12T10:00:00+00:00", "publisher": {"@id": "https://x/#organization"}},
        {"@type": "WebSite", "@id": "https://x/#website", "name": OUTLET},
        {"@type": "Person", "@id": "https://x/#/schema/person/1", "name": "Ana Ruiz"},
    ]  # fmt: skip
    return f'<script type="application/ld+json" class="yoast-schema-graph">{json.dumps({"@context": "https://schema.org", "@graph": graph})}</script>'


MARKED = (
    Marked("WordPress with Yoast", yoast() + f"<title>{TITLE} - {OUTLET}</title>", published="2024-03-11T09:30:00+00:00", updated="2024-03-12T10:00:00+00:00"),
    Marked("WordPress theme alone", f"<title>{TITLE} | {OUTLET}</title>",
           '<div class="entry-meta"><span class="posted-on">Posted on <a href="/a"><time class="entry-date published" datetime="2024-03-11T09:30:00+01:00">March 11, 2024</time>'
           '<time class="updated" datetime="2024-03-12T08:00:00+01:00">March 12, 2024</time></a></span><span class="byline"> by <span class="author vcard">'
           '<a class="url fn n" href="/author/ana/">Ana Ruiz</a></span></span><span class="comments-link"><a href="#respond">Leave a comment</a></span></div>',
           published="2024-03-11T09:30:00+01:00"),
    Marked("Arc", named(OUTLET) + ld(datePublished="2024-03-11T14:30:00Z", dateModified="2024-03-11T15:00:00Z", author=[person("Ana Ruiz"), person("Tim Moss")]),
           '<div class="b-author">By <a href="/author/ana-ruiz/">Ana Ruiz</a> and <a href="/author/tim-moss/">Tim Moss</a></div><time class="b-date">March 11, 2024 at 9:30 am EST</time>',
           byline=("Ana Ruiz", "Tim Moss"), published="2024-03-11T09:30:00-05:00", updated="2024-03-11T15:00:00+00:00"),
    Marked("Brightspot", named(OUTLET) + '<meta property="article:published_time" content="2024-03-11T09:30:00.123">',
           '<div class="Page-byline"><div class="Page-authors">By <a class="Link" href="/people/ana-ruiz">Ana Ruiz</a></div><div class="Page-datePublished">March 11, 2024</div></div>',
           published="2024-03-11T09:30:00"),
    Marked("Drupal", named(OUTLET), '<div class="node__submitted"><span class="field--name-uid">By <span>Ana Ruiz</span></span> <time datetime="2024-03-11T12:00:00Z">03/11/2024</time></div>',
           published="2024-03-11T12:00:00+00:00"),
    Marked("Blogger", f"<title>{OUTLET}: {TITLE}</title>" + ld("BlogPosting", datePublished="2024-03-11T09:30:00+02:00", author=person("Ana Ruiz"), publisher={"@type": "Organization", "name": "Blogger"}) + named(OUTLET),
           published="2024-03-11T09:30:00+02:00"),
    Marked("Substack", named("The Watchkeeper") + ld(datePublished="2024-03-11T09:30:00+00:00", author=[person("Ana Ruiz")], publisher={"@type": "Organization", "name": "The Watchkeeper"}),
           "<h3 class='subtitle'>Who was at the wheel</h3><div><a href='https://substack.example/@ana'>Ana Ruiz</a><div>Mar 11, 2024</div></div><div>Share</div>",
           published="2024-03-11T09:30:00+00:00", outlet="The Watchkeeper", url="https://watchkeeper.substack.com/p/ferry"),
    Marked("Ghost", named(OUTLET) + '<meta property="article:published_time" content="2024-03-11T09:30:00.000Z"><meta property="article:modified_time" content="2024-03-12T09:30:00.000Z">'
           '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Ruiz"><meta name="twitter:label2" content="Filed under"><meta name="twitter:data2" content="Islands">',
           published="2024-03-11T09:30:00+00:00", updated="2024-03-12T09:30:00+00:00"),
    Marked("a public broadcaster", named("BBC News") + ld("ReportageNewsArticle", datePublished="2024-03-11T09:30:00.000Z", author={"@type": "NewsMediaOrganization", "name": "BBC News"}, publisher={"@type": "NewsMediaOrganization", "name": "BBC News"}),
           '<div data-component="byline-block"><span>Ana Ruiz</span><span>Islands correspondent</span></div><time datetime="2024-03-11T09:30:00.000Z">4 hours ago</time>',
           published="2024-03-11T09:30:00+00:00", outlet="BBC News", url="https://www.bbc.co.uk/news/articles/c1"),
    Marked("a London daily", named("the Courier") + f"<title>{TITLE} | Islands | The Harbour Courier</title>" + '<meta property="article:published_time" content="2024-03-11T09:30:00.000Z"><meta property="article:author" content="https://www.harbourcourier.example/profile/ana-ruiz"><meta name="author" content="Ana Ruiz">',
           '<address aria-label="Contributor info"><a rel="author" href="/profile/ana-ruiz">Ana Ruiz</a> in Kingsmere</address><details><summary>Mon 11 Mar 2024 09.30 GMT</summary>Last modified on Tue 12 Mar 2024 08.12 GMT</details>',
           published="2024-03-11T09:30:00+00:00", updated="2024-03-12T08:12:00+00:00", outlet="The Harbour Courier"),
    Marked("an agency's own page", named("AP News") + ld(datePublished="2024-03-11T09:30:00Z", author=[person("ANA RUIZ"), person("TIM MOSS")], publisher={"@type": "Organization", "name": "AP News"}),
           '<div class="Page-byline">By <a href="/author/ana">ANA RUIZ</a> and <a href="/author/tim">TIM MOSS</a></div><div>Updated 6:02 AM EDT, March 12, 2024</div>',
           byline=("Ana Ruiz", "Tim Moss"), published="2024-03-11T09:30:00+00:00", updated="2024-03-12T06:02:00-04:00", outlet="AP News", url="https://apnews.com/article/x"),
    Marked("another agency's page", named("Reuters") + '<meta name="article:author" content="Ana Ruiz,Tim Moss"><meta name="article:published_time" content="2024-03-11T09:30:00Z"><meta name="article:modified_time" content="2024-03-11T10:00:00Z">',
           '<div>By <a href="/authors/ana-ruiz/">Ana Ruiz</a> and <a href="/authors/tim-moss/">Tim Moss</a></div><time><span>March 11, 2024</span><span>9:30 AM UTC</span><span>Updated 2 hours ago</span></time>',
           byline=("Ana Ruiz", "Tim Moss"), published="2024-03-11T09:30:00+00:00", updated="2024-03-11T10:00:00+00:00", outlet="Reuters", url="https://www.reuters.com/x"),
    Marked("a regional site with an agency's story", named(OUTLET) + ld(datePublished="2024-03-11T09:30:00Z", author={"@type": "Person", "name": "The Associated Press"}, publisher={"@type": "Organization", "name": "Associated Press"}),
           "<p class='byline'>Associated Press</p>", byline=(), published="2024-03-11T09:30:00+00:00"),
    Marked("a US chain", named(OUTLET) + ld(author={}, publisher={"@type": "Organization", "name": OUTLET}),
           '<div class="byline-section"><div class="attribution"><span class="author">Ana Ruiz</span> <span>Harbour Courier</span></div><div class="publish-date">Published 11:34 PM EST Mar 11, 2024</div></div>',
           published="2024-03-11T23:34:00-05:00"),
    Marked("Le Monde's kind", named(OUTLET) + '<meta property="og:article:published_time" content="2024-03-11T09:30:00+01:00">',
           '<p class="article__desc">Le navire est parti sans lui.</p><section class="meta"><span class="meta__author">Par <a href="/signataires/ana-ruiz/">Ana Ruiz</a></span><span class="meta__date">Publié le 11 mars 2024 à 09h30, modifié le 12 mars 2024 à 08h15</span></section>',
           published="2024-03-11T09:30:00+01:00", updated="2024-03-12T08:15"),
    Marked("Spiegel's kind", named(OUTLET) + '<meta name="date" content="2024-03-11T09:30:00+01:00"><meta name="last-modified" content="2024-03-11T11:00:00+01:00"><meta name="author" content="Ana Ruiz, Harbour Courier">',
           '<div>Von <a href="/impressum/autor-ana">Ana Ruiz</a>, Kingsmere</div><time datetime="2024-03-11 09:30:00">11.03.2024, 09.30 Uhr</time>',
           published="2024-03-11T09:30:00+01:00", updated="2024-03-11T11:00:00+01:00"),
    Marked("El País's kind", named(OUTLET) + ld(datePublished="2024-03-11T09:30:00.000Z", dateModified="2024-03-11T12:00:00.000Z", author=[person("Ana Ruiz"), person("Agencias")]),
           '<div class="a_md_a"><a href="/autor/ana-ruiz/">Ana Ruiz</a><span> | Agencias</span></div><div class="a_md_f">11 mar 2024 - 10:30 CET</div>',
           published="2024-03-11T10:30:00+01:00", updated="2024-03-11T12:00:00+00:00"),
    Marked("Folha's kind", f"<title>{TITLE} - 11/03/2024 - Ilhas - {OUTLET}</title>" + named(OUTLET) + '<meta property="article:published_time" content="2024-03-11 09:30:00">',
           '<div class="c-signature"><strong class="c-signature__author">Ana Ruiz</strong></div><time class="c-more-options__published-date" datetime="2024-03-11 09:30:00">11.mar.2024 às 9h30</time><time class="c-more-options__modified-date">Atualizado em 12 de março de 2024 às 8h00</time>',
           published="2024-03-11T09:30:00", updated="2024-03-12T08:00"),
    Marked("Corriere's kind", named(OUTLET), '<p class="author-art">di <a href="/firme/ana-ruiz.shtml">Ana Ruiz</a></p><p class="media-news-date">11 marzo 2024 | Aggiornato il 12 marzo 2024, 08:15</p>',
           updated="2024-03-12T08:15"),
    Marked("AMP", named(OUTLET) + ld(datePublished="2024-03-11T09:30:00Z", author="Ana Ruiz", mainEntityOfPage="https://www.harbourcourier.example/a") + '<link rel="canonical" href="https://www.harbourcourier.example/a">',
           published="2024-03-11T09:30:00+00:00", url="https://www-harbourcourier-example.cdn.ampproject.org/c/s/a/amp"),
    Marked("a print view", f"<title>{OUTLET} | Print | {TITLE}</title>", "<p>By Ana Ruiz</p><p>Harbour Courier, 11 March 2024, 9:30am</p><p>Print this page | Close window</p>", published="2024-03-11T09:30"),
    Marked("microdata", f"<title>{TITLE}</title>" + named(OUTLET),
           '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2024-03-11T09:30:00+02:00"><meta itemprop="dateModified" content="2024-03-12">'
           '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ana Ruiz</span></span></div>',
           published="2024-03-11T09:30:00+02:00", updated="2024-03-12"),
    Marked("Parse.ly and Sailthru", named(OUTLET) + '<meta name="parsely-author" content="Ana Ruiz"><meta name="parsely-pub-date" content="2024-03-11T09:30:00Z">', published="2024-03-11T09:30:00+00:00"),
    Marked("Dublin Core", '<meta name="DC.creator" content="Ana Ruiz"><meta name="DC.date.issued" content="2024-03-11"><meta name="DC.publisher" content="Harbour Courier">' + named(OUTLET)),
    Marked("labels in boxes of their own", named(OUTLET), "<div>Posted on</div><div>Mar 11, 2024</div><div>Updated at</div><div>Apr 2, 2024</div><div>Written by</div><div>Ana Ruiz - Islands</div><div>Reading time</div><div>5 Minutes</div>",
           updated="2024-04-02"),
    Marked("an Indian daily", named(OUTLET) + '<meta name="author" content="Ana Ruiz">',
           "<div>By: <a href='/profile/author/ana/'>Ana Ruiz</a> | Kingsmere |</div><div>Updated: March 12, 2024 08:15 IST</div><div>First published on: 11-03-2024 at 09:30 IST</div>",
           published="2024-03-11T09:30:00+05:30", updated="2024-03-12T08:15:00+05:30"),
    Marked("a Nigerian blog", f"<title>{TITLE} - {OUTLET}</title>", '<p class="post-meta">By Ana Ruiz On <time datetime="2024-03-11T09:30:00+01:00">Mar 11, 2024</time> Last updated Mar 12, 2024</p>',
           published="2024-03-11T09:30:00+01:00", updated="2024-03-12"),
    Marked("a Russian page", named("Гавань"), '<div class="meta"><span>11 марта 2024, 09:30</span></div><div class="author">Текст: Анна Руднева</div>',
           byline=("Анна Руднева",), published="2024-03-11T09:30", outlet="Гавань", url="https://gavan.example.ru/a"),
    Marked("a Korean page", named("항구일보"), '<span class="date">입력 2024.03.11 09:30</span><span>수정 2024.03.12 08:00</span>', byline=(), published="2024-03-11T09:30", outlet="항구일보"),
    Marked("an opinion page", named(OUTLET) + f"<title>{TITLE} | Ana Ruiz | Harbour Courier</title>" + '<meta property="article:published_time" content="2024-03-11T09:30:00Z">',
           "<figure><figcaption>Photograph: Ola Berg/Meridian</figcaption></figure>", published="2024-03-11T09:30:00+00:00"),
    Marked("a page by the newsroom", named(OUTLET) + '<meta name="author" content="Courier Staff">', "<p class='byline'>By Courier staff</p><p>March 11, 2024</p><h4>Most read</h4>", byline=()),
    Marked("a live page", named(OUTLET) + ld("LiveBlogPosting", datePublished="2024-03-11T06:00:00Z", dateModified="2024-03-11T20:00:00Z", author=[person("Ana Ruiz"), person("Tim Moss")]),
           byline=("Ana Ruiz", "Tim Moss"), published="2024-03-11T06:00:00+00:00", updated="2024-03-11T20:00:00+00:00"),
)  # fmt: skip


@pytest.mark.parametrize("marked", MARKED, ids=[m.system for m in MARKED])
def test_facts_as_the_system_marks_them(marked: Marked) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT * 2)
    page = (
        f"<!doctype html><html lang='en'><head>{marked.head}</head><body>{marked.above}<main><article><h1>{marked.h1}</h1>{marked.below}{body}</article></main>"
        f"{marked.after}<aside class='related'><h4>Most read</h4><ul>{TEASERS}</ul></aside></body></html>"
    )
    article = clean(Page(path="page.html", content=page, url=marked.url))
    assert isinstance(article, Article)
    assert (article.title, article.byline, article.outlet) == (marked.title, marked.byline, marked.outlet)
    assert (article.published, article.updated) == (marked.published, marked.updated)
