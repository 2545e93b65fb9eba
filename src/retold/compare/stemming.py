"""Words without their endings: enough for "attacked" to meet "attack", and British spelling American."""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = re.compile(r"(?:'s|s'|'|ies|ied|ing|edly|ed|ly|es|s|e)$")
_IRREGULAR = {
    "said": "say", "told": "tell", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "had": "have", "has": "have",
    "men": "man", "women": "woman", "people": "person", "children": "child", "died": "die", "dead": "die", "killed": "kill", "wrote": "write",
    "went": "go", "gone": "go", "took": "take", "taken": "take", "gave": "give", "given": "give", "found": "find", "began": "begin",
    "shot": "shoot", "struck": "strike", "left": "leave", "held": "hold", "made": "make", "saw": "see", "seen": "see", "brought": "bring",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word[:1].isalpha():
        return word
    root = word if len(word) < 5 else _ENDINGS.sub("", word)
    if len(root) > 4:
        root = root.replace("our", "or").replace("isat", "izat")
        root = re.sub(r"is$", "iz", root)
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] else root
