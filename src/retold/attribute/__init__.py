"""Who said what: the statements of an article, their speakers over a story, and what is told in the article's own voice."""

from retold.attribute.narration import narration
from retold.attribute.statements import handled, resolve, statements

__all__ = ["handled", "narration", "resolve", "statements"]
