"""Whatever stands in a ledger, even spans that lie outside the text and ids that lead nowhere, everything can be shown."""

import io
import json
import re
from typing import get_args

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.console import Console

from retold.show import (
    comparison_context,
    ledger_json,
    render_comparison,
    render_report,
    render_story,
    render_summary,
    story_context,
    summary_context,
)
from retold.show.export import KINDS, export_bytes
from retold.types import (
    Article,
    Change,
    ChangeKind,
    Claim,
    Derivation,
    Evidence,
    EvidenceKind,
    How,
    Ledger,
    Origin,
    OriginKind,
    Passage,
    Stance,
    Statement,
    Story,
)

WORDS = st.text(alphabet="ab <>&\"'“”\n[]{}.\x00\x1b\ud800é字", max_size=40)
ARTICLE_IDS = st.sampled_from(["a1", "a2", "a3", "gone"])
ORIGIN_IDS = st.sampled_from(["o1", "o2", "nowhere"])
STATEMENT_IDS = st.sampled_from(["t1", "t2", "t3", "lost"])
PLACES = st.integers(-3, 45)
SPANS = st.tuples(PLACES, PLACES)
SCORES = st.floats(0, 1)
DATES = st.one_of(st.none(), st.sampled_from(["2024-03-11", "2024-03-11T09:30:00Z", "2024", "soon", "9999-99-99"]))


def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=4).map(tuple)


def article(identifier: str) -> st.SearchStrategy[Article]:
    maybe = st.one_of(st.none(), WORDS)
    return st.builds(
        Article, id=st.just(identifier), page=WORDS, text=WORDS, title=maybe, outlet=maybe, byline=some(WORDS), published=DATES, url=maybe
    )


def statement(identifier: str) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        id=st.just(identifier),
        article=ARTICLE_IDS,
        content=some(SPANS),
        cue=some(SPANS),
        source=some(SPANS),
        speaker=st.one_of(st.none(), WORDS),
        stance=st.sampled_from(get_args(Stance)),
        hedged=st.booleans(),
        origin=st.one_of(st.none(), ORIGIN_IDS),
    )


EVIDENCE = st.builds(Evidence, st.sampled_from(get_args(EvidenceKind)), ARTICLE_IDS, st.one_of(st.none(), SPANS), WORDS)
LEDGERS = st.builds(
    Ledger,
    articles=st.tuples(article("a1"), article("a2"), article("a3")),
    stories=st.builds(lambda title: (Story("s1", title, ("a1", "a2", "a3", "gone")),), WORDS),
    origins=st.tuples(
        *(st.builds(Origin, st.just(name), WORDS, st.sampled_from(get_args(OriginKind)), some(ARTICLE_IDS)) for name in ("o1", "o2"))
    ),
    passages=some(st.builds(Passage, PLACES, PLACES, PLACES, PLACES, SCORES, ARTICLE_IDS, ARTICLE_IDS)),
    derivations=some(
        st.builds(
            Derivation,
            ARTICLE_IDS,
            st.one_of(ARTICLE_IDS, ORIGIN_IDS),
            st.sampled_from(get_args(How)),
            st.one_of(st.none(), SCORES),
            SCORES,
            some(EVIDENCE),
        )
    ),
    statements=st.tuples(statement("t1"), statement("t2"), statement("t3")),
    claims=some(st.builds(Claim, WORDS, st.just("s1"), WORDS, some(STATEMENT_IDS), some(STATEMENT_IDS), some(ORIGIN_IDS))),
    changes=some(
        st.builds(
            Change,
            WORDS,
            ARTICLE_IDS,
            ARTICLE_IDS,
            st.sampled_from(get_args(ChangeKind)),
            st.one_of(st.none(), SPANS),
            SPANS,
            WORDS,
            WORDS,
        )
    ),
)
SLOW = settings(
    max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=[HealthCheck.too_slow]
)


@SLOW
@given(LEDGERS)
def test_the_terminal_shows_it(ledger: Ledger) -> None:
    for console in (Console(file=io.StringIO(), width=60), Console(file=io.StringIO(), width=100, force_terminal=True)):
        render_summary(summary_context(ledger), console)
        render_story(story_context(ledger, "s1"), console)
        render_comparison(comparison_context(ledger, "a1", "a2"), console)
        assert isinstance(console.file, io.StringIO)
        assert console.file.getvalue().encode()


@SLOW
@given(LEDGERS)
def test_the_report_shows_it_and_no_link_leads_nowhere(ledger: Ledger) -> None:
    html = render_report(story_context(ledger, "s1"))
    assert html.encode()
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(ids)


@SLOW
@given(LEDGERS)
def test_programs_can_read_it(ledger: Ledger) -> None:
    assert json.loads(ledger_json(ledger))["retold"]
    for kind in KINDS:
        if kind != "parquet":
            assert export_bytes(ledger, kind)
