"""Show: a ledger as people and programs see it: in the terminal, as one HTML file, and as exports."""

from retold.show.comparison import comparison_context
from retold.show.contract import ledger_json, ledger_record
from retold.show.report import render_report
from retold.show.story import story_context
from retold.show.summary import summary_context
from retold.show.terminal import render_comparison, render_stories, render_story, render_summary

__all__ = [
    "comparison_context",
    "ledger_json",
    "ledger_record",
    "render_comparison",
    "render_report",
    "render_stories",
    "render_story",
    "render_summary",
    "story_context",
    "summary_context",
]
