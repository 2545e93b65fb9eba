"""The sieve passes over patterns that cannot match, and never one that does."""

import re

from hypothesis import given
from hypothesis import strategies as st

from retold.clean.sieve import pieces_of, sieve

PATTERNS = (
    r"caption|\bcap\b|photo",
    r"shar(?:e|ing)|read-?(?:more|next)",
    r"(?:^|[\s_-])ads?(?:$|[\s_-])|advert",
    r"comments?|cm",
)


def test_a_pattern_needs_the_longest_plain_letters_of_each_of_its_alternatives() -> None:
    assert pieces_of(r"caption|\bcap\b|read-?(?:more|next)|ads?") == ("caption", "cap", "read", "ad")


def test_a_pattern_with_an_alternative_without_letters_needs_nothing() -> None:
    assert pieces_of(r"photo|(?:left|right)") == ()
    assert sieve([()]).possible("anything") == 1


def test_the_patterns_that_a_text_can_match_are_bits() -> None:
    needs = sieve([pieces_of(p) for p in PATTERNS])
    assert needs.possible("photo-share") == 0b0011
    assert needs.possible("story-body") == 0


@given(st.lists(st.sampled_from("cap caption share sharing read read-next readmore ad ads advert cm comments - _ x".split())).map("".join))
def test_what_matches_is_never_passed_over(marks: str) -> None:
    possible = sieve([pieces_of(p) for p in PATTERNS]).possible(marks)
    assert all(possible >> i & 1 for i, pattern in enumerate(PATTERNS) if re.search(pattern, marks))
