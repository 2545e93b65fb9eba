"""Learning statements from annotated texts: the rules' view goes in, extents come out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.attribute import learned, statements
from retold.errors import UsageError
from retold.types import Article

NAMES = ("Ana Ruiz", "Petra Quill", "Hamid Serakhs", "Colin Stroud")
FACTS = ("the gate was shut", "the road was open", "two drones had fallen", "nobody was hurt")


def row(name: str, fact: str) -> dict[str, object]:
    text = f"{name} said {fact}."
    said = len(name) + 1
    return {"text": text, "attributions": [{"source": [[0, len(name)]], "cue": [[said, said + 4]], "content": [[said + 5, len(text) - 1]]}]}


def annotated(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row(name, fact)) + "\n" for name in NAMES for fact in FACTS), encoding="utf-8")
    return path


def test_what_was_learned_is_found_again(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    out = tmp_path / "model"
    assert learned.train(learned.annotated(annotated(tmp_path)), out, learned.Settings(rounds=20, l1=0, l2=0.01, least=0)) == 16
    text = "Petra Quill said nobody was hurt."
    (statement,) = statements(Article.from_text(text, id="a"), learned.load(out))
    assert [text[slice(*spans[0])] for spans in (statement.source, statement.cue, statement.content)] == [
        "Petra Quill",
        "said",
        "nobody was hurt",
    ]


def test_a_line_of_another_shape_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "He said so."}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        list(learned.annotated(path))


def test_no_model(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        learned.load(tmp_path / "none")
