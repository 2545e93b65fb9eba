"""Bring a ledger file up to date with the pages given: read what is new, work out what changed, write it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.engine.collection import Known, Report, Until, read_pages, silent, work_out
from retold.engine.fingerprint import fingerprint
from retold.engine.local import LocalEngine
from retold.flow import Grouper
from retold.store import Store, findings_by_story
from retold.types import Dropped, Ledger, Page, Reading


@dataclass(frozen=True, slots=True)
class Updated:
    """The ledger as it now stands on disk, and this run's own part in it: the articles (their ids) that it added, the pages that it left
    out, and the stories that failed, with the reason.
    """

    ledger: Ledger
    added: tuple[str, ...]
    dropped: tuple[Dropped, ...] = ()
    failures: tuple[str, ...] = ()


def update(
    store: Store,
    pages: Iterable[Page | Dropped],
    engine: LocalEngine,
    until: Until = "all",
    report: Report = silent,
    grouper: Grouper | None = None,
) -> Updated:
    """Interrupted, it leaves the ledger as it was and keeps what was read; run again, it goes on from there.

    A process that updates again and again hands in one `grouper` (`retold.flow.growing`), so that only what is new is grouped.
    """
    program = fingerprint()
    read = read_pages(pages, engine, store.readings(program), lambda batch: store.save_readings(batch, program), report)
    store.save_readings([r for r in read if not r.digest], program)  # what reading dropped; the rest is kept already
    old = store.ledger()
    findings = {}
    if store.findings_fingerprint() == f"{program} {until}":
        by_story = findings_by_story(old)
        findings = {(story.id, story.articles): by_story[story.id] for story in old.stories}
    known = Known(store.decisions(), findings, old.stories, grouper)
    outcome = work_out(latest(store.readings()), engine, known, until, report)
    # What failed is tried again at the next run.
    store.write(outcome.ledger, "" if outcome.failures else f"{program} {until}")
    before, given = {article.id for article in old.articles}, {reading.page for reading in read}
    added = tuple(article.id for article in outcome.ledger.articles if article.id not in before)
    return Updated(outcome.ledger, added, tuple(d for d in outcome.ledger.dropped if d.page in given), outcome.failures)


def latest(readings: Sequence[Reading]) -> list[Reading]:
    """A path that once gave nothing and has since given an article is no longer counted as dropped."""
    mended = {r.page for r in readings if r.article}
    return [r for r in readings if r.article or r.page not in mended]
