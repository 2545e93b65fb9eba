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


UNDECLARED = [
    ("größer", "cp1252"),
    ("Der Präsident sagte: „Über die Größe der Fähre wird geprüft.“", "cp1252"),
    ("Le président a déclaré que l’été était passé à côté.", "cp1252"),
    ("El niño comió una piña en España, dijo el señor Muñoz.", "cp1252"),
    ("A fait divers à Genève", "cp1252"),
    ("Statsminister Sørensen sa at fergen sank ved øya.", "cp1252"),
    (ENGLISH, "cp1252"),
    ("Prezydent powiedział, że łódź zatonęła w pobliżu brzegu.", "cp1250"),
    ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
    ("Az őrült kőműves új űrhajót épített.", "cp1250"),
    ("Başbakan, geminin İzmir'e ulaştığını söyledi; çığ düştü.", "cp1254"),
    ("Паром затонул", "cp1251"),
    (RUSSIAN * 6, "koi8-r"),
    ("Το πλοίο βυθίστηκε κοντά στην ακτή.", "cp1253"),
    ("הספינה טבעה ליד החוף ביום שני", "cp1255"),
    ("غرقت العبارة قبالة الساحل يوم الاثنين", "cp1256"),
    (JAPANESE, "cp932"),
    ("渡轮周一在海岸附近沉没，当局表示。", "gb18030"),
    ("월요일 해안에서 여객선이 침몰했다고 당국이 밝혔다.", "cp949"),
]


@pytest.mark.parametrize(("text", "charset"), UNDECLARED)
def test_without_any_declaration_the_charset_is_guessed(text: str, charset: str) -> None:
    page = f"<html><body><div class='story'><p>{text}</p><a href='/more'>more</a></div></body></html>"
    assert decode(text.encode(charset)) == text
    assert decode(page.encode(charset)) == page


def test_charsets_mixed_in_one_page() -> None:
    mixed = GERMAN.encode() * 5 + b"\x93quoted\x94 "
    assert decode(mixed) == GERMAN * 5 + "“quoted” "
    page = b'<meta charset="iso-8859-1">' + mixed
    assert decode(page, "utf-8").endswith(GERMAN + "“quoted” ")


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
