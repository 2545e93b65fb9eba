"""Which tellings are set against each other, whose change it is, and what never yields a change at all."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare import compare
from retold.types import Article, Claim, Derivation, Statement, Traced

WIRE = """Police in Velmark used tear gas on Wednesday night to break up a march by dock workers, and 37 people were arrested.

"We gave three warnings over the loudspeaker and nobody moved," Chief Inspector Anna Qasim told the Gazette.

The strike was likely called by the dockers' union. It began on May 17, and 14 vessels are waiting outside the harbour."""
BENT = WIRE.replace("37", "73").replace("likely ", "").replace("loudspeaker", "radio")


def article(name: str, text: str = WIRE, published: str | None = "2021-06-03") -> Article:
    return Article(name, name, text, outlet=name.title(), published=published)


def test_copy_of_a_copy_keeps_the_change_where_it_first_appeared() -> None:
    articles = [article("wire"), article("copy", BENT), article("copied", BENT)]
    traced = Traced(derivations=(Derivation("copy", "wire", "light-edit", 0.9, 0.9), Derivation("copied", "copy", "verbatim", 0.9, 0.9)))
    changes = compare(articles, traced, (), ())
    assert {(c.earlier, c.later) for c in changes} == {("wire", "copy")}
    assert sorted(c.kind for c in changes) == ["hedge", "number", "quote"]


def test_siblings_of_an_absent_source_are_set_against_the_one_nearest_to_it() -> None:
    articles = [article("spun", BENT), article("verbatim")]
    traced = Traced(derivations=(Derivation("spun", "ghost", "spun", 0.9, 0.9), Derivation("verbatim", "ghost", "verbatim", 0.9, 0.9)))
    assert {(c.earlier, c.later) for c in compare(articles, traced, (), ())} == {("verbatim", "spun")}


def test_articles_that_only_quote_the_same_words_show_the_bent_quote() -> None:
    other = 'Thousands of people marched through the old town again.\n\n"We gave three warnings over the radio and nobody moved," the inspector said.'
    (change,) = compare([article("wire"), article("own", other)], Traced(), (), ())
    assert (change.kind, change.before_text, change.after_text) == ("quote", "the loudspeaker and", "the radio and")


def test_what_another_parent_has_is_no_change() -> None:
    tribune = article("tribune", WIRE.replace("37", "73").replace("Police in", "Officers in"))
    merged = article("merged", WIRE.replace("37", "73"))
    edges = tuple(Derivation("merged", source, "light-edit", 0.9, 0.9) for source in ("wire", "tribune"))
    assert compare([article("wire"), tribune, merged], Traced(derivations=edges), (), ()) == ()


def test_a_silent_edit_of_a_page_is_a_change_and_what_it_adds_brings_up_to_date() -> None:
    first = WIRE.replace("37 people were arrested", "one of the marchers were arrested. Nobody was hurt")
    second = first.replace("one of the marchers", "nine of the marchers").replace("Nobody was hurt", "An officer was slightly hurt")
    pages = [
        Article(name, name, text, outlet="Gazette", published="2021-06-03", url="https://gazette.example/march")
        for name, text in (("first", first), ("second", second + "\n\nThe bus line to the harbour stays closed until Friday."))
    ]
    found = compare(pages, Traced(derivations=(Derivation("second", "first", "light-edit", 0.9, 0.9),)), (), ())
    assert [(c.kind, c.before_text, c.after_text, c.severity) for c in found] == [
        ("number", "one of the marchers", "nine of the marchers", "error"),
        ("negation", "Nobody was hurt", "An officer was slightly hurt", "error"),
        ("addition", "", "The bus line to the harbour stays closed until Friday.", "update"),
    ]


def test_a_page_that_says_it_was_corrected_is_an_update() -> None:
    later = WIRE.replace("37 people were arrested", "23 people were arrested, the ministry said in a corrected count")
    pages = [
        Article(name, name, text, published="2021-06-03", url="https://gazette.example/march") for name, text in (("a", WIRE), ("b", later))
    ]
    (change,) = compare(pages, Traced(derivations=(Derivation("b", "a", "light-edit", 0.9, 0.9),)), (), ())
    assert (change.before_text, change.after_text, change.severity) == ("37 people", "23 people", "update")


