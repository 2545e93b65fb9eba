"""The rules of the house (docs/flow.md, CONTRIBUTING.md), held by the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import retold

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "retold"
STEPS = ("read", "clean", "group", "trace", "attribute", "weigh", "compare")
NOUNS = {"types", "errors", "ids", "version"}
MAY_IMPORT = {
    **{step: NOUNS | {"text", step} for step in STEPS},
    "text": NOUNS | {"text"},
    "types": {"ids"},
    "ids": set(),
    "errors": set(),
    "version": set(),
    "flow": NOUNS | {*STEPS},
    "store": NOUNS | {"store"},
    "engine": NOUNS | {"flow", "store", "engine"},
    # The reasons behind what is stored are worked out when they are shown.
    "show": NOUNS | {"show", "text", "trace", "compare", "weigh"},
    "web": NOUNS | {"show", "store", "web"},
}
PURE = ("clean", "group", "trace", "attribute", "weigh", "compare", "text")
IMPURE_MODULES = {"sqlite3", "socket", "subprocess", "time", "random", "urllib.request", "http", "requests", "httpx"}
FORBIDDEN_NAMES = {"utils", "util", "core", "base", "internals", "helpers", "misc", "common"}


def modules() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if "__pycache__" not in path.parts]


def place(path: Path) -> str:
    """The step or module that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "retold")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_each_part_imports_only_what_it_may(path: Path) -> None:
    allowed = MAY_IMPORT.get(place(path))
    if allowed is None:
        return  # the command line and the package's own surface may use everything
    used = {name.split(".")[1] for name in imported(path) if name.startswith("retold.")}
    assert used <= allowed, f"{path.relative_to(ROOT)} may not import {sorted(used - allowed)}"


@pytest.mark.parametrize("path", [p for p in modules() if place(p) in PURE], ids=lambda p: str(p.relative_to(SOURCE)))
def test_steps_know_no_clock_chance_network_or_database(path: Path) -> None:
    assert not set(imported(path)) & IMPURE_MODULES


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400
    too_long = {f.name: length for f in functions(path) if (length := (f.end_lineno or 0) - f.lineno + 1) > 60}
    assert not too_long


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_function_takes_more_than_six_parameters(path: Path) -> None:
    wide = {}
    for function in functions(path):
        names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
        wide[function.name] = len([n for n in names if n not in {"self", "cls"}])
    assert not {name: count for name, count in wide.items() if count > 6}


def test_the_median_function_is_short() -> None:
    lengths = sorted((f.end_lineno or 0) - f.lineno + 1 for path in modules() for f in functions(path))
    assert lengths[len(lengths) // 2] < 10


def test_names_say_what_things_are() -> None:
    assert not [p for p in (*SOURCE.rglob("*"), *(ROOT / "tests").rglob("*")) if p.stem in FORBIDDEN_NAMES]


def test_types_are_frozen_and_slotted() -> None:
    tree = ast.parse((SOURCE / "types.py").read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert ast.unparse(node.decorator_list[0]) == "dataclass(frozen=True, slots=True)", node.name


def test_everything_exported_exists_and_is_sorted() -> None:
    assert list(retold.__all__) == sorted(retold.__all__)
    assert all(hasattr(retold, name) for name in retold.__all__)


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in sorted((ROOT / "tests").rglob("*.py")) if path.name not in {"conftest.py", "__init__.py"}]
    assert sorted(set(names)) == sorted(names), "pytest and mypy tell test files apart by their names alone"


def test_the_errors_docstring_draws_every_error() -> None:
    text = (SOURCE / "errors.py").read_text("utf-8")
    drawn = set(re.findall(r"(\w+Error)", ast.get_docstring(ast.parse(text)) or ""))
    assert drawn == {n.name for n in ast.walk(ast.parse(text)) if isinstance(n, ast.ClassDef)}


def test_the_project_speaks_of_itself_alone() -> None:
    spoken = re.compile(r"/work/|\bissue #?\d|\bsession \d", re.IGNORECASE)
    texts = [*modules(), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "eval").glob("*.py"), *(ROOT / "bench").glob("*.py")]
    assert not [str(p) for p in texts if spoken.search(p.read_text("utf-8"))]
