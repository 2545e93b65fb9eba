"""Seconds of one core to weigh one story, by its number of articles: python bench/weigh.py [ARTICLES ...]

Half of the articles are copies and rewordings of a few wires, half report for themselves; each carries some thirty statements.
"""

from __future__ import annotations

import random
import sys
import time

from retold.ids import make_id
from retold.types import Article, Derivation, Passage, Statement, Story, Traced
from retold.weigh import weigh

STATEMENTS = 30
SUBJECTS = (
    "the governor|a guard|two engineers|the ministry|the militia|an inspector|the trust|a surgeon|the company|the harbour police".split("|")
)
VERBS = "denied|repaired|attacked|counted|warned|replaced|closed|opened|searched|evacuated|inspected|blamed|rejected|signed|delayed".split(
    "|"
)
OBJECTS = "the second gate|twelve valves|the fuel depot|nine bodies|the northern road|a letter of March|the old server|the night shift|two drones|the canteen"
PLACES = "near Kulan|at the works|in the harbour|by the river|on the ridge|behind the market|outside the court|at City Hospital|on the island|in the hills"
SPEAKERS = "Ana Ruiz|Petra Quill|Tomas Ilves|Orhan Deliq|Mina Vash|Frank Tor|officials|two diplomats|the ministry|a witness".split("|")


def story(size: int, seed: int = 7) -> tuple[list[Article], list[Statement], Traced]:
    """Articles whose sentences are all statements, with the passages and derivations of the copies."""
    dice = random.Random(seed)
    articles: list[Article] = []
    statements: list[Statement] = []
    passages: list[Passage] = []
    derivations: list[Derivation] = []
    for number in range(size):
        parent = articles[dice.randrange(min(number, 8))] if number > 8 and dice.random() < 0.5 else None
        sentences = reworded(parent.text.split("\n\n"), dice) if parent else [sentence(dice) for _ in range(STATEMENTS)]
        article = Article.from_text(
            "\n\n".join(sentences), id=f"a{number:05}", outlet=f"Outlet {number}", published=f"2031-05-{1 + number % 28:02}"
        )
        articles.append(article)
        statements += said(article, sentences, dice)
        if parent:
            passages.append(Passage(0, len(parent.text), 0, len(article.text), 0.85, parent.id, article.id))
            derivations.append(Derivation(article.id, parent.id, "reworded", 0.85, 0.9))
    return articles, statements, Traced(tuple(passages), tuple(derivations))


def sentence(dice: random.Random) -> str:
    words = [
        dice.choice(SUBJECTS),
        dice.choice(VERBS),
        dice.choice(OBJECTS.split("|")),
        dice.choice(PLACES),
        f"number {dice.randrange(900)}",
    ]
    return " ".join(words).capitalize() + "."


def reworded(sentences: list[str], dice: random.Random) -> list[str]:
    """A copy: most sentences as they are, some with a word changed."""
    return [one.replace(" the ", " that ", 1) if dice.random() < 0.3 else one for one in sentences]


def said(article: Article, sentences: list[str], dice: random.Random) -> list[Statement]:
    found, place = [], 0
    for one in sentences:
        span = (place, place + len(one))
        speaker = dice.choice(SPEAKERS)
        kind = "named" if speaker[0].isupper() else "anonymous"
        found.append(Statement(make_id("t", article.id, span), article.id, (span,), speaker=speaker, source_kind=kind))  # type: ignore[arg-type]
        place = span[1] + 2
    return found


def main() -> None:
    for size in [int(given) for given in sys.argv[1:]] or [50, 100, 200, 500, 1000]:
        articles, statements, traced = story(size)
        began = time.process_time()
        found = weigh(Story("s", "", tuple(one.id for one in articles)), articles, statements, traced)
        print(f"{size:>6} articles {len(statements):>7} statements {len(found.claims):>6} claims {time.process_time() - began:8.2f} s")


if __name__ == "__main__":
    main()
