"""Words inside quotation marks that a later telling altered. Trims, ellipses and [brackets] are fair; so is putting a quote in reported speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein, Opcode

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS, meaning, stem_of
from retold.compare.negators import is_negator
from retold.compare.quoted_words import Said, line_starts, stems_of
from retold.compare.spanned import within
from retold.compare.telling import Telling
from retold.text.names import compare_names
from retold.types import ChangeKind, Severity, Span, Statement

_FAIR = re.compile(r"\[[^\]\n]{0,160}\]|\([^)\n]{0,160}\)|\.\.\.|…|\. \. \.|—\s?—")
_HEDGES = frozenset(map(stem_of, ["may", "might", "could", "perhaps", "probably", "possibly", "maybe"]))
# Words whose loss or gain alters no quotation.
_CONNECTIVES = frozenset(["a", "an", "the", "and", "that", "but", "so", "then", "well", "also", "just"])
# Fewer words are a label, not a quotation.
_FEWEST = 4
# Words of substance that two quotations keep in common where neither text is a copy of the other.
_KEPT = 3
# A longer stretch of other words is another sentence.
_LONGEST = 8
# Paragraphs looked at closely for each quotation, and how many may share a word before the rest are passed over.
_PROMISING = 6
_MOST_HOLDERS = 50
# Two spellings of what was heard ("Momma" and "Mama") share so much.
_HEARD_ALIKE = 0.6
# Edits no further apart than this many words are one alteration.
_APART = 6


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words `[a_from, a_to)` of the earlier quotation became words `[b_from, b_to)` of the later one."""

    a_from: int
    a_to: int
    b_from: int
    b_to: int


def changed_quotes(comparison: Comparison) -> list[Finding]:
    earlier, later = list(comparison.earlier.said_by_paragraph), list(comparison.later.said)
    shelf = _shelf(earlier)
    whole = comparison.earlier.stemmed
    found = []
    for quotation, piece in zip(comparison.later.quotations, later, strict=True):
        if len(piece.stems) < _FEWEST:
            continue
        candidates = _promising(shelf, earlier, piece)
        sources = [whole, *(" " + " ".join(one.stems) + " " for one in candidates)]
        if _is_fair(comparison.later.text[quotation.start : quotation.end], sources):
            continue
        found += _altered(comparison, candidates, piece)
    return found + _unrecognisable(comparison, list(comparison.earlier.said), later)


def _shelf(earlier: list[Said]) -> dict[str, list[int]]:
    """Which paragraphs quote a word of substance."""
    shelf: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(earlier):
        for stem in sorted(set(one.stems) - FUNCTION_WORDS):
            shelf[stem].append(number)
    return shelf


def _promising(shelf: dict[str, list[int]], earlier: list[Said], piece: Said) -> list[Said]:
    """The few paragraphs whose quoted words share most with these."""
    shared = Counter(number for stem in sorted(set(piece.stems)) for number in shelf.get(stem, ())[:_MOST_HOLDERS])
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return [earlier[number] for number, _ in ranked[:_PROMISING]]


def _unrecognisable(comparison: Comparison, before: list[Said], after: list[Said]) -> list[Finding]:
    """Quotations of a spun or translated copy that share hardly a word with their source, but stand between two known ones, or as many in a paragraph."""
    if not comparison.pair.close or comparison.pair.how not in ("spun", "translated"):
        return []
    ours, theirs = _runs(comparison.earlier), _runs(comparison.later)
    found = []
    for match in comparison.matches:
        run, other = ours.get(match.earlier.index), theirs.get(match.later.index)
        if not run or not other or len(run) != len(other) or len(run) > _PROMISING:
            continue
        for a, b in zip(run, other, strict=True):
            source, piece = before[a], after[b]
            alike = _likeness(source, piece)
            if 0 < alike < _least(comparison) and min(len(source.stems), len(piece.stems)) >= _FEWEST:
                found.append(_whole(comparison, a, b, alike))
    return found


def _runs(telling: Telling) -> dict[int, list[int]]:
    """The quotations of each paragraph, under every sentence of it."""
    lines = line_starts(telling.text)
    by_line: dict[int, list[int]] = {}
    for number, quotation in enumerate(telling.quotations):
        by_line.setdefault(bisect_right(lines, quotation.start), []).append(number)
    return {s.index: by_line.get(bisect_right(lines, s.start), []) for s in telling.sentences}


