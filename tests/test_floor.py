"""The quality floor: figures may rise, and fall only with a reason that is kept."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parent.parent / "eval"))
    sys.modules.pop("floor", None)
    module = import_module("floor")
    monkeypatch.setattr(module, "FLOOR", tmp_path / "floor.json")
    return module


def test_a_figure_below_its_floor_is_named(floor: ModuleType) -> None:
    floor.raise_to({"cases: statements F1": 0.8, "cases: furniture left in": 0.02})
    fallen = floor.falls({"cases: statements F1": 0.7, "cases: furniture left in": 0.3, "cases: new": 0.1})
    assert [(f.name, f.floor, f.figure) for f in fallen] == [("cases: statements F1", 0.8, 0.7), ("cases: furniture left in", 0.02, 0.3)]


def test_the_floor_rises_and_does_not_sink_by_itself(floor: ModuleType) -> None:
    for figure in (0.8, 0.9, 0.6):
        floor.raise_to({"cases: statements F1": figure})
    assert floor.read() == {"cases: statements F1": 0.9}


def test_lowering_keeps_the_reason(floor: ModuleType) -> None:
    floor.raise_to({"cases: statements F1": 0.8})
    floor.raise_to({"cases: statements F1": 0.7}, "the scorer grew stricter")
    assert floor.read() == {"cases: statements F1": 0.7}
    assert json.loads(floor.FLOOR.read_text("utf-8"))["lowered"][0]["why"] == "the scorer grew stricter"


def test_what_is_timed_has_no_floor(floor: ModuleType) -> None:
    floor.raise_to({"reuse: all pairs/s": 300.0})
    assert floor.read() == {}
