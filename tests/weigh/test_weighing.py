"""Claims and their independent origins: the rule, case by case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from stories import article, copied, ghost, origin_names, said, weighed, whole

from retold.types import Derivation, Evidence, Traced

GATE = "The dam's second gate failed because a bolt had sheared"


def test_one_wire_story_in_forty_outlets_is_one_origin() -> None:
    wire = article("00", f"{GATE}, two engineers told the Lakeside Wire.", "Lakeside Wire", "2031-05-01")
    copies = [article(f"{n:02}", f"{GATE}, two engineers told the Lakeside Wire.", f"Town Paper {n}", "2031-05-02") for n in range(1, 41)]
    statements = [said(one, GATE, "two engineers", kind="anonymous", via="Lakeside Wire") for one in (wire, *copies)]
    traced = Traced(tuple(whole(wire, one) for one in copies), tuple(copied(one, wire, "verbatim") for one in copies))
    found = weighed([wire, *copies], statements, traced)
    assert origin_names(found, traced) == [["Lakeside Wire"]]
    assert len(found.claims[0].support) == 41
    assert found.claims[0].state == "one origin"


def test_a_named_speaker_counts_once_however_many_outlets_carry_the_words() -> None:
    one = article("01", f"{GATE}, said Petra Quill, the chief engineer.", "Harbour Courier")
    two = article("02", "Quill said the second gate of the dam failed because a bolt had sheared.", "Lowland Observer")
    statements = [
        said(one, GATE, "Petra Quill"),
        said(two, "the second gate of the dam failed because a bolt had sheared", "Quill"),
    ]
    assert origin_names(weighed([one, two], statements)) == [["Petra Quill"]]


def test_two_outlets_with_unnamed_sources_of_their_own_are_two_origins() -> None:
    one = article("01", "A sheared bolt made the dam's second gate fail, an engineer told the Courier.", "Harbour Courier")
    two = article("02", "The second gate failed when a bolt sheared through, officials told the Observer.", "Lowland Observer")
    statements = [
        said(one, "A sheared bolt made the dam's second gate fail", "an engineer", kind="anonymous"),
        said(two, "The second gate failed when a bolt sheared through", "officials", kind="anonymous"),
    ]
    found = weighed([one, two], statements)
    assert origin_names(found) == [["Harbour Courier", "Lowland Observer"]]
    assert found.claims[0].state == "several independent origins"


def test_a_spun_copy_that_puts_its_own_name_in_is_seen_through() -> None:
    nbc = ghost("Northern Ledger")
    spun = article("01", f"{GATE}, two engineers told BuzzWorld24.", "BuzzWorld24")
    statements = [said(spun, GATE, "two engineers", kind="anonymous", via="BuzzWorld24")]
    traced = Traced(derivations=(copied(spun, nbc, "spun"),), origins=(nbc,))
    assert origin_names(weighed([spun], statements, traced), traced) == [["Northern Ledger"]]


def test_a_speaker_swapped_by_a_copier_leaves_the_true_origin() -> None:
    first = article("01", f"{GATE}, said Petra Quill.", "Harbour Courier", "2031-05-01")
    later = article("02", f"{GATE}, said Petra Feather.", "BuzzWorld24", "2031-05-02")
    statements = [said(first, GATE, "Petra Quill"), said(later, GATE, "Petra Feather")]
    traced = Traced((whole(first, later),), (copied(later, first, "spun"),))
    assert origin_names(weighed([first, later], statements, traced)) == [["Petra Quill"]]


def test_an_organisation_and_its_spokeswoman_are_one_origin() -> None:
    one = article("01", "The gate was safe until Monday, Azmet Water said.", "Harbour Courier")
    two = article("02", "The gate had been safe until Monday, said Ana Ruiz, a spokeswoman for Azmet Water.", "Lowland Observer")
    statements = [
        said(one, "The gate was safe until Monday", "Azmet Water", kind="organisation"),
        said(two, "The gate had been safe until Monday", "Ana Ruiz"),
    ]
    assert [len(names) for names in origin_names(weighed([one, two], statements))] == [1]


def test_outlets_that_cite_each_other_in_a_circle_add_none() -> None:
    one = article("01", f"{GATE}, officials said.", "Harbour Courier", "2031-05-01")
    two = article("02", f"{GATE}, officials said.", "Lowland Observer", "2031-05-01")
    statements = [said(one, GATE, "officials", kind="anonymous"), said(two, GATE, "officials", kind="anonymous")]
    traced = Traced((whole(one, two), whole(two, one)), (copied(two, one), copied(one, two)))
    assert [len(names) for names in origin_names(weighed([one, two], statements, traced))] == [1]


def test_an_outlet_cited_in_the_paragraph_is_the_one_that_was_told() -> None:
    text = "The bolt had been loose for weeks, an official said, according to Reuters."
    one = article("01", text, "Harbour Courier")
    found = weighed([one], [said(one, "The bolt had been loose for weeks", "an official", kind="anonymous")])
    assert origin_names(found) == [["Reuters"]]


def test_a_post_names_its_holder() -> None:
    one = article("01", "The bolt was new, the regional water chief said.", "Harbour Courier")
    two = article("02", "The bolt was new, said Tomas Ilves, the regional water chief.", "Lowland Observer")
    statements = [said(one, "The bolt was new", "the regional water chief", kind="anonymous"), said(two, "The bolt was new", "Tomas Ilves")]
    assert origin_names(weighed([one, two], statements)) == [["Tomas Ilves"]]


def test_who_denies_stands_on_the_other_side() -> None:
    one = article(
        "01",
        "Inspectors warned the company about the gate in March, a letter shows. The company was never warned about the gate, said Orhan Deliq.",
    )
    statements = [
        said(one, "Inspectors warned the company about the gate in March", "inspectors", kind="anonymous", via="Harbour Courier"),
        said(one, "The company was never warned about the gate", "Orhan Deliq", stance="deny"),
    ]
    claim = weighed([one], statements).claims[0]
    assert claim.support == (statements[0].id,)
    assert claim.deny == (statements[1].id,)
    assert claim.state == "disputed"


def test_a_bare_denial_joins_what_was_said_before_it() -> None:
    one = article("01", "Azmet Water knew that the bolt was cracked, Petra Quill said. Azmet Water denied the claim.")
    statements = [
        said(one, "Azmet Water knew that the bolt was cracked", "Petra Quill", stance="accuse"),
        said(one, "the claim", "Azmet Water", kind="organisation", stance="deny"),
    ]
    claim = weighed([one], statements).claims[0]
    assert claim.support == (statements[0].id,)
    assert claim.deny == (statements[1].id,)
    assert claim.text == "Azmet Water knew that the bolt was cracked."


def test_who_takes_his_word_back_withdraws_the_claim() -> None:
    one = article("01", "Most of the night shift had gone to the canteen, the governor said.", "Harbour Courier", "2031-05-01")
    two = article(
        "02", "The governor withdrew his statement that most of the night shift had gone to the canteen.", "Harbour Courier", "2031-05-03"
    )
    statements = [
        said(one, "Most of the night shift had gone to the canteen", "Tomas Ilves"),
        said(two, "most of the night shift had gone to the canteen", "Tomas Ilves", stance="deny"),
    ]
    assert weighed([one, two], statements).claims[0].state == "withdrawn"


def test_what_an_outlet_corrects_is_withdrawn_in_its_copies_too() -> None:
    copy = article(
        "01", "Six guards of the governor were wounded in the market, officials told the Courier.", "Lowland Observer", "2031-05-01"
    )
    now = article(
        "02",
        "The market was quiet on Friday. Correction: An earlier version of this article incorrectly said that six guards of the governor "
        "were wounded in the market. Four were.",
        "Harbour Courier",
        "2031-05-02",
    )
    held = said(copy, "Six guards of the governor were wounded in the market", "officials", kind="anonymous", via="Harbour Courier")
    traced = Traced(derivations=(copied(copy, now),))
    assert [claim.state for claim in weighed([copy, now], [held], traced).claims] == ["withdrawn"]


def test_a_correction_of_something_else_withdraws_nothing() -> None:
    one = article(
        "01",
        "Six guards were wounded in the market, officials said. Correction: An earlier version of this article misspelled the name of the governor.",
        "Harbour Courier",
    )
    held = said(one, "Six guards were wounded in the market", "officials", kind="anonymous")
    assert [claim.state for claim in weighed([one], [held]).claims] == ["one origin"]


def test_a_sentence_that_says_two_things_belongs_to_two_claims() -> None:
    one = article(
        "01", "Iltar did not order the attack on the depot, although armed militias of the north carried it out, a diplomat said."
    )
    two = article("02", "Iltar never ordered the attack on the depot, its envoy Mina Vash said.")
    three = article("03", "Armed militias of the north carried it out, said Frank Tor.")
    statements = [
        said(
            one,
            "Iltar did not order the attack on the depot, although armed militias of the north carried it out",
            "a diplomat",
            kind="anonymous",
        ),
        said(two, "Iltar never ordered the attack on the depot", "Mina Vash"),
        said(three, "Armed militias of the north carried it out", "Frank Tor"),
    ]
    both = [claim for claim in weighed([one, two, three], statements).claims if statements[0].id in claim.support]
    assert sorted(sorted(set(claim.support) - {statements[0].id}) for claim in both) == sorted([[statements[1].id], [statements[2].id]])


def test_every_statement_keeps_its_place_and_gets_an_origin() -> None:
    one = article("01", f"{GATE}, said Petra Quill.", "Harbour Courier")
    statements = [said(one, GATE, "Petra Quill")]
    found = weighed([one], statements)
    assert [s.id for s in found.statements] == [s.id for s in statements]
    assert found.statements[0].origin == found.origins[0].id


def test_nothing_to_weigh() -> None:
    assert weighed([article("01", "Quiet day.")], []).claims == ()
    assert weighed([], []).statements == ()


def test_the_order_of_articles_and_statements_does_not_matter() -> None:
    one = article("01", f"{GATE}, said Petra Quill.", "Harbour Courier", "2031-05-01")
    two = article("02", "A bolt sheared and the second gate failed, officials told the Observer.", "Lowland Observer", "2031-05-02")
    statements = [said(one, GATE, "Petra Quill"), said(two, "A bolt sheared and the second gate failed", "officials", kind="anonymous")]
    forward, backward = weighed([one, two], statements), weighed([two, one], statements[::-1])
    assert forward.claims == backward.claims
    assert forward.origins == backward.origins


def test_a_credit_line_explains_a_copy() -> None:
    wire = ghost("Lakeside Wire")
    copy = article("01", f"{GATE}, officials said.", "Harbour Courier")
    edge = Derivation(copy.id, wire.id, "verbatim", 0.9, 0.9, (Evidence("credit", copy.id, None, "Source: Lakeside Wire"),))
    traced = Traced(derivations=(edge,), origins=(wire,))
    found = weighed([copy], [said(copy, GATE, "officials", kind="anonymous")], traced)
    assert origin_names(found, traced) == [["Lakeside Wire"]]


@given(st.lists(st.text(alphabet='abc .,;!?"“”\n', min_size=1, max_size=80), max_size=6))
def test_any_text_is_weighed(texts: list[str]) -> None:
    articles = [article(f"{n:02}", text) for n, text in enumerate(texts)]
    statements = [said(one, one.text, "Ana Ruiz") for one in articles]
    found = weighed(articles, statements)
    assert {s for claim in found.claims for s in (*claim.support, *claim.deny)} <= {s.id for s in statements}