def _whole(comparison: Comparison, a: int, b: int, likeness: float) -> Finding:
    one, other = comparison.earlier.quotations[a], comparison.later.quotations[b]
    return Finding("quote", (one.start, one.end), (other.start, other.end), 0.5 + 0.3 * likeness, "error", f"quote {other.start}")


def _is_fair(text: str, sources: list[str]) -> bool:
    """Whether each piece between ellipses and brackets stands in the earlier text as it is."""
    pieces = [stems_of(piece) for piece in _FAIR.split(text)]
    return all(any(piece in source for source in sources) for piece in pieces if piece.strip())


def _altered(comparison: Comparison, earlier: list[Said], piece: Said) -> list[Finding]:
    likeness, place = max(((_likeness(one, piece), -n) for n, one in enumerate(earlier)), default=(0.0, 0))
    if likeness < _least(comparison):
        return []
    source = earlier[-place]
    edits = _edits(source, piece, ends=comparison.pair.close)
    found = []
    for edit in _told(source, piece, edits):
        if not comparison.pair.close and (not _is_one_utterance(source, piece, edit) or _said_by_others(comparison, source, piece)):
            continue
        finding = _finding(comparison, source, piece, edit, likeness)
        found += [finding] if finding is not None else []
    return found


def _least(comparison: Comparison) -> float:
    """A machine or a translator leaves fewer words as they were; strangers may utter like sentences."""
    least = comparison.settings.quote_likeness
    if comparison.pair.close:
        return least - 0.15 if comparison.pair.how in ("translated", "spun") else least
    return least + 0.15


def _likeness(source: Said, piece: Said) -> float:
    """Share of the quoted words, those of grammar for little, that the earlier quotation has, half in any order and half in this one."""
    if not set(source.stems) & set(piece.stems):
        return 0.0
    codes = Levenshtein.opcodes(source.stems, piece.stems)
    ordered = Counter(s for c in codes if c.tag == "equal" for s in piece.stems[c.dest_start : c.dest_end])
    mine = Counter(piece.stems)
    total = _weight(mine)
    return 0.5 * (_weight(Counter(source.stems) & mine) + _weight(ordered)) / total if total else 0.0


def _weight(stems: Counter[str]) -> float:
    return sum((0.2 if s in FUNCTION_WORDS else 1.0) * n for s, n in stems.items())


def _edits(source: Said, piece: Said, *, ends: bool) -> list[_Edit]:
    """What was altered between the first and the last words that stayed, and, with `ends`, swaps beyond them; mere trims there are none."""
    codes = _without_strays(source, _merged(source, piece))
    equal = [n for n, c in enumerate(codes) if c.tag == "equal"]
    edits = []
    for number, code in enumerate(codes):
        inside = bool(equal) and equal[0] < number < equal[-1]
        if code.tag == "equal" or (code.tag != "replace" and not inside):
            continue
        neighbour = codes[number - 1].src_end - 1 if number else code.src_end
        edit = _clipped(source, _Edit(code.src_start, code.src_end, code.dest_start, code.dest_end), min(neighbour, len(source.parts) - 1))
        firm = ends or (number == len(codes) - 1 and number > 0 and codes[number - 1].src_end - codes[number - 1].src_start >= _FEWEST)
        if (edit.a_from < edit.a_to and (inside or firm)) or (inside and edit.b_from < edit.b_to):
            edits.append(edit)
    return edits


def _merged(source: Said, piece: Said) -> list[Opcode]:
    """Equal runs and the edits between them, neighbouring edits made one."""
    merged: list[Opcode] = []
    for code in Levenshtein.opcodes(source.stems, piece.stems):
        if merged and merged[-1].tag != "equal" and code.tag != "equal":
            first = merged.pop()
            a_size, b_size = code.src_end - first.src_start, code.dest_end - first.dest_start
            tag = "replace" if a_size and b_size else "delete" if a_size else "insert"
            merged.append(Opcode(tag, first.src_start, code.src_end, first.dest_start, code.dest_end))
        else:
            merged.append(code)
    return merged


def _without_strays(source: Said, codes: list[Opcode]) -> list[Opcode]:
    """A word or two that meet by chance far from the rest hold no quotation together: drop them and the gap behind."""
    while len(codes) > 2 and (codes[0].tag == "delete" or _is_stray(codes[0], codes[1]) or _is_repeat(source, codes[0], codes[1])):
        codes = codes[1:]
    while len(codes) > 2 and (codes[-1].tag == "delete" or _is_stray(codes[-1], codes[-2])):
        codes = codes[:-1]
    return codes


