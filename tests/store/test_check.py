"""A ledger held against its own promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.store.check import faults
from retold.types import Article, Claim, Derivation, Ledger, Passage, Statement, Story

SOUND = Ledger(
    articles=(Article("a1", "one.txt", "The dam held."), Article("a2", "two.txt", "The dam held, they said.")),
    stories=(Story("s1", "Dam", ("a1", "a2")),),
    passages=(Passage(0, 12, 0, 12, 1.0, "a1", "a2"),),
    statements=(Statement("t1", "a2", ((0, 12),)),),
    claims=(Claim("c1", "s1", "The dam held.", ("t1",), (), ()),),
)


def test_a_sound_ledger_has_no_fault() -> None:
    assert list(faults(SOUND)) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (replace(SOUND, stories=(Story("s1", "Dam", ("a1",)),)), "article a2 (two.txt) is in 0 stories, not in one"),
        (replace(SOUND, statements=()), "claim c1 rests on statement t1, which is not in the ledger"),
        (
            replace(SOUND, derivations=(Derivation("a2", "o9", "cited", None, 0.5),)),
            "the derivation of a2 comes from o9, which is not in the ledger",
        ),
        (
            replace(SOUND, statements=(Statement("t1", "a2", ((0, 99),)),)),
            "statement t1 has the span 0 to 99, outside the text of article a2",
        ),
    ],
)
def test_each_broken_promise_is_named(broken: Ledger, fault: str) -> None:
    assert list(faults(broken)) == [fault]
