"""Group: Articles -> Stories. Grain: the whole collection."""

from retold.group.grouping import group

__all__ = ["group"]
