"""The language of texts, long enough to tell and not."""

from __future__ import annotations

import pytest

from retold.text.language import language_of


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("The ferry sank off the coast of Orsk, the minister said on Monday.", None, "en"),
        ("The ferry sank off the coast of Orsk, the minister said on Monday.", "de-AT", "en"),
        ("Der Präsident sagte, die Größe der Fähre werde geprüft.", "en", "de"),
        ("De minister zei dat het schip in de haven is en dat het water was gestegen.", None, "nl"),
        ("Паром затонул у берегов Орска в понедельник", None, "ru"),
        ("渡轮周一在海岸附近沉没，当局表示。渡轮周一在海岸附近沉没", None, "zh"),
        ("Too short", "en-GB", "en"),
        ("Too short", None, None),
        ("12:30", "english", None),
        ("", " FR_ca", "fr"),
    ],
)
def test_words_speak_before_declarations(text: str, declared: str | None, language: str | None) -> None:
    assert language_of(text, declared) == language
