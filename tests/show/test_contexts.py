from dataclasses import replace
from itertools import pairwise

import pytest

from retold.errors import NotFoundError
from retold.show import comparison_context, story_context, summary_context
from retold.show.contexts import TreeNode, Words
from retold.types import Article, Derivation, Ledger, Origin, Passage, Story


def outline(nodes: tuple[TreeNode, ...], depth: int = 0) -> list[str]:
    return [line for node in nodes for line in (f"{'  ' * depth}{node.telling.name}", *outline(node.children, depth + 1))]


def plain(words: tuple[Words, ...]) -> str:
    return "".join(part.text for part in words)


def test_the_summary_answers_in_a_few_words(ledger: Ledger) -> None:
    context = summary_context(ledger)
    [story] = context.stories
    assert (story.title, story.articles, story.own, story.retold) == ("Fire at Orsk harbour", 3, 1, 2)
    assert story.first.sentence == "Harbour Courier told it first among these pages on 11 March 2024, 09:30 UTC+1."
    assert story.reporting == "3 articles; 2 of them retell another"
    assert story.resting == "2 claims from 3 independent origins; 1 rests on one origin alone and 1 is disputed"
    assert story.changed == ("1 hedge lost", "1 name altered")
    assert story.span_of_time == "11 March 2024 to 12 March 2024"


def test_a_claim_that_many_carry_from_one_origin_is_named_on_top(ledger: Ledger) -> None:
    grain = replace(ledger.claims[0], text="that the grain is lost.", origins=("o1",))
    [story] = summary_context(replace(ledger, claims=(grain,))).stories
    assert story.echo == "3 articles carry “The grain is lost”, all from one origin: Ines Tovar"


def test_a_story_bears_the_headline_of_whoever_told_it_first(ledger: Ledger) -> None:
    [story] = summary_context(replace(ledger, stories=(replace(ledger.stories[0], title="Blaze at Orsk harbor"),))).stories
    assert story.title == "Fire at Orsk harbour"


def test_where_nobody_copies_the_source_that_most_cite_is_named() -> None:
    articles = tuple(Article.from_text(f"Text {name}.", id=name, outlet=name) for name in "ABC")
    edges = tuple(Derivation(name, "o1", "cited", None, 0.9) for name in "AB")
    ledger = Ledger(
        articles, stories=(Story("s", "S", tuple("ABC")),), origins=(Origin("o1", "SARMUD DAILY", "outlet"),), derivations=edges
    )
    [story] = summary_context(ledger).stories
    assert story.reporting == "3 articles; 2 cite Sarmud Daily, none is seen to copy another"


def test_dropped_pages_are_counted_by_reason(ledger: Ledger) -> None:
    assert [(group.reason, group.count, group.examples) for group in summary_context(ledger).dropped] == [
        ("no article in it", 2, ("pages/8.html", "pages/9.html")),
        ("not text", 1, ("x.bin",)),
    ]


def test_an_empty_ledger_has_a_summary() -> None:
    assert summary_context(Ledger()).stories == ()


def test_the_tree_hangs_each_telling_under_its_source(ledger: Ledger) -> None:
    assert outline(story_context(ledger, "s1").tree) == ["Harbour Courier", "  Newsflow", "Radio Orsk", "  unknown outlet, 3.txt"]


def test_an_edge_says_how_in_words_with_its_evidence(ledger: Ledger) -> None:
    edge = story_context(ledger, "s1").tree[0].children[0].telling.parent
    assert edge is not None
    assert (edge.phrase, edge.share, edge.certainty) == ("machine-spun from Harbour Courier", "about 85% of its words", "almost certain")
    assert [(reason.sort, reason.text) for reason in edge.evidence] == [
        ("credit line", "“Source: harbourcourier.example”"),
        ("shared passage", "“Three sheds burned at Orsk”"),
    ]


def test_a_ghost_that_was_copied_told_it_first() -> None:
    articles = tuple(
        Article.from_text(f"Text {name}.", id=name, outlet=name, published=date)
        for name, date in (("B", "2024-01-02"), ("C", "2024-01-03"))
    )
    spun, cited = Derivation("B", "o1", "spun", 0.9, 0.9), Derivation("C", "o1", "cited", None, 0.9)
    ledger = Ledger(
        articles=articles, stories=(Story("s", "S", ("B", "C")),), origins=(Origin("o1", "A", "outlet"),), derivations=(spun, cited)
    )
    first = story_context(ledger, "s").line.first
    assert (first.name, first.ghost, first.when) == ("A", True, "before 2 January 2024")
    assert first.sentence == "A told it first; its own page is not among these."


def test_a_ghost_that_is_only_cited_is_named_with_the_first_to_cite_it() -> None:
    article = Article.from_text("Text.", id="B", outlet="B", published="2024-01-02")
    other = Article.from_text("More.", id="C", outlet="C", published="2024-01-03")
    cited = Derivation("B", "o1", "cited", None, 0.9)
    ledger = Ledger((article, other), stories=(Story("s", "S", ("B", "C")),), origins=(Origin("o1", "A", "outlet"),), derivations=(cited,))
    assert story_context(ledger, "s").line.first.sentence == "B told it first among these pages on 2 January 2024, citing A."


