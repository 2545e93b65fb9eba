"""Imported by the process that workers are forked from: it loads, once for all of them, what the first page needs (models, tables, patterns)."""

from __future__ import annotations

import contextlib
import gc

from retold import flow
from retold.types import Page

WARM_UP = (
    "<html><body><h1>Ferry leaves</h1>" + "<p>“The ferry left the quay at six in the morning,” said the harbour master, Ana Ruiz.</p>" * 9
)

# A fault comes up again with the first page, and is reported with its place; here it would end every worker.
with contextlib.suppress(Exception):
    flow.read_page(Page("warm-up", WARM_UP))
gc.collect()
gc.freeze()  # what is loaded stays: no worker need look through it again, nor copy its memory
