from __future__ import annotations

from retold.attribute import narration, statements
from retold.types import Article

TEXT = (
    "Three drones struck a fuel depot in Nohur early on Friday. The fires were out by noon, Selma Dovran said. "
    "The company may have lost 9,000 tonnes of diesel. Who was watching?"
)


def test_what_nobody_said_is_told_by_the_article() -> None:
    article = Article.from_text(TEXT, id="a")
    found = narration(article, statements(article))
    assert [TEXT[slice(*s.content[0])] for s in found] == [
        "Three drones struck a fuel depot in Nohur early on Friday.",
        "The company may have lost 9,000 tonnes of diesel.",
    ]
    assert [s.hedged for s in found] == [False, True]
    assert {s.source_kind for s in found} == {"unattributed"}
