"""Whether somebody said it, or is only told to think, want or do it."""

from __future__ import annotations

import re

from retold.attribute.draft import Draft
from retold.types import Manner

# An object that is a mere noun phrase tells what was said where the verb itself takes a side, or gives a figure.
SIDES = frozenset("deny confirm accuse condemn decline promise doubt".split())
NOBODY = re.compile(r"^(?:nobody|no one|no-one|none|no \w+|neither|anyone|anybody|everyone|everybody)\b", re.IGNORECASE)
RELATIVE = frozenset("who that which whoever".split())
POSSIBLE = re.compile(r"^(?:would|will|may|might|could|can|should|must|to|'ll|’ll|'d|’d)\b(?!.*\b(?:not|n't|n’t)\b)", re.IGNORECASE)
ANONYMITY = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified|quoted)|anonymity|be withheld|not to (?:use|give|publish) (?:his|her|their) names?)\b",
    re.IGNORECASE,
)
# Commands and questions are acts: they claim nothing.
ACTS = frozenset("order instruct request name invite petition ask inquire query".split())
SILENCE = frozenset("respond reply answer return".split())
WEIGHTY = frozenset("think believe suspect worry fear wonder".split())


def manner_of(text: str, draft: Draft) -> Manner:
    if draft.relayed:
        return "relayed"
    return "attitude" if is_attitude(text, draft) else "said"


def is_attitude(text: str, draft: Draft) -> bool:
    source, cue, content = (" ".join(text[start:end] for start, end in spans) for spans in (draft.source, draft.cue, draft.content))
    if not source or NOBODY.match(source) or ANONYMITY.search(content):
        return True
    if draft.negated and draft.kind.lemma in SILENCE:
        return True
    if draft.shape == "quote":
        return False
    if draft.kind.lemma in ACTS and (draft.shape != "clause" or draft.kind.lemma in ("ask", "inquire", "query")):
        return True
    if POSSIBLE.match(cue) or (draft.kind.manner == "thought" and not (draft.shape == "clause" and draft.kind.lemma in WEIGHTY)):
        return True
    return draft.shape != "clause" and is_bare_act(draft, source)


def is_bare_act(draft: Draft, source: str) -> bool:
    """Whether a verb and its object tell of an act only: "who reported the attack", "discussed the plan"."""
    if source.lower() in RELATIVE and draft.kind.stance not in SIDES:
        return True
    return draft.shape not in ("whole", "infinitive") and draft.kind.stance not in SIDES and not draft.negated
