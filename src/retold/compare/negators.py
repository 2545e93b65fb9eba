"""Words that deny, alone or built into another word."""

from __future__ import annotations

from retold.compare.function_words import stem_of

_PLAIN = frozenset(["not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "noone"])
# These turn a clause without a plain negator; beside one they make it hard to tell who denies what.
_HIDDEN = frozenset(
    stem_of(word)
    for word in [
        "deny",
        "refuse",
        "decline",
        "fail",
        "lack",
        "absent",
        "absence",
        "unable",
        "unlikely",
        "unhurt",
        "unharmed",
        "unscathed",
        "unknown",
        "unclear",
        "reject",
        "dismiss",
        "avoid",
        "prevent",
        "stop",
        "without",
        "cease",
        "miss",
        "lose",
        "barely",
        "hardly",
        "scarcely",
        "rarely",
        "seldom",
        "few",
        "little",
        "except",
        "instead",
        "rather",
        "false",
        "wrong",
        "untrue",
        "ban",
        "bar",
        "forbid",
    ]
)


def is_negator(word: str) -> bool:
    return word in _PLAIN or word.endswith("n't")


def is_hidden_negator(stem: str) -> bool:
    return stem in _HIDDEN or (stem.startswith(("un", "non")) and len(stem) > 5)
