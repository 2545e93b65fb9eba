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
        "remove",
        "exclude",
        "discourage",
        "hinder",
        "oppose",
        "resist",
        "defy",
        "doubt",
    ]
)


# As pages without apostrophes write them; "cant" and "wont" are words of their own.
_BARE = frozenset("havent hasnt hadnt isnt wasnt arent werent didnt dont doesnt wouldnt couldnt shouldnt".split())


def is_negator(word: str) -> bool:
    return word in _PLAIN or word in _BARE or word.endswith("n't")


def is_hidden_negator(stem: str) -> bool:
    return stem in _HIDDEN or (stem.startswith(("un", "non")) and len(stem) > 5)
