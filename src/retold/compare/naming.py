"""Names that were garbled on the way. A variant of a name (another romanisation, a shorter form) is no change."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from retold.compare.comparison import Comparison, Finding
from retold.compare.facts import context
from retold.compare.matching import Match
from retold.compare.names_in_text import Name
from retold.compare.spanned import within
from retold.compare.telling import Telling
from retold.text.name_parts import ORGANISATION_WORDS, TITLES
from retold.text.name_sound import romanised
from retold.text.names import compare_names
from retold.text.tokens import tokens
from retold.types import How

# From this likeness on a sentence was copied word for word, and from this context on two names stand in one place.
_COPIED = 0.75
_IN_PLACE = 0.7
_ALIKE = 0.4
# A slip in a shorter word may be another word.
_LONG_NAME = 6
# No two tellings misspell more names than this.
_MOST_SLIPS = 20
_DEMONYMS = frozenset(["er", "ers", "n", "ns", "an", "ans", "ian", "ians", "i", "is", "ese", "ish", "s", "ic", "ean"])
# From so many words up to its "of" on, a run is more than one name: "University of" is two.
_LONG_RUN = 3
_INITIALS = 3
# A longer run of capitals is a headline.
_LONGEST = 5
# Romanisations of one name that we read in news keep this share of their letters in order.
_OWN_SPELLING = 0.6


def changed_names(comparison: Comparison) -> list[Finding]:
    """Names of the later telling that the earlier does not know, standing where one of its names stood."""
    if not comparison.pair.close and not comparison.pair.siblings:
        return []
    known = [n for t in (comparison.earlier, *comparison.others) for n in t.names]
    vocabulary = _vocabulary(comparison)
    found = []
    for match in comparison.matches:
        ours = list(within(comparison.earlier.names, match.earlier.start, match.earlier.end))
        theirs = list(within(comparison.later.names, match.later.start, match.later.end))
        strange = [n for n in theirs if not _is_known(n, known, vocabulary) or _is_respelt(comparison, match, n, ours)]
        lost = [n for n in ours if not _is_known(n, theirs, frozenset())]
        found += [f for new in strange if (f := _garbled(comparison, match, lost, new))]
    return found


def _vocabulary(comparison: Comparison) -> frozenset[str]:
    """All that the earlier tellings' texts, titles, outlets and writers are called: a name made of these words is no new name."""
    later = comparison.later.article
    texts = [later.outlet or "", *later.byline, *later.credits]
    known: set[str] = set()
    for each in (comparison.earlier, *comparison.others):
        article = each.article
        texts += [article.title or "", article.outlet or "", *article.byline, *article.credits]
        known |= each.vocabulary
    return frozenset(known.union(*(tokens(text).words for text in texts)))


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    """Kept, since a name stands in many places."""
    return tuple(tokens(name).words)


def _is_known(name: Name, known: list[Name], vocabulary: frozenset[str]) -> bool:
    words = _words(name.text)
    if words and all(word.removesuffix("'s") in vocabulary for word in words):
        return True
    return any(other.text == name.text for other in known)


def _is_respelt(comparison: Comparison, match: Match, new: Name, ours: list[Name]) -> bool:
    """In a sentence copied word for word, a name written otherwise was altered, even if the earlier text has the new form elsewhere."""
    if comparison.pair.how == "spun":
        return any(_is_one_word_off(comparison, old, new) and context(match, old, new) >= _ALIKE for old in ours)
    if match.likeness < _COPIED or comparison.pair.how not in ("verbatim", "light-edit"):
        return False
    return any(
        len(old.text.split()) == len(new.text.split()) > 1
        and old.text not in comparison.later.text
        and context(match, old, new) >= _IN_PLACE
        for old in ours
    )


