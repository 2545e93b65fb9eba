"""Announcements that the order of words tells, in sentences where parsers lose their way."""

from __future__ import annotations

import pytest

from retold.attribute import statements
from retold.types import Article


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The thieves got in through a cellar door without a lock, said the head of the city's burglary squad, Insp Clara Voss.", "the head of the city's burglary squad, Insp Clara Voss", "said", "The thieves got in through a cellar door without a lock"),
        ("The convoy left early, current and former port officials told Radio Halden.", "current and former port officials", "told", "The convoy left early"),
        ("The district governor, Ilya Marsk, told state radio that most of the herd had drowned.", "The district governor, Ilya Marsk", "told", "that most of the herd had drowned"),
        ("Orsk Petroleum said in a statement that deliveries to schools and farms would go on.", "Orsk Petroleum", "said", "that deliveries to schools and farms would go on"),
        ("A hiker stumbled on the wreck on 27 July, the mountain site Ridge Review has reported.", "the mountain site Ridge Review", "has reported", "A hiker stumbled on the wreck on 27 July"),
        ("“I warned them twice and nobody rang back,” the plumber, who asked that his name be withheld, said by telephone.", "the plumber, who asked that his name be withheld", "said", "“I warned them twice and nobody rang back,”"),
        ("In the long run, many growers say, the frost could help the vines.", "many growers", "say", "In the long run + the frost could help the vines"),
    ],
)  # fmt: skip
def test_order_of_words(text: str, source: str, cue: str, content: str) -> None:
    found = [tuple(" + ".join(text[start:end] for start, end in spans) for spans in (s.source, s.cue, s.content)) for s in statements(Article.from_text(text, id="a"))]  # fmt: skip
    assert (source, cue, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "A man who answered the telephone at the works put it down.",
        "The council posted the list of streets that will be closed.",
        "The two firms, which share a yard, employ forty people.",
    ],
)
def test_acts_are_no_statements(text: str) -> None:
    assert [s for s in statements(Article.from_text(text, id="a")) if s.manner == "said"] == []
