"""Statements of a story that say or deny the same become claims, each with its independent origins."""

from retold.weigh.weighing import weigh

__all__ = ["weigh"]
