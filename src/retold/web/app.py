"""The app: the same contexts and templates as the report, served to a browser, with the ledger as JSON and in every export.

It only reads. What it shows is whatever the given function returns at the time, so a ledger that grows is shown as it grows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from retold.errors import NotFoundError, RunError
from retold.show.comparison import comparison_context
from retold.show.contexts import SummaryContext
from retold.show.contract import json_bytes, ledger_json, story_record
from retold.show.export import KINDS, export_bytes
from retold.show.report import render_comparison_page, render_problem, render_report, render_search_page, render_summary_page
from retold.show.search import articles_holding, found_stories
from retold.show.share import story_ledger
from retold.show.story import story_context
from retold.show.summary import summary_context
from retold.types import Ledger

Search = Callable[[str], Sequence[str]]

LONGEST_QUESTION = 200  # letters of a search that are looked at
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
SUFFIXES = {"json": "json", "csv": "zip", "parquet": "zip", "graphml": "graphml", "gexf": "gexf", "prov": "json", "schema": "json"}
MEDIA = {"json": "application/json", "zip": "application/zip", "graphml": "application/xml", "gexf": "application/xml"}
HEADERS = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}


def make_app(ledger: Callable[[], Ledger], hosts: Sequence[str] = LOCAL_HOSTS, search: Search | None = None) -> Starlette:
    """The app over whatever `ledger` returns.

    `hosts`: names it answers to, so that no other site can make a browser read it. `search`: gives the ids of the articles that hold
    all of some words, best first; without one, titles and texts are read through.
    """
    pages = Pages(ledger, search)
    routes = [
        Route("/", pages.stories),
        Route("/stories", pages.stories),
        Route("/story", pages.stories),
        Route("/story/{id}", pages.story),
        Route("/story/{id}/report", pages.report),
        Route("/story/{id}/export/{kind}", pages.export),
        Route("/compare", pages.compare),
        Route("/export/{kind}", pages.export),
        Route("/api/ledger", pages.api_ledger),
        Route("/api/stories", pages.api_stories),
        Route("/api/stories/{id}", pages.api_story),
    ]
    handlers = {NotFoundError: _not_found, RunError: _failed, 404: _not_found}
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))], exception_handlers=handlers)


class Pages:
    """The pages, which share one summary for as long as the ledger is the same."""

    def __init__(self, ledger: Callable[[], Ledger], search: Search | None = None) -> None:
        self.ledger = ledger
        self.search = search
        self._summed: tuple[Ledger, SummaryContext] | None = None

    def stories(self, request: Request) -> Response:
        page = request.query_params.get("page", "1")
        number = max(1, int(page) if page.isdecimal() and len(page) < 9 else 1)
        asked = "".join(letter for letter in request.query_params.get("q", "") if letter.isprintable()).strip()[:LONGEST_QUESTION]
        if not asked:
            return _html(render_summary_page(self._summary(), kinds_offered(), number))
        ledger, summary = self.ledger(), self._summary()
        ids = self.search(asked) if self.search else articles_holding(ledger, asked)
        return _html(render_search_page(found_stories(ledger, summary, asked, ids), asked, number))

    def story(self, request: Request) -> Response:
        return _html(render_report(story_context(self.ledger(), request.path_params["id"]), served=True, kinds=kinds_offered()))

    def report(self, request: Request) -> Response:
        story = request.path_params["id"]
        return _download(render_report(story_context(self.ledger(), story)).encode(), f"retold-{story}.html", "text/html; charset=utf-8")

    def compare(self, request: Request) -> Response:
        ledger = self.ledger()
        earlier, later = request.query_params.get("earlier", ""), request.query_params.get("later", "")
        home = next((story.id for story in ledger.stories if {earlier, later} <= set(story.articles)), "")
        return _html(render_comparison_page(comparison_context(ledger, earlier, later), home))

    def export(self, request: Request) -> Response:
        kind = request.path_params["kind"]
        if kind not in KINDS:
            raise NotFoundError(f"no export of the kind {kind}; there are {', '.join(KINDS)}")
        story, suffix = request.path_params.get("id"), SUFFIXES[kind]
        ledger = story_ledger(self.ledger(), story) if story else self.ledger()
        name = "-".join(part for part in ("retold", story, kind) if part)
        return _download(export_bytes(ledger, kind), f"{name}.{suffix}", MEDIA[suffix])

    def api_ledger(self, _request: Request) -> Response:
        return _json(ledger_json(self.ledger()))

    def api_stories(self, _request: Request) -> Response:
        return _json(json_bytes([story_record(each) for each in self.ledger().stories]))

    def api_story(self, request: Request) -> Response:
        return _json(ledger_json(story_ledger(self.ledger(), request.path_params["id"])))

    def _summary(self) -> SummaryContext:
        ledger = self.ledger()
        if self._summed is None or self._summed[0] is not ledger:
            self._summed = (ledger, summary_context(ledger))
        return self._summed[1]


def kinds_offered() -> tuple[str, ...]:
    """The exports that what is installed can make."""
    return tuple(kind for kind in KINDS if kind != "parquet" or find_spec("pyarrow"))


def _download(content: bytes, name: str, media: str) -> Response:
    safe = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in ".-_"))
    return Response(content, media_type=media, headers={**HEADERS, "Content-Disposition": f'attachment; filename="{safe}"'})


def _html(page: str, status: int = 200) -> Response:
    return HTMLResponse(page, status_code=status, headers=HEADERS)


def _json(content: bytes) -> Response:
    return Response(content, media_type="application/json", headers=HEADERS)


def _not_found(request: Request, error: Exception) -> Response:
    return _problem(request, "There is no such page" if isinstance(error, HTTPException) else str(error), 404)


def _failed(request: Request, error: Exception) -> Response:
    return _problem(request, str(error), 500)


def _problem(request: Request, words: str, status: int) -> Response:
    if request.url.path.startswith("/api/"):
        return Response(json_bytes({"error": words}), status_code=status, media_type="application/json", headers=HEADERS)
    return _html(render_problem(words), status)
