"""What is measured: each measure runs a scorer over data and reads its figures.

Data and scorers lie outside the project, under RETOLD_DATA (see docs/measuring.md); what is missing is skipped with its reason.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Figures = dict[str, float]
ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    return Path(os.environ.get("RETOLD_DATA", ROOT.parent / "shared")).resolve()


@dataclass(frozen=True, slots=True)
class Measure:
    """A scorer's command line, relative to the data folder, and how its output becomes figures."""

    name: str
    script: str
    arguments: tuple[str, ...]
    figures: Callable[[str], Figures]


class MissingDataError(Exception):
    """What a measure needs is not there."""


def run(measure: Measure) -> Figures:
    """Figures by name, `measure: part`.

    Raises:
        MissingDataError: with the path that is missing.

    """
    data = data_folder()
    script = data / "score" / measure.script
    if not script.exists():
        raise MissingDataError(f"no {script}")
    arguments = list(expanded(data, measure.arguments))
    environment = {**os.environ, "PYTHONPATH": str(script.parent)}
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(
            [sys.executable, str(script), *arguments], capture_output=True, text=True, cwd=scratch, env=environment, check=False
        )
    if done.returncode:
        raise SystemExit(f"{measure.name} failed ({done.returncode}):\n{done.stderr[-3000:]}")
    return {f"{measure.name}: {part}": value for part, value in measure.figures(done.stdout).items()}


def expanded(data: Path, arguments: tuple[str, ...]) -> Iterator[str]:
    for argument in arguments:
        if not argument.startswith("@"):
            yield argument
        elif found := sorted(str(path) for path in data.glob(argument[1:])):
            yield from found
        else:
            raise MissingDataError(f"no {data / argument[1:]}")


def means(output: str) -> Figures:
    """The `mean:` block of the cases scorer."""
    block = output.partition("mean:")[2]
    return {name.strip(): float(value) for name, value in re.findall(r"^\s+(\S.*?)\s+(\d\.\d+)$", block, re.MULTILINE)}


def labelled(output: str) -> Figures:
    """Lines such as `basil bcubed: P 0.9 R 0.9 F1 0.912 | pairwise F1 0.850 | stories 3 of 4 | 900 articles/s`."""
    found: Figures = {}
    for line in output.splitlines():
        label, _, rest = line.partition(":")
        for name, value in re.findall(r"(F1|plagdet|pairwise F1|title|published|authors) (\d\.\d+)", rest):
            found[f"{label} {name}"] = float(value)
        for count, total in re.findall(r"false alarms (\d+) of (\d+)", rest):
            found["false alarms share"] = int(count) / int(total)
        for rate, unit in re.findall(r"(\d+) (\w+/s)", rest):
            found[f"{label} {unit}"] = float(rate)
    return found


OWN_CASES = ROOT / "tests" / "cases"

MEASURES = (
    Measure("own cases", "cases.py", ("--together", f"{sys.executable} -m retold", *sorted(map(str, OWN_CASES.iterdir()))), means),
    Measure(
        "cases", "cases.py", ("--together", f"{sys.executable} -m retold", "@cases/seeds/*", "@cases/fiction/*", "@cases/news/*"), means
    ),
    Measure("grouping", "grouping.py", ("@data/grouping/*.jsonl.gz",), labelled),
    Measure("extraction", "extraction.py", ("@data/extraction/*.jsonl.gz",), labelled),
    Measure("reuse", "reuse.py", ("@data/reuse/pan13-pairs.jsonl.gz", "@data/reuse/pan13-documents.jsonl.gz"), labelled),
    Measure("attribution", "attribution.py", ("@data/attribution/polnear-dev.jsonl.gz",), labelled),
)
