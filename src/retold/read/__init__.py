"""Pages from files, folders, containers, feeds and the web."""

from retold.read.settings import Settings
from retold.read.sources import read

__all__ = ["Settings", "read"]
