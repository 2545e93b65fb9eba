import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import get_args, get_type_hints

import pytest
from jinja2 import nodes

from retold.show import contexts, render_report, search, story_context
from retold.show.report import _environment
from retold.types import Article, Derivation, Evidence, Ledger, Origin, Story

VOID = {"meta", "path", "line", "circle", "br", "link"}


class Tags(HTMLParser):
    """Checks that tags nest, and collects ids, links and what would be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.scripts += tag == "script"
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name in ("src", "srcset", "data", "poster", "action") or (name == "href" and tag != "a") or name.startswith("on"):
                self.fetched.append(f"{tag} {name}={value}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def tags(html: str) -> Tags:
    parser = Tags()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def many_tellings(number: int) -> Ledger:
    """A chain and a fan of copies, some undated, one of a ghost."""
    articles = tuple(
        Article.from_text(
            f"Words of {index}.",
            id=f"a{index}",
            outlet=f"Outlet number {index}",
            published=None if index % 7 == 3 else f"2024-05-{1 + index % 28:02}",
        )
        for index in range(number)
    )
    edges = tuple(
        Derivation(f"a{index}", f"a{index // 3}", ("verbatim", "spun", "cited")[index % 3], 0.5, 0.9) for index in range(1, number)
    )
    ghost = Derivation("a0", "o1", "translated", 0.5, 0.9)
    return Ledger(
        articles,
        stories=(Story("s", "Many", tuple(a.id for a in articles)),),
        origins=(Origin("o1", "Ghost", "outlet"),),
        derivations=(ghost, *edges),
    )


@pytest.mark.parametrize("number", [1, 2, 8, 40])
def test_the_tree_shows_every_telling_within_its_frame(number: int) -> None:
    html = render_report(story_context(many_tellings(number), "s"))
    tags(html)
    for picture in re.findall(r"<svg class=\"tree.*?</svg>", html, re.DOTALL):
        width, height = (float(side) for side in re.findall(r'viewBox="0 0 (\S+) (\S+)"', picture)[0])
        dots = re.findall(r'<circle class="dot" cx="(\S+)" cy="(\S+)"', picture)
        assert len(dots) == number + 1
        assert all(0 < float(x) < width and 0 < float(y) < height for x, y in dots)
        assert len({y for _, y in dots}) == len(dots)


def test_the_report_is_well_formed_and_asks_for_nothing_from_outside(ledger: Ledger) -> None:
    html = render_report(story_context(ledger, "s1"))
    found = tags(html)
    assert found.fetched == []
    assert not re.search(r"@import|url\(", html)
    assert [link for link in found.links if not link.startswith("#")] == ["https://harbourcourier.example/fire"]


def test_ids_are_unique_and_every_link_leads_somewhere(ledger: Ledger) -> None:
    found = tags(render_report(story_context(ledger, "s1")))
    assert [name for name, times in found.ids.items() if times > 1] == []
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_a_passage_links_to_its_counterpart_and_back(ledger: Ledger) -> None:
    html = render_report(story_context(ledger, "s1"))
    assert re.search(r'<a class="m passage" id="a2-0-26" href="#a1-0-26"[^>]*>Three sheds burned at Orsk</a>', html)
    assert re.search(r'<a class="m passed-on" id="a1-0-26" href="#a2-0-26"[^>]*>Three sheds burned at Orsk</a>', html)


def test_the_marked_words_and_the_evidence_are_shown(ledger: Ledger) -> None:
    html = render_report(story_context(ledger, "s1"))
    assert "<del>Tovar</del>" in html
    assert "<ins>Tower</ins>" in html
    assert "credit line: “Source: harbourcourier.example”" in html
    assert "- Advertisement -" in html


def test_articles_and_most_claims_are_folded_at_the_start(ledger: Ledger) -> None:
    html = render_report(story_context(ledger, "s1"))
    assert re.findall(r'<article class="page"[^>]*>\s*<details( open)?>', html) == ["", "", ""]
    assert re.findall(r'<details class="card claim[^>]*?( open)?>', html) == [" open", ""]


def test_no_folder_of_whoever_made_the_report_is_shown(ledger: Ledger) -> None:
    html = render_report(story_context(ledger, "s1"))
    assert "2.txt" in html
    assert "pages/" not in html


def test_an_edge_with_hardly_a_word_is_drawn_thin_and_said_so(ledger: Ledger) -> None:
    slight = Derivation("a2", "a1", "reworded", 0.0, 0.98, (Evidence("time", "a2", None, "2024-03-11 before 2024-03-12"),))
    html = render_report(story_context(replace(ledger, derivations=(slight,)), "s1"))
    assert "little in common with Harbour Courier" in html
    assert '<path class="arc slight"' in html
    assert "reworded" not in html


def test_a_source_that_is_only_cited_has_a_dotted_way_down(ledger: Ledger) -> None:
    cited = (Derivation("a2", "a1", "cited", None, 0.9), Derivation("a3", "a1", "verbatim", 0.9, 0.9))
    for edges, trunks in ((cited[:1], ["trunk dotted"]), (cited, ["trunk dotted", "trunk"])):
        picture = render_report(story_context(replace(ledger, derivations=edges), "s1")).split("</svg>")[0]
        assert re.findall(r'class="(trunk[^"]*)"', picture) == trunks


def test_the_ring_is_explained_only_where_one_is_drawn(ledger: Ledger) -> None:
    assert "A dashed ring" in render_report(story_context(ledger, "s1"))
    assert "A dashed ring" not in render_report(story_context(replace(ledger, derivations=ledger.derivations[:1]), "s1"))


def test_hostile_words_stay_words(ledger: Ledger) -> None:
    evil = "<script>alert('x')</script><img src=x onerror=y>\"'&"
    articles = tuple(
        replace(a, title=evil, outlet=evil, url="javascript:alert(1)", byline=(evil,), credits=(evil,), text=evil + a.text[len(evil) :])
        for a in ledger.articles
    )
    claims = tuple(replace(claim, text=evil) for claim in ledger.claims)
    origins = tuple(replace(origin, name=evil) for origin in ledger.origins)
    ledger = replace(ledger, articles=articles, claims=claims, origins=origins, stories=(replace(ledger.stories[0], title=evil),))
    html = render_report(story_context(ledger, "s1"))
    found = tags(html)
    assert (found.scripts, found.fetched) == (1, [])
    assert "<img" not in html
    assert "javascript:" not in html


def test_an_undated_page_with_no_findings_has_a_report() -> None:
    article = Article.from_text("", id="a")
    html = render_report(story_context(Ledger((article,), stories=(Story("s", "", ("a",)),)), "s"))
    assert "date unknown" in html
    assert "No claims found." in html


def test_every_variable_of_the_templates_is_a_field_of_a_context() -> None:
    """What stands after a dot in a template is a field of one of the dataclasses, or of Jinja's own loop."""
    known = {field.name for each in (*vars(contexts).values(), *vars(search).values()) if is_dataclass(each) for field in fields(each)}
    environment = _environment()
    for name in environment.list_templates(["html"]):
        source = environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]
        asked = {node.attr for node in environment.parse(source).find_all(nodes.Getattr)}
        assert asked - {"get", "last", "revindex0"} <= known


def test_every_field_of_the_story_is_documented_by_its_type() -> None:
    for each in (contexts.StoryContext, contexts.SummaryContext, contexts.ComparisonContext):
        assert each.__doc__
        for hint in get_type_hints(each).values():
            for part in get_args(hint):
                assert not is_dataclass(part) or part.__doc__