def _is_stray(end: Opcode, gap: Opcode) -> bool:
    return end.tag == "equal" and gap.tag == "delete" and gap.src_end - gap.src_start > 2 * (end.src_end - end.src_start)


def _is_repeat(source: Said, head: Opcode, gap: Opcode) -> bool:
    """As in "I have not lied. I have not stolen" quoted from its second half on: the first words meet those of the first half by chance."""
    if head.tag != "equal" or gap.tag != "delete":
        return False
    size = head.src_end - head.src_start
    return source.stems[gap.src_end - size : gap.src_end] == source.stems[head.src_start : head.src_end]


def _clipped(source: Said, edit: _Edit, neighbour: int) -> _Edit:
    """The edit kept within the quotation that its neighbouring word is from: what "he said" parts was not said in one breath."""
    inside = [n for n in range(edit.a_from, edit.a_to) if source.parts[n] == source.parts[neighbour]]
    if not inside:
        return _Edit(edit.a_from, edit.a_from, edit.b_from, edit.b_to)
    return _Edit(inside[0], inside[-1] + 1, edit.b_from, edit.b_to)


def _told(source: Said, piece: Said, edits: list[_Edit]) -> list[_Edit]:
    """The first alteration, edits close together being one; a lost hedge at its head is one by itself."""
    if len(edits) > 1 and _loses_hedge(source, piece, edits[0]) and edits[1].a_from - edits[0].a_to > 1:
        return [edits[0], *_told(source, piece, edits[1:])]
    group = None
    for edit in [e for e in edits if not _is_joining(source, piece, e)] or edits:
        if group is not None and edit.a_from - group.a_to > _APART:
            break
        group = edit if group is None else _Edit(group.a_from, edit.a_to, group.b_from, edit.b_to)
    return [group] if group is not None else []


def _is_joining(source: Said, piece: Said, edit: _Edit) -> bool:
    """Whether only words that alter no quotation came or went."""
    return not {*source.stems[edit.a_from : edit.a_to], *piece.stems[edit.b_from : edit.b_to]} - _CONNECTIVES


def _loses_hedge(source: Said, piece: Said, edit: _Edit) -> bool:
    lost, gained = set(source.stems[edit.a_from : edit.a_to]), set(piece.stems[edit.b_from : edit.b_to])
    return bool(lost & _HEDGES) and not gained & _HEDGES and not (lost | gained) - FUNCTION_WORDS - _HEDGES


def _is_one_utterance(source: Said, piece: Said, edit: _Edit) -> bool:
    """Texts that are no copies of each other quote one utterance where most of the words, some of them of substance, stayed."""
    kept = {s for s in piece.stems[: edit.b_from] + piece.stems[edit.b_to :] if s not in FUNCTION_WORDS}
    altered = max(edit.a_to - edit.a_from, edit.b_to - edit.b_from)
    return altered <= _LONGEST and 2 * altered <= len(piece.stems) and len(kept & set(source.stems)) >= _KEPT


def _said_by_others(comparison: Comparison, source: Said, piece: Said) -> bool:
    """Whether the two quotations are known to be two people's."""
    before, after = _speaker(comparison.said_before, source.spans), _speaker(comparison.said_after, piece.spans)
    return before is not None and after is not None and compare_names(before, after).relation == "different"


