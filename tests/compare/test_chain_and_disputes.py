"""How far a change travelled, and where independent tellings disagree."""

from retold.compare import compare
from retold.compare.chain import Hop, chains
from retold.compare.disputes import disputes
from retold.types import Article, Claim, Derivation, Statement, Traced

FIRST = "An explosion at the plant killed six people and injured 41, the ministry said on Tuesday. Workers had warned of it for weeks."
WRONG = FIRST.replace("41", "14")


def copy_of(article: str, source: str) -> Derivation:
    return Derivation(article, source, "light-edit", 0.9, 0.9)


def test_a_wrong_figure_is_followed_to_the_copies_that_took_it_over() -> None:
    texts = {"wire": FIRST, "daily": WRONG, "blog": WRONG, "echo": WRONG, "careful": FIRST, "brief": "An explosion hit the plant."}
    articles = [Article(name, name, text) for name, text in texts.items()]
    edges = [
        copy_of("daily", "wire"),
        copy_of("blog", "daily"),
        copy_of("echo", "blog"),
        copy_of("careful", "daily"),
        copy_of("brief", "daily"),
    ]
    changes = [c for c in compare(articles, Traced(derivations=tuple(edges)), (), ()) if c.later == "daily"]
    (chain,) = chains(changes, edges, articles)
    place = (WRONG.index("14"), WRONG.index("14") + 2)
    assert chain.hops == (Hop("daily", None, 0, place), Hop("blog", "daily", 1, place), Hop("echo", "blog", 2, place))
    assert (chain.reach, chain.steps, chain.mended) == (3, 2, ("careful",))


def test_counts_of_tellings_of_different_descent_are_a_dispute() -> None:
    surgeon = "Nine bodies were brought to the hospital after the explosion at the plant, the surgeon said. The yard was full of relatives."
    articles = [Article("wire", "", FIRST), Article("daily", "", FIRST), Article("local", "", surgeon)]
    (dispute,) = disputes(articles, Traced(derivations=(copy_of("daily", "wire"),)), (), ())
    assert dispute.about == "dead"
    assert [(side.says, [v.article for v in side.voices]) for side in dispute.sides] == [("six", ["daily", "wire"]), ("Nine", ["local"])]


def test_a_copy_that_got_it_wrong_is_a_change_and_no_dispute() -> None:
    articles = [Article("wire", "", FIRST), Article("daily", "", WRONG)]
    assert disputes(articles, Traced(derivations=(copy_of("daily", "wire"),)), (), ()) == ()


def test_a_claim_that_one_asserts_and_another_denies() -> None:
    texts = ("The company was warned, workers said.", "The company was never warned, its spokesman said.")
    articles = [Article("a", "", texts[0]), Article("b", "", texts[1])]
    said = [
        Statement("s1", "a", ((0, 22),), speaker="workers", source_kind="anonymous"),
        Statement("s2", "b", ((0, 28),), speaker="spokesman", source_kind="anonymous", stance="deny"),
    ]
    claim = Claim("c", "story", "The company was warned.", ("s1",), ("s2",), ())
    (dispute,) = disputes(articles, Traced(), said, [claim])
    assert (dispute.claim, [side.says for side in dispute.sides]) == ("c", ["so", "not so"])
    assert dispute.sides[1].voices[0].text == "The company was never warned"
