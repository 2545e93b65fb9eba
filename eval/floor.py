"""The floor: figures that CI does not let fall. It rises freely; lowering it needs a reason, which is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FLOOR = Path(__file__).with_name("floor.json")
SLACK = 0.005  # what the order of floating-point sums and library versions may move a figure
LOWER_IS_BETTER = ("furniture left in", "false alarms")
TIMED = "/s"


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is worse than its floor."""

    name: str
    floor: float
    figure: float


def read() -> dict[str, float]:
    if not FLOOR.exists():
        return {}
    figures: dict[str, float] = json.loads(FLOOR.read_text("utf-8"))["figures"]
    return figures


def falls(figures: dict[str, float]) -> list[Fall]:
    """Figures below their floor; those without a floor and those that time something are left out."""
    floor = read()
    return [Fall(name, floor[name], value) for name, value in figures.items() if name in floor and worse(name, value, floor[name])]


def worse(name: str, value: float, floor: float) -> bool:
    return value > floor + SLACK if lower_is_better(name) else value < floor - SLACK


def lower_is_better(name: str) -> bool:
    return any(part in name for part in LOWER_IS_BETTER)


def raise_to(figures: dict[str, float], lowering: str | None = None) -> None:
    """Write the better of old and new; with a reason for lowering, the new."""
    kept = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {"figures": {}, "lowered": []}
    old: dict[str, float] = kept["figures"]
    lowered = {fall.name: [fall.floor, fall.figure] for fall in falls(figures)}
    for name, value in figures.items():
        if TIMED not in name and (lowering or name not in old or not worse(name, value, old[name])):
            better = min if lower_is_better(name) else max
            old[name] = round(value if name in lowered else better(value, old.get(name, value)), 4)
    if lowering and lowered:
        kept["lowered"].append({"why": lowering, "figures": lowered})
    FLOOR.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
