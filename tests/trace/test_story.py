"""Who took what from whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
import tellings

from retold.trace import candidate_pairs, public_quotes, trace_across, trace_story
from retold.types import Article, Derivation, Furniture, Traced

FIRST = Article(
    "first",
    "1.txt",
    tellings.FIRST,
    "Ferry aground off Port Ellery",
    "Ellery Courier",
    ("Ida Voss",),
    published="2024-03-06T07:10:00+00:00",
)


def telling(id_: str, text: str, **facts: object) -> Article:
    base = Article(id_, f"{id_}.txt", text, outlet=f"The {id_.title()} Gazette", published="2024-03-06T15:00:00+00:00")
    return replace(base, **facts)  # type: ignore[arg-type]


def edges(traced: Traced) -> list[tuple[str, str, str]]:
    names = {o.id: o.name for o in traced.origins}
    return [(d.article, names.get(d.source, d.source), d.how) for d in traced.derivations]


def only(traced: Traced) -> Derivation:
    (derivation,) = traced.derivations
    return derivation


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (tellings.FIRST, "verbatim"),
        (tellings.LIGHT_EDIT, "light-edit"),
        (tellings.SPUN, "spun"),
        (tellings.TRANSLATED, "translated"),
        (tellings.REWORDED, "reworded"),
    ],
)
def test_the_manner_is_told_from_the_words(text: str, how: str) -> None:
    traced = trace_story([telling("copy", text), FIRST])
    assert edges(traced) == [("copy", "first", how)]
    derivation = only(traced)
    assert derivation.profile is not None
    assert derivation.confidence > 0.6
    assert all(tellings_text(e.article, text)[slice(*e.span)] == e.text for e in derivation.evidence if e.span)


def tellings_text(id_: str, copy: str) -> str:
    return tellings.FIRST if id_ == "first" else copy


def test_independent_reports_of_one_event_derive_from_nobody() -> None:
    assert trace_story([FIRST, telling("other", tellings.SAME_EVENT)]).derivations == ()


def test_quotes_from_one_press_conference_are_no_derivation() -> None:
    quotes = (
        '"The fog came down like a curtain and the bank is not where the chart says it is, which I have told them for two years," the pilot said. '
        '"I would not have sailed that night for any money, and neither would my father have done," he said.'
    )
    one = telling("one", tellings.SAME_EVENT + "\n\n" + quotes)
    two = telling("two", tellings.OTHER_EVENT + "\n\n" + quotes)
    traced = trace_story([one, two])
    assert traced.derivations == ()
    assert public_quotes(traced, {"one": one, "two": two}) == traced.passages != ()  # the shared words are shown, as what they are


def test_a_copys_quotes_are_copied() -> None:
    copy = telling("copy", tellings.LIGHT_EDIT)
    assert public_quotes(trace_story([FIRST, copy]), {"first": FIRST, "copy": copy}) == ()


LYRICS = "\n".join(
    [
        "The tide came in and the tide went out",
        "and nobody called my name",
        "I sat on the wall with my shoes full of salt",
        "till the lamps of the harbour came",
    ]
    * 2
)
STANDINGS = "\n".join(
    f"{n} {name} 2:{n:02}:{n * 7 % 60:02} +{n}:{n * 3 % 60:02}" for n, name in enumerate(["Brandt", "Oster", "Marn", "Varga", "Tull"], 1)
)
NAMES = "Ola Brandt, Tarnby\nIlse Marn, Port Ellery\nEdo Varga, Vellin\nBram Oster, Tarnby\nHanne Dorrick, Orsk"
ALERT = "LIVE\n09:40 Fog over the bank\n09:58 Lifeboats are out\n10:15 All off the ship\n10:40 Ship refloated"


@pytest.mark.parametrize("block", [LYRICS, STANDINGS, NAMES, ALERT], ids=["lyrics", "standings", "names", "ticker"])
def test_what_anybody_may_print_is_no_derivation(block: str) -> None:
    one, two = telling("one", f"{tellings.SAME_EVENT}\n\n{block}"), telling("two", f"{tellings.OTHER_EVENT}\n\n{block}")
    assert trace_story([one, two]).derivations == ()


def test_a_thousand_identical_copies_hang_under_the_first() -> None:
    copies = [telling(f"c{n:04}", tellings.FIRST, outlet=f"Paper {n}", published="2024-03-07T08:00:00+00:00") for n in range(1000)]
    articles = [FIRST, *copies]
    pairs = candidate_pairs(articles)
    assert len(pairs) == 1000
    assert {d.source for d in trace_story(articles, pairs).derivations} == {"first"}


def test_a_copy_of_a_copy_hangs_under_the_copy() -> None:
    changed = tellings.LIGHT_EDIT.replace("212 people", "221 people").replace("retired teacher", "former bus driver")
    middle = telling("middle", changed)
    last = telling("last", changed.replace("PORT ELLERY - ", ""), published="2024-03-07T09:00:00+00:00")
    assert ("last", "middle", "verbatim") in edges(trace_story([FIRST, middle, last]))
    assert ("last", "first", "light-edit") not in edges(trace_story([FIRST, middle, last]))


def test_a_merge_has_two_parents() -> None:
    second = telling("second", tellings.SAME_EVENT, published="2024-03-06T09:00:00+00:00")
    merged = telling("merged", tellings.LIGHT_EDIT + "\n\n" + tellings.SAME_EVENT, published="2024-03-07T09:00:00+00:00")
    assert {e[1] for e in edges(trace_story([FIRST, second, merged])) if e[0] == "merged"} == {"first", "second"}


@pytest.mark.parametrize("published", [None, "2024-03-06", "yesterday"])
def test_without_dates_the_credit_tells_the_direction(published: str | None) -> None:
    first = replace(FIRST, published=published)
    copy = telling("copy", tellings.SPUN, published=published, credits=("Source: www.ellerycourier.example",))
    assert edges(trace_story([copy, first])) == [("copy", "first", "spun")]


def test_where_nothing_tells_the_direction_confidence_is_low() -> None:
    one, two = (replace(telling(name, tellings.FIRST), published=None) for name in ("one", "two"))
    assert next(d for d in trace_story([one, two]).derivations if d.source == "one").confidence == 0.5


@pytest.mark.parametrize(
    ("facts", "ghost", "how"),
    [
        ({"credits": ("The Associated Press",)}, "Associated Press", "verbatim"),
        ({"credits": ("Copyright 2024 Reuters. All rights reserved.",)}, "Reuters", "verbatim"),
        ({"byline": ("Associated Press",)}, "Associated Press", "verbatim"),
        ({"credits": ("AP contributed to this report.",)}, "Associated Press", "light-edit"),
        ({"credits": ("Associated Press",), "byline": ("Ada Bell",)}, "Associated Press", "light-edit"),
        ({"credits": ("Credit: www.nbcnews.com /",)}, "NBC News", "spun"),
        ({"credits": ("With information from Le Monde",)}, "Le Monde", "reworded"),
        ({"text": "OSLO (Reuters) - " + tellings.SAME_EVENT}, "Reuters", "verbatim"),
        ({"text": tellings.SAME_EVENT + " Marn told the Tarn Bay Herald so."}, "Tarn Bay Herald", "cited"),
    ],
)
def test_ghosts(facts: dict[str, object], ghost: str, how: str) -> None:
    traced = trace_story([telling("copy", tellings.SAME_EVENT) if "text" not in facts else telling("copy", str(facts["text"])), FIRST])
    given = {k: v for k, v in facts.items() if k != "text"}
    if given:
        traced = trace_story([telling("copy", tellings.SAME_EVENT, **given), FIRST])
    assert edges(traced) == [("copy", ghost, how)]
    assert next(o for o in traced.origins if o.name == ghost).articles == ()


@pytest.mark.parametrize(
    ("lines", "ghosts"),
    [
        (["Iranian state TV reported on Tuesday that it sank.", "State television said the captain fled."], {"Iranian state TV"}),
        (["Local media reported that the captain fled."], {"local media"}),
        (["The Paper published a picture, the broadcaster RTVE said, and EFE reported."], {"The Paper", "RTVE", "EFE"}),
    ],
)
def test_tellers_by_class_and_by_table_are_ghosts(lines: list[str], ghosts: set[str]) -> None:
    article = telling("one", "\n\n".join([tellings.SAME_EVENT, *lines]))
    assert {e[1] for e in edges(trace_story([article]))} == ghosts


def test_picture_credits_and_what_state_media_are_told_are_no_ghosts() -> None:
    article = telling("one", tellings.SAME_EVENT + " A minister told state television so.", credits=("Photo: Reuters",))
    assert trace_story([article]).derivations == ()


def test_the_outlets_page_takes_the_ghosts_place() -> None:
    citing = telling(
        "citing", tellings.SAME_EVENT + "\n\nThe harbour master, Hanne Dorrick, told the Ellery Courier the ship was outside the channel."
    )
    traced = trace_story([FIRST, citing])
    assert edges(traced) == [("citing", "first", "cited")]
    assert next(o for o in traced.origins if o.name == "Ellery Courier").articles == ("first",)


def test_an_opinion_piece_is_not_the_outlets_report() -> None:
    citing = telling(
        "citing", tellings.SAME_EVENT + "\n\nIn an op-ed in the Ellery Courier the harbour master, Hanne Dorrick, wrote of the channel."
    )
    assert edges(trace_story([FIRST, citing])) == [("citing", "Ellery Courier", "cited")]


def test_a_page_in_another_language_is_cited_by_its_names() -> None:
    text = "Die Fähre Saint Orla lief am Dienstag vor Port Ellery auf, sagte Hanne Dorrick dem Ellery Courier. An Bord waren 212 Menschen."
    citing = telling("citing", text, language="de")
    traced = trace_story([replace(FIRST, language="en"), citing])
    assert edges(traced) == [("citing", "first", "cited")]


def test_whose_the_post_is_depends_on_who_writes() -> None:
    text = tellings.SAME_EVENT + "\n\nMarn told The Times so. Varga told The Post that it was true."
    one = telling("one", text, outlet="The Times")
    two = telling("two", text, outlet="The Washington Post")
    assert {e[1] for e in edges(trace_story([one]))} == {"The Washington Post"}
    assert "The Times" not in {e[1] for e in edges(trace_story([one, two])) if e[0] == "one"}


def test_a_citation_that_came_with_the_text_is_the_parents() -> None:
    citing = replace(FIRST, text=tellings.FIRST.replace("a retired teacher", "A teacher") + "\n\nThe owner told Reuters that it was sorry.")
    copy = telling("copy", citing.text.replace("a great", "a good") + " Nobody else did.")
    assert edges(trace_story([citing, copy])) == [("copy", "first", "verbatim"), ("first", "Reuters", "cited")]


def test_tellings_of_one_ghost_are_siblings_with_the_passages_they_share() -> None:
    one = telling("one", tellings.FIRST, credits=("The Associated Press",))
    two = telling("two", tellings.LIGHT_EDIT, credits=("Associated Press",))
    traced = trace_story([one, two])
    assert not {e[1] for e in edges(traced)} & {"one", "two"}
    assert [(p.earlier, p.later) for p in traced.passages] == [("one", "two")]


def test_an_outlets_follow_up_that_says_so() -> None:
    text = tellings.SAME_EVENT + "\n\nThe Ellery Courier reported on Wednesday that the ship was outside the channel."
    later = telling("later", text, outlet="Ellery Courier", published="2024-03-08")
    assert edges(trace_story([FIRST, later])) == [("later", "first", "reworded")]


def test_a_text_without_a_credit_is_the_agencys_as_its_twin_is() -> None:
    one = telling("one", tellings.SAME_EVENT, credits=("The Associated Press",))
    two = telling("two", tellings.SAME_EVENT, published="2024-03-07")
    assert edges(trace_story([one, two])) == [("one", "Associated Press", "verbatim"), ("two", "Associated Press", "verbatim")]


WIRED = telling(
    "wired",
    tellings.FIRST.replace(", told the Ellery Courier", ", said"),
    credits=("PORT ELLERY (LPA) —",),
    furniture=(Furniture("legal", "Copyright 2024 Lowland Press Agency. All rights reserved."),),
    published="2024-03-06T07:10:00+00:00",
)


def test_a_dateline_of_initials_and_a_copyright_line_name_the_agency() -> None:
    assert edges(trace_story([WIRED])) == [("wired", "Lowland Press Agency", "verbatim")]


def test_the_agencys_own_page_has_its_text_from_nobody() -> None:
    assert edges(trace_story([replace(WIRED, outlet="Lowland Press Agency")])) == []


def test_the_only_page_with_an_agencys_text_stands_for_it() -> None:
    text = tellings.REWORDED.replace("the Ellery Courier reported", "officials said").replace("told the paper", "told Lowland Press Agency")
    made = edges(trace_story([WIRED, telling("retold", text, published="2024-03-07")]))
    assert [(article, source) for article, source, _ in made] == [("retold", "wired"), ("wired", "Lowland Press Agency")]


def test_an_outlets_follow_up_by_the_same_hand() -> None:
    later = telling("later", tellings.SAME_EVENT, outlet="Ellery Courier", byline=("Ida Voss",), published="2024-03-08")
    assert edges(trace_story([FIRST, later])) == [("later", "first", "reworded")]


def test_citing_in_a_circle_is_marked() -> None:
    one = telling("one", "The mayor of Orsk will resign over the bridge, The Two Gazette reported.", published=None)
    two = telling("two", "Over the bridge of Orsk the mayor may soon resign, according to The One Gazette.", published=None)
    traced = trace_story([one, two])
    assert {(d.article, d.source) for d in traced.derivations} == {("one", "two"), ("two", "one")}
    assert all({e.article for e in d.evidence} == {"one", "two"} and d.confidence < 0.6 for d in traced.derivations)


def test_an_unnamed_paper_is_named_by_another_article() -> None:
    one = telling("one", tellings.SAME_EVENT + "\n\nVarga told the Tarn Bay Herald that the bank had moved.")
    two = telling("two", tellings.OTHER_EVENT + "\n\nThe surveyor Edo Varga told a regional paper that nobody had listened.")
    three = telling("three", tellings.SAME_EVENT)
    assert ("two", "Tarn Bay Herald", "cited") in edges(trace_story([one, two, three]))


@pytest.mark.parametrize("articles", [[], [telling("empty", "")], [telling("a", ""), telling("b", "")], [telling("dots", "… ! ?")]])
def test_stories_with_nothing_in_them(articles: list[Article]) -> None:
    assert trace_story(articles).derivations == ()


def test_lists_of_results_are_no_derivation() -> None:
    results = "\n".join(
        f"{name} {n} - {other} {n + 1}" for n, (name, other) in enumerate([("Tarn", "Vellin"), ("Orsk", "Ellery"), ("Marn", "Oster")])
    )
    one, two = telling("one", tellings.SAME_EVENT + "\n\n" + results), telling("two", tellings.OTHER_EVENT + "\n\n" + results)
    assert trace_story([one, two]).derivations == ()


def test_an_outlets_boilerplate_is_no_follow_up() -> None:
    notice = (
        "The Ellery Courier has served the coast since 1911 and is owned by its readers. Letters reach the newsroom at the old customs house. "
        "Members of the reading circle meet on the first Monday of the month above the chandler's shop."
    )
    texts = [tellings.SAME_EVENT, tellings.OTHER_EVENT, tellings.FIRST]
    pages = [
        telling(f"p{n}", f"{text}\n\n{notice}", outlet="Ellery Courier", published=f"2024-03-0{n + 1}") for n, text in enumerate(texts)
    ]
    assert trace_story(pages).derivations == ()


def test_legal_notices_are_no_derivation() -> None:
    notice = (
        "All rights reserved. No part of this publication may be reproduced without the written permission of the publisher. "
        "The views expressed are those of the authors and do not necessarily reflect the position of the publisher."
    )
    one, two = telling("one", f"{notice} {tellings.SAME_EVENT[:300]}"), telling("two", f"{notice} {tellings.OTHER_EVENT[:300]}")
    traced = trace_story([one, two])
    assert (traced.derivations, traced.passages) == ((), ())


def test_a_live_ticker_grows_out_of_its_last_state() -> None:
    entries = [f"{9 + n}:20 {paragraph}" for n, paragraph in enumerate(tellings.FIRST.split("\n\n"))]
    states = [
        telling(f"s{n}", "\n\n".join(entries[: n + 2]), outlet="Ellery Courier", published=f"2024-03-06T1{n}:00:00+00:00") for n in range(4)
    ]
    assert [(d.article, d.source) for d in trace_story(states).derivations] == [("s1", "s0"), ("s2", "s1"), ("s3", "s2")]


def test_states_of_one_page_follow_each_other() -> None:
    address = "https://ellerycourier.example/ferry"
    first = replace(FIRST, url=address, updated="2024-03-06T08:00:00+00:00")
    second = replace(first, id="second", text=tellings.FIRST.replace("212 people", "221 people"), updated="2024-03-06T11:00:00+00:00")
    derivation = only(trace_story([second, first]))
    assert (derivation.article, derivation.source) == ("second", "first")
    assert any(e.kind == "time" and address in e.text for e in derivation.evidence)


def test_a_copy_in_another_story_is_seen() -> None:
    copy = telling("copy", tellings.LIGHT_EDIT, published="2025-03-06")
    other = telling("other", tellings.OTHER_EVENT)
    traced = trace_across([other, copy, FIRST], [("copy", "first")])
    assert edges(traced) == [("copy", "first", "light-edit")]
    assert {(p.earlier, p.later) for p in traced.passages} == {("first", "copy")}


def test_a_page_without_a_masthead_is_not_its_own_ghost() -> None:
    text = tellings.SAME_EVENT + " Marn told Tarn Shore Online that she would not give up. Varga told Reuters so."
    nameless = telling("nameless", text, outlet=None)
    assert {e[1] for e in edges(trace_story([FIRST, nameless]))} == {"Reuters"}


def test_the_order_of_the_pages_does_not_matter() -> None:
    articles = [
        FIRST,
        telling("a", tellings.SPUN),
        telling("b", tellings.LIGHT_EDIT, credits=("Reuters",)),
        telling("c", tellings.REWORDED),
    ]
    assert trace_story(articles) == trace_story(articles[::-1])