def _speaker(statements: tuple[Statement, ...], spans: tuple[Span, ...]) -> str | None:
    middle = spans[len(spans) // 2][0]
    said_here = (s for s in statements if s.source_kind == "named" and any(start <= middle < end for start, end in s.content))
    return next((s.speaker for s in said_here), None)


def _finding(comparison: Comparison, source: Said, piece: Said, edit: _Edit, likeness: float) -> Finding | None:
    lost, gained = source.stems[edit.a_from : edit.a_to], piece.stems[edit.b_from : edit.b_to]
    substance = any(word not in FUNCTION_WORDS and not is_negator(word) for word in (*lost, *gained))
    if "".join(lost) == "".join(gained):
        return None  # "Web site" and "website"
    if not (set(lost) | set(gained)) - _CONNECTIVES or (comparison.pair.siblings and comparison.pair.how != "spun" and not substance):
        return None
    before = _span(comparison.earlier.text, source, edit.a_from, edit.a_to)
    after = _span(comparison.later.text, piece, edit.b_from, edit.b_to)
    if _is_shortened(comparison.earlier.text, before) or _is_shortened(comparison.later.text, after):
        return None
    only_negation = not substance and _is_denial(lost, gained)
    severity = _transcribed(lost, gained) if not comparison.pair.close else _altered_words(lost, gained, only_negation=only_negation)
    if _loses_hedge(source, piece, edit):
        return _hedge_finding(source, piece, edit, likeness)
    kind: ChangeKind = "negation" if only_negation else "number" if _is_figure(comparison, before, after, lost, gained) else "quote"
    return Finding(kind, before, after, 0.55 + 0.4 * likeness, severity, f"quote {after[0]}")


def _altered_words(lost: tuple[str, ...], gained: tuple[str, ...], *, only_negation: bool) -> Severity:
    """In a copy nobody heard the words anew: what differs was altered."""
    substance = any(word not in FUNCTION_WORDS and not is_negator(word) for word in (*lost, *gained))
    if substance and _meanings(lost) == _meanings(gained):
        return "style"
    return "error" if substance or only_negation else "shift"


def _transcribed(lost: tuple[str, ...], gained: tuple[str, ...]) -> Severity:
    """Two who heard one speaker write his words down a little differently; an error is another word of substance, or a "not"."""
    if any(map(is_negator, lost)) != any(map(is_negator, gained)):
        return "error"
    old, new = _meanings(lost) - _meanings(gained), _meanings(gained) - _meanings(lost)
    if not old and not new:
        return "style"
    if bool(old) != bool(new):
        return "shift"
    misheard = all(any(Indel.normalized_similarity(a, b) >= _HEARD_ALIKE for b in new) for a in old)
    return "style" if misheard else "error"


def _meanings(stems: tuple[str, ...]) -> set[str]:
    return {meaning(word) for word in stems} - FUNCTION_WORDS


def _hedge_finding(source: Said, piece: Said, edit: _Edit, likeness: float) -> Finding:
    """From the hedge to the word that it hedged."""
    rest = source.stems[edit.a_to : edit.a_to + 5]
    reach = next((n for n, stem in enumerate(rest) if stem not in FUNCTION_WORDS), 0)
    before = source.spans[edit.a_from][0], source.spans[min(edit.a_to + reach, len(source.spans) - 1)][1]
    after = piece.spans[min(edit.b_from, len(piece.spans) - 1)][0], piece.spans[min(edit.b_to + reach, len(piece.spans) - 1)][1]
    return Finding("hedge", before, after, 0.5 + 0.4 * likeness, "shift", f"quote {after[0]}")


def _is_figure(comparison: Comparison, before: Span, after: Span, lost: tuple[str, ...], gained: tuple[str, ...]) -> bool:
    """Whether one figure, and nothing else, took another's place."""
    figures = (
        within(comparison.earlier.numbers, *before),
        within(comparison.later.numbers, *after),
    )
    return len(lost) == len(gained) == 1 and all(figures) and figures[0][0].low != figures[1][0].low


def _is_shortened(text: str, span: Span) -> bool:
    """An ellipsis or a bracket in or beside the words says that they were shortened."""
    return _FAIR.search(text, max(0, span[0] - 12), span[1] + 12) is not None


def _is_denial(lost: tuple[str, ...], gained: tuple[str, ...]) -> bool:
    """Whether a "not" and little else was lost or gained."""
    negations = sum(map(is_negator, lost)), sum(map(is_negator, gained))
    return 0 in negations and sum(negations) == 1 and max(len(lost), len(gained)) <= 3


def _span(text: str, one: Said, start: int, end: int) -> Span:
    """The altered words with one on each side within their sentence, so that the reader sees where they stood."""
    part = one.parts[min(start, len(one.parts) - 1)]
    first = start - 1 if start > 0 and one.parts[start - 1] == part and not _parted(text, one, start) else start
    last = end if end < len(one.parts) and one.parts[end] == part and not _parted(text, one, end) else end - 1
    return one.spans[first][0], one.spans[max(first, last)][1]


def _parted(text: str, one: Said, word: int) -> bool:
    """Whether a sentence ends before a word."""
    return any(mark in text[one.spans[word - 1][1] : one.spans[word][0]] for mark in ".!?") if word < len(one.spans) else False
