"""The nouns of Retold, in the order of the flow: Page, Article, Story, Passage, Derivation, Origin, Statement, Claim, Change, Ledger.

All are frozen. A span is a pair of character offsets `(start, end)`, end exclusive, into the `text` of the article it belongs to.
Dates are ISO 8601 strings, as precise as the page was; ids are stable across runs, machines and the order of pages (see ids.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.ids import make_id

Span = tuple[int, int]

FurnitureKind = Literal["advert", "caption", "related", "newsletter", "comments", "navigation", "legal", "share", "credit"]
OriginKind = Literal["outlet", "agency", "person", "organisation", "document"]
How = Literal["verbatim", "light-edit", "reworded", "spun", "summary", "translated", "cited"]
EvidenceKind = Literal["passage", "credit", "relay", "byline", "time", "garble"]
SourceKind = Literal["named", "anonymous", "organisation", "document", "unattributed"]
Stance = Literal["assert", "deny", "confirm", "accuse", "condemn", "decline", "doubt", "promise"]
Manner = Literal["said", "attitude", "relayed"]
ChangeKind = Literal["name", "number", "date", "place", "negation", "hedge", "attribution", "quote", "garble", "addition"]
Severity = Literal["error", "shift", "style", "update"]
DecisionKind = Literal["merge", "split", "move", "undo"]
ClaimState = Literal["one origin", "several independent origins", "disputed", "withdrawn", "unknown"]


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes (or text) as scraped. `path` is shown to people; inside a container it is joined with '#' and a record id."""

    path: str
    content: bytes | str
    url: str | None = None
    fetched: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page that is no part of the article, kept with its kind."""

    kind: FurnitureKind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, without its furniture. Paragraphs of `text` are joined by a blank line.

    `outlet_evidence` and `published_evidence` say how a fact was found ("json-ld", "masthead", "dateline", …).
    `credits` are the lines that name where the text came from, exactly as they stand on the page. `fetched` is when the page was got from
    the web, where its source tells; articles with one `url` and different texts are versions of one page.
    """

    id: str
    page: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    fetched: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    outlet_evidence: str | None = None
    published_evidence: str | None = None
    furniture: tuple[Furniture, ...] = ()
    credits: tuple[str, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        id: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
    ) -> Article:
        """An article whose text is used as it is, with no cleaning; without an `id` one is made from what is given."""
        made = id if id is not None else make_id("a", url, outlet, title, text)
        return cls(id=made, page=url or made, text=text, title=title, outlet=outlet, published=published, url=url)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A page that became no article, and why, in words a person understands."""

    page: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page gave: an article and its statements, or the reason why not. `digest` stands for the page's content."""

    page: str
    digest: str
    article: Article | None = None
    statements: tuple[Statement, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles (their ids, in order of time) about one event."""

    id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided, when (ISO 8601) and why.

    merge: the stories that hold `articles` are one. split: `articles` leave their stories and are one of their own.
    move: all of `articles` but the last go to the story that holds the last. undo: the decision with the id `undoes` no longer holds.
    """

    kind: DecisionKind
    articles: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    undoes: str | None = None

    @property
    def id(self) -> str:
        return make_id("d", self.kind, self.who, self.when, self.undoes, *self.articles)


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one text and the span of another that was taken from it. `similarity` runs from 0 to 1.

    `earlier` and `later` are article ids; `retold.align`, which knows texts only, leaves them empty.
    """

    earlier_start: int
    earlier_end: int
    later_start: int
    later_end: int
    similarity: float
    earlier: str = ""
    later: str = ""


@dataclass(frozen=True, slots=True)
class EditProfile:
    """What became of the words of a pair: shares of the later article's words, but for `dropped`, a share of the earlier's."""

    kept: float
    swapped: float
    inserted: float
    dropped: float
    moved: float
    garbles: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a finding rests on. `span` is None where the words stand outside the article's text (a credit line)."""

    kind: EvidenceKind
    article: str
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """`article` was made from `source`, an article's id or an origin's (a ghost). `coverage` is None for a citation."""

    article: str
    source: str
    how: How
    coverage: float | None
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    profile: EditProfile | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where information entered. An outlet with no article in the collection is a ghost: `articles` is empty."""

    id: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """What the trace step finds in one story."""

    passages: tuple[Passage, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. `content`, `cue` and `source` are lists of spans; `cue` and `source` may be empty.

    `speaker` is resolved, `source` is as written. `hedge` is the strength that hedging leaves: 1.0 for none, lower for weaker.
    `origin` is filled when the story is weighed. `manner` is "attitude" for what somebody is only told to think, want or do in words
    ("wants", "praised her"), "relayed" for an outlet's report of what another, listed too, said: an article's statements list them, a
    story's leave them out. Of an anonymous source, `number` is how many people speak ("two officials" 2, "an official" 1, "officials" None)
    and `rank` the words that tell how high they stand ("senior", "former"). `said_on` is the ISO date on which it was said, as
    precise as the text tells ("said on Sunday", resolved against the day of publication).
    """

    id: str
    article: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    source_kind: SourceKind = "unattributed"
    via: str | None = None
    stance: Stance = "assert"
    hedged: bool = False
    hedge: float = 1.0
    negated: bool = False
    origin: str | None = None
    manner: Manner = "said"
    number: int | None = None
    rank: str | None = None
    said_on: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of a story that say the same (`support`) or contradict it (`deny`), and the origins of the supporting ones."""

    id: str
    story: str
    text: str
    support: tuple[str, ...]
    deny: tuple[str, ...]
    origins: tuple[str, ...]
    state: ClaimState = "unknown"

    @property
    def independent_origins(self) -> int:
        return len(self.origins)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the weigh step finds in one story: claims, the statements with their origins filled, and the origins added."""

    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a later telling did to a fact or a quote. `before` is None for an addition."""

    id: str
    earlier: str
    later: str
    kind: ChangeKind
    before: Span | None
    after: Span
    before_text: str
    after_text: str
    claim: str | None = None
    confidence: float = 0.5
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the steps of one story find."""

    story: str
    traced: Traced = Traced()
    weighed: Weighed = Weighed()
    changes: tuple[Change, ...] = ()
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All findings for a collection, in a fixed order."""

    articles: tuple[Article, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    stories: tuple[Story, ...] = ()
    origins: tuple[Origin, ...] = ()
    passages: tuple[Passage, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()
