"""A ledger looked up by id, and the part of it that belongs to one story."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlsplit

from retold.errors import NotFoundError
from retold.show.contexts import UNKNOWN
from retold.show.mastheads import masthead
from retold.show.order import in_order_of_time, settled_moments
from retold.show.phrases import plainly
from retold.types import Article, Change, Claim, Derivation, Ledger, Origin, Passage, Span, Statement, Story

Record = TypeVar("Record")
Named = TypeVar("Named", Claim, Change)


@dataclass(frozen=True, slots=True)
class StoryParts:
    """All records of one story. `moments`: when each article came, in seconds since 1970, None where unknown; `names`: what to call
    each article; `numbers`: the articles' places, 1 for the first.
    """

    story: Story
    articles: Mapping[str, Article]
    derivations: tuple[Derivation, ...]
    passages: tuple[Passage, ...]
    statements: Mapping[str, Statement]
    claims: tuple[Claim, ...]
    changes: tuple[Change, ...]
    origins: Mapping[str, Origin]
    moments: Mapping[str, float | None]
    names: Mapping[str, str]
    numbers: Mapping[str, int]

    def name(self, node: str) -> str:
        """What to call an article or an origin."""
        if node in self.names:
            return self.names[node]
        return self.origins[node].name if node in self.origins else UNKNOWN

    def anchor(self, article: str) -> str:
        number = self.numbers.get(article)
        return f"article-{number}" if number else ""

    def place(self, article: str, span: Span | None) -> str:
        """The anchor of a span, "" where there is no such place."""
        if span is None or article not in self.articles or span[0] < 0 or not self.articles[article].text[slice(*span)].strip():
            return ""
        return f"a{self.numbers[article]}-{span[0]}-{span[1]}"

    def quoted(self, article: str, spans: Iterable[Span]) -> str:
        """The words of the spans; what stands between them is left out with an ellipsis."""
        text = self.articles[article].text if article in self.articles else ""
        return " … ".join(plainly(" ".join(text[start:end].split())) for start, end in spans)


def story_parts(ledger: Ledger, story_id: str) -> StoryParts:
    """The part of the ledger that belongs to one story. Raises NotFoundError where there is no such story."""
    found = next((story for story in ledger.stories if story.id == story_id), None)
    if found is None:
        raise NotFoundError(f"no story {story_id} in this ledger")
    return next(iter(all_parts(ledger, [found])))


def all_parts(ledger: Ledger, stories: Iterable[Story] | None = None) -> list[StoryParts]:
    """The ledger cut into its stories, in one pass over each list."""
    wanted = list(ledger.stories if stories is None else stories)
    known = {article.id for article in ledger.articles}
    home = {article: story.id for story in wanted for article in story.articles if article in known}
    articles = _by(ledger.articles, lambda each: home.get(each.id))
    derivations = _by(ledger.derivations, lambda each: home.get(each.article))
    passages = _by(ledger.passages, lambda each: _shared_home(home, each.earlier, each.later))
    statements = _by(ledger.statements, lambda each: home.get(each.article))
    claims = _by(ledger.claims, lambda each: each.story)
    changes = _by(ledger.changes, lambda each: _shared_home(home, each.earlier, each.later))
    origins = {origin.id: _well_written(origin) for origin in ledger.origins}
    parts = []
    for story in wanted:
        moments = settled_moments(articles[story.id], derivations[story.id])
        told = in_order_of_time(articles[story.id], moments)
        parts.append(
            StoryParts(
                story=story,
                articles={article.id: article for article in told},
                derivations=tuple(derivations[story.id]),
                passages=tuple(passages[story.id]),
                statements={statement.id: statement for statement in statements[story.id]},
                claims=_once(claims[story.id]),
                changes=_once(changes[story.id]),
                origins=origins,
                moments=moments,
                names=_names(told),
                numbers={article.id: number for number, article in enumerate(told, 1)},
            )
        )
    return parts


def _by(records: Iterable[Record], key: Callable[[Record], str | None]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        home = key(record)
        if home is not None:
            groups[home].append(record)
    return groups


def _once(records: Iterable[Named]) -> tuple[Named, ...]:
    """One record for each id."""
    return tuple({record.id: record for record in records}.values())


def _shared_home(home: Mapping[str, str], earlier: str, later: str) -> str | None:
    return home.get(later) if home.get(earlier) == home.get(later) else None


def _names(articles: Iterable[Article]) -> dict[str, str]:
    """What to call each article: its outlet, numbered where the outlet told the story more than once."""
    called = {article.id: outlet_name(article) for article in articles}
    often = Counter(called.values())
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for article, name in called.items():
        seen[name] += 1
        names[article] = f"{name} ({seen[name]})" if often[name] > 1 else name
    return names


def outlet_name(article: Article) -> str:
    """The outlet, else the site, else the file that the article came from."""
    if article.outlet:
        return masthead(article.outlet)
    host = _host(article.url or "")
    return host.removeprefix("www.") if host else f"{UNKNOWN} outlet, {file_name(article.page)}"


def file_name(page: str) -> str:
    """What to call a page to people elsewhere: its web address, else its file without the folders that hold it, which are nobody else's business."""
    if page.lower().startswith(("http://", "https://")):
        return page
    path, mark, record = page.partition("#")
    file = posixpath.basename(path.replace("\\", "/"))
    return f"{file}{mark}{record}" or page


def _well_written(origin: Origin) -> Origin:
    return replace(origin, name=masthead(origin.name)) if origin.kind in ("outlet", "agency") else origin


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
