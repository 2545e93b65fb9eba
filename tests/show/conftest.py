"""A small story of our own: a harbour fire told by one paper, copied by a site with a spun text, and summed up from a ghost."""

from __future__ import annotations

import pytest

from retold.types import (
    Article,
    Change,
    Claim,
    Derivation,
    Dropped,
    Evidence,
    Furniture,
    Ledger,
    Origin,
    Passage,
    Span,
    Statement,
    Story,
)

FIRST = Article(
    id="a1",
    page="pages/1.html",
    url="https://harbourcourier.example/fire",
    title="Fire at Orsk harbour",
    outlet="Harbour Courier",
    byline=("Ana Ruiz",),
    published="2024-03-11T09:30:00+01:00",
    published_evidence="json-ld",
    text=(
        "Three sheds burned at Orsk harbour on Monday.\n\n"
        "“We may have lost the grain,” said Ines Tovar, the harbour master. No one was hurt.\n\n"
        "A fire officer told the Courier that a cable had failed."
    ),
    furniture=(Furniture("advert", "- Advertisement -"),),
)
SPUN = Article(
    id="a2",
    page="pages/2.txt",
    title="Blaze at Orsk harbor",
    outlet="Newsflow",
    published="2024-03-12",
    text=(
        "Three sheds burned at Orsk harbor on Monday.\n\n"
        "“We have lost the grain,” said Ines Tower, the harbor grasp. No one was damage.\n\n"
        "The harbour office denies that a cable had failed."
    ),
    credits=("Source: harbourcourier.example",),
)
BRIEF = Article(id="a3", page="pages/3.txt", text="Radio Orsk reports that the grain may be lost.", title="Grain lost?")


def at(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return start, start + len(words)


def statement(identifier: str, article: Article, content: str, source: str, **more: object) -> Statement:
    return Statement(identifier, article.id, (at(article, content),), source=(at(article, source),), **more)  # type: ignore[arg-type]


STATEMENTS = (
    statement("t1", FIRST, "We may have lost the grain", "Ines Tovar", speaker="Ines Tovar", source_kind="named", hedged=True, origin="o1"),
    statement("t2", SPUN, "We have lost the grain", "Ines Tower", speaker="Ines Tovar", source_kind="named", origin="o1"),
    statement(
        "t3", FIRST, "a cable had failed", "A fire officer", speaker="fire officer", source_kind="anonymous", via="Courier", origin="o2"
    ),
    statement("t4", SPUN, "a cable had failed", "The harbour office", speaker="harbour office", source_kind="organisation", stance="deny"),
    statement("t5", BRIEF, "the grain may be lost", "Radio Orsk", speaker="Radio Orsk", hedged=True, origin="o3"),
)


def harbour_fire() -> Ledger:
    shared = "Three sheds burned at Orsk"
    earlier, later = at(FIRST, shared), at(SPUN, shared)
    return Ledger(
        articles=(FIRST, SPUN, BRIEF),
        dropped=(Dropped("pages/9.html", "no article in it"), Dropped("pages/8.html", "no article in it"), Dropped("x.bin", "not text")),
        stories=(Story("s1", "Fire at Orsk harbour", ("a1", "a2", "a3")),),
        origins=(
            Origin("o1", "Ines Tovar", "person"),
            Origin("o2", "Harbour Courier", "outlet", ("a1",)),
            Origin("o3", "Radio Orsk", "outlet"),
        ),
        passages=(Passage(*earlier, *later, 1.0, "a1", "a2"),),
        derivations=(
            Derivation(
                "a2",
                "a1",
                "spun",
                0.83,
                0.95,
                (Evidence("passage", "a2", later, shared), Evidence("credit", "a2", None, "Source: harbourcourier.example")),
            ),
            Derivation("a3", "o3", "summary", 0.6, 0.55, (Evidence("relay", "a3", at(BRIEF, "Radio Orsk reports"), "Radio Orsk reports"),)),
        ),
        statements=STATEMENTS,
        claims=(
            Claim("c1", "s1", "The grain is lost.", ("t1", "t2", "t5"), (), ("o1", "o3"), "several independent origins"),
            Claim("c2", "s1", "A cable failed.", ("t3",), ("t4",), ("o2",), "disputed"),
        ),
        changes=(
            Change("x1", "a1", "a2", "name", at(FIRST, "Ines Tovar"), at(SPUN, "Ines Tower"), "Ines Tovar", "Ines Tower", None, 0.9),
            Change(
                "x2",
                "a1",
                "a2",
                "hedge",
                at(FIRST, "We may have lost the grain"),
                at(SPUN, "We have lost the grain"),
                "We may have lost the grain",
                "We have lost the grain",
                "c1",
                0.6,
            ),
        ),
    )


@pytest.fixture
def ledger() -> Ledger:
    return harbour_fire()
