"""The app over a small ledger: a fire told by one paper and copied by another."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

pytest.importorskip("starlette")
pytest.importorskip("httpx2")

from starlette.testclient import TestClient

from retold.types import Article, Change, Derivation, Dropped, Ledger, Passage, Story
from retold.web import app
from retold.web.app import make_app

FIRST = Article(
    "a1", "1.html", "Three sheds burned at Orsk harbour on Monday.", title="Fire <b>at</b> Orsk", outlet="Courier", published="2024-03-11"
)
COPY = Article(
    "a2", "2.html", "Three sheds burned at Orsk harbor on Monday.", title="Orsk blaze", outlet="Newsflow", published="2024-03-12"
)
LEDGER = Ledger(
    articles=(FIRST, COPY),
    stories=(Story("s1", "Fire <b>at</b> Orsk", ("a1", "a2")),),
    passages=(Passage(0, 45, 0, 44, 0.9, "a1", "a2"),),
    derivations=(Derivation("a2", "a1", "light-edit", 0.9, 0.95),),
    changes=(Change("x1", "a1", "a2", "place", (26, 33), (26, 32), "harbour", "harbor"),),
)


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href" and value and value.startswith("/")]


@pytest.fixture
def client() -> TestClient:
    return TestClient(make_app(lambda: LEDGER), base_url="http://localhost")


def test_every_link_leads_to_a_page(client: TestClient) -> None:
    waiting, seen = ["/"], set[str]()
    while waiting:
        link = waiting.pop()
        if link in seen:
            continue
        seen.add(link)
        answer = client.get(link)
        assert answer.status_code == 200, link
        if answer.headers["content-type"].startswith("text/html"):
            reader = Links()
            reader.feed(answer.text)
            waiting += reader.links
    for place in (link.partition("#")[2] for link in seen if "#" in link):
        assert f'id="{place}"' in client.get("/story/s1").text
    assert {"/story/s1", "/compare?earlier=a1&later=a2", "/export/graphml"} <= seen


def test_the_front_page_answers_and_escapes(client: TestClient) -> None:
    page = client.get("/").text
    assert "Courier told it first among these pages on 11 March 2024." in page
    assert "Fire &lt;b&gt;at&lt;/b&gt; Orsk" in page


@pytest.mark.parametrize(("asked", "found"), [("orsk fire", True), ("newsflow", True), ("sheds burned", True), ("flood", False)])
def test_stories_are_found_by_title_outlet_and_text(client: TestClient, asked: str, found: bool) -> None:
    assert ("/story/s1" in client.get("/", params={"q": asked}).text) is found


def test_what_was_found_is_shown_in_its_sentence_with_a_link_to_its_article(client: TestClient) -> None:
    page = client.get("/", params={"q": "harbor"}).text
    assert "1 story holds “harbor”" in page
    assert '<a href="/story/s1#article-2">Newsflow: Orsk blaze</a>' in page
    assert "Three sheds burned at Orsk <mark>harbor</mark> on Monday." in page


def test_a_store_that_can_search_is_asked() -> None:
    asked = []

    def search(words: str) -> list[str]:
        asked.append(words)
        return ["a1", "a deleted one"]

    client = TestClient(make_app(lambda: LEDGER, search=search), base_url="http://localhost")
    assert "#article-1" in client.get("/", params={"q": " po\x00rt "}).text
    assert asked == ["port"]


def test_pages_left_out_are_listed_with_all_stories_alone() -> None:
    ledger = replace(LEDGER, dropped=(Dropped("9.html", "no article in it"),))
    client = TestClient(make_app(lambda: ledger), base_url="http://localhost")
    assert "Pages left out" in client.get("/").text
    assert "Pages left out" not in client.get("/", params={"q": "flood"}).text


@pytest.mark.parametrize("path", ["/stories", "/story"])
def test_the_list_of_stories_answers_to_its_other_names(client: TestClient, path: str) -> None:
    assert client.get(path).text == client.get("/").text


def test_a_story_is_saved_as_a_report_that_needs_no_app_and_in_every_export(client: TestClient) -> None:
    report = client.get("/story/s1/report")
    assert report.headers["content-disposition"] == 'attachment; filename="retold-s1.html"'
    assert 'href="/' not in report.text
    export = client.get("/story/s1/export/json")
    assert export.headers["content-disposition"] == 'attachment; filename="retold-s1-json.json"'
    assert [story["id"] for story in export.json()["stories"]] == ["s1"]


def test_exports_for_which_something_is_missing_are_not_offered(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "find_spec", lambda _: None)
    assert "parquet" not in client.get("/").text


def test_two_articles_side_by_side(client: TestClient) -> None:
    page = client.get("/compare", params={"earlier": "a1", "later": "a2"}).text
    assert "<del>harbour</del>" in page
    assert "<ins>harbor</ins>" in page


def test_two_articles_that_share_nothing_are_shown_whole_side_by_side() -> None:
    apart = TestClient(make_app(lambda: replace(LEDGER, passages=(), derivations=())), base_url="http://localhost")
    page = apart.get("/compare", params={"earlier": "a1", "later": "a2"}).text
    assert "The two texts" in page
    assert "Left out by" not in page
    assert "<p>Three sheds burned at Orsk harbour on Monday.</p>" in page
    assert "<p>Three sheds burned at Orsk harbor on Monday.</p>" in page


def test_the_ledger_as_json(client: TestClient) -> None:
    assert client.get("/api/ledger").json()["stories"] == client.get("/api/stories").json()
    assert [article["id"] for article in client.get("/api/stories/s1").json()["articles"]] == ["a1", "a2"]


@pytest.mark.parametrize(
    "path",
    [
        "/story/none",
        "/story/none/report",
        "/story/none/export/json",
        "/story/s1/export/none",
        "/compare?earlier=a1&later=none",
        "/compare",
        "/export/none",
        "/nowhere",
        "/story/<script>",
    ],
)
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script>" not in answer.text.split("<body>")[1].split("<script>\n")[0]


def test_what_is_not_there_is_said_in_json_to_programs(client: TestClient) -> None:
    answer = client.get("/api/stories/none")
    assert (answer.status_code, json.loads(answer.content)) == (404, {"error": "no story none in this ledger"})


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "99999999999999999999", "7"])
def test_odd_page_numbers_are_no_trouble(client: TestClient, page: str) -> None:
    assert client.get("/", params={"page": page}).status_code == 200


def test_other_sites_names_are_refused() -> None:
    client = TestClient(make_app(lambda: LEDGER), base_url="http://evil.example")
    assert client.get("/").status_code == 400


def test_a_ledger_that_grows_is_shown_as_it_grows() -> None:
    ledgers = iter([Ledger(), LEDGER])
    client = TestClient(make_app(lambda: next(ledgers)), base_url="http://localhost")
    assert "No stories here yet." in client.get("/").text
    assert "/story/s1" in client.get("/").text
