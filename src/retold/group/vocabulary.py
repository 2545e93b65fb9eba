"""Words of any alphabet as numbers: each spelling is looked at once, so that reading text costs little more than cutting it into words."""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array

from retold.group.weekdays import weekday_of

# A number keeps its separators, so that 6.1 is not 6 and 1.
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
# In scripts without spaces each character is a word of its own.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD_OR_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:[.,]\d+)*")
# Terms are numbers below this: hashes, so that no list of all words ever seen has to be kept. Of a million terms 250 fall together.
TERMS = 2**31 - 1


def words_of(text: str) -> list[str]:
    """The words and numbers of a text as they are spelled, in order."""
    if text.isascii() or not _UNSPACED.search(text):
        return _WORD.findall(text)
    return _WORD_OR_CHARACTER.findall(text)


class Vocabulary(dict[str, int]):
    """Spelling to number. `terms[n]` is the term that spelling n stands for, `capital[n]` and `numeric[n]` tell its shape."""

    def __init__(self, stem_length: int) -> None:
        super().__init__()
        self.stem_length = stem_length
        self.terms = array("i")
        self.capital = array("b")
        self.numeric = array("b")
        self.weekday = array("b")

    def __missing__(self, spelling: str) -> int:
        stem = stemmed(spelling, self.stem_length)
        place = self[spelling] = len(self.terms)
        self.terms.append(term_of(stem))
        self.capital.append(spelling[0].isupper())
        self.numeric.append(stem[0].isdigit())
        self.weekday.append(weekday_of(spelling))
        return place


def term_of(stem: str) -> int:
    """The number of a stem, the same on every machine."""
    return zlib.crc32(stem.encode("utf-8", "surrogatepass")) % TERMS


def stemmed(spelling: str, length: int) -> str:
    """Folded (case, accents) and cut to a prefix; numbers lose only the marks between their digits."""
    folded = spelling.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c)) or folded
    if folded[0].isdigit():
        return folded.replace(",", "").replace(".", "") if len(folded) < 24 else folded[:24]
    return folded[:length]
