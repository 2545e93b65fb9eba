"""Who told it from whom as a graph: articles and ghosts are nodes, derivations are edges from the source to what was made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from retold.show.parts import outlet_name
from retold.types import Derivation, Ledger

Attributes = dict[str, str | float]

NODE_FIELDS = (
    ("label", "string"),
    ("kind", "string"),
    ("outlet", "string"),
    ("title", "string"),
    ("published", "string"),
    ("story", "string"),
)
EDGE_FIELDS = (("how", "string"), ("coverage", "double"), ("confidence", "double"), ("evidence", "string"))
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml_bytes(ledger: Ledger) -> bytes:
    """GraphML, as Gephi, yEd, igraph and networkx read it."""
    root = ET.Element("graphml", xmlns=GRAPHML)
    for domain, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name, kind in fields:
            ET.SubElement(root, "key", {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="tellings", edgedefault="directed")
    for node, attributes in _nodes(ledger):
        _data(ET.SubElement(graph, "node", id=node), "node", attributes)
    for number, derivation in enumerate(ledger.derivations):
        edge = ET.SubElement(graph, "edge", id=f"e{number}", source=derivation.source, target=derivation.article)
        _data(edge, "edge", _edge(derivation))
    return _written(root)


def gexf_bytes(ledger: Ledger) -> bytes:
    """GEXF 1.3, Gephi's own form."""
    root = ET.Element("gexf", xmlns=GEXF, version="1.3")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    for domain, fields in (("node", NODE_FIELDS[1:]), ("edge", EDGE_FIELDS)):
        declared = ET.SubElement(graph, "attributes", {"class": domain})
        for name, kind in fields:
            ET.SubElement(declared, "attribute", id=name, title=name, type=kind)
    nodes = ET.SubElement(graph, "nodes")
    for node, attributes in _nodes(ledger):
        _values(ET.SubElement(nodes, "node", id=node, label=_fit(str(attributes.pop("label")))), attributes)
    edges = ET.SubElement(graph, "edges")
    for number, derivation in enumerate(ledger.derivations):
        edge = ET.SubElement(edges, "edge", id=str(number), source=derivation.source, target=derivation.article, label=derivation.how)
        _values(edge, _edge(derivation))
    return _written(root)


def _nodes(ledger: Ledger) -> Iterator[tuple[str, Attributes]]:
    home = {article: story.id for story in ledger.stories for article in story.articles}
    known = {article.id for article in ledger.articles}
    for article in ledger.articles:
        yield (
            article.id,
            _told(
                {
                    "label": outlet_name(article),
                    "kind": "article",
                    "outlet": article.outlet,
                    "title": article.title,
                    "published": article.published,
                    "story": home.get(article.id),
                }
            ),
        )
    names = {origin.id: origin.name for origin in ledger.origins}
    for source in dict.fromkeys(derivation.source for derivation in ledger.derivations):
        if source not in known:
            yield source, {"label": names.get(source, "unknown"), "kind": "ghost", "outlet": names.get(source, "unknown")}


def _edge(derivation: Derivation) -> Attributes:
    return _told(
        {
            "how": derivation.how,
            "coverage": derivation.coverage,
            "confidence": derivation.confidence,
            "evidence": "\n".join(f"{each.kind}: {each.text}" for each in derivation.evidence) or None,
        }
    )


def _told(attributes: dict[str, str | float | None]) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None}


def _data(element: ET.Element, domain: str, attributes: Attributes) -> None:
    for name, value in attributes.items():
        ET.SubElement(element, "data", key=f"{domain}-{name}").text = _fit(str(value))


def _values(element: ET.Element, attributes: Attributes) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in attributes.items():
        ET.SubElement(values, "attvalue", {"for": name, "value": _fit(str(value))})


def _fit(text: str) -> str:
    """XML holds no control characters."""
    return _UNFIT.sub("\ufffd", text)


def _written(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
