"""Run the whole flow over a collection: read what is new, group everything, work out the stories that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from retold import flow
from retold.engine.local import LocalEngine
from retold.flow import Grouper, StoryTask
from retold.types import Decision, Dropped, Findings, Ledger, Page, Reading, Story, Weighed

Until = Literal["group", "trace", "all"]
Report = Callable[[str, int, int | None], None]  # what is being done, how many are done, of how many (None: not known)
CHECKPOINT = 25  # readings kept at a time: what an interruption can cost


def silent(step: str, done: int, total: int | None) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier runs left: findings of this very program by story with its articles, what people decided, and the stories there were.

    `grouper` is how to group: all anew, or by what a process that goes on remembers.
    """

    decisions: Sequence[Decision] = ()
    findings: Mapping[tuple[str, tuple[str, ...]], Findings] = field(default_factory=dict)
    stories: Sequence[Story] = ()
    grouper: Grouper | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The ledger, and the stories that could not be worked out, with the reason."""

    ledger: Ledger
    failures: tuple[str, ...] = ()


def read_pages(
    pages: Iterable[Page | Dropped],
    engine: LocalEngine,
    known: Sequence[Reading] = (),
    keep: Callable[[list[Reading]], None] = lambda _: None,
    report: Report = silent,
) -> list[Reading]:
    """Readings of all pages, the known ones as they were. `keep` gets the new ones, a batch at a time."""
    by_page = {(r.page, r.digest): r for r in known}
    aside: list[Reading] = []
    fresh = engine.map(read_guarded, unknown_pages(pages, by_page, aside))
    read: list[Reading] = []
    waiting: list[Reading] = []
    try:
        for reading in fresh:
            read.append(reading)
            waiting.append(reading)
            report("Reading pages", len(read) + len(aside), None)
            if len(waiting) == CHECKPOINT:
                keep(waiting)
                waiting = []
    finally:  # also when somebody interrupts
        if waiting:
            keep(waiting)
    return read + aside


def unknown_pages(pages: Iterable[Page | Dropped], known: Mapping[tuple[str, str], Reading], aside: list[Reading]) -> Iterator[Page]:
    """The pages to read; what needs no reading goes to `aside`."""
    for page in pages:
        if isinstance(page, Dropped):
            aside.append(Reading(page.page, "", reason=page.reason))
        elif found := known.get((page.path, flow.digest_of(page))):
            aside.append(found)
        else:
            yield page


def work_out(
    readings: Sequence[Reading], engine: LocalEngine, known: Known = Known(), until: Until = "all", report: Report = silent
) -> Outcome:
    """The ledger of everything that was read; stories whose articles are the same as before keep their findings."""
    kept = flow.one_reading_an_article(readings)
    report("Grouping", 0, None)
    stories = flow.group_stories(kept, known.decisions, known.stories, known.grouper)
    if until == "group":
        return Outcome(flow.assemble(kept, stories, []))
    pairs, across = flow.shared_wording(kept, stories)
    tasks = flow.story_tasks(kept, stories, pairs)
    findings = [known.findings[key] for task in tasks if (key := (task.story.id, task.story.articles)) in known.findings]
    done = {f.story for f in findings}
    waiting = [task for task in tasks if task.story.id not in done]
    results = engine.map(trace_guarded if until == "trace" else work_out_guarded, waiting)
    for number, found in enumerate(results):
        report("Working out stories", number + 1, len(waiting))
        findings.append(found)
    findings.append(flow.trace_copies_across(kept, across))
    failures = tuple(sorted(f.failure for f in findings if f.failure))
    return Outcome(flow.assemble(kept, stories, findings), failures)


# A fault of ours on one page or story must not cost the rest: it is reported with its place, never swallowed.


def read_guarded(page: Page) -> Reading:
    try:
        return flow.read_page(page)
    except Exception as error:  # noqa: BLE001
        return Reading(page.path, flow.digest_of(page), reason=f"Retold failed on this page ({type(error).__name__}: {error})")


def work_out_guarded(task: StoryTask) -> Findings:
    try:
        return flow.work_out_story(task)
    except Exception as error:  # noqa: BLE001
        return failed(task, error)


def trace_guarded(task: StoryTask) -> Findings:
    try:
        return flow.trace_story(task)
    except Exception as error:  # noqa: BLE001
        return failed(task, error)


def failed(task: StoryTask, error: Exception) -> Findings:
    said = f"story {task.story.id} ({task.story.title}): {type(error).__name__}: {error}"
    return Findings(task.story.id, weighed=Weighed(statements=task.statements), failure=said)
