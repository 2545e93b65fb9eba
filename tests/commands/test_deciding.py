"""People overrule the grouping: it holds through later runs, is listed, and can be taken back."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from retold.cli import run
from retold.store import Store

STORY = Path(str(files("retold").joinpath("data", "sample"))) / "ashkar-governor-drone-strike"


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    path = tmp_path / "retold.db"
    assert run(["trace", str(STORY / "02.txt"), str(STORY / "04.txt"), "--store", str(path), "--jobs", "1"]) == 0
    return ["--store", str(path)]


def stories(store: list[str]) -> list[int]:
    with Store(store[1]) as opened:
        return sorted(len(story.articles) for story in opened.ledger().stories)


def test_split_holds_through_a_later_run_and_undo_takes_it_back(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert stories(store) == [2]
    assert run(["split", f"{STORY}/04.txt", "--who", "Ana", "--why", "another attack", *store]) == 0
    assert stories(store) == [1, 1]
    assert run(["trace", str(STORY / "08.txt"), "--jobs", "1", *store]) == 0
    assert stories(store) == [1, 2]
    capsys.readouterr()
    assert run(["decisions", *store]) == 0
    listed = capsys.readouterr().out
    assert "Ana: split" in listed
    assert "another attack" in listed
    decision = re.findall(r"^(d\w+)", listed)[0]
    assert run(["undo", decision, "--who", "Ben", *store]) == 0
    assert stories(store) == [3]
    run(["decisions", *store])
    assert "(undone)" in capsys.readouterr().out


def test_merge_and_move(store: list[str]) -> None:
    assert run(["split", f"{STORY}/04.txt", *store]) == 0
    with Store(store[1]) as opened:
        one, other = (story.id for story in opened.ledger().stories)
    assert run(["merge", one, other, *store]) == 0
    assert stories(store) == [2]
    assert run(["split", f"{STORY}/02.txt", *store]) == 0
    assert run(["move", f"{STORY}/02.txt", f"{STORY}/04.txt", *store]) == 0
    assert stories(store) == [2]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["merge", "s1"], 2, "two or more"),
        (["split"], 2, "which articles"),
        (["undo", "d9"], 1, "retold decisions"),
        (["split", "nothing.txt"], 1, "nothing.txt"),
    ],
)
def test_what_cannot_be_decided_is_explained(
    store: list[str], arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run([*arguments, *store]) == code
    assert said in capsys.readouterr().err


def test_what_would_change_nothing_is_not_kept(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with Store(store[1]) as opened:
        [story] = opened.ledger().stories
    for arguments in (["merge", story.id, story.id], ["move", f"{STORY}/02.txt", story.id], ["split", *story.articles]):
        assert run([*arguments, *store]) == 2
        assert "nothing to do" in capsys.readouterr().err
    run(["decisions", "--json", *store])
    assert json.loads(capsys.readouterr().out) == []


def test_only_the_stories_that_a_decision_touches_are_shown(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(STORY / "08.txt"), "--jobs", "1", *store]) == 0
    assert run(["split", f"{STORY}/08.txt", *store]) == 0
    capsys.readouterr()
    assert run(["split", f"{STORY}/04.txt", *store]) == 0
    assert capsys.readouterr().out.count("1 article;") == 2
    run(["decisions", *store])
    assert f"({STORY}/04.txt)" in capsys.readouterr().out
