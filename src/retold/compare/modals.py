"""Modal verbs made firm: "could sell" that became "will sell", "may be" that became "is"."""

from __future__ import annotations

from retold.compare.comparison import Comparison, Finding
from retold.compare.function_words import FUNCTION_WORDS
from retold.compare.matching import Block, Match
from retold.compare.spanned import within
from retold.compare.updates import is_correction, is_update
from retold.types import Severity

_OPEN = frozenset(["may", "might", "could"])
# "Would" is firm beside "might": in reported speech it is the "will" that somebody said.
_FIRM = frozenset(["will", "would", "shall", "must", "is", "are", "was", "were", "has", "have", "had"])
# From this likeness on the later sentence follows the earlier one word by word.
_SAME_SENTENCE = 0.5
# How many words before the modal must hold what it is said of.
_SUBJECT = 3
# How far before it a "whether" may stand.
_CLAUSE = 7
# How far behind it its verb may stand.
_REACH = 5


def firmed_modals(comparison: Comparison) -> list[Finding]:
    """A modal of possibility and a firm auxiliary in each other's place, behind the same subject and with nothing else that hedges."""
    if not comparison.pair.close:
        return []
    alike = [match for match in comparison.matches if _SAME_SENTENCE <= match.likeness < 1]
    return [found for match in alike for block in match.blocks if not block.equal and (found := _firmed(comparison, match, block))]


def _firmed(comparison: Comparison, match: Match, block: Block) -> Finding | None:
    if block.a_from == block.a_to or block.b_from == block.b_to or not _is_held(match, block):
        return None
    old, new = match.earlier.words[block.a_from], match.later.words[block.b_from]
    if (
        old not in _OPEN
        or new not in _FIRM
        or _is_negated(match, block)
        or comparison.later.is_quoted(*match_span(match, block, later=True))
    ):
        return None
    before, after = match_span(match, block, later=False), match_span(match, block, later=True)
    # Whatever it became, another hedge near by keeps the doubt; and only what the lexicon counts as a hedge is one ("could be heard").
    if not within(comparison.earlier.hedges, *before) or within(comparison.later.hedges, match.later.start, after[1] + 1):
        return None
    if is_correction(comparison, match.later) or _is_asked(match, block):
        return None
    severity: Severity = "update" if is_update(comparison, match.later) else "shift"
    return Finding("hedge", before, after, 0.7, severity, f"modal {match.earlier.index} {block.a_from}")


def _is_held(match: Match, block: Block) -> bool:
    """Whether the words just before are the same on both sides: what the verb is said of."""
    words = match.earlier.stems[max(0, block.a_from - _SUBJECT) : block.a_from]
    same = words and words[-1:] == match.later.stems[max(0, block.b_from - 1) : block.b_from]
    return bool(same) and (any(w not in FUNCTION_WORDS for w in words) or len(words) > 1)


def _is_asked(match: Match, block: Block) -> bool:
    """As in "too early to know whether a second wave would come"."""
    before = (
        match.earlier.words[max(0, block.a_from - _CLAUSE) : block.a_from],
        match.later.words[max(0, block.b_from - _CLAUSE) : block.b_from],
    )
    return all({"whether", "if"} & set(side) for side in before)


def _is_negated(match: Match, block: Block) -> bool:
    near = (*match.earlier.words[block.a_from : block.a_from + 3], *match.later.words[block.b_from : block.b_from + 3])
    return any(word in ("not", "never", "no") or word.endswith("n't") for word in near)


def match_span(match: Match, block: Block, *, later: bool) -> tuple[int, int]:
    """From the auxiliary to the first word of substance behind it."""
    sentence, start = (match.later, block.b_from) if later else (match.earlier, block.a_from)
    behind = sentence.stems[start + 1 : start + 1 + _REACH]
    verb = next((n for n, stem in enumerate(behind, start + 1) if stem not in FUNCTION_WORDS), start)
    return sentence.starts[start], sentence.ends[verb]
