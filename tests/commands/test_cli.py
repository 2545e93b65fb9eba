"""The command line as a person uses it: answers on standard output, troubles on standard error, and honest exit codes."""

from __future__ import annotations

import json
import os
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from retold.cli import run

SAMPLE = Path(str(files("retold").joinpath("data", "sample")))
STORY = SAMPLE / "ashkar-governor-drone-strike"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("ledger") / "retold.db"
    assert run(["trace", str(STORY), "--store", str(store), "--jobs", "1"]) == 0
    return store


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ids(ledger: Path, table: str) -> list[str]:
    with sqlite3.connect(ledger) as connection:
        return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]


def test_trace_prints_a_summary_and_writes_the_ledger(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "pages" / "one.txt"
    page.parent.mkdir()
    page.write_text((STORY / "02.txt").read_text("utf-8"), "utf-8")
    assert run(["trace", "pages", "--json", "ledger.json", "--jobs", "1"]) == 0
    out, err = capsys.readouterr()
    assert "Drones hit compound of Belhar governor" in out
    assert "1 new article" in err
    assert json.loads(Path("ledger.json").read_text("utf-8"))["articles"][0]["page"] == "pages/one.txt"
    assert run(["trace", "pages", "--jobs", "1"]) == 0
    assert "nothing new" in capsys.readouterr().err


def test_json_on_standard_output_is_json_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", str(STORY / "02.txt"), "--json", "-", "--jobs", "1"]) == 0
    assert list(json.loads(capsys.readouterr().out))[:3] == ["retold", "articles", "dropped"]


def test_a_story_is_shown_by_the_beginning_of_its_id(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [story] = ids(ledger, "story")
    assert run(["story", story[:5], "--store", str(ledger)]) == 0
    out = capsys.readouterr().out
    assert "Meridian Press Agency" in out
    assert "\x1b" not in out


def test_stories_compare_report_and_speakers(ledger: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    store = ["--store", str(ledger)]
    assert run(["stories", *store]) == 0
    assert "Belhar" in capsys.readouterr().out
    assert run(["compare", f"{STORY}/02.txt", f"{STORY}/07.html", *store]) == 0
    assert "the attack was [-likely-] carried out" in capsys.readouterr().out
    assert run(["report", ids(ledger, "story")[0], "-o", "story.html", *store]) == 0
    assert "<svg" in (tmp_path / "story.html").read_text("utf-8")
    assert run(["speakers", *store]) == 0
    assert "Serakhs" in capsys.readouterr().out


def test_statements_of_one_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["statements", str(STORY / "02.txt")]) == 0
    assert "It was a matter of forty metres and a good shot" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["trace"], 2, "which pages?"),
        (["trace", "no/such/folder"], 2, "no/such/folder"),
        (["trace", ".", "--jobs", "-1"], 2, "--jobs -1"),
        (["trace", ".", "--until", "lunch"], 2, "lunch"),
        (["trace", ".", "--map", "text"], 2, "field=column"),
        (["serve-tea"], 2, "serve-tea"),
        (["stories"], 1, "there is no ledger at retold.db"),
        (["story", "s1", "--store", "none.db"], 1, "retold trace PATH"),
        (["statements", "no-such-page.html"], 2, "no-such-page.html"),
    ],
)
def test_what_was_asked_wrongly_is_explained(arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert said in err
    assert not out


def test_an_unknown_story_says_how_to_list_them(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["story", "zzz", "--store", str(ledger)]) == 1
    assert "retold stories" in capsys.readouterr().err


def test_pages_without_an_article_are_counted_with_their_reasons(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "empty.html").write_bytes(b"")
    (pages / "noise.txt").write_bytes(os.urandom(4000))
    (pages / "menu.html").write_text("<html><body><nav><a>Home</a><a>Sport</a></nav></body></html>", "utf-8")
    assert run(["trace", "pages", "--json", "ledger.json", "--jobs", "1"]) == 1
    dropped = {Path(d["page"]).name: d["reason"] for d in json.loads(Path("ledger.json").read_text("utf-8"))["dropped"]}
    assert set(dropped) == {"empty.html", "noise.txt", "menu.html"}
    assert "empty" in dropped["empty.html"]


def test_a_store_that_cannot_be_used_is_explained(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "letters.db").write_text("dear editor " * 1000, "utf-8")
    assert run(["trace", str(STORY / "02.txt"), "--store", "letters.db", "--jobs", "1"]) == 1
    assert "not a ledger of Retold" in capsys.readouterr().err


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    assert "retold demo" in capsys.readouterr().out


def test_why_of_a_claim_and_of_two_articles(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", ids(ledger, "claim")[0], "--store", str(ledger)]) == 0
    assert "independent origin" in capsys.readouterr().out
    assert run(["why", f"{STORY}/02.txt", f"{STORY}/04.txt", "--store", str(ledger)]) == 0
    out = capsys.readouterr().out
    assert "are one story" in out
    assert "for " in out
    assert "one story needs" in out
    assert run(["why", "--store", str(ledger)]) == 2


def test_why_of_a_change_follows_it(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = ids(ledger, "change")[0]
    assert run(["why", change, "--store", str(ledger)]) == 0
    assert "First in " in capsys.readouterr().out
    assert run(["why", change, "--store", str(ledger), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["chain"]["hops"]


def test_ctrl_c_says_what_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("retold.commands.stories", interrupted)
    assert run(["stories"]) == 1
    assert "run the same command again to go on" in capsys.readouterr().err


def test_a_model_of_ones_own_is_trained_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pycrfsuite")
    text = "The dam held, the engineer said."
    row = {"text": text, "attributions": [{"source": [[14, 26]], "cue": [[27, 31]], "content": [[0, 12]]}]}
    (tmp_path / "own.jsonl").write_text("\n".join(json.dumps(row) for _ in range(5)), "utf-8")
    assert run(["train", "statements", "own.jsonl", "-o", "own.model"]) == 0
    assert "learned from 5 texts" in capsys.readouterr().err
    assert run(["statements", str(STORY / "02.txt"), "--model", "own.model"]) == 0
    assert run(["statements", str(STORY / "02.txt"), "--model", "none.model"]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["story"], "retold story needs ID. See: retold story --help"),
        (["stories", "all"], "retold stories has no use for all. See: retold stories --help"),
        (["story", "s1", "--jsno"], "--json"),
        (["compare", "a.html", "a.html"], "one and the same article"),
        (["export", "--as", "csv", "-o", "-"], "several tables"),
        (["serve", "--port", "99999"], "--port 99999"),
    ],
)
def test_a_command_that_was_put_wrongly_says_what_it_needs(
    ledger: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = [] if arguments[0] in {"story", "stories"} else ["--store", str(ledger)]
    pages = [f"{STORY}/02.txt" if argument == "a.html" else argument for argument in arguments]
    assert run([*pages, *store]) == 2
    assert said in capsys.readouterr().err


def test_help_may_be_asked_for_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    run(["help", "story"])
    assert "The story's id" in capsys.readouterr().out


def test_a_run_tells_what_it_brought_and_not_what_was_there(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "menu.html").write_text("<html><body><nav><a>Home</a><a>Sport</a></nav></body></html>", "utf-8")
    assert run(["trace", "menu.html", "--jobs", "1", "--store", str(ledger)]) == 0
    out, err = capsys.readouterr()
    assert "menu.html" in out
    assert "Belhar" not in out
    assert "nothing new" in err
    assert run(["trace", f"{STORY}/02.txt", "--jobs", "1", "--store", str(ledger)]) == 0
    assert capsys.readouterr().out == ""


def test_statements_of_a_folder_are_headed_by_their_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["statements", str(STORY)]) == 0
    out = capsys.readouterr().out
    assert [name for name in ("02.txt", "04.txt", "07.html") if name not in out] == []


def test_an_export_to_standard_output_is_the_export_alone(ledger: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["export", "--as", "graphml", "-o", "-", "--store", str(ledger)]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<?xml")
