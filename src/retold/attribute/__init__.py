"""Who said what: the statements of an article, and their speakers over a story."""

from retold.attribute.statements import resolve, statements

__all__ = ["resolve", "statements"]
