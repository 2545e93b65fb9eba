"""The app: the same contexts and templates as the report, served to a browser, with the ledger as JSON and in every export.

It only reads. What it shows is whatever the given function returns at the time, so a ledger that grows is shown as it grows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from retold.show.report import render_comparison_page, render_problem, render_report, render_summary_page
from retold.show.share import story_ledger
from retold.show.story import story_context
from retold.show.summary import summary_context
from retold.types import Ledger

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
SUFFIXES = {"json": "json", "csv": "zip", "parquet": "zip", "graphml": "graphml", "gexf": "gexf", "prov": "json", "schema": "json"}
MEDIA = {"json": "application/json", "zip": "application/zip", "graphml": "application/xml", "gexf": "application/xml"}
HEADERS = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}


def make_app(ledger: Callable[[], Ledger], hosts: Sequence[str] = LOCAL_HOSTS) -> Starlette:
    """The app over whatever `ledger` returns. `hosts`: names it answers to, so that no other site can make a browser read it."""
    pages = Pages(ledger)
    routes = [
        Route("/", pages.stories),
        Route("/story/{id}", pages.story),
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

    def __init__(self, ledger: Callable[[], Ledger]) -> None:
        self.ledger = ledger
        self._summed: tuple[Ledger, SummaryContext] | None = None

    def stories(self, request: Request) -> Response:
        page = request.query_params.get("page", "1")
        number = int(page) if page.isdecimal() and len(page) < 9 else 1
        return _html(render_summary_page(self._summary(), KINDS, request.query_params.get("q", "").strip(), max(1, number)))

    def story(self, request: Request) -> Response:
        return _html(render_report(story_context(self.ledger(), request.path_params["id"]), served=True))

    def compare(self, request: Request) -> Response:
        ledger = self.ledger()
        earlier, later = request.query_params.get("earlier", ""), request.query_params.get("later", "")
        home = next((story.id for story in ledger.stories if {earlier, later} <= set(story.articles)), "")
        return _html(render_comparison_page(comparison_context(ledger, earlier, later), home))

    def export(self, request: Request) -> Response:
        kind = request.path_params["kind"]
        if kind not in KINDS:
            raise NotFoundError(f"no export of the kind {kind}; there are {', '.join(KINDS)}")
        suffix = SUFFIXES[kind]
        name = f'attachment; filename="retold-{kind}.{suffix}"'
        return Response(export_bytes(self.ledger(), kind), media_type=MEDIA[suffix], headers={**HEADERS, "Content-Disposition": name})

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
