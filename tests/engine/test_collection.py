"""A collection, end to end on invented pages: the same ledger whatever the order, the processes or the batches."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from retold import flow
from retold.engine import LocalEngine, read_pages, update, work_out
from retold.ids import make_id
from retold.read import read
from retold.show.contract import ledger_json
from retold.store import Store
from retold.types import Decision, Dropped, Page, Reading

SAMPLE = Path(str(files("retold").joinpath("data", "sample")))
STORY = SAMPLE / "ashkar-governor-drone-strike"


@pytest.fixture(scope="module")
def whole() -> bytes:
    with LocalEngine(1) as engine:
        return ledger_json(work_out(read_pages(read([str(STORY)]), engine), engine).ledger)


def test_any_order_gives_the_same_bytes(whole: bytes) -> None:
    pages = list(reversed(list(read([str(STORY)]))))
    with LocalEngine(1) as engine:
        assert ledger_json(work_out(read_pages(pages, engine), engine).ledger) == whole


def test_batches_into_a_store_end_in_the_same_bytes_but_for_the_id_the_story_had_first(whole: bytes, tmp_path: Path) -> None:
    pages = list(read([str(STORY)]))
    with Store(tmp_path / "ledger.db") as store, LocalEngine(1) as engine:
        ids = [[story.id for story in update(store, batch, engine).ledger.stories] for batch in (pages[5:], pages[:2], pages[2:5])]
        assert ids == [ids[0]] * 3
        [story] = store.ledger().stories
        named_anew = ledger_json(store.ledger()).replace(story.id.encode(), make_id("s", story.articles[0]).encode())
    assert named_anew == whole


def test_a_grouper_that_remembers_ends_in_the_same_ledger(tmp_path: Path) -> None:
    pages = list(read([str(SAMPLE)]))
    with Store(tmp_path / "anew.db") as anew, Store(tmp_path / "growing.db") as growing, LocalEngine(1) as engine:
        grouper = flow.growing()
        for batch in (pages[6:], pages[:3], pages[3:6]):
            update(anew, batch, engine, "group")
            update(growing, batch, engine, "group", grouper=grouper)
            assert growing.ledger() == anew.ledger()


def test_the_same_pages_again_add_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store, LocalEngine(1) as engine:
        assert len(update(store, read([str(STORY)]), engine).added) == 8
        again = update(store, read([str(STORY)]), engine)
        assert again.added == ()
        assert len(again.ledger.articles) == 8


def test_an_interrupted_run_keeps_what_was_read_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with Store(tmp_path / "ledger.db") as store, LocalEngine(1) as engine:
        with monkeypatch.context() as patched:
            patched.setattr(flow, "group_stories", interrupted)
            with pytest.raises(KeyboardInterrupt):
                update(store, read([str(STORY)]), engine)
        assert store.ledger().articles == ()
        monkeypatch.setattr(flow, "read_page", interrupted)  # nothing is read a second time
        assert len(update(store, read([str(STORY)]), engine).added) == 8


def test_the_same_page_twice_is_one_article_and_one_reason(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(STORY / "02.txt", tmp_path / name)
    with LocalEngine(1) as engine:
        ledger = work_out(read_pages(read([str(tmp_path)]), engine), engine).ledger
    assert len(ledger.articles) == 1
    assert ledger.dropped == (Dropped(f"{tmp_path}/b.txt", f"the same page as {tmp_path}/a.txt"),)


def test_a_fault_on_one_page_costs_that_page_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(page: Page) -> Reading:
        if page.path == "bad.txt":
            raise ZeroDivisionError("by zero")
        return Reading(page.path, "digest", reason="empty")

    monkeypatch.setattr(flow, "read_page", faulty)
    with LocalEngine(1) as engine:
        readings = read_pages([Page("bad.txt", "x"), Page("good.txt", "y")], engine)
    assert [r.reason for r in readings] == ["Retold failed on this page (ZeroDivisionError: by zero)", "empty"]


def test_a_copy_in_another_story_is_seen_and_survives_a_second_run(tmp_path: Path) -> None:
    pages = [*read([str(STORY / "02.txt")]), *read([str(STORY / "05.html")])]
    with Store(tmp_path / "ledger.db") as store, LocalEngine(1) as engine:
        first, copy = sorted(a.id for a in update(store, pages, engine).ledger.articles)
        store.decide(Decision("split", (first,), "Ana", "2024-01-01T00:00:00+00:00"))
        apart = update(store, (), engine).ledger
        assert len(apart.stories) == 2
        assert {first, copy} in [{d.article, d.source} for d in apart.derivations if d.coverage]
        assert update(store, (), engine).ledger == apart


def test_an_interruption_between_two_pages_keeps_those_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def stops_at_the_third(page: Page) -> Reading:
        if page.path == "3.txt":
            raise KeyboardInterrupt
        return Reading(page.path, "digest", reason="empty")

    monkeypatch.setattr(flow, "read_page", stops_at_the_third)
    kept: list[Reading] = []
    with LocalEngine(1) as engine, pytest.raises(KeyboardInterrupt):
        read_pages([Page(f"{n}.txt", "") for n in range(1, 5)], engine, keep=kept.extend)
    assert [r.page for r in kept] == ["1.txt", "2.txt"]
