from hypothesis import given
from hypothesis import strategies as st

from retold.show.contexts import Words
from retold.show.differences import differing_words, in_sentence


def shown(words: tuple[Words, ...]) -> str:
    signs = {"removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs.get(part.mark, "{}").format(part.text) for part in words)


def test_only_the_words_that_differ_are_marked() -> None:
    before, after = differing_words("may not have been read since June", "should not have been learn since June")
    assert shown(before) == "[-may-] not have been [-read-] since June"
    assert shown(after) == "{+should+} not have been {+learn+} since June"


def test_case_and_the_shape_of_quotation_marks_are_no_difference() -> None:
    before, after = differing_words('"No one\'s here"', "“no one’s here”")
    assert {part.mark for part in (*before, *after)} == {"about"}


def test_numbers_are_one_word() -> None:
    before, after = differing_words("some 1.3 million", "some 1,300 million")
    assert (shown(before), shown(after)) == ("some [-1.3-] million", "some {+1,300+} million")


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_runs_give_both_texts_back(before: str, after: str) -> None:
    left, right = differing_words(before, after)
    assert ("".join(part.text for part in left), "".join(part.text for part in right)) == (before, after)


def test_a_change_stands_in_its_sentence() -> None:
    text = "It was dark. Dr Stalker looked at it for an hour. Then she left."
    start = text.index("Stalker")
    words = in_sentence(text, (start, start + 7), (Words("Stalker", "added"),))
    assert shown(words) == "Dr {+Stalker+} looked at it for an hour."


def test_a_sentence_without_end_is_cut_at_a_word() -> None:
    text = "word " * 300 + "HERE" + " word" * 300
    words = "".join(part.text for part in in_sentence(text, (1500, 1504), (Words("HERE"),)))
    assert words.startswith("…word")
    assert words.endswith("word…")
    assert len(words) < 600


@given(st.text(alphabet="Ab.! \n", max_size=80), st.integers(0, 79), st.integers(1, 20))
def test_any_place_of_any_text_is_found_back_in_its_sentence(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    if start < end:
        assert text[start:end] in "".join(part.text for part in in_sentence(text, (start, end), (Words(text[start:end]),)))
