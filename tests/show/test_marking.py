from hypothesis import given
from hypothesis import strategies as st

from retold.show.contexts import Mark, MarkKind
from retold.show.marking import LINK_ORDER, marked_paragraphs

TEXT = "One two three.\n\nFour five six seven.\n\nEight"


def pieces(*marks: Mark) -> list[tuple[str, tuple[MarkKind, ...]]]:
    return [(piece.text, piece.kinds) for paragraph in marked_paragraphs(TEXT, marks) for piece in paragraph]


def test_paragraphs_without_marks() -> None:
    assert pieces() == [("One two three.", ()), ("Four five six seven.", ()), ("Eight", ())]


def test_spans_that_nest() -> None:
    assert pieces(Mark(0, 13, "passage"), Mark(4, 7, "change"))[:4] == [
        ("One ", ("passage",)),
        ("two", ("change", "passage")),
        (" three", ("passage",)),
        (".", ()),
    ]


def test_spans_that_overlap() -> None:
    assert pieces(Mark(0, 7, "passage"), Mark(4, 13, "statement"))[:4] == [
        ("One ", ("passage",)),
        ("two", ("passage", "statement")),
        (" three", ("statement",)),
        (".", ()),
    ]


def test_a_span_over_paragraphs_is_marked_in_each_and_anchored_once() -> None:
    paragraphs = marked_paragraphs(TEXT, [Mark(8, 20, "passage", anchor="here", target="there")])
    marked = [(piece.text, piece.anchors, piece.target) for paragraph in paragraphs for piece in paragraph if piece.kinds]
    assert marked == [("three.", ("here",), "there"), ("Four", (), "there")]


def test_a_click_goes_to_the_rarest_finding() -> None:
    [[_, piece, *_], *_] = marked_paragraphs(TEXT, [Mark(0, 13, "passage", target="p"), Mark(4, 7, "change", target="x")])
    assert (piece.text, piece.target) == ("two", "x")


def test_words_carried_by_others_are_counted_once_for_each() -> None:
    marks = [Mark(0, 3, "passed-on", other="b"), Mark(0, 3, "passed-on", other="c"), Mark(0, 2, "passed-on", other="b")]
    [[first, second, *_], *_] = marked_paragraphs(TEXT, marks)
    assert (first.text, first.carried, second.text, second.carried) == ("On", 2, "e", 2)


def test_a_note_stands_where_its_span_begins() -> None:
    [[before, noted, *_], *_] = marked_paragraphs(TEXT, [Mark(4, 7, "statement", target="claim-1", note="1")])
    assert (before.notes, [note.label for note in noted.notes], noted.target) == ((), ["1"], "")


MARKS = st.lists(
    st.builds(
        Mark,
        start=st.integers(-5, 60),
        end=st.integers(-5, 60),
        kind=st.sampled_from(LINK_ORDER),
        anchor=st.sampled_from(["", "a", "b"]),
        target=st.sampled_from(["", "t"]),
    ),
    max_size=12,
)


@given(st.text(alphabet="ab \n", max_size=50), MARKS)
def test_any_marks_on_any_text_lose_no_words_and_mark_just_theirs(text: str, marks: list[Mark]) -> None:
    position = 0
    for paragraph in marked_paragraphs(text, marks):
        for piece in paragraph:
            start = text.index(piece.text, position)
            assert not text[position:start].strip()
            position = start + len(piece.text)
            covering = {mark.kind for mark in marks if 0 <= mark.start <= start and position <= mark.end}
            assert set(piece.kinds) == covering
    assert not text[position:].strip()


@given(st.integers(0, 40), st.integers(1, 40))
def test_every_span_with_words_is_anchored_exactly_once(start: int, length: int) -> None:
    mark = Mark(start, start + length, "passage", anchor="here")
    anchors = [anchor for paragraph in marked_paragraphs(TEXT, [mark]) for piece in paragraph for anchor in piece.anchors]
    assert anchors == ["here"] or not TEXT[start : start + length].strip()
