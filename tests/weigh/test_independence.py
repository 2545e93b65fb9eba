"""Who counts as an origin of its own, beyond the rule's plain cases: bodies and their people, and one utterance under two names."""

from __future__ import annotations

from stories import article, copied, origin_names, said, weighed

from retold.types import Traced


def test_unnamed_people_of_a_body_are_that_body() -> None:
    one = article("01", "The boy climbed a public barrier and fell into the moat, the Lakeside Zoo said.", "Harbour Courier")
    two = article("02", "The boy climbed over a public barrier before he fell into the moat, zoo officials said.", "Lowland Observer")
    statements = [
        said(one, "The boy climbed a public barrier and fell into the moat", "Lakeside Zoo", kind="organisation"),
        said(two, "The boy climbed over a public barrier before he fell into the moat", "zoo officials", kind="anonymous"),
    ]
    assert origin_names(weighed([one, two], statements)) == [["Lakeside Zoo"]]


def test_unnamed_sources_of_one_name_who_told_nobody_in_particular_are_one() -> None:
    one = article("01", "Nineteen patients were taken to two hospitals, health officials said.", "Harbour Courier")
    two = article("02", "Health officials said two hospitals had taken in nineteen patients.", "Lowland Observer")
    statements = [
        said(one, "Nineteen patients were taken to two hospitals", "health officials", kind="anonymous"),
        said(two, "two hospitals had taken in nineteen patients", "Health officials", kind="anonymous"),
    ]
    assert [len(names) for names in origin_names(weighed([one, two], statements))] == [1]


def test_whom_others_leave_unnamed_the_page_of_the_outlet_told_names() -> None:
    own = article("01", "His men had brought twelve bodies out of the second carriage, Captain Mihai Dorn said.", "Harbour Courier")
    other = article(
        "02",
        "The fire chief told the Harbour Courier that his men had recovered twelve bodies from the second carriage.",
        "Lowland Observer",
    )
    statements = [
        said(own, "His men had brought twelve bodies out of the second carriage", "Mihai Dorn"),
        said(other, "his men had recovered twelve bodies from the second carriage", "fire chief", kind="anonymous", via="Harbour Courier"),
    ]
    assert origin_names(weighed([own, other], statements)) == [["Mihai Dorn"]]


def test_one_quotation_under_two_names_is_one_utterance() -> None:
    one = article("01", "Petra Quill called the gate repair plan “a slow disaster”.", "Harbour Courier")
    two = article("02", "The gate repair plan was “a slow disaster”, a line in the speech went.", "Lowland Observer")
    statements = [
        said(one, "the gate repair plan “a slow disaster”", "Petra Quill"),
        said(two, "The gate repair plan was “a slow disaster”", "a line in the speech", kind="anonymous"),
    ]
    assert [len(names) for names in origin_names(weighed([one, two], statements))] == [1]


def test_one_topic_word_is_no_second_origin() -> None:
    one = article("01", "The ferry was late, said Ana Ruiz.", "Harbour Courier")
    two = article("02", "The ferry belongs to the town of Skelby and sails to nine islands, said Tomas Ilves.", "Lowland Observer")
    statements = [
        said(one, "The ferry was late", "Ana Ruiz"),
        said(two, "The ferry belongs to the town of Skelby and sails to nine islands", "Tomas Ilves"),
    ]
    assert all(claim.state == "one origin" for claim in weighed([one, two], statements).claims)


def test_a_summary_without_a_passage_goes_back_to_the_statement_it_sums_up() -> None:
    one = article("01", "The trust sent twenty bitcoin to the gang, executives told the Ledger.", "Pellan Wire Service", "2031-05-01")
    two = article("02", "Twenty bitcoin had been sent to the gang by the trust, it is reported.", "Radio Carrow", "2031-05-02")
    statements = [
        said(one, "The trust sent twenty bitcoin to the gang", "executives", kind="anonymous", via="Osterhaven Ledger"),
        said(two, "Twenty bitcoin had been sent to the gang by the trust", "executives", kind="anonymous"),
    ]
    traced = Traced(derivations=(copied(two, one, "summary"),))
    assert origin_names(weighed([one, two], statements, traced), traced) == [["Osterhaven Ledger"]]
