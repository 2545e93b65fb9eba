"""A sentence, what a later telling made of it, and the change that is found (or None where nothing changed)."""

import pytest

from retold.compare import compare
from retold.types import Article, Change, Derivation, How, Traced

FRAME = """The fire broke out on the lower car deck of the ferry Maren Dawn as it crossed the Tarn Strait on Monday night.

{}

Divers went down to the wreck at first light and came up with two lifejackets and a child's shoe."""


def told(earlier: str, later: str, how: How = "light-edit") -> list[Change]:
    """Changes between two articles that share a beginning and an end, the second made from the first."""
    articles = [
        Article("first", "first.txt", FRAME.format(earlier), outlet="Halden Wire", published="2023-03-14T10:00:00Z"),
        Article("second", "second.txt", FRAME.format(later), outlet="Sellack Mail", published="2023-03-15"),
    ]
    traced = Traced(derivations=(Derivation("second", "first", how, 0.8, 0.9),))
    return list(compare(articles, traced, (), ()))


@pytest.mark.parametrize(
    ("earlier", "later", "kind", "before", "after"),
    [
        ("The ship carried 318 passengers and 41 crew.", "The ship carried 381 passengers and 41 crew.", "number", "318 passengers", "381 passengers"),
        ("It lay 14 kilometres off the port when it sank.", "It lay 14 miles off the port when it sank.", "number", "14 kilometres", "14 miles"),
        ("The owner was fined 2.4 million crowns.", "The owner was fined 2.4 thousand crowns.", "number", "2.4 million crowns", "2.4 thousand crowns"),
        ("The pumps were tested on February 9, the owner said.", "The pumps were tested on 19 February, the owner said.", "date", "February 9", "19 February"),
        ("The wind came from the south that evening, sailors said.", "The wind came from the east that evening, sailors said.", "place", "from the south", "from the east"),
        ("Rosalind Hunter examined the pumps for the owner.", "Rosalind Stalker examined the pumps for the owner.", "name", "Rosalind Hunter", "Rosalind Stalker"),
        ("The sprinklers on the car deck did not work that night.", "The sprinklers on the car deck did work that night.", "negation", "did not work that", "did work that"),
        ("None of the lifeboats was lowered, he said.", "Not all of the lifeboats were lowered, he said.", "negation", "None of the lifeboats was lowered", "Not all of the lifeboats were"),
        ("The blaze was likely started by a refrigerated lorry.", "The blaze was started by a refrigerated lorry.", "hedge", "likely started", "was started"),
        ("Divers have found no trace of a bomb on the ship.", "There was no bomb on the ship, divers said.", "hedge", "found no trace of a bomb", "no bomb on the"),
        ("Two of the crew told Halden Wire the pumps were off.", "Two of the crew told the Mail the pumps were off.", "attribution", "told Halden Wire", "told the Mail"),
        ("Four of the stewards were wounded by flying glass.", "Four of the stewards were killed by flying glass.", "garble", "were wounded", "were killed"),
        ("One of the stewards was put ashore.", "Six of the stewards were put ashore.", "number", "One of the stewards", "Six of the stewards"),
        ("The company pays 40,000 crowns a year for the berth.", "The company pays 40,000 crowns a month for the berth.", "number", "40,000 crowns a year", "40,000 crowns a month"),
        ("More than 300 people wrote to the minister.", "Almost 300 people wrote to the minister.", "number", "More than 300 people", "Almost 300 people"),
        ("The owner could sell the ship in spring.", "The owner will sell the ship in spring.", "hedge", "could sell", "will sell"),
        ("The owner was warned that he might lose the ship.", "The owner was warned that he would lose the ship.", "hedge", "might lose", "would lose"),
        ("Corvane Lines denied it.", "Corvane Lines admitted it.", "negation", "denied it", "admitted it"),
        ("Nobody was arrested.", "A sailor was arrested.", "negation", "Nobody was arrested", "A sailor was arrested"),
        ("The berth was built in the spring of 2009 by the town.", "The berth was built in the spring of 2019 by the town.", "date", "2009", "2019"),
        ("The firm’s end was “all but certain”, Adair said.", "The firm's end was “all however certain”, Adair said.", "quote", "all but certain", "all however certain"),
        ("The water held 140,000 colony-forming units per litre.", "The water held 140,000 colony-forming units by millilitre.", "number", "140,000 colony-forming units per litre", "140,000 colony-forming units by millilitre"),
        ("The mate could face up to 14 years in prison.", "The mate faces 14 years in prison.", "hedge", "could face", "faces"),
        ("“He went to the quay. That's all he did that day,” she said.", "“He went to the quay. It is all he did that day,” she said.", "quote", "That's", "It is"),
        ("“We showed the harbour inspectors the pumps in May,” Adair said.", "“We sold the harbour inspectors the pumps in May,” Adair said.", "quote", "We showed the", "We sold the"),
    ],
)  # fmt: skip
def test_one_change(earlier: str, later: str, kind: str, before: str, after: str) -> None:
    assert [(c.kind, c.before_text, c.after_text) for c in told(earlier, later)] == [(kind, before, after)]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The ferry carried 612,000 letters.", "The ferry carried some 600,000 letters."),
        ("Some 14,000 letters were on the ferry.", "14,000 letters were on the ferry."),
        ("Two of the crew told HWS the pumps were off.", "Two of the crew told the Halden Wire Service the pumps were off."),
        ("The company pays 1,000 crowns a month for it.", "The company pays 12,000 crowns a year for it."),
        ("“Their Web site has the list,” he said of it.", "“Their website has the list,” he said of it."),
        ("The pumps were bought by the bank, not by the owner.", "The pumps were not bought by the owner, but by the bank."),
        ("The hearing isn't until March 9, the court said.", "The hearing will be on March 9, the court said."),
        ("The names haven't been given to the press.", "The names havent been given to the press."),
        ("The shares fell 1.36 percent that day.", "The shares fell 1.4 percent that day."),
        ("It lay in the south western part of the strait.", "It lay in the southwestern part of the strait."),
        ("The owner asked whether the ship might sink.", "The owner asked whether the ship would sink."),
        ("Some 83 percent of women on board could swim.", "Some 80 percent of men on board could swim."),
        ("Divers could be heard below the deck.", "Divers were heard below the deck."),
        ("The owner declined to confirm it.", "The owner denied it."),
        ("The owner neither confirmed nor denied the fault.", "The owner did not confirm the fault."),
        ("It lay 25 miles off the port when it sank.", "It lay 40 km off the port when it sank."),
        ("Eleven crew were missing after the fire.", "After the fire 11 crew were missing."),
        ("The pumps were tested on February 9, the owner said.", "The owner said the pumps were tested on 9 February."),
        ("Yusuf Karadzha examined the pumps for the owner.", "Yousef Karaja examined the pumps for the owner."),
        ("Commander Ilse Vandermeer blamed the lorry.", "Vandermeer blamed the lorry."),
        ("The captain was not hurt, the owner said.", "The captain was unhurt, the owner said."),
        ("The toll was no more than nine, he said.", "The toll was at most nine, he said."),
        ("The blaze was likely started by a lorry.", "The blaze was probably started by a lorry."),
        ("“We have nothing to hide and nobody to blame,” he said.", "“We have nothing to hide …” he said."),
        ("“We have nothing to hide and nobody to blame,” he said.", "“[The company has] nothing to hide and nobody to blame,” he said."),
        ("“We've nothing to hide and didn't blame anybody,” he said.", "'We have nothing to hide and did not blame anybody,' he said."),
        ("“We realised the danger within the hour,” Adair said.", "“We realized the danger within the hour,” Adair said."),
        ("“We have nothing to hide and nobody to blame,” Adair said.", "Adair said the company had nothing to hide and nobody to blame."),
        (
            "Guards were hurt in the attack on the minister's house.",
            "The minister was not hurt in the attack on his house, but guards were.",
        ),
    ],
)
def test_no_change(earlier: str, later: str) -> None:
    assert told(earlier, later) == []


