"""Bytes to text, whatever the page says about its charset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.charset import decode, encoding_of

GERMAN = "Der Präsident sagte: „Über die Größe der Fähre wird geprüft.“ "
RUSSIAN = "Паром затонул у берегов Орска в понедельник, сообщили власти. "
JAPANESE = "月曜日、オルスク沖でフェリーが沈没した。当局が発表した。"
ENGLISH = "“It wasn’t ours,” the minister said — twice. "


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (GERMAN.encode(), None, GERMAN),
        (b"plain", "utf-16", "plain"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "iso-8859-1", GERMAN),
        (RUSSIAN.encode("utf-16"), None, RUSSIAN),
        (ENGLISH.encode("utf-16-be"), None, ENGLISH),
        (ENGLISH.encode("utf-16-le"), "text/html; charset=utf-8", ENGLISH),
        (RUSSIAN.encode("cp1251"), "text/html; charset=windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN),
        (JAPANESE.encode("cp932"), "Shift_JIS", JAPANESE),
        (JAPANESE.encode("euc_jp"), "x-euc-jp", JAPANESE),
        (JAPANESE.encode("iso2022_jp"), "iso-2022-jp", JAPANESE),
        ("第一財經".encode("gb18030"), 'text/html; charset="gb2312"', "第一財經"),
        (ENGLISH.encode("cp1252"), "iso-8859-1", ENGLISH),
    ],
)
def test_declared_and_marked(content: bytes, declared: str | None, expected: str) -> None:
    assert decode(content, declared) == expected


def test_a_wrong_declaration_does_not_win_over_valid_utf8() -> None:
    assert decode(GERMAN.encode(), "windows-1251") == GERMAN


def test_the_meta_of_the_page_speaks_where_the_server_is_silent_or_wrong() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>' + RUSSIAN
    assert decode(page.encode("cp1251")) == page
    assert decode(page.encode("cp1251"), "utf-8") == page
    xml = '<?xml version="1.0" encoding="koi8-r"?>' + RUSSIAN
    assert decode(xml.encode("koi8-r")) == xml


@pytest.mark.parametrize(("text", "charset"), [(ENGLISH * 3, "cp1252"), (RUSSIAN * 6, "cp1251")])
def test_without_any_declaration_the_charset_is_guessed(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == text


def test_charsets_mixed_in_one_page() -> None:
    mixed = GERMAN.encode() * 5 + b"\x93quoted\x94 "
    assert decode(mixed) == GERMAN * 5 + "“quoted” "


def test_a_character_cut_off_at_the_end_is_left_out() -> None:
    assert decode(GERMAN.encode() + "ß".encode()[:1], "utf-8") == GERMAN


def test_nul_bytes_are_left_out() -> None:
    assert decode(b"a\x00b" + b"c" * 50) == "ab" + "c" * 50


@pytest.mark.parametrize("label", ["x-no-such", "zlib", "hex", "rot13", "base64", "\x00", "", "idna\x00", "utf-7", "unicode_escape"])
def test_what_names_no_charset_is_not_used(label: str) -> None:
    assert encoding_of(label) is None
    assert decode(GERMAN.encode(), label) == GERMAN


@given(
    st.binary(max_size=300),
    st.one_of(
        st.none(), st.text(max_size=20), st.sampled_from(["utf-8", "utf-16", "utf-7", "cp1252", "punycode", "unicode_escape", "idna"])
    ),
)
def test_any_bytes_and_any_declaration_give_text(content: bytes, declared: str | None) -> None:
    text = decode(content, declared)
    assert "\x00" not in text
    text.encode()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\x1b"), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff") and text.encode().count(0) == 0:
        assert decode(text.encode()) == text
