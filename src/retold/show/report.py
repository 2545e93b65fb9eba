"""One story as one HTML file that needs nothing else: no request to anywhere, readable without scripts, in print and in the dark."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from retold.show.contexts import StoryContext
from retold.show.phrases import HOW_NOTES
from retold.show.terminal_story import one_a_speaker
from retold.show.tree_svg import NARROW, tree_svg


def render_report(context: StoryContext) -> str:
    """The report of a story, as HTML."""
    used = {edge.how for telling in context.tellings for edge in (telling.parent, *telling.also) if edge is not None}
    return (
        _environment()
        .get_template("story.html")
        .render(
            context=context,
            tree_wide=tree_svg(context, name="tree wide"),
            tree_narrow=tree_svg(context, NARROW, name="tree narrow"),
            dated=any(telling.moment is not None for telling in context.tellings),
            manners=[(how, words) for how, words in HOW_NOTES.items() if how in used],
            article_anchors={article.name: article.anchor for article in context.articles},
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("retold.show"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["one_a_speaker"] = one_a_speaker
    return environment
