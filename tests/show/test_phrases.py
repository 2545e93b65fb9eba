import pytest

from retold.show.phrases import certainty, count, listed, plainly, resting_on, share_of_words, upper_first, within_quotes


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("“I was not told,”", "I was not told"),
        ('"I was not told"', "I was not told"),
        ("'I was not told.'", "I was not told."),
        ("that he was well", "he was well"),
        ('critically-endangered gorilla,"', "critically-endangered gorilla"),
        ("the door was “open to all”", "the door was “open to all”"),
        ("“One,” he said, and “two”", "“One,” he said, and “two”"),
        ("the nurses’ office", "the nurses’ office"),
        ("", ""),
        ("”", "”"),
    ],
)
def test_words_are_shown_without_what_stands_around_them(written: str, shown: str) -> None:
    assert plainly(written) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("unknown outlet, 3.txt", "Unknown outlet, 3.txt"),
        ("copied from Daily", "Copied from Daily"),
        ("orsk.example told it first", "orsk.example told it first"),
        ("orsk24 told it first", "orsk24 told it first"),
        ("iOrsk told it first", "iOrsk told it first"),
        ("", ""),
    ],
)
def test_sentences_begin_with_a_capital_and_names_keep_their_own(words: str, shown: str) -> None:
    assert upper_first(words) == shown


def test_quotes_within_quotes_are_single_ones() -> None:
    assert within_quotes('he was "told afterwards", “not before”') == "he was ‘told afterwards’, ‘not before’"


def test_counts() -> None:
    assert [count(1, "story", "stories"), count(2, "story", "stories"), count(1200, "page")] == ["1 story", "2 stories", "1,200 pages"]


def test_lists() -> None:
    assert [listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    assert listed(["A", "B", "C", "D"], most=2) == "A, B and 2 others"


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        (None, ""),
        (1.0, "all of its words"),
        (0.93, "nearly all of its words"),
        (0.81, "about 80% of its words"),
        (0.04, "about 5% of its words"),
        (0.0, "hardly any of its words"),
    ],
)
def test_shares(coverage: float | None, words: str) -> None:
    assert share_of_words(coverage) == words


def test_certainty_and_origins_in_words() -> None:
    assert [certainty(score) for score in (0.95, 0.8, 0.6, 0.2)] == ["almost certain", "very likely", "likely", "possible"]
    assert [resting_on(number) for number in (0, 1, 3)] == ["origin unknown", "1 independent origin", "3 independent origins"]
