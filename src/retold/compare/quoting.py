"""Words inside quotation marks that a later telling altered. Trims, ellipses and [brackets] are fair; so is putting a quote in reported speech."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein, Opcode

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, stem_of
from retold.compare.negators import is_negator
from retold.compare.quotations import Quotation
from retold.compare.telling import Telling
from retold.text.tokens import tokens
from retold.types import Severity

_FAIR = re.compile(r"\[[^\]\n]{0,120}\]|\.\.\.|…|\. \. \.|—\s?—")
_CONTRACTIONS = {"'s": "is", "'re": "are", "'ll": "will", "'ve": "have", "'d": "would", "'m": "am"}
# Words whose loss or gain alters no quotation.
_CONNECTIVES = frozenset(["a", "an", "the", "and", "that", "but", "so", "then", "well", "also", "just"])
# Words of substance that two quotations keep in common where neither text is a copy of the other.
_KEPT = 2
# Fewer words are a label, not a quotation.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words as stems, with where each stands; `parts` tells which quotation each belongs to."""

    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    parts: tuple[int, ...]


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
    return [
        Said(
            tuple(s for p in parts for s in p.stems),
            tuple(s for p in parts for s in p.spans),
            tuple(number for number, p in enumerate(parts) for _ in p.stems),
        )
        for _, parts in sorted(by_paragraph.items())
    ]


def _said(text: str, quotation: Quotation) -> Said:
    found = tokens(text[quotation.start : quotation.end])
    stems: list[str] = []
    spans: list[tuple[int, int]] = []
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        for part in _expanded(word):
            stems.append(stem_of(part))
            spans.append((quotation.start + start, quotation.start + end))
    return Said(tuple(stems), tuple(spans), (0,) * len(stems))


def _expanded(word: str) -> list[str]:
    """As in "didn't" as two words, so that a contraction written out is no change."""
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
    """Share of the quoted words, those of grammar for little, that the earlier quotation has, half in any order and half in this one."""
    if not set(said.stems) & set(piece.stems):
        return 0.0
    pool = Counter(said.stems)
    ordered = Counter(
        s for c in Levenshtein.opcodes(said.stems, piece.stems) if c.tag == "equal" for s in piece.stems[c.dest_start : c.dest_end]
    )
    total = _weight(Counter(piece.stems))
    return 0.5 * (_weight(pool & Counter(piece.stems)) + _weight(ordered)) / total if total else 0.0


def _weight(stems: Counter[str]) -> float:
    return sum((0.2 if s in FUNCTION_WORDS else 1.0) * n for s, n in sorted(stems.items()))


def _is_fair(comparison: Comparison, quotation: Quotation, earlier: list[Said]) -> bool:
    """Whether each piece between ellipses and brackets stands in the earlier text as it is."""
    text = comparison.later.text[quotation.start : quotation.end]
    sources = [" " + " ".join(said.stems) + " " for said in earlier]
    sources.append(" " + " ".join(stem_of(part) for word in tokens(comparison.earlier.text).words for part in _expanded(word)) + " ")
    pieces = [" ".join(stem_of(part) for word in tokens(part_text).words for part in _expanded(word)) for part_text in _FAIR.split(text)]
    return all(any(f" {piece} " in source for source in sources) for piece in pieces if piece)


def _edges(said: Said, piece: Said) -> tuple[int, int, int, int] | None:
    """The altered stretch, first to last altered word on both sides; words left out or added at the ends are a trim."""
    codes = _without_strays(list(Levenshtein.opcodes(said.stems, piece.stems)))
    equal = [n for n, c in enumerate(codes) if c.tag == "equal"]
    if not equal:
        return None
    edits: list[tuple[int, int, int, int]] = []
    for number, code in enumerate(codes):
        edit = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "replace" or (code.tag != "equal" and equal[0] < number < equal[-1]):
            edits += [e for e in [_clipped(said, edit)] if e[0] < e[1] or e[2] < e[3]]
    return _first_group(edits) if edits else None


def _without_strays(codes: list[Opcode]) -> list[Opcode]:
    """A word or two that meet by chance far from the rest hold no quotation together: drop them and the gap behind."""
    while len(codes) > 2 and (codes[0].tag == "delete" or _is_stray(codes[0], codes[1])):
        codes = codes[1:]
    while len(codes) > 2 and (codes[-1].tag == "delete" or _is_stray(codes[-1], codes[-2])):
        codes = codes[:-1]
    return codes


def _is_stray(end: Opcode, gap: Opcode) -> bool:
    return end.tag == "equal" and gap.tag == "delete" and gap.src_end - gap.src_start > 2 * (end.src_end - end.src_start)


def _clipped(said: Said, edit: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The edit kept within one quotation, the one that has most of it: what "he said" parts was not said in one breath."""
    a_from, a_to, b_from, b_to = edit
    if a_from == a_to or said.parts[a_from] == said.parts[a_to - 1]:
        return edit
    part, _ = Counter(said.parts[a_from:a_to]).most_common(1)[0]
    inside = [n for n in range(a_from, a_to) if said.parts[n] == part]
    return (inside[0], inside[-1] + 1, b_from, b_to) if b_from < b_to else (a_from, a_from, b_from, b_to)


def _first_group(edits: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    """Edits that lie close together are one alteration; the first such is told."""
    a_from, a_to, b_from, b_to = edits[0]
    for edit in edits[1:]:
        if edit[0] - a_to > 6:
            break
        a_to, b_to = edit[1], edit[3]
    return a_from, a_to, b_from, b_to


def _finding(comparison: Comparison, said: Said, piece: Said, edges: tuple[int, int, int, int], likeness: float) -> Finding | None:
    a_from, a_to, b_from, b_to = edges
    lost, gained = said.stems[a_from:a_to], piece.stems[b_from:b_to]
    if not (set(lost) | set(gained)) - _CONNECTIVES or (
        comparison.pair.siblings and comparison.pair.how != "spun" and not _content(lost, gained)
    ):
        return None
    kept = [s for s in piece.stems[:b_from] + piece.stems[b_to:] if s not in FUNCTION_WORDS]
    if not comparison.pair.close and (2 * max(len(lost), len(gained)) > len(piece.stems) or len(set(kept) & set(said.stems)) < _KEPT):
        return None
    negations = sum(map(is_negator, lost)), sum(map(is_negator, gained))
    only_negation = 0 in negations and sum(negations) == 1 and len(lost) <= 3 and len(gained) <= 3 and not _content(lost, gained)
    before, after = _span(said, a_from, a_to), _span(piece, b_from, b_to)
    if _FAIR.search(comparison.earlier.text, *before) or _FAIR.search(comparison.later.text, *after):
        return None
    severity: Severity = "error" if _content(lost, gained) or only_negation else "shift"
    return Finding("negation" if only_negation else "quote", before, after, 0.55 + 0.4 * likeness, severity, f"quote {after[0]}")


def _content(lost: tuple[str, ...], gained: tuple[str, ...]) -> bool:
    return any(word not in FUNCTION_WORDS and not is_negator(word) for word in (*lost, *gained))


def _span(said: Said, start: int, end: int) -> tuple[int, int]:
    """The altered words with one on each side, so that the reader sees where they stood."""
    first, last = max(0, start - 1), min(len(said.spans), end + 1)
    if start < len(said.parts):
        first += said.parts[first] != said.parts[start]
        last -= last > end and said.parts[last - 1] != said.parts[max(start, end - 1)]
    return said.spans[first][0], said.spans[last - 1][1]
