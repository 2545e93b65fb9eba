"""The likeliest charset of bytes that say nothing about theirs and are no UTF-8.

Scripts of one byte a letter are told by how their bytes lie: in Latin script letters beyond ASCII stand alone between plain ones, in
Cyrillic, Greek, Hebrew and Arabic whole words consist of them. Among Latin charsets the one wins in which the letters all belong to
one language; detectors by frequency, which need more text than a headline has, take German for Arabic there. Other scripts are left to
charset-normalizer.
"""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

_GUESS_BYTES = 40_000  # enough for the guess to settle; its time grows with the bytes
_TOUCHING_SHARE = 0.6  # of the runs of bytes beyond ASCII that touch a plain letter: above 0.8 in the Latin languages tried
_LONGEST_RUN = 2.0  # bytes of such runs on average: at most 1.3 there; a Cyrillic word has five
_LOW_SHARE = 0.3  # of these bytes, quotation marks aside, below 0xA0: at most 0.2 there (Polish); the lead bytes of Shift JIS all lie there
_FEWEST_HEBREW = 8  # letters; a word or two of Cyrillic may by chance stay in the bytes of Hebrew

# The letters beyond ASCII of each language, in its charset; where several fit equally, the first.
_LATIN: tuple[tuple[str, str], ...] = (
    ("cp1252", "äöüßÄÖÜé"),
    ("cp1252", "éèêëàâçîïôûùœÉÈÀÇÊæÆŒÎÔ"),
    ("cp1252", "áéíóúñüÁÉÍÓÚÑ¿¡ªº"),
    ("cp1252", "ãõáéíóúâêôçàÁÉÍÓÚÃÕÇÂªº"),
    ("cp1252", "àèéìòùÀÈÉÌÒÙ"),
    ("cp1252", "åäöæøéÅÄÖÆØ"),
    ("cp1252", "ëéïöüèç"),
    ("cp1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    ("cp1250", "áčďéěíňóřšťúůýžľĺŕôäÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ"),
    ("cp1250", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"),
    ("cp1250", "ăâîşţĂÂÎŞŢ"),
    ("cp1250", "čćšžđČĆŠŽĐ"),
    ("cp1254", "çğıöşüâîÇĞİÖŞÜ"),
    ("cp1257", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲ"),
)
_OTHERS = [
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp874",
    "cp932",
    "euc_jp",
    "gb18030",
    "cp949",
    "big5hkscs",
    "mac_cyrillic",
    "cp866",
]
_LETTERS = re.compile(rb"[\x80-\xff]+")
_TOUCHING = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]+|[\x80-\xff]+(?=[A-Za-z])")
_QUOTES = bytes([0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98), 0xA0, 0xAB, 0xBB])
_HEBREW = frozenset(range(0xE0, 0xFB))


def guess(content: bytes) -> str | None:
    """Python's codec for the content, or None where nothing speaks for any."""
    sample = content[:_GUESS_BYTES]
    runs = _LETTERS.findall(sample)
    if not runs:
        return None
    if _is_latin(sample, runs):
        return _latin(b"".join(runs))
    letters = b"".join(runs)
    if len(letters) >= _FEWEST_HEBREW and _HEBREW.issuperset(letters):
        return "cp1255"
    best = from_bytes(sample, cp_isolation=_OTHERS).best()
    return best.encoding if best else None


def _is_latin(sample: bytes, runs: list[bytes]) -> bool:
    letters = b"".join(runs).translate(None, _QUOTES)
    if not letters:
        return True
    worded = [run for run in runs if run.translate(None, _QUOTES)]
    touching = sum(found.translate(None, _QUOTES) != b"" for found in _TOUCHING.findall(sample))
    low = sum(byte < 0xA0 for byte in letters)
    return touching >= _TOUCHING_SHARE * len(worded) and len(letters) <= _LONGEST_RUN * len(worded) and low <= _LOW_SHARE * len(letters)


def _latin(letters: bytes) -> str:
    """The charset of the language that has most of the letters; signs, such as quotation marks, speak for none."""
    best, encoding = -1, "cp1252"
    for candidate, alphabet in _LATIN:
        found = sum(letter in alphabet for letter in letters.decode(candidate, "replace"))
        if found > best:
            best, encoding = found, candidate
    return encoding