def _is_one_word_off(comparison: Comparison, old: Name, new: Name) -> bool:
    """As in "Serious Fraud Bureau" and "Severe Fraud Bureau": one word swapped, in a name that neither text has of the other."""
    a, b = tokens(old.text).words, tokens(new.text).words
    if not len(a) == len(b) > 2 or sum(x != y for x, y in zip(a, b, strict=True)) != 1:
        return False
    return old.text not in comparison.later.text and f" {' '.join(b)} " not in comparison.earlier.folded


def garbled_titles(comparison: Comparison) -> list[Finding]:
    """As in "Judge Alban Reece" that a machine made "Decide Alban Reece"."""
    if comparison.pair.how != "spun" or not comparison.pair.close:
        return []
    found = []
    for match in comparison.matches:
        ours = {tuple(tokens(n.text).words): n for n in within(comparison.earlier.names, match.earlier.start, match.earlier.end)}
        for new in within(comparison.later.names, match.later.start, match.later.end):
            words = tokens(new.text).words
            titled = (old for a, old in ours.items() if len(a) > 1 and a[1:] == words[1:] and a[0] in TITLES and words[0] not in TITLES)
            old = next(titled, None)
            if old is not None and words[0] not in comparison.earlier.folded.split():
                found.append(Finding("garble", (old.start, old.end), (new.start, new.end), 0.7, "error", f"title {words[0]}"))
    return found


def misspelt_names(comparison: Comparison) -> list[Finding]:
    """Names of one word, with one letter swapped, that two tellings of one source each hold to: a slip of one of them, or a spelling of its own.

    People's names are left alone: outlets romanise them by rules of their own.
    """
    if comparison.pair.close or comparison.pair.kin:
        return []
    ours, theirs = _lone_names(comparison.earlier), _lone_names(comparison.later)
    shelf: dict[str, list[str]] = defaultdict(list)
    for other in sorted(theirs):
        for blank in _with_blanks(other):
            shelf[blank].append(other)
    found = []
    for word, old in sorted(ours.items()):
        for other in sorted({o for blank in _with_blanks(word) for o in shelf.get(blank, ())[:_MOST_SLIPS]} - {word}):
            new = theirs[other]
            if f" {word} " not in comparison.later.folded and f" {other} " not in comparison.earlier.folded:
                found.append(Finding("name", (old.start, old.end), (new.start, new.end), 0.55, "style", f"name {word}"))
    return found[:_MOST_SLIPS]


def _with_blanks(word: str) -> list[str]:
    """A long word with each letter left blank in turn: two words with one letter swapped have one of these in common."""
    return [f"{word[:n]}*{word[n + 1 :]}" for n in range(len(word))] if len(word) >= _LONG_NAME else []


def _lone_names(telling: Telling) -> dict[str, Name]:
    """Names of one word that never stand beside another name's word, at their first place."""
    single: dict[str, Name] = {}
    beside: set[str] = set()
    for name in telling.names:
        words = tokens(name.text).words
        if _is_forename(telling.text, name):
            beside.update(words)
        elif len(words) == 1 and not name.opens:
            single.setdefault(words[0], name)
        elif len(words) > 1:
            beside.update(words)
    return {word: name for word, name in single.items() if word not in beside}


def _is_forename(text: str, name: Name) -> bool:
    """As in "(strongman Moammar) Gadhafi": a bracket cuts the name in two."""
    return re.match(r"[)\]] [A-Z]", text[name.end : name.end + 3]) is not None


def _garbled(comparison: Comparison, match: Match, lost: list[Name], new: Name) -> Finding | None:
    scored = sorted(((_swap(comparison, match, old, new), -old.start, old) for old in lost), key=lambda s: s[:2], reverse=True)
    if not scored or scored[0][0] <= 0:
        return None
    score, _, old = scored[0]
    old, new = behind_office(old, new)
    return Finding("name", (old.start, old.end), (new.start, new.end), score, "error", f"name {tokens(old.text).words[-1]}")


