"""Which of a story's claims its summary names."""

from retold.show.chief_claim import by_importance, chief_claim
from retold.show.parts import story_parts
from retold.types import Article, Claim, Ledger, Statement, Story

TOLD = (
    "Forty sheep fled from the Orsk meadow through a hole in the fence. The farmer said forty sheep fled through the fence of the meadow."
)
VIEW = " “We love our sheep dearly,” she added, and praised the dogs."


def told_by(*outlets: str, more: str = VIEW, first: str = TOLD) -> tuple[Article, ...]:
    return tuple(Article.from_text(first + more, id=each, outlet=each, title="Sheep flee Orsk meadow") for each in outlets)


def said(article: Article, words: str, **more: object) -> Statement:
    start = article.text.index(words)
    return Statement(f"{article.id}: {words}", article.id, ((start, start + len(words)),), **more)  # type: ignore[arg-type]


def story(articles: tuple[Article, ...], claims: dict[str, tuple[Statement, ...]], origins: tuple[str, ...] = ("o1",)) -> Ledger:
    return Ledger(
        articles,
        stories=(Story("s", "Sheep", tuple(each.id for each in articles)),),
        statements=tuple(each for statements in claims.values() for each in statements),
        claims=tuple(Claim(text, "s", text, tuple(each.id for each in found), (), origins) for text, found in claims.items()),
    )


def test_a_claim_about_the_event_comes_before_what_somebody_feels() -> None:
    articles = told_by("Courier", "Echo", "Star")
    event = tuple(said(each, "forty sheep fled through the fence of the meadow") for each in articles)
    view = tuple(said(each, "We love our sheep dearly") for each in articles)
    parts = story_parts(story(articles, {"We love our sheep dearly.": view, "Forty sheep fled through the fence.": event}), "s")
    found = chief_claim(parts, 3)
    assert found is not None
    assert (found.words, found.articles) == ("Forty sheep fled through the fence.", ("Courier", "Echo", "Star"))
    weights = by_importance(parts, parts.claims)
    assert weights["Forty sheep fled through the fence."] > weights["We love our sheep dearly."]


def test_articles_that_say_the_opposite_or_another_number_are_not_counted_as_telling_it() -> None:
    articles = (
        *told_by("Courier", "Echo"),
        *told_by("Star", first="The farmer said no sheep fled through the fence of the meadow."),
        *told_by("Wire", first="The farmer said sixty sheep fled through the fence of the meadow."),
    )
    ends = "sheep fled through the fence of the meadow"
    words = {"Courier": f"forty {ends}", "Echo": f"forty {ends}", "Star": f"no {ends}", "Wire": f"sixty {ends}"}
    ledger = story(articles, {"Forty sheep fled through the fence.": tuple(said(each, words[each.id]) for each in articles)})
    found = chief_claim(story_parts(ledger, "s"), 2)
    assert found is not None
    assert found.articles == ("Courier", "Echo")
    assert chief_claim(story_parts(ledger, "s"), 3) is None


def test_a_story_without_claims_has_no_chief_claim() -> None:
    assert chief_claim(story_parts(story(told_by("Courier"), {}), "s"), 1) is None
