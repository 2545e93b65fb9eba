import json

from retold.show import ledger_json
from retold.types import Article, Ledger


def test_every_key_of_the_contract_is_there_in_its_order(ledger: Ledger) -> None:
    record = json.loads(ledger_json(ledger))
    nouns = ["articles", "dropped", "stories", "origins", "passages", "derivations", "statements", "claims", "changes"]
    assert list(record) == ["retold", *nouns]
    assert record["retold"] == "0.1.0"


def test_a_derivation_names_its_source_from(ledger: Ledger) -> None:
    spun = json.loads(ledger_json(ledger))["derivations"][0]
    assert (spun["article"], spun["from"], spun["how"], spun["coverage"]) == ("a2", "a1", "spun", 0.83)
    assert spun["evidence"][1] == {"kind": "credit", "article": "a2", "span": None, "text": "Source: harbourcourier.example"}


def test_spans_are_lists_that_give_the_words_back(ledger: Ledger) -> None:
    record = json.loads(ledger_json(ledger))
    text = {article["id"]: article["text"] for article in record["articles"]}
    for change in record["changes"]:
        start, end = change["after"]
        assert text[change["later"]][start:end] == change["after_text"]
    [[start, end]] = record["statements"][0]["content"]
    assert text["a1"][start:end] == "We may have lost the grain"


def test_a_claim_counts_its_origins(ledger: Ledger) -> None:
    assert [claim["independent_origins"] for claim in json.loads(ledger_json(ledger))["claims"]] == [2, 1]


def test_the_file_is_readable_utf_8_and_ends_in_a_new_line(ledger: Ledger) -> None:
    written = ledger_json(ledger).decode()
    assert "“We may have lost the grain,” said" in written
    assert written.startswith('{\n "retold": "0.1.0",\n "articles": [\n')
    assert written.endswith("}\n")


def test_half_a_surrogate_pair_does_not_move_the_offsets() -> None:
    [article] = json.loads(ledger_json(Ledger(articles=(Article.from_text("on\ud800e", id="a"),))))["articles"]
    assert article["text"] == "on?e"
