"""Relays in other languages than English."""

from __future__ import annotations

import pytest

from retold.text.relays import relays


@pytest.mark.parametrize(
    ("text", "outlet", "kind"),
    [
        ("según publica este lunes el diario Clarín.", "Clarín", "according"),
        ("dijo el ministro a la agencia EFE.", "EFE", "told"),
        ("dijo una fuente de la compañía a El País", "El País", "told"),
        ("Il a déclaré à l'AFP que le pont était fermé.", "Agence France-Presse", "told"),
        ("rapporte le journal Le Monde", "Le Monde", "reported"),
        ("selon Le Figaro", "Le Figaro", "according"),
        ("wie der Spiegel berichtet", "Der Spiegel", "according"),
        ("sagte er der Bild", "Bild", "told"),
        ("berichtet die Nachrichtenagentur dpa", "Deutsche Presse-Agentur", "reported"),
        ("ha detto al Corriere della Sera", "Corriere della Sera", "told"),
        ("segundo a Reuters", "Reuters", "according"),
        ("Der Spiegel berichtete am Montag", "Der Spiegel", "reported"),
    ],
)
def test_phrases(text: str, outlet: str, kind: str) -> None:
    assert (outlet, kind) in [(r.outlet, r.kind) for r in relays(text)]


@pytest.mark.parametrize(
    "text", ["Er liest die Bild am Sonntag.", "El diario Clarín cumple años.", "Elle lit Le Monde.", "He said a word to nobody."]
)
def test_a_name_alone_relays_nothing(text: str) -> None:
    assert relays(text) == []


@pytest.mark.parametrize("piece", ["dijo a ", "según el diario ", "sagte der ", "déclaré à l'", "wie die "])
def test_endless_repetition_is_read_too(piece: str) -> None:
    relays(piece * 3000 + "EFE")
