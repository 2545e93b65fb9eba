"""Lines around a text that say whose it is, from the page to the ghost."""

from __future__ import annotations

from html import escape

import pytest

from retold.clean import clean
from retold.text.outlets import same_name
from retold.trace import trace_story
from retold.trace.credits import credited
from retold.types import Article, Furniture, FurnitureKind, Page

BODY = [
    "A warehouse full of fireworks burned down on the edge of Tarnby on Sunday night, and the blaze could be seen from forty kilometres away.",
    "Nobody was hurt, but some 200 people were taken from their homes to a sports hall, where volunteers handed out soup until the morning.",
    "The owner, a wholesaler from the capital, had been fined in May for keeping too many rockets in one room, according to the town's records.",
    "“It was like New Year's Eve in the wrong month,” said Olga Brandt, who lives across the road and watched the roof come down.",
    "Police have opened an inquiry and asked anyone who filmed the first minutes of the fire to come forward with their footage.",
]
# where the line stands, the line, who else signs, and for each ghost the manners that the line allows
LINES: list[tuple[str, str, str, dict[str, list[str]]]] = [
    (
        "foot",
        "©2024 The Seattle Times. Visit seattletimes.com. Distributed by Tribune Content Agency, LLC.",
        "Ann Poole",
        {"The Seattle Times": ["light-edit", "verbatim"]},
    ),
    ("foot", "c.2024 The New York Times Company", "", {"The New York Times": ["verbatim"]}),
    (
        "foot",
        "The-CNN-Wire™ & © 2024 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.",
        "",
        {"CNN": ["verbatim"]},
    ),
    ("head", "(CNN) — ", "", {"CNN": ["verbatim"]}),
    ("head", "(Bloomberg) -- ", "", {"Bloomberg": ["verbatim"]}),
    ("foot", "©2024 Bloomberg L.P.", "", {"Bloomberg": ["verbatim"]}),
    ("foot", "This report by The Canadian Press was first published March 3, 2024.", "", {"Canadian Press": ["verbatim"]}),
    ("foot", "-- With files from The Canadian Press", "Ann Poole", {"Canadian Press": ["light-edit", "reworded"]}),
    ("foot", "This story was first published on RNZ and is republished with permission.", "", {"RNZ": ["verbatim"]}),
    ("foot", "This article originally appeared on HuffPost.", "", {"HuffPost": ["verbatim"]}),
    ("foot", "This story was originally published by Grist.", "", {"Grist": ["verbatim"]}),
    (
        "foot",
        "This article was originally published in The Conversation. Read the original article.",
        "",
        {"The Conversation": ["verbatim"]},
    ),
    ("foot", "With inputs from PTI", "", {"Press Trust of India": ["light-edit", "reworded"]}),
    ("foot", "(With inputs from ANI and Reuters)", "", {"ANI": ["light-edit", "reworded"], "Reuters": ["light-edit", "reworded"]}),
    (
        "foot",
        "Except for the headline, this story has not been edited by our staff and is published from a syndicated feed by PTI.",
        "",
        {"Press Trust of India": ["verbatim"]},
    ),
    ("foot", "Additional reporting by Reuters.", "Ann Poole", {"Reuters": ["light-edit", "reworded"]}),
    ("foot", "Additional reporting by PA", "Ann Poole", {"Press Association": ["light-edit", "reworded"]}),
    ("foot", "AAP", "", {"Australian Associated Press": ["verbatim"]}),
    ("foot", "– with AAP", "Ann Poole", {"Australian Associated Press": ["light-edit", "reworded"]}),
    ("foot", "- Reuters, AFP", "", {"Reuters": ["light-edit", "reworded"], "Agence France-Presse": ["light-edit", "reworded"]}),
    ("foot", "Agencies contributed to this report.", "Ann Poole", {}),
    ("foot", "Associated Press writer John Doe in Paris contributed to this report.", "Ann Poole", {"Associated Press": ["light-edit"]}),
    (
        "foot",
        "The Associated Press and CBS News contributed to this report.",
        "Ann Poole",
        {"Associated Press": ["light-edit"], "CBS News": ["light-edit"]},
    ),
    ("foot", "This story includes reporting from The Associated Press.", "Ann Poole", {"Associated Press": ["light-edit"]}),
    (
        "foot",
        "Information from The Associated Press was used in this report.",
        "Ann Poole",
        {"Associated Press": ["light-edit", "reworded"]},
    ),
    ("foot", "Source: AFP", "", {"Agence France-Presse": ["light-edit", "reworded", "spun", "verbatim"]}),
    ("foot", "Source: Al Jazeera and news agencies", "", {"Al Jazeera": ["light-edit", "reworded", "spun", "verbatim"]}),
    ("foot", "Fuente: EFE", "", {"EFE": ["light-edit", "reworded", "spun", "verbatim"]}),
    (
        "foot",
        "Con información de AFP y EFE",
        "Ana Ruiz",
        {"Agence France-Presse": ["light-edit", "reworded"], "EFE": ["light-edit", "reworded"]},
    ),
    ("foot", "Avec AFP", "Luc Petit", {"Agence France-Presse": ["light-edit", "reworded"]}),
    ("foot", "(avec Reuters)", "Luc Petit", {"Reuters": ["light-edit", "reworded"]}),
    ("foot", "Quelle: dpa", "", {"Deutsche Presse-Agentur": ["light-edit", "reworded", "spun", "verbatim"]}),
    (
        "foot",
        "Mit Material von dpa und AFP",
        "Jan Kurz",
        {"Deutsche Presse-Agentur": ["light-edit", "reworded"], "Agence France-Presse": ["light-edit", "reworded"]},
    ),
    ("foot", "dpa/afp", "", {"Deutsche Presse-Agentur": ["light-edit", "reworded"], "Agence France-Presse": ["light-edit", "reworded"]}),
    ("foot", "© dpa-infocom, dpa:240303-99-205617/3", "", {"Deutsche Presse-Agentur": ["verbatim"]}),
    ("foot", "Fonte: ANSA", "", {"ANSA": ["light-edit", "reworded", "spun", "verbatim"]}),
    ("foot", "© RIPRODUZIONE RISERVATA ANSA", "", {"ANSA": ["verbatim"]}),
    ("foot", "Com informações da Reuters", "", {"Reuters": ["light-edit", "reworded"]}),
    ("foot", "Read the full story at The Verge.", "", {"The Verge": ["summary"]}),
    ("foot", "H/T: The Verge", "", {"The Verge": ["summary"]}),
    ("foot", "via TechCrunch", "", {"TechCrunch": ["summary"]}),
    ("foot", "[Via: Bloomberg]", "", {"Bloomberg": ["summary"]}),
    ("foot", "Source: Nikkei Asia", "", {"Nikkei Asia": ["spun"]}),
    ("foot", "Photo: Reuters", "", {}),
    ("foot", "AP Photo/John Doe", "", {}),
    ("foot", "Follow us on Google News and Reuters Connect", "", {}),
    ("byline", "By Reuters", "", {"Reuters": ["verbatim"]}),
    ("byline", "By PA Reporter", "", {"Press Association": ["verbatim"]}),
    ("byline", "By AFP", "", {"Agence France-Presse": ["verbatim"]}),
    ("byline", "By Ann Poole and Associated Press", "", {"Associated Press": ["light-edit", "reworded", "verbatim"]}),
    ("byline", "By Reuters and Ann Poole", "", {"Reuters": ["light-edit", "reworded", "verbatim"]}),
    ("byline", "By JOHN DOE Associated Press", "", {"Associated Press": ["verbatim"]}),
    ("byline", "By John Doe, The Associated Press", "", {"Associated Press": ["verbatim"]}),
    ("byline", "John Doe | AP", "", {"Associated Press": ["verbatim"]}),
    ("byline", "Agence France-Presse", "", {"Agence France-Presse": ["verbatim"]}),
    ("byline", "Australian Associated Press", "", {"Australian Associated Press": ["verbatim"]}),
    ("byline", "By ASSOCIATED PRESS", "", {"Associated Press": ["verbatim"]}),
    ("byline", "Staff and agencies", "", {}),
    ("byline", "By Ann Poole, CNN", "", {"CNN": ["verbatim"]}),
    ("byline", "From news services", "", {"news agencies": ["verbatim"]}),
    ("foot", "(Agencies)", "", {"news agencies": ["verbatim"]}),
]


