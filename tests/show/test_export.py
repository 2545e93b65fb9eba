import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from retold.errors import RunError, UsageError
from retold.show.export import KINDS, export, export_bytes
from retold.types import Ledger

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_csv_in_a_folder(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "csv", tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} >= {"articles.csv", "derivations.csv", "claims.csv"}
    derivation = rows((tmp_path / "tables" / "derivations.csv").read_bytes())[0]
    assert (derivation["article"], derivation["from"], derivation["coverage"]) == ("a2", "a1", "0.83")


def test_csv_in_a_zip_is_the_same_each_time(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "csv", tmp_path / "tables.zip")
    packed = zipfile.ZipFile(tmp_path / "tables.zip")
    assert json.loads(rows(packed.read("changes.csv"))[0]["after"]) == [77, 87]
    assert export_bytes(ledger, "csv") == (tmp_path / "tables.zip").read_bytes()


def test_a_title_is_no_formula(ledger: Ledger) -> None:
    evil = replace(ledger.articles[0], title='=HYPERLINK("http://x")')
    packed = zipfile.ZipFile(io.BytesIO(export_bytes(replace(ledger, articles=(evil,)), "csv")))
    assert rows(packed.read("articles.csv"))[0]["title"] == '\'=HYPERLINK("http://x")'


def test_graphml_holds_articles_ghosts_and_edges(ledger: Ledger) -> None:
    root = ET.fromstring(export_bytes(ledger, "graphml"))
    assert [node.get("id") for node in root.iter(f"{GRAPHML}node")] == ["a1", "a2", "a3", "o3"]
    assert [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{GRAPHML}edge")] == [("a1", "a2"), ("o3", "a3")]


def test_gexf_holds_the_same(ledger: Ledger) -> None:
    root = ET.fromstring(export_bytes(ledger, "gexf"))
    labels = ["Harbour Courier", "Newsflow", "unknown outlet, 3.txt", "Radio Orsk"]
    assert [node.get("label") for node in root.iter(f"{GEXF}node")] == labels
    assert [edge.get("label") for edge in root.iter(f"{GEXF}edge")] == ["spun", "summary"]


def test_control_characters_do_not_break_the_graphs(ledger: Ledger) -> None:
    odd = replace(ledger.articles[0], title="a\x00b\x0bc\ud800<&>", outlet="\x1b[31m")
    ledger = replace(ledger, articles=(odd, *ledger.articles[1:]))
    for kind in ("graphml", "gexf"):
        ET.fromstring(export_bytes(ledger, kind))


def test_prov_names_only_what_it_declares(ledger: Ledger) -> None:
    record = json.loads(export_bytes(ledger, "prov"))
    for derivation in record["wasDerivedFrom"].values():
        assert {derivation["prov:generatedEntity"], derivation["prov:usedEntity"]} <= set(record["entity"])
    for attribution in record["wasAttributedTo"].values():
        assert attribution["prov:entity"] in record["entity"]
        assert attribution["prov:agent"] in record["agent"]


def test_schema_org_claims_say_where_they_appear_first(ledger: Ledger) -> None:
    graph = json.loads(export_bytes(ledger, "schema"))["@graph"]
    claim = next(each for each in graph if each["@type"] == "Claim")
    assert claim["firstAppearance"] == {"@id": "urn:retold:a1"}
    assert [author["name"] for author in claim["author"]] == ["Ines Tovar", "Radio Orsk"]


def test_parquet_or_a_clear_message(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(RunError, match="pip install pyarrow"):
        export_bytes(ledger, "parquet")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "parquet"])
def test_an_empty_ledger_can_be_exported(kind: str) -> None:
    assert export_bytes(Ledger(), kind)


def test_no_such_kind(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="graphml"):
        export_bytes(ledger, "powerpoint")


def test_a_place_that_cannot_be_written(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot write"):
        export(ledger, "json", tmp_path / "no" / "folder.json")
