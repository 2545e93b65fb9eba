"""The language of a text: what the page states, unless the text is plainly in another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_ENOUGH = 40  # words from which the guess is trusted against the page
_SURE = 0.99
_LOOKED_AT = 600


def language_of(text: str, stated: str | None) -> str | None:
    """ISO 639-1 code. `stated` is the page's own ("en-AU"); templates often state the wrong one, so a sure guess on enough text wins."""
    base = re.match(r"[a-z]{2,3}(?=$|[-_])", (stated or "").strip().lower())
    told = base[0] if base else None
    if len(text) < 20:
        return told
    guessed, sureness = _identifier().classify(text[:_LOOKED_AT])
    if told is None or told == guessed:
        return str(guessed)
    return str(guessed) if sureness >= _SURE and len(text.split()) >= _ENOUGH else told


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