def test_an_alteration_that_runs_through_a_text_is_one_change_at_its_first_place() -> None:
    earlier = "Samed Ildan spoke first.\n\nSamed Ildan then left the hall with his lawyer.\n\nOutside Samed Ildan wept for his brother."
    changes = told(earlier, earlier.replace("Ildan", "Island"), "spun")
    assert [(c.kind, c.before_text, c.after_text) for c in changes] == [("name", "Samed Ildan", "Samed Island")]
    assert changes[0].before == (FRAME.index("{}"), FRAME.index("{}") + len("Samed Ildan"))


def test_a_machine_takes_a_title_and_an_office_for_plain_words() -> None:
    earlier = "Judge Alban Reece sent the papers to the Serious Fraud Bureau on Friday."
    changes = told(earlier, "Decide Alban Reece sent the papers to the Severe Fraud Bureau on Friday.", "spun")
    assert [(c.kind, c.before_text, c.after_text) for c in changes] == [
        ("garble", "Judge Alban Reece", "Decide Alban Reece"),
        ("name", "Serious Fraud Bureau", "Severe Fraud Bureau"),
    ]


def test_a_later_toll_is_an_update_and_no_error() -> None:
    earlier = "The fire killed at least seven people, the coastguard said."
    later = "Nine people are now known to have died in the fire, the coastguard said."
    assert [(c.kind, c.severity) for c in told(earlier, later, "reworded")] == [("number", "update")]


