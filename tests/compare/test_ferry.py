"""A story written for this test, five retellings of one wire, and every change that they made: found, and nothing else."""

import pytest

from retold.compare import compare
from retold.types import Article, Change, Derivation, How, Traced

WIRE = """
PORT SELLACK, March 14 (HW) - A fire on the car ferry Maren Dawn killed at least seven people and injured 52 late on Monday as it crossed the Tarn Strait, the coastguard said.

The fire broke out on the lower car deck at about 9:40 p.m., some 14 kilometres south of Port Sellack, coastguard commander Ilse Vandermeer told Halden Wire. She said the flames had probably started in a refrigerated lorry.

"We had four minutes between the alarm and the smoke reaching the stairs," Vandermeer said. "Nobody could have done more."

Two crew members, who asked not to be named because they were not allowed to speak to reporters, told Halden Wire that the sprinklers on the car deck did not work. One of them said the pumps may have been switched off before the ship sailed.

The ferry's owner, Corvane Lines, denied that. Its chief executive, Rufus Adair, said the sprinklers had been tested on February 9 and were in order. "We have nothing to hide and nobody to blame," he said.

The ship was carrying 318 passengers and 41 crew. Thirteen people were still missing on Tuesday morning.

Transport minister Dagny Holt said she had not seen any report of faults on the Maren Dawn. She ordered an inquiry that is expected to take three months.

Corvane Lines was fined 2.4 million crowns in 2019 after a lifeboat fell from the same ship. Its shares fell 11 percent on Tuesday.
"""
LIGHT_EDIT = """
A fire on the car ferry Maren Dawn killed at least seven people and injured 25 late on Monday as it crossed the Tarn Strait, the coastguard said.

The fire broke out on the lower car deck at around 9.40pm, some 14 kilometres north of Port Sellack, coastguard commander Ilse Vandermeer told the Evening Mail. She said the flames had started in a refrigerated lorry.

“We had four minutes between the alarm and the smoke reaching the stairs,” Vandermeer said. “Nobody could have done more.”

Two crew members told the Evening Mail that the sprinklers on the car deck did work. One of them said the pumps were switched off before the ship sailed.

Rufus Adair, the chief executive of Corvane Lines, which owns the ferry, denied this. He said the sprinklers had been tested on 19 February and were in order. “We have nothing to hide and nobody to blame,” Mr Adair said.

The ship carried 318 passengers and 41 crew. Thirteen people were still missing on Tuesday morning. Corvane has lost three ships in ten years.

Dagny Holt, the transport minister, said she had not seen any report of faults on the Maren Dawn. She has ordered an inquiry which is expected to take three months.
"""
SPUN = """
A fireplace on the automobile ferry Maren Daybreak killed no less than seven folks and injured 52 late on Monday because it crossed the Tarn Strait, the coastguard stated.

The fireplace broke out on the decrease automobile deck at about 9:40 p.m., some 14 miles south of Port Sellack, coastguard commander Ilse Vandermeer instructed NewsPlanet365. She stated the flames had in all probability began in a refrigerated truck.

“We had 4 minutes between the alarm and the smoke attaining the steps,” Vandermeer stated. “No person might have completed extra.”

Two crew members, who requested to not be named as a result of they weren't allowed to talk to reporters, instructed NewsPlanet365 that the sprinklers on the automobile deck didn't work. One in all them stated the pumps could have been switched off earlier than the ship sailed.

The ferry's proprietor, Corvane Strains, denied that. Its chief govt, Rufus Adaire, stated the sprinklers had been examined on February 9 and had been so as. “We have nothing to hide and nobody to blame,” he stated.

The ship was carrying 381 passengers and 41 crew. 13 folks had been nonetheless lacking on Tuesday morning.

Transport minister Dagny Halt stated she had seen any report of faults on the Maren Daybreak. She ordered an inquiry that's anticipated to take three months.

Corvane Strains was fined 2.4 million crowns in 2019 after a lifeboat fell from the identical ship. Its shares fell 11 percent on Tuesday.
"""
TRANSLATED = """
A fire in the ferry of cars Maren Dawn killed to at least seven persons and wounded 52 late on Monday while it crossed the strait of Tarn, said the coastguard.

The fire began in the lower deck of cars toward the 21.40, to some 14 kilometres at south of Port Sellack, said to Halden Wire the commander of the coastguard Ilse Vandermeer. The flames began in a refrigerated truck, she said.

"We had forty minutes between the alarm and the arrival of the smoke to the stairs," said Vandermeer. "Nobody had power to do more."

Two members of the crew, that requested not to be named, said to Halden Wire that the sprinklers of the deck of cars did not function. One of them said that the pumps might have been turned off before the departure of the ship.

The owner of the ferry, Corvane Lines, denied it. Its executive director, Rufus Adair, affirmed that the sprinklers had been proved the 9 of January and were in order. "We have nothing that to hide nor nobody to whom to blame", he said.

The ship transported 318 passengers and 41 crew. Thirteen persons continued disappeared on Tuesday in the morning.

The minister of Transport, Dagny Holt, said that she had not seen any report of failures in the Maren Dawn. She ordered an investigation that will take three months.

Corvane Lines was fined with 2.4 thousand crowns in 2019 after that a lifeboat fell of the same ship.
"""
SUMMARY = """
Ferry fire. At least seven people died when the Maren Dawn, a car ferry, caught fire on its way across the Tarn Strait early on Monday. More than 50 were hurt. The cause is thought to be a refrigerated lorry.

Blame. Crew members told Halden Wire that the sprinklers failed. Corvane Lines, the owner, says they were tested on 9 February. "We have nothing to hide," its chief executive, Rufus Adair, said.

Next. An inquiry ordered by the transport minister will report in three months. The company paid a fine of 4.2m crowns in 2019 over a lifeboat.
"""
FOLLOW_UP = """
PORT SELLACK, March 16 (HW) - The death toll of the fire on the ferry Maren Dawn rose to eleven on Thursday after divers found four bodies, the coastguard said.

Commander Ilse Vandermeer corrected her account of where the fire began. She said it had started in the engine room, not in a refrigerated lorry.

Corvane Lines said that the sprinklers had last been tested on January 9, and not on February 9 as its chief executive said on Tuesday.

Nine people are still missing. The ferry was carrying 318 passengers and 41 crew when the fire broke out on Monday night.
"""

