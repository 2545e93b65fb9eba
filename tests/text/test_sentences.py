from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from retold.text.sentences import sentences


def test_stops_that_end_no_sentence() -> None:
    text = 'Gen. Frank Malloy came at 2.40 a.m. to Washington, D.C. with Mr. Lee. "It is over," he said. Nobody spoke!'
    assert [text[start:end] for start, end in sentences(text)] == [
        "Gen. Frank Malloy came at 2.40 a.m. to Washington, D.C. with Mr. Lee.",
        '"It is over," he said.',
        "Nobody spoke!",
    ]


def test_lines_are_sentences() -> None:
    assert sentences("A headline\n\nA line") == [(0, 10), (12, 18)]


@given(st.text(alphabet="aA. \n!?\"'”", max_size=80))
def test_spans_are_in_order_and_hold_all_words(text: str) -> None:
    found = sentences(text)
    assert "".join(text[s:e] for s, e in found).replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
