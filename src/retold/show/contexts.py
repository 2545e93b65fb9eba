"""What the terminal and the templates show: frozen values in words a reporter knows, made from a `Ledger` by pure functions.

Everything here is ready to print: dates are written out, unknowns say "unknown", internal codes are gone. Ids are kept only to be typed
back (`retold story ID`), anchors only to link one place of a report to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.types import ChangeKind, How, OriginKind, Stance

UNKNOWN = "unknown"

WordsMark = Literal["", "about", "removed", "added"]
MarkKind = Literal["passage", "passed-on", "statement", "cue", "source", "change", "evidence"]
NodeKind = Literal["article", "ghost"]


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text and what it is in a comparison: "" around it, "about" the place compared, "removed" or "added" words within that."""

    text: str
    mark: WordsMark = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of an article's text that something is known about.

    `anchor` names the span itself, `target` the anchor that a click on it goes to ("" for none); `title` says what it is. `note` is a
    small mark to print before the span, which links to `target` in the span's stead; `other` is the article at the other end.
    """

    start: int
    end: int
    kind: MarkKind
    anchor: str = ""
    target: str = ""
    title: str = ""
    note: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A small mark before a run of text that links to `target`."""

    label: str
    target: str
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's text over which the same marks hold. `anchors` are the marks that begin here, `target` is the one place it
    links to ("" for none), `carried` the number of other articles that have these words.
    """

    text: str
    kinds: tuple[MarkKind, ...] = ()
    anchors: tuple[str, ...] = ()
    target: str = ""
    title: str = ""
    carried: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstTeller:
    """Who told a story first, as far as the pages show. `ghost`: its own page is not in the collection."""

    name: str
    when: str
    ghost: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story at a glance. `origins` counts the independent origins behind its claims; `changed` says what changed, most frequent first;
    `echo` names the claim that most articles carry from one origin alone, "" where there is none.
    """

    id: str
    title: str
    articles: int
    outlets: tuple[str, ...]
    first: FirstTeller
    span_of_time: str
    own: int
    retold: int
    claims: int
    claims_on_one_origin: int
    claims_disputed: int
    origins: int
    changes: int
    changed: tuple[str, ...]
    reporting: str
    resting: str
    echo: str


@dataclass(frozen=True, slots=True)
class DroppedGroup:
    """Pages that became no article for one reason; `examples` are the first few of them."""

    reason: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummaryContext:
    """A whole collection at a glance: the biggest stories first."""

    articles: int
    stories: tuple[StoryLine, ...]
    dropped: tuple[DroppedGroup, ...]
    dropped_count: int


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """The words that a finding rests on: what sort of evidence, the words in quotation marks, and where they stand (`target` "" where outside the text)."""

    sort: str
    text: str
    where: str
    target: str


