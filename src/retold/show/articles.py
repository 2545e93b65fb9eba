"""Articles as blocks: the text in paragraphs of marked pieces, with how it was made and what was taken off the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from retold.show.changes import change_anchor, change_label
from retold.show.contexts import UNKNOWN, ArticleBlock, Mark, MarkKind, RemovedLines, TellingEdge
from retold.show.marking import marked_paragraphs
from retold.show.moments import when_of
from retold.show.parts import StoryParts, file_name
from retold.show.phrases import EVIDENCE_PHRASES, FOUND_PHRASES, FURNITURE_PHRASES, listed, upper_first
from retold.show.tellings import edge, strongest_first
from retold.types import Article, Statement


def article_blocks(parts: StoryParts, claim_numbers: Mapping[str, int]) -> tuple[ArticleBlock, ...]:
    """The story's articles in order of time. `claim_numbers` holds the number under which each claim is shown."""
    marks = story_marks(parts, claim_numbers)
    return tuple(article_block(parts, article, marks[article.id]) for article in parts.articles.values())


def article_block(parts: StoryParts, article: Article, marks: list[Mark]) -> ArticleBlock:
    edges = tuple(edge(parts, each) for each in strongest_first(each for each in parts.derivations if each.article == article.id))
    return ArticleBlock(
        id=article.id,
        anchor=parts.anchor(article.id),
        number=parts.numbers[article.id],
        name=parts.name(article.id),
        title=article.title or "title unknown",
        language=article.language or "",
        when=when_of(article.published),
        when_found=FOUND_PHRASES.get(article.published_evidence or "", article.published_evidence or ""),
        byline=listed(article.byline),
        page=file_name(article.page),
        url=_safe_link(article.url),
        credits=article.credits,
        removed=_removed(article),
        edges=edges,
        made=made_words(edges),
        paragraphs=marked_paragraphs(article.text, marks),
    )


def made_words(edges: tuple[TellingEdge, ...]) -> str:
    """In a sentence how an article was made."""
    if not edges:
        return "No source found among these pages."
    phrases = [f"{each.phrase}{f' ({each.share})' if each.share else ''}" for each in edges]
    return f"{upper_first(listed(phrases))}."


def story_marks(parts: StoryParts, claim_numbers: Mapping[str, int]) -> dict[str, list[Mark]]:
    """All that is known of spans, by article."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for article, mark in (*_passage_marks(parts), *_statement_marks(parts, claim_numbers), *_change_marks(parts), *_evidence_marks(parts)):
        if mark.anchor:
            marks[article].append(mark)
    return marks


def _passage_marks(parts: StoryParts) -> Iterator[tuple[str, Mark]]:
    for passage in parts.passages:
        earlier, later = (passage.earlier_start, passage.earlier_end), (passage.later_start, passage.later_end)
        here, there = parts.place(passage.later, later), parts.place(passage.earlier, earlier)
        like = "the same words" if passage.similarity >= 0.97 else "much the same words"
        taken = f"{like} in {parts.name(passage.earlier)}"
        given = f"{like} in {parts.name(passage.later)}"
        yield passage.later, Mark(*later, "passage", anchor=here, target=there, title=taken, other=passage.earlier)
        yield passage.earlier, Mark(*earlier, "passed-on", anchor=there, target=here, title=given, other=passage.later)


def _statement_marks(parts: StoryParts, claim_numbers: Mapping[str, int]) -> Iterator[tuple[str, Mark]]:
    claims: dict[str, int] = {}
    for claim in parts.claims:
        for each in (*claim.support, *claim.deny):
            claims.setdefault(each, claim_numbers.get(claim.id, 0))
    for statement in parts.statements.values():
        number = claims.get(statement.id, 0)
        says = _says(statement)
        for index, span in enumerate(statement.content):
            note = str(number) if number and index == 0 else ""
            target = f"claim-{number}" if note else ""
            anchor = parts.place(statement.article, span)
            yield statement.article, Mark(*span, "statement", anchor=anchor, target=target, title=says, note=note)
        for span in statement.cue:
            yield statement.article, Mark(*span, "cue", anchor=parts.place(statement.article, span), title=says)
        for span in statement.source:
            yield statement.article, Mark(*span, "source", anchor=parts.place(statement.article, span), title=says)


def _says(statement: Statement) -> str:
    told = f", told {statement.via}" if statement.via else ""
    return f"says who: {statement.speaker or UNKNOWN}{told}"


def _change_marks(parts: StoryParts) -> Iterator[tuple[str, Mark]]:
    for change in parts.changes:
        title = f"{change_label(change)} in {parts.name(change.later)}"
        target = change_anchor(change)
        if change.before is not None:
            anchor = parts.place(change.earlier, change.before)
            yield change.earlier, Mark(*change.before, "change", anchor=anchor, target=target, title=title, other=change.later)
        anchor = parts.place(change.later, change.after)
        yield change.later, Mark(*change.after, "change", anchor=anchor, target=target, title=title, other=change.earlier)


def _evidence_marks(parts: StoryParts) -> Iterator[tuple[str, Mark]]:
    for derivation in parts.derivations:
        for evidence in derivation.evidence:
            if evidence.span is not None and evidence.article in parts.articles:
                kind: MarkKind = "passage" if evidence.kind == "passage" else "evidence"
                title = f"{EVIDENCE_PHRASES[evidence.kind]}: points to {parts.name(derivation.source)}"
                target = parts.anchor(derivation.source)
                yield evidence.article, Mark(*evidence.span, kind, parts.place(evidence.article, evidence.span), target, title)


def _removed(article: Article) -> tuple[RemovedLines, ...]:
    lines: dict[str, list[str]] = defaultdict(list)
    for furniture in article.furniture:
        lines[FURNITURE_PHRASES[furniture.kind]].append(furniture.text)
    return tuple(RemovedLines(sort, tuple(kept)) for sort, kept in sorted(lines.items()))


def _safe_link(url: str | None) -> str:
    """Only web addresses are worth a click, and a page must not smuggle in a script."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""
