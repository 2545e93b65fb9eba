from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.attribute.quotes import quotations


def inner(text: str) -> list[str]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[q.inner_start : q.inner_end] for q in quotations(text, paragraphs)]


def test_marks_of_every_kind() -> None:
    assert inner("“one two” and \"three four\" and «five six» and ''seven eight''.") == ["one two", "three four", "five six", "seven eight"]


def test_single_marks_leave_apostrophes_alone() -> None:
    assert inner("The miners’ union said ‘we don’t agree,’ and didn't vote.") == ["we don’t agree,"]


def test_a_quotation_within_one_is_no_quotation_of_its_own() -> None:
    assert inner("“He said ‘go home’ to us.”") == ["He said ‘go home’ to us."]


def test_an_open_quotation_ends_with_its_paragraph_and_runs_on() -> None:
    text = "“First part.\n\n“Second part.”"
    found = quotations(text, [(0, 12), (14, len(text))])
    assert [(q.closed, q.run_on) for q in found] == [(False, True), (True, False)]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»", max_size=80))
def test_any_text_gives_ordered_quotations_within_it(text: str) -> None:
    paragraphs = [(0, len(text))] if text.strip() else []
    found = quotations(text, paragraphs)
    assert all(0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)