def page(where: str, line: str, writer: str) -> Page:
    byline = line if where == "byline" else f"By {writer}" if writer else ""
    body = [line + BODY[0] if where == "head" else BODY[0], *BODY[1:], *([line] if where == "foot" else [])]
    author = f'<meta name="author" content="{escape(byline.removeprefix("By "))}">' if byline else ""
    return Page(
        "page.html",
        f'<html><head><title>Fireworks warehouse burns down in Tarnby | Tarnby Gazette</title><meta property="og:site_name" content="Tarnby Gazette">'
        f'<meta property="og:title" content="Fireworks warehouse burns down in Tarnby">'
        f'<meta property="article:published_time" content="2024-03-04T08:00:00Z">{author}</head><body><header><a href="/">Tarnby Gazette</a></header>'
        f"<article><h1>Fireworks warehouse burns down in Tarnby</h1>"
        + (f'<p class="byline">{escape(byline)}</p>' if byline else "")
        + "".join(f"<p>{escape(p)}</p>" for p in body)
        + "</article><footer><p>© 2024 Tarnby Gazette</p></footer></body></html>",
    )


@pytest.mark.parametrize(("where", "line", "writer", "ghosts"), LINES, ids=[line for _, line, _, _ in LINES])
def test_lines(where: str, line: str, writer: str, ghosts: dict[str, list[str]]) -> None:
    article = clean(page(where, line, writer))
    assert isinstance(article, Article)
    traced = trace_story([article])
    names = {o.id: o.name for o in traced.origins}
    made = {names[d.source]: d.how for d in traced.derivations}
    assert len(made) == len(ghosts), made
    assert all(any(same_name(name, ghost) and how in hows for name, how in made.items()) for ghost, hows in ghosts.items()), made


@pytest.mark.parametrize("line", ["Fuente: EFE", "Quelle: dpa", "Mit Material von AFP", "Com informações da Reuters"])
def test_credits_in_other_languages_that_were_taken_for_the_sites_lines(line: str) -> None:
    article = Article("a", "a.html", "\n\n".join(BODY), outlet="Tarnby Gazette", furniture=(Furniture("related", line),))
    assert len({n.outlet for n in credited(article, ())}) == 1


@pytest.mark.parametrize(
    "line",
    [
        "A cyclist in La Paz. © Reuters / Ola Brandt",
        "Market data © 2024 Reuters. All rights reserved.",
        "© 2024 Cellar Winehouse, Andreas, PA",
        "Reuters",
    ],
)
def test_the_sites_other_lines_credit_nobody(line: str) -> None:
    kind: FurnitureKind = "navigation" if line == "Reuters" else "legal"
    article = Article(
        "a", "a.html", "\n\n".join(BODY), outlet="Reuters" if line == "Reuters" else "Tarnby Gazette", furniture=(Furniture(kind, line),)
    )
    assert [n for n in credited(article, ()) if n.outlet != article.outlet] == []
