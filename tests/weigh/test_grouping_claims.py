"""Which statements become one claim: denials found by their place, figures that differ, dismissals, stand-ins."""

from __future__ import annotations

from stories import article, said, weighed

from retold.types import Statement


def test_a_spokesman_who_calls_the_accusations_a_fairy_tale_seconds_the_denial_before_him() -> None:
    one = article(
        "01",
        "A ship of the navy cut the cable, Helle Marsh said. The foreign ministry denied that a ship of the navy cut the cable. "
        "Its spokesman, Pavel Orlin, called the accusations a fairy tale.",
    )
    statements = [
        said(one, "A ship of the navy cut the cable", "Helle Marsh", stance="accuse"),
        said(one, "that a ship of the navy cut the cable", "the foreign ministry", kind="organisation", stance="deny"),
        said(one, "the accusations a fairy tale", "Pavel Orlin"),
    ]
    claim = weighed([one], statements).claims[0]
    assert claim.support == (statements[0].id,)
    assert set(claim.deny) == {statements[1].id, statements[2].id}


def test_a_denial_of_it_answers_what_was_said_last() -> None:
    one = article("01", "The captain ordered the anchor down, two of the crew said. Yuri Wells, the captain, denies it.")
    place = one.text.rindex("it")
    denial = Statement("t9", one.id, ((place, place + 2),), speaker="Yuri Wells", source_kind="named", stance="deny")
    charge = said(one, "The captain ordered the anchor down", "two of the crew", kind="anonymous")
    claim = weighed([one], [charge, denial]).claims[0]
    assert (claim.support, claim.deny) == ((charge.id,), (denial.id,))


def test_who_rejects_a_plan_denies_nothing() -> None:
    one = article("01", "The plan would close two ferry routes, the ministry said. Ana Ruiz rejected the plan.")
    statements = [
        said(one, "The plan would close two ferry routes", "the ministry", kind="organisation"),
        said(one, "the plan", "Ana Ruiz", stance="deny"),
    ]
    assert all(claim.state != "disputed" for claim in weighed([one], statements).claims)


def test_part_of_a_quotation_is_no_denial_of_the_other_part() -> None:
    one = article("01", "“If the bolt shears you have no gate left,” Petra Quill said.", "Harbour Courier")
    two = article("02", "“If the bolt shears,” said Quill, “you have no gate left.”", "Lowland Observer")
    statements = [
        said(one, "If the bolt shears you have no gate left", "Petra Quill"),
        said(two, "If the bolt shears", "Quill"),
        said(two, "you have no gate left", "Quill"),
    ]
    assert all(claim.state != "disputed" for claim in weighed([one, two], statements).claims)


def test_there_is_no_question_that_denies_nothing() -> None:
    one = article(
        "01",
        "The town must rebuild the northern dam, said Ana Ruiz. There is no question that the northern dam must be rebuilt by the town, said Tomas Ilves.",
    )
    statements = [
        said(one, "The town must rebuild the northern dam", "Ana Ruiz"),
        said(one, "There is no question that the northern dam must be rebuilt by the town", "Tomas Ilves"),
    ]
    assert [claim.state for claim in weighed([one], statements).claims] == ["several independent origins"]


def test_small_figures_alone_make_no_claim() -> None:
    one = article("01", "The guards brought down two, said Petra Quill. It was too early to link the two, said Ana Ruiz.")
    statements = [said(one, "The guards brought down two", "Petra Quill"), said(one, "It was too early to link the two", "Ana Ruiz")]
    assert len(weighed([one], statements).claims) == 2
