"""All that is shown in the terminal."""

from retold.show.terminal_comparison import render_comparison
from retold.show.terminal_story import render_story
from retold.show.terminal_summary import render_stories, render_summary

__all__ = ["render_comparison", "render_stories", "render_story", "render_summary"]
