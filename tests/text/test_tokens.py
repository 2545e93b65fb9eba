"""Words and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.tokens import fold, tokens, word_hashes, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran did not order it.", ["iran", "did", "not", "order", "it"]),
        ("Khorvan’s café cost 4,000.50", ["khorvan's", "cafe", "cost", "4,000.50"]),
        ("'quoted' don't", ["quoted", "don't"]),
        ("re\u00adcord\u200bed and vari\ufe0fant", ["recorded", "and", "variant"]),
        ("Тhе аttасk", ["the", "attack"]),  # Cyrillic look-alikes
        ("𝐁𝐨𝐥𝐝 ＷＩＤＥ", ["bold", "wide"]),
        ("e\u0301te\u0301", ["ete"]),
        ("東京 2024年", ["東", "京", "2024", "年"]),
        ("İstanbul", ["istanbul"]),
        ("", []),
        (" — … ", []),
    ],
)
def test_folded_words(text: str, expected: list[str]) -> None:
    assert list(tokens(text).words) == expected


def test_offsets_lead_back_to_the_text_as_written() -> None:
    text = "The “Khorvan’s” re\u00adcord of 4,000"
    assert [text[w.start : w.end] for w in words(text)] == ["The", "Khorvan’s", "re\u00adcord", "of", "4,000"]


def test_folding_leaves_one_space_and_plain_quotes() -> None:
    assert fold("“Élan\u00a0 vital”\n—") == '"elan vital" -'


@given(st.text())
def test_every_text_has_words_in_order_within_it(text: str) -> None:
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(word_hashes(text)) == len(found)


@given(st.text())
def test_equal_words_have_equal_hashes(text: str) -> None:
    hashes = word_hashes(text).tolist()
    by_word: dict[str, int] = {}
    assert all(by_word.setdefault(w.text, h) == h for w, h in zip(words(text), hashes, strict=True) if len(w.text) < 60)
