"""The fixtures of local_sites.py, for every test of this folder."""

from local_sites import clock, raw_server, site, write

__all__ = ["clock", "raw_server", "site", "write"]
