"""The two real pages that the idea was born from. They belong to their publishers and lie outside the project (RETOLD_DATA)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import retold
from retold import Claim, Ledger, Statement

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path(os.environ.get("RETOLD_DATA", ROOT.parent / "shared")) / "cases" / "seeds" / "iraq-drone" / "pages"
pytestmark = pytest.mark.skipif(not PAGES.exists(), reason=f"no {PAGES}: set RETOLD_DATA to the folder that has it")


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return retold.trace([PAGES])


def page(ledger: Ledger, name: str) -> str:
    return next(article.id for article in ledger.articles if article.page.endswith(name))


def words(ledger: Ledger, statement: Statement) -> str:
    text = next(article.text for article in ledger.articles if article.id == statement.article)
    return " ".join(text[start:end] for start, end in statement.content)


def claims_about(ledger: Ledger, *parts: str) -> list[Claim]:
    """Claims with a supporting statement that holds all the parts."""
    said = {s.id: words(ledger, s) for s in ledger.statements}
    return [c for c in ledger.claims if any(all(part in said[s] for part in parts) for s in c.support)]


def origin_names(ledger: Ledger, claim: Claim) -> set[str]:
    return {origin.name for origin in ledger.origins if origin.id in claim.origins}


def test_both_pages_tell_one_story(ledger: Ledger) -> None:
    assert [len(story.articles) for story in ledger.stories] == [2]


def test_the_short_retelling_cites_two_ghosts_and_the_copy_is_spun_from_one(ledger: Ledger) -> None:
    names = {origin.id: origin.name for origin in ledger.origins}
    edges = {(d.article, names.get(d.source, d.source), d.how) for d in ledger.derivations}
    short, copy = page(ledger, "01.txt"), page(ledger, "02.txt")
    assert edges == {(short, "NBC News", "cited"), (short, "Reuters", "cited"), (copy, "NBC News", "spun")}


def test_the_credit_line_and_the_garbles_give_the_copy_away(ledger: Ledger) -> None:
    spun = next(d for d in ledger.derivations if d.how == "spun")
    kinds = {evidence.kind for evidence in spun.evidence}
    assert {"credit", "garble"} <= kinds
    assert any("www.nbcnews.com" in evidence.text for evidence in spun.evidence)


def test_the_copier_put_its_own_name_where_the_first_teller_stood(ledger: Ledger) -> None:
    swaps = [(c.before_text, c.after_text) for c in ledger.changes if c.kind == "attribution"]
    assert any("NBC News" in before and "Granthshala News" in after for before, after in swaps)


def test_the_quote_of_the_defence_official_was_bent(ledger: Ledger) -> None:
    quotes = [(c.before_text, c.after_text) for c in ledger.changes if c.kind == "quote"]
    assert any("fair" in before and "would be" in after for before, after in quotes)


def test_iran_did_not_order_it_has_one_origin_and_the_militias_three(ledger: Ledger) -> None:
    [order] = claims_about(ledger, "likely not sanctioned")
    assert origin_names(ledger, order) == {"NBC News"}
    militias = claims_about(ledger, "carried out", "Iranian-backed")
    assert [origin_names(ledger, c) for c in militias] == [{"Frank McKenzie", "Reuters", "NBC News"}]


def test_hurt_guards_do_not_contradict_an_unhurt_minister(ledger: Ledger) -> None:
    assert not [c for c in ledger.changes if "guards" in c.before_text + c.after_text or "injur" in c.before_text + c.after_text]
    assert not [c for c in claims_about(ledger, "guards were injured") if c.deny]
