"""Words that deny, alone or built into another word."""

from __future__ import annotations

_PLAIN = frozenset("not no never none nobody nothing nowhere neither nor cannot noone".split())
# These turn a clause without a plain negator; beside one they make it hard to tell who denies what.
_HIDDEN = frozenset(
    """
    deny denied denies refus declin fail lack absent absence unabl unlik unhurt unharm unscath unknown unclear reject dismiss avoid prevent
    stop without cease miss lost barely hardly scarcely rarely seldom few little except instead rather false fals wrong untru ban bar forbid
    """.split()
)


def is_negator(word: str) -> bool:
    return word in _PLAIN or word.endswith("n't")


def is_hidden_negator(stem: str) -> bool:
    return stem in _HIDDEN or (stem.startswith(("un", "non")) and len(stem) > 5)