# Name of the telling: outlet, date, text, how it was made.
TELLINGS: dict[str, tuple[str, str, str, How]] = {
    "light": ("Sellack Evening Mail", "2023-03-14T18:00:00Z", LIGHT_EDIT, "light-edit"),
    "spun": ("NewsPlanet365", "2023-03-15", SPUN, "spun"),
    "trans": ("Diario del Estrecho", "2023-03-14T20:30:00Z", TRANSLATED, "translated"),
    "sum": ("The Harbour Brief", "2023-03-15T07:00:00Z", SUMMARY, "summary"),
    "follow": ("Halden Wire", "2023-03-16T12:00:00Z", FOLLOW_UP, "reworded"),
}
# What the wire says, what became of it, and the kind of change.
CHANGES: dict[str, list[tuple[str, str, str]]] = {
    "light": [
        ("number", "injured 52", "injured 25"),
        ("place", "south of Port Sellack", "north of Port Sellack"),
        ("attribution", "told Halden Wire", "told the Evening Mail"),
        ("hedge", "had probably started", "had started"),
        ("negation", "did not work", "did work"),
        ("hedge", "may have been switched off", "were switched off"),
        ("date", "February 9", "19 February"),
        ("addition", "", "Corvane has lost three ships in ten years."),
    ],
    "spun": [
        ("name", "Maren Dawn", "Maren Daybreak"),
        ("number", "14 kilometres", "14 miles"),
        ("attribution", "told Halden Wire", "instructed NewsPlanet365"),
        ("quote", "Nobody could have done more", "No person might have completed extra"),
        ("name", "Corvane Lines", "Corvane Strains"),
        ("name", "Rufus Adair", "Rufus Adaire"),
        ("number", "318 passengers", "381 passengers"),
        ("name", "Dagny Holt", "Dagny Halt"),
        ("negation", "she had not seen any report", "she had seen any report"),
        (
            "quote",
            "We had four minutes between the alarm and the smoke reaching the stairs",
            "We had 4 minutes between the alarm and the smoke attaining the steps",
        ),
    ],
    "trans": [
        ("hedge", "had probably started", "began in a refrigerated truck"),
        (
            "quote",
            "We had four minutes between the alarm and the smoke reaching the stairs",
            "We had forty minutes between the alarm and the arrival of the smoke to the stairs",
        ),
        ("date", "February 9", "the 9 of January"),
        ("quote", "We have nothing to hide and nobody to blame", "We have nothing that to hide nor nobody to whom to blame"),
        ("hedge", "is expected to take three months", "will take three months"),
        ("number", "2.4 million crowns", "2.4 thousand crowns"),
    ],
    "sum": [
        ("date", "late on Monday", "early on Monday"),
        ("number", "2.4 million crowns", "4.2m crowns"),
    ],
    "follow": [
        ("number", "at least seven people", "eleven"),
        ("date", "February 9", "January 9, and not on February 9"),
        ("number", "Thirteen people", "Nine people"),
    ],
}


def changes_of(name: str) -> list[Change]:
    outlet, published, text, how = TELLINGS[name]
    articles = [
        Article("wire", "wire.txt", WIRE.strip(), outlet="Halden Wire", published="2023-03-14T10:00:00Z"),
        Article(name, f"{name}.txt", text.strip(), outlet=outlet, published=published),
    ]
    return list(compare(articles, Traced(derivations=(Derivation(name, "wire", how, 0.8, 0.9),)), (), ()))


def tells(found: Change, kind: str, before: str, after: str) -> bool:
    """The same kind, with spans of which one holds the other."""
    pairs = ((found.before_text, before), (found.after_text, after))
    return found.kind == kind and all(a in b or b in a for a, b in pairs)


@pytest.mark.parametrize("name", sorted(TELLINGS))
def test_every_change_is_found_and_nothing_else(name: str) -> None:
    found = changes_of(name)
    missed = [wanted for wanted in CHANGES[name] if not any(tells(change, *wanted) for change in found)]
    false = [(c.kind, c.before_text, c.after_text) for c in found if not any(tells(c, *wanted) for wanted in CHANGES[name])]
    assert (missed, false) == ([], [])


def test_what_the_follow_up_brings_up_to_date_is_no_error() -> None:
    assert {change.severity for change in changes_of("follow")} == {"update"}
