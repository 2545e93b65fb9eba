"""Datelines, sign-offs and lines of names."""

from __future__ import annotations

import pytest

from retold.text.outlets import mentions
from retold.text.signatures import signatures

BODY = "\n\nA ferry sank on Monday, and the harbour was closed. Nobody knows why.\n\nThe captain was asleep, a sailor said."


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("LONDON, March 3 (Reuters) - A ferry", [("Reuters", "dateline")]),
        ("Puerto Sandoval, 3 mar (EFE).- Un barco", [("EFE", "dateline")]),
        ("MOSCOW, February 2. /TASS/. A ferry", [("TASS", "dateline")]),
        ("NEW DELHI, Mar 3 (PTI) A ferry", [("Press Trust of India", "dateline")]),
        ("SEOUL, March 3 (Yonhap) -- A ferry", [("Yonhap", "dateline")]),
        ("(ANSA) - ROMA, 03 MAR - Un traghetto", [("ANSA", "dateline")]),
        ("NEW YORK, March 3, 2024 /PRNewswire/ -- Acme", [("PR Newswire", "dateline")]),
        ("TORONTO, March 03, 2024 (GLOBE NEWSWIRE) -- Acme", [("GlobeNewswire", "dateline")]),
        (BODY + "\n\nREUTERS", [("Reuters", "credit")]),
        (BODY + "\n\nKYODO", [("Kyodo News", "credit")]),
        (BODY + "\n\nPor EFE", [("EFE", "credit")]),
        (BODY + "\n\nWith AFP", [("Agence France-Presse", "contributed")]),
        (BODY + "\n\njv/kb (Reuters, dpa)", [("Reuters", "compiled"), ("Deutsche Presse-Agentur", "compiled")]),
        (BODY + "\n\n— Reuters", [("Reuters", "credit")]),
        (BODY + " (AFP)", [("Agence France-Presse", "credit")]),
        ("A spokesman for Reuters (London) said no. AP and AFP: rivals for a century.", []),
        ("Talking of the show, Smith told the BBC live show : it is over", []),
        (BODY + "\n\nReuters won a prize", []),
    ],
)
def test_signatures(text: str, signed: list[tuple[str, str]]) -> None:
    found = sorted(signatures(text, mentions(text)), key=lambda s: s.mention.start)
    assert [(s.mention.name, s.kind) for s in found] == signed


def test_spans_hold_the_signature() -> None:
    (found,) = signatures("LONDON, March 3 (Reuters) - A ferry", mentions("LONDON, March 3 (Reuters) - A ferry"))
    assert (found.start, found.end) == (0, 27)


@pytest.mark.parametrize("piece", ["(AP) ", "/TASS/ ", "AP, ", "A. ", "de ", "ab/cd ", "with AP and "])
def test_endless_repetition_is_read_too(piece: str) -> None:
    signatures(piece * 4000, mentions(piece * 4000))
