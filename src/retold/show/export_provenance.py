"""The ledger in two vocabularies of the web: W3C PROV (as PROV-JSON) and schema.org (as JSON-LD)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from retold.show.contract import Record
from retold.show.order import in_order_of_time
from retold.types import Article, Claim, Derivation, Ledger, Origin

PROV_AGENTS = {"person": "prov:Person", "outlet": "prov:Organization", "agency": "prov:Organization", "organisation": "prov:Organization"}
SCHEMA_AGENTS = {"person": "Person", "outlet": "NewsMediaOrganization", "agency": "NewsMediaOrganization", "organisation": "Organization"}


def prov_record(ledger: Ledger) -> Record:
    """PROV-JSON (W3C member submission of 2013): articles, ghosts and claims as entities, derivations and attributions between them."""
    ghosts = _ghosts(ledger)
    entities = {_q(article.id): _prov_article(article) for article in ledger.articles}
    entities |= {_q(f"told-by-{ghost.id}"): {"prov:label": f"{ghost.name} (not in the collection)"} for ghost in ghosts}
    entities |= {_q(claim.id): {"prov:type": "retold:Claim", "prov:value": claim.text} for claim in ledger.claims}
    entities |= {_q(origin.id): {"prov:label": origin.name} for origin in ledger.origins if origin.kind == "document"}
    known = {article.id for article in ledger.articles}
    agents = {_q(origin.id): _prov_agent(origin) for origin in ledger.origins if origin.kind in PROV_AGENTS}
    attributions = [(_q(article), _q(origin.id)) for origin in ledger.origins for article in origin.articles if article in known]
    attributions += [(_q(f"told-by-{ghost.id}"), _q(ghost.id)) for ghost in ghosts if _q(ghost.id) in agents]
    attributions += [(_q(claim.id), _q(origin)) for claim in ledger.claims for origin in claim.origins if _q(origin) in agents]
    ghost_ids = {ghost.id for ghost in ghosts}
    return {
        "prefix": {"retold": "urn:retold:", "prov": "http://www.w3.org/ns/prov#"},
        "entity": entities,
        "agent": agents,
        "wasDerivedFrom": {f"_:d{number}": _prov_derivation(each, ghost_ids) for number, each in enumerate(ledger.derivations)},
        "wasAttributedTo": {f"_:t{number}": {"prov:entity": what, "prov:agent": who} for number, (what, who) in enumerate(attributions)},
    }


def schema_record(ledger: Ledger) -> Record:
    """JSON-LD in the words of schema.org: a NewsArticle for each article, a Claim for each claim with where it appears and whose it is."""
    origins = {origin.id: origin for origin in ledger.origins}
    derived: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in ledger.derivations:
        derived[derivation.article].append(derivation)
    place = {article.id: number for number, article in enumerate(in_order_of_time(ledger.articles))}
    homes = {statement.id: statement.article for statement in ledger.statements}
    articles = [_schema_article(article, derived[article.id], origins) for article in ledger.articles]
    claims = []
    for claim in ledger.claims:
        appearances = {homes[each] for each in claim.support if homes.get(each) in place}
        claims.append(_schema_claim(claim, sorted(appearances, key=place.__getitem__), origins))
    return {"@context": "https://schema.org", "@graph": articles + claims}


def _q(identifier: str) -> str:
    return f"retold:{identifier}"


def _ghosts(ledger: Ledger) -> list[Origin]:
    """Origins that an article was made from."""
    sources = {derivation.source for derivation in ledger.derivations}
    return [origin for origin in ledger.origins if origin.id in sources]


def _prov_article(article: Article) -> Record:
    told = {
        "prov:type": "retold:Article",
        "prov:label": article.title,
        "retold:outlet": article.outlet,
        "retold:published": article.published,
        "retold:page": article.page,
        "prov:location": article.url,
    }
    return _without_none(told)


def _prov_agent(origin: Origin) -> Record:
    return {"prov:type": {"$": PROV_AGENTS[origin.kind], "type": "prov:QUALIFIED_NAME"}, "prov:label": origin.name}


def _prov_derivation(derivation: Derivation, ghosts: set[str]) -> Record:
    used = f"told-by-{derivation.source}" if derivation.source in ghosts else derivation.source
    told = {
        "prov:generatedEntity": _q(derivation.article),
        "prov:usedEntity": _q(used),
        "prov:type": {"$": "prov:Quotation" if derivation.how in ("verbatim", "cited") else "prov:Revision", "type": "prov:QUALIFIED_NAME"},
        "retold:how": derivation.how,
        "retold:coverage": derivation.coverage,
        "retold:confidence": derivation.confidence,
        "retold:evidence": [f"{each.kind}: {each.text}" for each in derivation.evidence] or None,
    }
    return _without_none(told)


def _schema_article(article: Article, derivations: list[Derivation], origins: dict[str, Origin]) -> Record:
    told = {
        "@type": "NewsArticle",
        "@id": f"urn:retold:{article.id}",
        "headline": article.title,
        "url": article.url,
        "datePublished": article.published,
        "dateModified": article.updated,
        "inLanguage": article.language,
        "author": [{"@type": "Person", "name": name} for name in article.byline] or None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
        "isBasedOn": [_schema_source(each, origins) for each in derivations if each.how != "cited"] or None,
        "citation": [_schema_source(each, origins) for each in derivations if each.how == "cited"] or None,
    }
    return _without_none(told)


def _schema_source(derivation: Derivation, origins: dict[str, Origin]) -> Record:
    ghost = origins.get(derivation.source)
    if ghost is None:
        return {"@id": f"urn:retold:{derivation.source}"}
    return {"@type": "CreativeWork", "publisher": {"@type": "NewsMediaOrganization", "name": ghost.name}}


def _schema_claim(claim: Claim, appearances: list[str], origins: dict[str, Origin]) -> Record:
    where = [{"@id": f"urn:retold:{article}"} for article in appearances]
    told = {
        "@type": "Claim",
        "@id": f"urn:retold:{claim.id}",
        "text": claim.text,
        "author": [_schema_agent(origins[each]) for each in claim.origins if each in origins] or None,
        "firstAppearance": where[0] if where else None,
        "appearance": where or None,
    }
    return _without_none(told)


def _schema_agent(origin: Origin) -> Record:
    return {"@type": SCHEMA_AGENTS.get(origin.kind, "CreativeWork"), "name": origin.name}


def _without_none(record: dict[str, Any]) -> Record:
    return {name: value for name, value in record.items() if value is not None}