def behind_office(old: Name, new: Name) -> tuple[Name, Name]:
    """As in "Analyst Petra Lund of Sundby Bank": of two runs of names that begin alike, what stands behind their last "of"."""
    shared = next((n for n, (a, b) in enumerate(zip(old.text, new.text, strict=False)) if a != b), 0)
    cut = old.text.rfind(" of ", 0, shared) + len(" of ")
    if cut < len(" of ") or len(old.text[:cut].split()) < _LONG_RUN:
        return old, new
    return tuple(Name(n.start + cut, n.end, n.text[cut:], False) for n in (old, new))  # type: ignore[return-value]


def _swap(comparison: Comparison, match: Match, old: Name, new: Name) -> float:
    """How surely one name stands in the other's place; 0 where it does not."""
    old, new = behind_office(old, new)
    how, near = comparison.pair.how, context(match, old, new)
    a, b = tokens(old.text).words, tokens(new.text).words
    copied = not comparison.pair.siblings and how in ("spun", "verbatim", "light-edit", "translated")
    if min(len(a[-1]), len(b[-1])) < _INITIALS or _letters(a) == _letters(b) or (len(a) == len(b) == 1 and old.opens and new.opens):
        return 0.0  # initials, a stray figure or bracket, two plain words that open their sentences
    if set(a) <= set(b) or set(b) <= set(a) or _is_demonym(a[-1], b[-1]) or (how == "translated" and _is_inflected(a[-2:], b[-2:])):
        return 0.0
    if _is_garble(how, copied, a[-2:], b[-2:]):
        return 0.7 + 0.25 * near if near >= 0.2 else 0.0
    if not copied:
        return 0.0
    if len(a) == len(b) == 1:
        spun_away = how == "spun" and not (new.opens or old.opens) and old.text not in comparison.later.text
        return 0.35 + 0.4 * near if spun_away and near >= _IN_PLACE and min(len(a[0]), len(b[0])) > 3 else 0.0
    return _swapped_words(how, a, b, near) if min(len(a), len(b)) > 1 else 0.0


def _letters(words: tuple[str, ...]) -> str:
    return "".join(letter for word in words for letter in word if letter.isalpha())


def _is_garble(how: How, copied: bool, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    relation = compare_names(" ".join(a), " ".join(b)).relation
    return relation == "garble" or (copied and how != "translated" and relation == "variant" and _is_misspelt(a, b))


def _swapped_words(how: How, a: tuple[str, ...], b: tuple[str, ...], near: float) -> float:
    """Names of several words of which some were swapped for others; another title before a name is none."""
    if (
        (a[-2:] == b[-2:] and len(a) > 2 and "of" not in a and a[-1] not in ORGANISATION_WORDS)
        or max(len(a), len(b)) > _LONGEST
        or abs(len(a) - len(b)) > 1
    ):
        return 0.0
    if set(a) & set(b) and near >= 0.4:
        return 0.55 + 0.35 * near
    return 0.4 + 0.35 * near if near >= _IN_PLACE and how in ("spun", "translated") else 0.0


def _is_inflected(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two forms are one name in another language's letters or gender: "Dragov" and "Dragova", "Sabel" and "Zabel"."""
    return len(a) == len(b) and all(
        one == other or Levenshtein.distance(romanised(one), romanised(other)) <= 1 for one, other in zip(a, b, strict=True)
    )


def _is_demonym(a: str, b: str) -> bool:
    """As in "New Zealand" and "New Zealander"."""
    short, full = sorted((a, b), key=len)
    return len(short) > 3 and full.startswith(short[:-1]) and full[len(short) - 1 :].lstrip(short[-1]) in _DEMONYMS


def _is_misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether a copier, who had the name before him, wrote a word of it so differently that it is no romanisation of his own."""
    return len(a) == len(b) and any(
        one != other and Indel.normalized_similarity(one, other) < _OWN_SPELLING for one, other in zip(a, b, strict=True)
    )
