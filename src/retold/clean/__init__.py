"""Clean: a page to an article. Grain: one page."""

from retold.clean.clean import clean

__all__ = ["clean"]
