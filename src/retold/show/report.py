"""A story as one HTML file that needs nothing else, and the pages of the app, which are made from the same parts.

No page makes a request to anywhere; all are readable without scripts, in print and in the dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from retold.show.contexts import ComparisonContext, StoryContext, SummaryContext
from retold.show.phrases import HOW_NOTES, SLIGHT_NOTE, upper_first
from retold.show.search import FoundStory
from retold.show.terminal_story import one_a_speaker
from retold.show.tree_layout import Layout, tree_layout
from retold.show.tree_svg import NARROW, tree_svg

STORIES_A_PAGE = 50


def render_report(context: StoryContext, *, served: bool = False, kinds: Sequence[str] = ()) -> str:
    """The report of a story, as HTML. `served`: with links to the app's other pages; `kinds`: of exports offered."""
    manners = {"slight" if edge.slight else edge.how for telling in context.tellings if (edge := telling.parent)}
    notes: dict[str, str] = {**dict(HOW_NOTES.items()), "slight": SLIGHT_NOTE}
    wide, narrow = tree_layout(context), tree_layout(context, NARROW)
    return _page(
        "story.html",
        context=context,
        served=served,
        kinds=kinds,
        base="",
        tree_wide=tree_svg(wide, name="tree wide"),
        tree_narrow=tree_svg(narrow, name="tree narrow"),
        ringed_wide=_has_ghosts(wide),
        ringed_narrow=_has_ghosts(narrow),
        beside=any(not arc.main for arc in wide.arcs),
        altered=any(telling.altered for telling in context.tellings),
        dated=any(telling.moment is not None for telling in context.tellings),
        manners=[(how, words) for how, words in notes.items() if how in manners],
        article_anchors={article.name: article.anchor for article in context.articles},
    )


def _has_ghosts(layout: Layout) -> bool:
    return any(row.telling.kind == "ghost" for row in layout.rows)


def render_summary_page(context: SummaryContext, kinds: Sequence[str], page: int = 1) -> str:
    """A page of the list of stories, as HTML. `kinds`: of exports offered."""
    first = (page - 1) * STORIES_A_PAGE
    return _page(
        "summary.html",
        context=context,
        kinds=kinds,
        shown=context.stories[first : first + STORIES_A_PAGE],
        earlier_page=f"/?page={page - 1}" if page > 1 else "",
        later_page=f"/?page={page + 1}" if len(context.stories) > first + STORIES_A_PAGE else "",
    )


def render_search_page(found: Sequence[FoundStory], asked: str, page: int = 1) -> str:
    """The stories that were found, as HTML."""
    first = (page - 1) * STORIES_A_PAGE
    return _page(
        "search.html",
        asked=asked,
        found=len(found),
        shown=found[first : first + STORIES_A_PAGE],
        earlier_page=_page_link(asked, page - 1) if page > 1 else "",
        later_page=_page_link(asked, page + 1) if len(found) > first + STORIES_A_PAGE else "",
    )


def render_comparison_page(context: ComparisonContext, story: str = "") -> str:
    """Two articles side by side, as HTML. `story`: the id of the story that holds them, for a link."""
    base = f"/story/{quote(story, safe='')}" if story else ""
    return _page("comparison.html", context=context, story=story, served=True, base=base, article_anchors={})


def render_problem(problem: str) -> str:
    """A page that says what went wrong."""
    return _page("problem.html", problem=problem)


def _page(template: str, **values: object) -> str:
    """The page, with halves of surrogate pairs, which UTF-8 cannot hold, as question marks."""
    return _environment().get_template(template).render(values).encode("utf-8", "replace").decode("utf-8")


def _page_link(asked: str, page: int) -> str:
    return f"/?{urlencode({'q': asked, 'page': page})}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("retold.show"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["one_a_speaker"] = one_a_speaker
    environment.filters["upper_first"] = upper_first
    return environment
