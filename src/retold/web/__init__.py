"""Web: the app that shows a ledger in a browser. It needs the extra `retold[web]`."""

from retold.web.following import while_unchanged
from retold.web.serve import serve

__all__ = ["serve", "while_unchanged"]