def test_an_alteration_belongs_to_the_source_that_explains_most() -> None:
    articles = [article("long"), article("short", WIRE.split("\n\n", maxsplit=1)[0]), article("copy", BENT)]
    edges = (Derivation("copy", "long", "light-edit", 0.9, 0.9), Derivation("copy", "short", "light-edit", 0.3, 0.9))
    assert {c.earlier for c in compare(articles, Traced(derivations=edges), (), ())} == {"long"}


def test_words_in_another_mouth() -> None:
    later = WIRE.replace("Chief Inspector Anna Qasim", "Mayor Ignace Tolle")
    articles = [article("wire"), article("copy", later)]
    said = [
        Statement(a.id, a.id, ((a.text.index('"We'), a.text.index('moved,"') + 7),), source=((a.text.index(who), a.text.index(who) + len(who)),),
                  speaker=who, source_kind="named")
        for a, who in zip(articles, ["Anna Qasim", "Ignace Tolle"], strict=True)
    ]  # fmt: skip
    traced = Traced(derivations=(Derivation("copy", "wire", "light-edit", 0.9, 0.9),))
    (change,) = compare(articles, traced, said, ())
    assert (change.kind, change.before_text, change.after_text) == ("attribution", "Anna Qasim", "Ignace Tolle")
    assert change.claim is None
    (claimed,) = compare(articles, traced, said, (Claim("c1", "s", "Three warnings were given.", ("wire",), (), ()),))
    assert claimed.claim == "c1"


def test_the_order_of_articles_makes_no_difference() -> None:
    articles = [article("wire"), article("copy", BENT), article("third", BENT.replace("14", "41"))]
    traced = Traced(derivations=(Derivation("copy", "wire", "spun", 0.9, 0.9), Derivation("third", "copy", "spun", 0.9, 0.9)))
    assert len({compare(list(order), traced, (), ()) for order in permutations(articles)}) == 1


def test_a_story_of_one_article_and_one_of_none() -> None:
    assert compare([article("wire")], Traced(), (), ()) == ()
    assert compare([], Traced(), (), ()) == ()


def test_empty_and_strange_texts() -> None:
    texts = ["", " ", "“”", "\n\n\n", "one", "\u200b\u202e", "“" * 50, "1" * 400, "not " * 300]
    articles = [article(f"a{n}", text, None) for n, text in enumerate(texts)]
    edges = tuple(Derivation(f"a{n}", "a0", "spun", None, 0.5) for n in range(1, len(texts)))
    assert compare(articles, Traced(derivations=edges), (), ()) == ()


def test_an_edge_to_itself_or_to_nowhere_is_passed_over() -> None:
    edges = (Derivation("wire", "wire", "verbatim", 1.0, 1.0), Derivation("gone", "wire", "verbatim", 1.0, 1.0))
    assert compare([article("wire")], Traced(derivations=edges), (), ()) == ()


def test_many_copies_of_a_garbled_text_do_not_drown_the_story() -> None:
    copies = [article(f"copy{n:03}", BENT) for n in range(120)]
    edges = tuple(Derivation(c.id, "wire", "light-edit", 0.9, 0.9) for c in copies)
    assert len(compare([article("wire"), *copies], Traced(derivations=edges), (), ())) <= 150


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WIRE.split()), max_size=60), st.sampled_from(["verbatim", "spun", "translated", "summary", "cited"]))
def test_spans_lie_within_their_articles(words: list[str], how: str) -> None:
    later = article("later", " ".join(words))
    edge = Derivation("later", "wire", how, 0.5, 0.5)  # type: ignore[arg-type]
    for change in compare([article("wire"), later], Traced(derivations=(edge,)), (), ()):
        assert later.text[slice(*change.after)] == change.after_text
        assert change.before is None or WIRE[slice(*change.before)] == change.before_text
        assert 0 < change.confidence <= 1