def test_a_corrected_date_is_an_update() -> None:
    earlier = "The pumps were last tested on February 9, Corvane Lines said."
    later = "Corvane Lines said the pumps were last tested on January 9, and not on February 9 as it had claimed."
    (change,) = told(earlier, later, "reworded")
    assert (change.kind, change.severity, change.after_text) == ("date", "update", "January 9, and not on February 9")


def test_a_figure_that_the_later_telling_takes_back_is_an_update() -> None:
    earlier = "About 14,000 homes lost their light when the lorry burned, the owner said."
    later = "The owner said on Friday that 41,000 homes, not 14,000, were dark that night."
    (change,) = told(earlier, later, "reworded")
    assert (change.kind, change.severity, change.after_text) == ("number", "update", "41,000 homes, not 14,000")


def test_figures_that_rose_and_what_a_company_admits_at_last_are_updates() -> None:
    earlier = "About 5,000 people have been moved to schools in Sellack. Corvane Lines denied that a pump was broken. It set aside 25 million crowns."
    later = (
        "The number of people moved to schools in Sellack has risen to 7,500. Corvane Lines now admits that a pump was broken. "
        "It will set aside 40 million crowns, up from 25 million."
    )
    found = [(c.kind, c.before_text, c.after_text, c.severity) for c in told(earlier, later, "reworded")]
    assert found == [
        ("number", "About 5,000 people", "7,500", "update"),
        ("negation", "denied", "admits", "update"),
        ("number", "25 million crowns", "40 million crowns, up from 25 million", "update"),
    ]


def test_a_clause_that_moved_and_lost_its_hedge() -> None:
    earlier = "The mate left the bridge at nine, a sailor told the court. She said he probably slept in the hold."
    later = "A sailor told the court that the mate left the bridge at nine and slept in the hold."
    (change,) = told(earlier, later, "reworded")
    assert (change.kind, change.before_text, change.after_text) == ("hedge", "probably slept in the hold", "slept in the hold")


def test_a_caption_is_no_addition() -> None:
    earlier = "The ship carried 318 passengers and 41 crew."
    assert told(earlier, earlier + " The harbour of Sellack on a calmer day.") == []


def test_a_sentence_of_fact_that_no_source_has_is_an_addition() -> None:
    earlier = "The ship carried 318 passengers and 41 crew."
    (change,) = told(earlier, earlier + " The company takes its orders from a bank in another country.")
    assert (change.kind, change.before, change.before_text) == ("addition", None, "")
    assert change.after_text == "The company takes its orders from a bank in another country."


def test_what_somebody_is_said_to_have_told_is_no_addition() -> None:
    earlier = "The ship carried 318 passengers and 41 crew."
    assert told(earlier, earlier + " The company takes its orders from a bank, a sailor told the Mail.") == []


def test_spans_hold_the_words() -> None:
    earlier, later = "The ship carried 318 passengers.", "The ship carried 381 passengers."
    (change,) = told(earlier, later)
    assert change.before is not None
    assert FRAME.format(earlier)[slice(*change.before)] == change.before_text
    assert FRAME.format(later)[slice(*change.after)] == change.after_text
