"""What is worked out when a story is shown: how far changes travelled, counts that differ, and the way back of claims."""

from dataclasses import replace

from retold.show.report import render_report
from retold.show.story import story_context
from retold.types import Article, Change, Derivation, Ledger, Origin, Statement, Story

FIRST = "An explosion at the plant killed six people and injured 41, the ministry said on Tuesday. Workers had warned of it for weeks."
WRONG = FIRST.replace("41", "14")
OWN = "Nine people died in the explosion at the plant, a surgeon said. The yard was full of relatives."


def article(name: str, text: str, hour: int) -> Article:
    return Article(name, f"{name}.txt", text, title="Blast at plant", outlet=name.title(), published=f"2021-06-01T{hour:02}:00:00Z")


def copied(name: str, source: str) -> Derivation:
    return Derivation(name, source, "light-edit", 0.9, 0.9)


def blast() -> Ledger:
    """A wire, a paper that got its figure wrong, two that took it over, one that put it right, and a report of its own."""
    texts = {"wire": FIRST, "daily": WRONG, "blog": WRONG, "echo": WRONG, "careful": FIRST, "local": OWN}
    at = FIRST.index("41")
    died = (0, OWN.index(", a surgeon"))
    return Ledger(
        articles=tuple(article(name, text, hour) for hour, (name, text) in enumerate(texts.items(), 8)),
        stories=(Story("s1", "Blast at plant", tuple(texts)),),
        derivations=(copied("daily", "wire"), copied("blog", "daily"), copied("echo", "blog"), copied("careful", "daily")),
        statements=(Statement("t1", "local", (died,), speaker="surgeon", source_kind="anonymous", origin="o1"),),
        origins=(Origin("o1", "Local", "outlet", ("local",)),),
        changes=(Change("x1", "wire", "daily", "number", (at, at + 2), (at, at + 2), "41", "14", None, 0.9),),
    )


def test_a_change_says_who_carried_it_on_and_who_put_it_right() -> None:
    context = story_context(blast(), "s1")
    (pair,) = context.changes
    spread = pair.blocks[0].spread
    assert spread is not None
    assert spread.sentence == "First in Daily, carried on by Blog and Echo; Careful has the words before it again."
    assert [(hop.name, hop.how) for hop in spread.hops] == [("Daily", "first here"), ("Blog", "from Daily"), ("Echo", "from Blog")]
    assert all("injured 14" in hop.words for hop in spread.hops)


def test_the_tree_says_where_changes_stand_first() -> None:
    altered = {telling.name: telling.altered for telling in story_context(blast(), "s1").tellings if telling.altered}
    assert altered == {"Daily": "1 change first here, carried on to 2 others"}


def test_counts_on_which_articles_differ_are_shown_with_who_says_which() -> None:
    (found,) = story_context(blast(), "s1").disagreements
    assert found.about == "How many died"
    assert [(says, [voice.name for voice in voices]) for says, voices in found.sides] == [
        ("six", ["Wire", "Daily", "Blog", "Echo", "Careful"]),
        ("Nine", ["Local"]),
    ]


def test_a_report_holds_them_all() -> None:
    page = render_report(story_context(blast(), "s1"))
    for words in ("1 change first here", "How many died", "carried on by Blog and Echo", "<q>An explosion at the plant killed six people"):
        assert words in page


def test_the_ways_back_of_a_claim_are_in_its_card(ledger: Ledger) -> None:
    claim = next(each for each in story_context(ledger, "s1").claims if each.id == "c1")
    assert [(way.side, way.told.name, [step.how for step in way.steps]) for way in claim.reasons][:1] == [
        ("support", "Harbour Courier", ["spoken by"])
    ]
    assert "How this origin was found" in render_report(story_context(ledger, "s1"))


def test_two_versions_of_one_page_are_told_apart_by_when_they_were_seen() -> None:
    pages = [
        replace(
            article(name, text, 9), url="https://wire.example/blast", published="2021-06-01T08:00:00Z", fetched=f"2021-06-01T{hour}:40:00Z"
        )
        for name, text, hour in (("wire", FIRST, "10"), ("later", WRONG, "14"))
    ]
    ledger = Ledger(articles=tuple(pages), stories=(Story("s1", "Blast", ("wire", "later")),), derivations=(copied("later", "wire"),))
    context = story_context(ledger, "s1")
    assert [entry.time for entry in context.timeline] == ["seen 10:40 UTC", "seen 14:40 UTC"]
    edge = next(telling.parent for telling in context.tellings if telling.parent)
    assert edge.phrase == "a later version of the same page, copied nearly word for word from Wire"
