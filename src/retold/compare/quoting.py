"""Words inside quotation marks that a later telling altered. Trims, ellipses and [brackets] are fair; so is putting a quote in reported speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.negators import is_negator
from retold.compare.quotations import Quotation
from retold.compare.stemming import stem
from retold.compare.telling import Telling
from retold.text.tokens import tokens

_FAIR = re.compile(r"\[[^\]\n]{0,120}\]|\.\.\.|…|\. \. \.|—\s?—")
_CONTRACTIONS = {"'s": "is", "'re": "are", "'ll": "will", "'ve": "have", "'d": "would", "'m": "am"}
# Fewer words are a label, not a quotation.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words as stems, with where each stands."""

    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def changed_quotes(comparison: Comparison) -> list[Finding]:
    earlier = _paragraphs(comparison.earlier)
    found = []
    for quotation in comparison.later.quotations:
        piece = _said(comparison.later.text, quotation)
        if len(piece.stems) < _FEWEST:
            continue
        finding = _altered(comparison, earlier, quotation, piece)
        if finding is not None:
            found.append(finding)
    return found


def _paragraphs(telling: Telling) -> list[Said]:
    """The quoted words of each paragraph as one: a copier joins what "he said" parted."""
    by_paragraph: dict[int, list[Said]] = {}
    for quotation in telling.quotations:
        number = telling.text.count("\n", 0, quotation.start)
        by_paragraph.setdefault(number, []).append(_said(telling.text, quotation))
    return [Said(tuple(s for p in parts for s in p.stems), tuple(s for p in parts for s in p.spans)) for _, parts in sorted(by_paragraph.items())]


def _said(text: str, quotation: Quotation) -> Said:
    found = tokens(text[quotation.start : quotation.end])
    stems: list[str] = []
    spans: list[tuple[int, int]] = []
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        for part in _expanded(word):
            stems.append(stem(part))
            spans.append((quotation.start + start, quotation.start + end))
    return Said(tuple(stems), tuple(spans))


def _expanded(word: str) -> list[str]:
    """ "didn't" as two words, so that a contraction written out is no change."""
    if word.endswith("n't"):
        return [{"ca": "can", "wo": "will", "sha": "shall"}.get(word[:-3], word[:-3]), "not"]
    if word == "cannot":
        return ["can", "not"]
    for ending, full in _CONTRACTIONS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word]


def _altered(comparison: Comparison, earlier: list[Said], quotation: Quotation, piece: Said) -> Finding | None:
    likeness, source = max(((_likeness(said, piece), -n) for n, said in enumerate(earlier)), default=(0.0, 0))
    least = comparison.settings.quote_likeness + (0.0 if comparison.pair.close else 0.1)
    if comparison.pair.how in ("translated", "spun") and comparison.pair.close:
        least -= 0.15
    if likeness < least or _is_fair(comparison, quotation, earlier):
        return None
    said = earlier[-source]
    edges = _edges(said, piece)
    return _finding(comparison, said, piece, edges, likeness) if edges else None


def _likeness(said: Said, piece: Said) -> float:
    """Share of the quoted words, those of grammar for little, that the earlier quotation has."""
    pool = list(said.stems)
    total = shared = 0.0
    for word in piece.stems:
        weight = 0.2 if word in FUNCTION_WORDS else 1.0
        total += weight
        if word in pool:
            pool.remove(word)
            shared += weight
    return shared / total if total else 0.0


def _is_fair(comparison: Comparison, quotation: Quotation, earlier: list[Said]) -> bool:
    """Whether each piece between ellipses and brackets stands in the earlier text as it is."""
    text = comparison.later.text[quotation.start : quotation.end]
    sources = [" " + " ".join(said.stems) + " " for said in earlier]
    sources.append(" " + " ".join(stem(part) for word in tokens(comparison.earlier.text).words for part in _expanded(word)) + " ")
    pieces = [" ".join(stem(part) for word in tokens(part_text).words for part in _expanded(word)) for part_text in _FAIR.split(text)]
    return all(any(f" {piece} " in source for source in sources) for piece in pieces if piece)


def _edges(said: Said, piece: Said) -> tuple[int, int, int, int] | None:
    """The altered stretch, first to last altered word on both sides; words left out or added at the ends are a trim."""
    codes = [c for c in Levenshtein.opcodes(said.stems, piece.stems)]
    while codes and codes[0].tag in ("delete", "insert"):
        codes.pop(0)
    while codes and codes[-1].tag in ("delete", "insert"):
        codes.pop()
    edits = [c for c in codes if c.tag != "equal"]
    if not edits:
        return None
    edits = _first_group(edits)
    return edits[0].src_start, edits[-1].src_end, edits[0].dest_start, edits[-1].dest_end


def _first_group(edits: list) -> list:  # type: ignore[type-arg]
    """Edits that lie close together are one alteration; the first such is told."""
    group = [edits[0]]
    for before, after in pairwise(edits):
        if after.src_start - before.src_end > 6:
            break
        group.append(after)
    return group


def _finding(comparison: Comparison, said: Said, piece: Said, edges: tuple[int, int, int, int], likeness: float) -> Finding | None:
    a_from, a_to, b_from, b_to = edges
    lost, gained = said.stems[a_from:a_to], piece.stems[b_from:b_to]
    if not (set(lost) | set(gained)) - {"a", "an", "the", "and", "that", "but"}:
        return None
    negations = sum(map(is_negator, lost)), sum(map(is_negator, gained))
    only_negation = 0 in negations and sum(negations) == 1 and len(lost) <= 3 and len(gained) <= 3 and not _content(lost, gained)
    before, after = _span(said, a_from, a_to), _span(piece, b_from, b_to)
    severity = "error" if _content(lost, gained) or only_negation else "shift"
    return Finding("negation" if only_negation else "quote", before, after, 0.55 + 0.4 * likeness, severity, f"quote {after[0]}")


def _content(lost: tuple[str, ...], gained: tuple[str, ...]) -> bool:
    return any(word not in FUNCTION_WORDS and not is_negator(word) for word in (*lost, *gained))


def _span(said: Said, start: int, end: int) -> tuple[int, int]:
    """The altered words with one on each side, so that the reader sees where they stood."""
    first, last = max(0, start - 1), min(len(said.spans), end + 1)
    return said.spans[first][0], said.spans[last - 1][1]
