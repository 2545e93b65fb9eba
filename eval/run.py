"""Measure Retold's quality, print a table, and fail where a figure has fallen below its floor.

    python eval/run.py [MEASURE ...]                       measure and hold against the floor
    python eval/run.py --raise-floor                       ... and lift the floor to what was reached
    python eval/run.py --lower-floor "why it had to fall"  ... and let it down, keeping the reason

Exit code 1 where a figure fell. Where the data is missing (environment variable RETOLD_DATA), the measure is skipped with that reason.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial

import claims
import clough_stevenson
import floor
from measures import MEASURES, Figures, MissingDataError, data_folder, run
from rich.console import Console
from rich.table import Table

OWN: dict[str, Callable[[], Figures]] = {
    "claims": lambda: claims.measure(data_folder() / "data" / "claims"),
    "clough-stevenson": lambda: clough_stevenson.measure(data_folder() / "data"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help="all of them by default")
    parser.add_argument("--raise-floor", action="store_true")
    parser.add_argument("--lower-floor", metavar="WHY")
    given = parser.parse_args()
    figures = measured(set(given.measures))
    show(figures)
    fallen = floor.falls(figures)
    if given.raise_floor or given.lower_floor:
        floor.raise_to(figures, given.lower_floor)
    for fall in fallen:
        print(f"below the floor: {fall.name} is {fall.figure:.3f}, floor {fall.floor:.3f}")
    return 1 if fallen and not given.lower_floor else 0


def measured(names: set[str]) -> Figures:
    everything: dict[str, Callable[[], Figures]] = {m.name: partial(run, m) for m in MEASURES} | OWN
    figures: Figures = {}
    for name, measure in everything.items():
        if names and name not in names:
            continue
        try:
            found = measure()
        except (MissingDataError, FileNotFoundError) as missing:
            print(f"skipped {name}: {missing} (set RETOLD_DATA to the folder that has it)")
            continue
        figures |= {key if key.startswith(name) else f"{name}: {key}": value for key, value in found.items()}
    return figures


def show(figures: Figures) -> None:
    table = Table("figure", "value", "floor", box=None)
    kept = floor.read()
    for name, value in figures.items():
        table.add_row(name, f"{value:.3f}" if value < 10 else f"{value:,.0f}", f"{kept[name]:.3f}" if name in kept else "")
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
