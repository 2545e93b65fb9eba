"""`retold why`: from each article back to the origin, with the words at every step."""

from __future__ import annotations

from stories import article, copied, ghost, said, weighed, whole

from retold.types import Derivation, Evidence, Traced
from retold.weigh.why import explain

GATE = "The dam's second gate failed because a bolt had sheared"


def test_the_chain_of_a_copy_ends_with_who_spoke() -> None:
    first = article("01", f"{GATE}, said Petra Quill.", "Harbour Courier", "2031-05-01")
    later = article("02", f"{GATE}, said Petra Feather.", "BuzzWorld24", "2031-05-02")
    statements = [said(first, GATE, "Petra Quill"), said(later, GATE, "Petra Feather")]
    traced = Traced((whole(first, later),), (copied(later, first, "spun"),))
    found = weighed([first, later], statements, traced)
    explanation = explain(found.claims[0], [first, later], found.statements, traced, found.origins)
    copy = next(chain for chain in explanation.chains if chain.article == "02")
    assert [(step.kind, step.name) for step in copy.steps] == [("copied from", "Harbour Courier"), ("spoken by", "Petra Quill")]
    assert copy.steps[0].words == GATE
    assert explanation.doubts == ("Petra Feather stands where Petra Quill stood",)


def test_a_spun_copy_of_a_page_that_is_not_here_rests_on_its_credit_line() -> None:
    ledger = ghost("Northern Ledger")
    spun = article("01", f"{GATE}, two engineers told BuzzWorld24.", "BuzzWorld24")
    edge = Derivation(spun.id, ledger.id, "spun", 0.8, 0.9, (Evidence("credit", spun.id, None, "Credit: northernledger.example"),))
    traced = Traced(derivations=(edge,), origins=(ledger,))
    found = weighed([spun], [said(spun, GATE, "two engineers", kind="anonymous", via="BuzzWorld24")], traced)
    (chain,) = explain(found.claims[0], [spun], found.statements, traced, found.origins).chains
    assert [(step.kind, step.name, step.words) for step in chain.steps] == [
        ("made from", "Northern Ledger", "Credit: northernledger.example")
    ]
    assert "its own name, BuzzWorld24" in (chain.steps[0].doubt or "")


def test_what_an_outlet_was_told_shows_the_words_that_say_so() -> None:
    one = article("01", f"{GATE}, two engineers told the Lakeside Wire on Monday.", "Harbour Courier")
    start = one.text.index("two engineers")
    statement = said(
        one, GATE, "two engineers", kind="anonymous", via="Lakeside Wire", source=((start, start + 13),), cue=((start + 14, start + 18),)
    )
    found = weighed([one], [statement])
    (chain,) = explain(found.claims[0], [one], found.statements, Traced(), found.origins).chains
    assert [(step.kind, step.name, step.words) for step in chain.steps] == [
        ("told", "Lakeside Wire", "two engineers told the Lakeside Wire")
    ]


def test_both_sides_are_explained() -> None:
    one = article("01", "Azmet Water knew that the bolt was cracked, Petra Quill said. Azmet Water denied the claim.")
    statements = [
        said(one, "Azmet Water knew that the bolt was cracked", "Petra Quill", stance="accuse"),
        said(one, "the claim", "Azmet Water", kind="organisation", stance="deny"),
    ]
    found = weighed([one], statements)
    explanation = explain(found.claims[0], [one], found.statements, Traced(), found.origins)
    assert [(chain.side, chain.steps[-1].name) for chain in explanation.chains] == [("support", "Petra Quill"), ("deny", "Azmet Water")]
    assert [origin.name for origin in explanation.counted] == ["Petra Quill"]


def test_who_is_not_named_is_uncertain_and_who_is_not_counted_has_a_reason() -> None:
    one = article("01", f"{GATE}, said Petra Quill.", "Harbour Courier")
    two = article("02", f"{GATE}, said Quill, the engineer.", "Lowland Observer")
    three = article("03", f"{GATE}, an official said.", "Lakeside Wire")
    statements = [said(one, GATE, "Petra Quill"), said(two, GATE, "Petra Quill"), said(three, GATE, "an official", kind="anonymous")]
    found = weighed([one, two, three], statements)
    explanation = explain(found.claims[0], [one, two, three], found.statements, Traced(), found.origins)
    assert [origin.name for origin in explanation.counted] == ["Petra Quill"]
    assert [origin.name for origin in explanation.apart] == ["Lakeside Wire"]
    assert explanation.reasons == ("its unnamed source may be one of those counted, or says less than the claim",)
    assert explanation.doubts == ("the source is not named: an official",)
