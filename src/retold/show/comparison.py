"""Two articles side by side: what the later one took, word by word, what it has of its own, and what it left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from retold.errors import NotFoundError
from retold.show.articles import article_block, story_marks
from retold.show.changes import change_block, relation
from retold.show.claims import claim_blocks
from retold.show.contexts import AlignedPair, ComparisonContext, Words
from retold.show.differences import differing_words, folded_word, sentence_around, word_spans
from retold.show.marking import paragraph_spans
from retold.show.parts import StoryParts, all_parts
from retold.show.phrases import count
from retold.types import Article, Ledger, Passage, Span, Story

LONGEST_ROW = 600  # characters side by side: a long paragraph of newsprint; texts without paragraphs are cut at sentences
NEAR = 160  # characters between shared words of one run: about a sentence that was swapped for another
LEAST_SHARE = 0.12  # of a row's words; below, what they share are names and small words
FEWEST = 3  # shared words that make a run; fewer are the small words that any two texts share


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word of the later text and the word of the earlier one that it was taken from."""

    earlier: Span
    later: Span


def comparison_context(ledger: Ledger, earlier_id: str, later_id: str, passages: Sequence[Passage] | None = None) -> ComparisonContext:
    """Two articles of the ledger, side by side. `passages` stands in for the ledger's where it has none between the two.

    Raises NotFoundError where either article is missing.
    """
    parts = _parts_of_pair(ledger, earlier_id, later_id)
    earlier, later = parts.articles[earlier_id], parts.articles[later_id]
    between = [each for each in parts.passages if (each.earlier, each.later) == (earlier_id, later_id)]
    shared = _shared_words(earlier.text, later.text, between or passages or ())
    numbers = {claim.id: claim.number for claim in claim_blocks(parts)}
    marks = story_marks(parts, numbers)
    return ComparisonContext(
        earlier=article_block(parts, earlier, marks[earlier_id]),
        later=article_block(parts, later, marks[later_id]),
        relation=relation(parts, earlier_id, later_id),
        shared=_shared_share(parts, earlier, later, shared),
        pairs=tuple(_aligned(parts, earlier, later, shared)),
        changes=tuple(change_block(parts, each, numbers) for each in parts.changes if (each.earlier, each.later) == (earlier_id, later_id)),
        missing=tuple(_missing(parts, earlier, shared)),
    )


def _parts_of_pair(ledger: Ledger, earlier_id: str, later_id: str) -> StoryParts:
    """The parts of the story that holds both; two articles of different stories are looked at as if they were one."""
    known = {article.id for article in ledger.articles}
    for each in (earlier_id, later_id):
        if each not in known:
            raise NotFoundError(f"no article {each} in this ledger")
    home = next((story for story in ledger.stories if {earlier_id, later_id} <= set(story.articles)), None)
    if home is not None:
        return all_parts(ledger, [home])[0]
    pair = Story(id="", title="", articles=(earlier_id, later_id))
    return all_parts(replace(ledger, claims=()), [pair])[0]


def _shared_words(earlier: str, later: str, passages: Iterable[Passage]) -> list[SharedWord]:
    """Word by word what each passage took, in the order of the later text; a word of the later text counts once."""
    taken: dict[Span, Span] = {}
    for passage in sorted(passages, key=lambda each: (-each.similarity, each.later_start)):
        first = list(word_spans(earlier, passage.earlier_start, passage.earlier_end))
        second = list(word_spans(later, passage.later_start, passage.later_end))
        opcodes = Indel.opcodes([folded_word(earlier, span) for span in first], [folded_word(later, span) for span in second])
        for block in opcodes.as_matching_blocks():
            for step in range(block.size):
                taken.setdefault(second[block.b + step], first[block.a + step])
    return [SharedWord(taken[span], span) for span in sorted(taken)]


def _shared_share(parts: StoryParts, earlier: Article, later: Article, shared: Sequence[SharedWord]) -> str:
    if not shared:
        return "no shared passage found"
    words = sum(1 for _ in word_spans(later.text, 0, len(later.text)))
    return f"{len(shared):,} of the {count(words, 'word')} of {parts.name(later.id)} stand in the same passages in {parts.name(earlier.id)}"


def _aligned(parts: StoryParts, earlier: Article, later: Article, shared: Sequence[SharedWord]) -> Iterator[AlignedPair]:
    position = 0
    for start, end in _rows(later.text):
        inside = []
        while position < len(shared) and shared[position].later[0] < end:
            inside.append(shared[position].earlier)
            position += 1
        text = later.text[start:end]
        words = sum(1 for _ in word_spans(later.text, start, end))
        enough = len(inside) == words or len(inside) >= max(FEWEST, LEAST_SHARE * words)
        runs = _runs(earlier.text, inside) if enough else []
        if not runs:
            yield AlignedPair(f"only in {parts.name(later.id)}", (), (Words(text),))
            continue
        before, after = differing_words(" … ".join(earlier.text[a:b] for a, b in runs), text)
        same = all(words.mark == "about" for words in (*before, *after))
        yield AlignedPair("the same words" if same else "reworded", before, after)


def _missing(parts: StoryParts, earlier: Article, shared: Sequence[SharedWord]) -> Iterator[AlignedPair]:
    """Paragraphs of the earlier article of which hardly a word was taken."""
    taken = sorted({each.earlier for each in shared})
    position = 0
    for start, end in _rows(earlier.text):
        used = 0
        while position < len(taken) and taken[position][0] < end:
            used += 1
            position += 1
        if used <= FEWEST:
            yield AlignedPair(f"only in {parts.name(earlier.id)}", (Words(earlier.text[start:end]),), ())


def _rows(text: str) -> Iterator[Span]:
    """Paragraphs; a long one is cut at the ends of sentences."""
    for start, end in paragraph_spans(text):
        left = start
        while end - left > LONGEST_ROW:
            right = sentence_around(text, (left, left + LONGEST_ROW // 2))[1]
            right = max(left + LONGEST_ROW // 2, min(right, end))
            yield left, right
            left = right
            while left < end and text[left].isspace():
                left += 1
        if left < end:
            yield left, end


def _runs(text: str, words: Sequence[Span]) -> list[Span]:
    """Shared words close together, widened to their sentences; runs in the order of the earlier text."""
    groups: list[list[Span]] = []
    for word in sorted(set(words)):
        if groups and word[0] - groups[-1][-1][1] <= NEAR:
            groups[-1].append(word)
        else:
            groups.append([word])
    longest = max((len(group) for group in groups), default=0)
    runs: list[Span] = []
    for group in groups:
        if len(group) < min(FEWEST, longest):
            continue
        start, end = sentence_around(text, (group[0][0], group[-1][1]))
        if runs and start <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs
