"""Cells in use, and those put away: as bytes in a mapping that the caller may keep on disk."""

from __future__ import annotations

import io
import json
from collections.abc import MutableMapping
from dataclasses import asdict, astuple, dataclass, field, fields
from typing import Any

import numpy as np

from retold.group.cells import Cell, PairTable
from retold.group.heads import Head
from retold.group.reading import Terms
from retold.group.settings import Settings

_PAIRS = ("first", "second", "odds", "copy")


@dataclass(slots=True)
class Shelf:
    """Cells by their numbers. At most `settings.open_cells` are in use at once when there is a mapping to put the others away."""

    settings: Settings
    away: MutableMapping[int, bytes] | None = None
    cells: dict[int, Cell] = field(default_factory=dict)  # the one used last comes last

    @property
    def numbers(self) -> list[int]:
        return sorted({*self.cells, *(self.away or ())})

    def __contains__(self, number: int) -> bool:
        return number in self.cells or number in (self.away or ())

    def open(self, number: int) -> Cell:
        """The cell of this number, a new one where there is none."""
        cell = self.cells.pop(number, None)
        if cell is None:
            cell = unpacked(self.away[number]) if self.away and number in self.away else Cell(number)
        self.cells[number] = cell
        return cell

    def drop(self, number: int) -> None:
        self.cells.pop(number, None)
        if self.away and number in self.away:
            del self.away[number]

    def tidy(self) -> None:
        """Put away what was not used of late: without a mapping only what can be worked out again goes."""
        for number in list(self.cells)[: -self.settings.open_cells]:
            if self.away is None:
                lighten(self.cells[number], self.settings)
            else:
                self.away[number] = packed(self.cells.pop(number), self.settings)


def lighten(cell: Cell, settings: Settings) -> None:
    """Without links, and with the pairs that stories rest on only."""
    if not cell.links.basis:
        return
    cell.links = type(cell.links)()
    pairs = cell.pairs.where(cell.pairs.odds > settings.stranger)
    cell.pairs = PairTable(first=pairs.first, second=pairs.second, odds=pairs.odds, copy=pairs.copy)


def packed(cell: Cell, settings: Settings) -> bytes:
    """A cell as bytes, in numpy's own format; nothing in it is executed when it is read."""
    lighten(cell, settings)
    heads = [[astuple(head) for head in heads] for heads in cell.heads]
    rest = {"number": cell.number, "version": cell.version, "gone": sorted(cell.gone), "heads": heads}
    arrays: dict[str, Any] = {f"terms_{key}": value for key, value in asdict(cell.terms).items()}
    arrays |= {f"pairs_{key}": getattr(cell.pairs, key) for key in _PAIRS}
    arrays |= {"story": cell.story, "print_of": cell.print_of, "rank": cell.rank, "cut": cell.cut}
    written = json.dumps(rest, ensure_ascii=True).encode("ascii")
    with io.BytesIO() as out:
        np.savez(out, rest=np.frombuffer(written, np.uint8), **arrays)
        return out.getvalue()


def unpacked(data: bytes) -> Cell:
    """The cell that `packed` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        rest = json.loads(arrays["rest"].tobytes())
        heads = [[Head(*head) for head in heads] for heads in rest["heads"]]
        cell = Cell(
            number=rest["number"],
            version=rest["version"],
            gone=set(rest["gone"]),
            heads=heads,
            parts=[Terms(**{part.name: arrays[f"terms_{part.name}"] for part in fields(Terms)})],
            row_of={heads[0].digest: row for row, heads in enumerate(heads)},
            pairs=PairTable(**{key: arrays[f"pairs_{key}"] for key in _PAIRS}),
        )
        cell.story, cell.print_of, cell.rank, cell.cut = (arrays[name] for name in ("story", "print_of", "rank", "cut"))
        return cell