@dataclass(frozen=True, slots=True)
class TellingEdge:
    """How one telling was made from another. `phrase`: "machine-spun from Nullgate Report"; `share`: "about 80% of its words";
    `doubt`: how sure the finding is where it is less than very likely; `slight`: hardly a word and nothing else speaks for it.
    """

    source: str
    article: str
    source_name: str
    how: How
    phrase: str
    share: str
    certainty: str
    doubt: str
    coverage: float | None
    evidence: tuple[EvidenceLine, ...]
    slight: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A node of the tree: an article, or a ghost (a telling that is not among the pages).

    `moment` is seconds since 1970 for layout, None where unknown; `parent` the node it hangs under; `also` its other sources; `altered`
    says how many changes stand here first, and how far they were carried.
    """

    id: str
    kind: NodeKind
    name: str
    title: str
    when: str
    moment: float | None
    anchor: str
    parent: TellingEdge | None
    also: tuple[TellingEdge, ...]
    note: str
    altered: str = ""


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A telling with those made from it, in order of time."""

    telling: Telling
    children: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A line of the timeline: the day once, then the time of day, who and what."""

    day: str
    time: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Someone's words in one article: who, to whom, in what manner, the words themselves and where they stand."""

    id: str
    speaker: str
    told: str
    verb: str
    words: str
    outlet: str
    article: str
    hedged: bool
    stance: Stance
    origin: str
    target: str


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin of a claim: its name, what it is in words, and the outlets that carry the claim from it."""

    name: str
    kind: OriginKind
    kind_words: str
    ghost: bool
    carried_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Words in an article, and where they stand (`target` "" where outside the text). `how`: what leads to them ("copied from Daily")."""

    name: str
    words: str
    target: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class WayBack:
    """From one article's words on a claim back to where they entered, a step a line; `doubts` say what is uncertain."""

    side: Literal["support", "deny"]
    told: Told
    steps: tuple[Told, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A count on which articles of different descent differ: `about` it, and each figure with those who give it."""

    about: str
    sides: tuple[tuple[str, tuple[Told, ...]], ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How far an alteration travelled: in a sentence, and hop by hop from where it first stands."""

    sentence: str
    hops: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ClaimBlock:
    """A claim with who stands behind it. `resting`: "3 independent origins"; `carriers`: outlets that carry it;
    `alone`: one article alone tells of it, and nobody denies it; `hedging`: how sure those who say it sound; `reasons`: the ways back to
    its origins, the first few, and `more_reasons` the number of the rest; `differing`: counts in it on which others differ.
    """

    id: str
    anchor: str
    number: int
    text: str
    state: str
    resting: str
    disputed: bool
    alone: bool
    origins: tuple[OriginLine, ...]
    carriers: tuple[str, ...]
    support: tuple[StatementLine, ...]
    deny: tuple[StatementLine, ...]
    hedging: str
    reasons: tuple[WayBack, ...] = ()
    more_reasons: int = 0
    differing: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeBlock:
    """A change, side by side: the sentence before and after, with the differing words marked."""

    id: str
    anchor: str
    kind: ChangeKind
    label: str
    severity: str
    certainty: str
    doubt: str
    earlier_name: str
    later_name: str
    before: tuple[Words, ...]
    after: tuple[Words, ...]
    before_target: str
    after_target: str
    claim: str
    claim_target: str
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class ChangePair:
    """All changes between two tellings, in the order of the later one's text. `earlier`, `later`: the ids of their articles."""

    earlier: str
    later: str
    earlier_name: str
    later_name: str
    relation: str
    blocks: tuple[ChangeBlock, ...]


@dataclass(frozen=True, slots=True)
class RemovedLines:
    """Lines of the page that are no part of the article, by kind."""

    sort: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """An article as it stands, in paragraphs of marked pieces, with how it was made. `language` is a code, "" where unknown."""

    id: str
    anchor: str
    number: int
    name: str
    title: str
    language: str
    when: str
    when_found: str
    byline: str
    page: str
    url: str
    credits: tuple[str, ...]
    removed: tuple[RemovedLines, ...]
    edges: tuple[TellingEdge, ...]
    made: str
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """Words that were said in public, and the articles that quote them without having copied each other."""

    words: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryContext:
    """A story on one screen, and all its parts below."""

    line: StoryLine
    tree: tuple[TreeNode, ...]
    timeline: tuple[TimelineEntry, ...]
    tellings: tuple[Telling, ...]
    claims: tuple[ClaimBlock, ...]
    changes: tuple[ChangePair, ...]
    articles: tuple[ArticleBlock, ...]
    disagreements: tuple[Disagreement, ...] = ()
    said_in_public: tuple[SharedQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two runs of text side by side; either may be empty. `relation`: "same words", "reworded", "only in …"."""

    relation: str
    earlier: tuple[Words, ...]
    later: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ComparisonContext:
    """Two articles side by side, in the order of the later one; `missing` is what only the earlier one has."""

    earlier: ArticleBlock
    later: ArticleBlock
    relation: str
    shared: str
    pairs: tuple[AlignedPair, ...]
    changes: tuple[ChangeBlock, ...]
    missing: tuple[AlignedPair, ...]