def test_derivations_in_a_circle_still_give_a_tree() -> None:
    articles = tuple(Article.from_text(f"Text {name}.", id=name, outlet=name) for name in "ABC")
    circle = tuple(Derivation(one, other, "reworded", 0.5, 0.5) for one, other in ("AB", "BC", "CA"))
    ledger = Ledger(articles=articles, stories=(Story("s", "S", ("A", "B", "C")),), derivations=circle)
    assert len(outline(story_context(ledger, "s").tree)) == 3


def test_a_long_chain_of_copies_is_no_trouble() -> None:
    names = [f"n{number:04}" for number in range(1500)]
    articles = tuple(Article.from_text("Text.", id=name, outlet=name) for name in names)
    chain = tuple(Derivation(later, earlier, "verbatim", 1.0, 1.0) for earlier, later in pairwise(names))
    ledger = Ledger(articles=articles, stories=(Story("s", "S", tuple(names)),), derivations=chain)
    assert len(outline(story_context(ledger, "s").tree)) == 1500


def test_outlets_that_told_it_twice_are_numbered() -> None:
    articles = tuple(Article.from_text(f"Text {name}.", id=name, outlet="Wire") for name in "AB")
    ledger = Ledger(articles=articles, stories=(Story("s", "S", ("A", "B")),))
    assert [telling.name for telling in story_context(ledger, "s").tellings] == ["Wire (1)", "Wire (2)"]


def test_the_timeline_names_each_day_once_and_undated_pages_last(ledger: Ledger) -> None:
    entries = [(entry.day, entry.time, entry.telling.name) for entry in story_context(ledger, "s1").timeline]
    assert entries == [
        ("11 March 2024", "09:30 UTC+1", "Harbour Courier"),
        ("12 March 2024", "", "Newsflow"),
        ("unknown", "", "unknown outlet, 3.txt"),
    ]


def test_a_claim_says_who_stands_behind_it_and_who_carries_it(ledger: Ledger) -> None:
    cable, grain = story_context(ledger, "s1").claims
    assert (cable.text, cable.resting, cable.state) == ("A cable failed.", "1 independent origin", "disputed")
    assert (grain.resting, grain.carriers) == ("2 independent origins", ("Harbour Courier", "Newsflow", "unknown outlet, 3.txt"))
    assert [(origin.name, origin.kind_words, origin.carried_by) for origin in grain.origins] == [
        ("Ines Tovar", "person", ("Harbour Courier", "Newsflow")),
        ("Radio Orsk", "outlet, its own page is not here", ("unknown outlet, 3.txt",)),
    ]
    assert grain.hedging == "Hedged in 2 of 3 statements; the others say it flatly."
    [denial] = cable.deny
    assert (denial.speaker, denial.words, denial.outlet) == ("harbour office", "a cable had failed", "Newsflow")


def test_changes_stand_side_by_side_in_their_sentences(ledger: Ledger) -> None:
    [pair] = story_context(ledger, "s1").changes
    assert pair.relation == "Newsflow, machine-spun from Harbour Courier"
    hedge, name = pair.blocks
    assert (hedge.label, hedge.doubt, hedge.claim) == ("hedge lost", "likely", "The grain is lost.")
    assert [part.text for part in hedge.before if part.mark == "removed"] == ["may"]
    assert plain(name.after) == "“We have lost the grain,” said Ines Tower, the harbor grasp."
    assert [part.text for part in name.after if part.mark == "added"] == ["Tower"]


def test_no_such_story() -> None:
    with pytest.raises(NotFoundError, match="no story s7"):
        story_context(Ledger(), "s7")


def test_two_articles_side_by_side(ledger: Ledger) -> None:
    first, second = ledger.articles[:2]
    ledger = replace(ledger, passages=(Passage(0, len(first.text), 0, len(second.text), 0.8, "a1", "a2"),))
    context = comparison_context(ledger, "a1", "a2")
    assert context.relation == "Newsflow, machine-spun from Harbour Courier"
    assert [pair.relation for pair in context.pairs] == ["reworded", "reworded", "reworded"]
    said = context.pairs[1]
    assert [part.text for part in said.earlier if part.mark == "removed"] == ["may", "Tovar", "harbour master", "hurt"]
    assert [part.text for part in said.later if part.mark == "added"] == ["Tower", "harbor grasp", "damage"]


def test_what_only_one_of_two_articles_has(ledger: Ledger) -> None:
    context = comparison_context(ledger, "a1", "a2")
    assert [pair.relation for pair in context.pairs] == ["reworded", "only in Newsflow", "only in Newsflow"]
    assert plain(context.missing[1].earlier) == "A fire officer told the Courier that a cable had failed."


def test_articles_of_different_stories_can_be_compared(ledger: Ledger) -> None:
    stranger = Article.from_text("Nothing of the kind.", id="z", outlet="Elsewhere")
    ledger = replace(ledger, articles=(*ledger.articles, stranger), stories=(*ledger.stories, Story("s2", "Other", ("z",))))
    assert comparison_context(ledger, "a1", "z").shared == "no shared passage found"
    with pytest.raises(NotFoundError):
        comparison_context(ledger, "a1", "nobody")
