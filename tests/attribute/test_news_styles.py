"""Short pieces in the styles of real news (news_styles.json), with who says what in them; their truth was written before the rules were run on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.attribute import statements
from retold.types import Article

PIECES = json.loads((Path(__file__).parent / "news_styles.json").read_text(encoding="utf-8"))


def said(text: str) -> list[tuple[str | None, str]]:
    found = statements(Article.from_text(text, id="a", published="2031-05-21"))
    return [(s.speaker, " + ".join(text[start:end] for start, end in s.content)) for s in found if s.manner == "said"]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece["style"])
def test_who_says_what(piece: dict[str, object]) -> None:
    found = said(str(piece["text"]))
    expected = [(row["speaker"], row["part"]) for row in piece["statements"]]  # type: ignore[attr-defined]
    for speaker, part in expected:
        assert any(name == speaker and part in content for name, content in found), (speaker, part, found)
    assert len(found) == len(expected), found
