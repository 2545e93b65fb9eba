"""Pages from files, folders, containers, feeds and the web."""

from retold.read.fetch import fetch
from retold.read.settings import FetchSettings, Settings, WatchSettings
from retold.read.sources import read
from retold.read.watch import watch

__all__ = ["FetchSettings", "Settings", "WatchSettings", "fetch", "read", "watch"]
