"""Statements by a newsroom's own example: a linear-chain CRF over tokens that learns where the rules are to be followed and where not.

The labels are those of the published work on PolNeAR (source, cue, content, each with its beginning); what each token's rules, tree and
neighbours say are its features. Needs python-crfsuite (`pip install retold[learn]`). Nothing learned is shipped with Retold.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from retold.attribute.draft import Draft
from retold.attribute.lexicon import Cue, lexicon
from retold.attribute.paragraphs import drafts_of, laid_out
from retold.attribute.sheet import Sheet
from retold.errors import UsageError
from retold.types import Span

NEAREST = 12  # spans before a place that are looked at for one that reaches it
ROLES = ("source", "cue", "content")
Roles = Mapping[str, Sequence[Span]]
Features = list[list[str]]


@dataclass(frozen=True, slots=True)
class Settings:
    """Calibrated on the development part of PolNeAR: priors of 0.05 to 0.4 cost up to 0.04 of content F1, words in pairs as much."""

    rounds: int = 60
    l1: float = 1.0
    l2: float = 0.3
    least: int = 3  # features seen less often are left out


@dataclass(frozen=True, slots=True)
class Run:
    """A labelled run of tokens: its role, its span in the text, the paragraph."""

    role: str
    span: Span
    paragraph: int


def annotated(path: Path) -> Iterator[tuple[str, Sequence[Roles]]]:
    """Texts with their attributions from JSON lines, plain or gzipped: `{"text": …, "attributions": [{"source": [[0, 4]], "cue": …, "content": …}]}`.

    Raises UsageError where a line is not of that shape.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                yield row["text"], [{role: [(start, end) for start, end in a[role]] for role in ROLES} for a in row["attributions"]]
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f"{path}, line {number}: not an annotated text ({error})") from error


def train(rows: Iterable[tuple[str, Sequence[Roles]]], out: Path, settings: Settings = Settings()) -> int:
    """Learn from texts with their attributions (character spans by role) and write the model to `out`. Returns the number of texts."""
    trainer = crfsuite().Trainer(verbose=False)
    count = 0
    for text, attributions in rows:
        page = laid_out(text)
        sheets = page.sheets(all_of_it=True)
        drafts = drafts_of(page, sheets)
        for sheet in sheets:
            trainer.append(
                features(sheet, drafts), labels(sheet, [(role, span) for a in attributions for role in ROLES for span in a[role]])
            )
        count += 1
    trainer.set_params({"c1": settings.l1, "c2": settings.l2, "max_iterations": settings.rounds, "feature.minfreq": settings.least})
    trainer.train(str(out))
    return count


def load(path: Path) -> Any:
    """A trained model. Raises OSError where there is none."""
    if not path.is_file():
        raise FileNotFoundError(path)
    tagger = crfsuite().Tagger()
    tagger.open(str(path))
    return tagger


def crfsuite() -> Any:
    try:
        pycrfsuite = import_module("pycrfsuite")
    except ImportError as error:
        raise UsageError("learning needs python-crfsuite: pip install 'retold[learn]'") from error
    return pycrfsuite


def learned_drafts(text: str, model: Any) -> list[Draft]:
    """Drafts with the extents that the model gives, linked as the rules link them, else to what is nearest."""
    page = laid_out(text)
    sheets = page.sheets(all_of_it=True)
    drafts = drafts_of(page, sheets)
    runs = [run for sheet in sheets for run in runs_of(sheet, model.tag(features(sheet, drafts)))]
    return with_rules(linked(runs, drafts), drafts)


def with_rules(learned: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """The learned drafts, and the sayings that only the rules found, where nothing learned touches them."""
    cues = sorted(span for draft in learned for span in draft.cue)
    contents = sorted(span for draft in learned for span in draft.content)
    missed = [
        draft
        for draft in drafts
        if draft.kind.manner == "said"
        and draft.cue
        and draft.source
        and not any(touches(within(cues, span), span) for span in draft.cue)
        and not any(touches(within(contents, span), span) for span in draft.content)
    ]
    return sorted([*learned, *missed], key=lambda draft: (draft.at, draft.start))


def within(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of some sorted spans that may touch one: all that begin before its end, but for those long before."""
    return spans[max(0, bisect_left(spans, span) - NEAREST) : bisect_left(spans, (span[1], 0))]


def features(sheet: Sheet, drafts: Sequence[Draft]) -> Features:
    """What each token is told by, a list of strings each: itself, its head, the rules' view, and its neighbours."""
    p = sheet.parse
    rules = labels(sheet, [pair for draft in drafts if draft.paragraph == sheet.paragraph for pair in spans_of(draft)])
    verbs = lexicon().verbs
    own = [
        [
            f"w={p.lower[i]}",
            f"t={p.tags[i]}",
            f"r={p.relations[i]}",
            f"h={p.lower[p.heads[i]]}",
            f"rh={p.relations[i]}>{p.tags[p.heads[i]]}",
            f"g={p.relations[p.heads[i]]}|{p.relations[i]}",
            f"k={rules[i]}",
            f"k-={rules[i - 1] if i else ''}|{rules[i]}",
            f"k+={rules[i]}|{rules[i + 1] if i + 1 < len(rules) else ''}",
            f"kt={rules[i]}|{p.tags[i]}",
            f"kw={rules[i]}|{p.lower[i]}",
            f"q={sheet.quote_at(p.starts[i]) is not None}",
            f"c={cue_class(verbs.get(p.lower[i]))}",
            f"ch={cue_class(verbs.get(p.lower[p.heads[i]]))}|{p.relations[i]}",
            f"s={p.words[i][:1].isupper()}",
            f"kh={rules[p.heads[i]]}|{p.relations[i]}",
            f"hh={p.lower[p.heads[p.heads[i]]]}|{p.relations[p.heads[i]]}",
            f"e={p.lower[i][-3:]}",
        ]
        for i in range(len(p.words))
    ]
    return [[*row, *neighbours(p.lower, p.tags, rules, i)] for i, row in enumerate(own)]


def neighbours(words: Sequence[str], tags: Sequence[str], rules: Sequence[str], i: int) -> list[str]:
    found = []
    for step in (-3, -2, -1, 1, 2, 3):
        j = i + step
        inside = 0 <= j < len(words)
        found += [f"{step}t={tags[j] if inside else ''}", f"{step}k={rules[j] if inside else ''}"]
        if abs(step) < 3 or step == -3:
            found.append(f"{step}w={words[j] if inside else ''}")
    return found


def cue_class(cue: Cue | None) -> str:
    return f"{cue.manner}{''.join(sorted(cue.frames))}" if cue else ""


def spans_of(draft: Draft) -> list[tuple[str, Span]]:
    return [(role, span) for role in ROLES for span in getattr(draft, role)]


def labels(sheet: Sheet, spans: Sequence[tuple[str, Span]]) -> list[str]:
    """One label a token: O, or the role with B- at its first token and I- behind."""
    starts, ends = sheet.parse.starts, sheet.parse.ends
    found = ["O"] * len(starts)
    for role, (start, end) in spans:
        first = bisect_left(ends, start + 1)
        for index in range(first, bisect_left(starts, end)):
            found[index] = ("B-" if index == first else "I-") + role
    return found


def runs_of(sheet: Sheet, tags: Sequence[str]) -> list[Run]:
    found: list[Run] = []
    before = "O"
    for index, tag in enumerate(tags):
        role = tag[2:]
        if role and (tag.startswith("B-") or before[2:] != role):
            found.append(Run(role, (sheet.parse.starts[index], sheet.parse.ends[index]), sheet.paragraph))
        elif role:
            found[-1] = replace(found[-1], span=(found[-1].span[0], sheet.parse.ends[index]))
        before = tag
    return found


def linked(runs: Sequence[Run], drafts: Sequence[Draft]) -> list[Draft]:
    """Each cue with the sources and contents that a rule gives it, or that lie nearest in its paragraph; text without a cue joins the one before."""
    cues = [run for run in runs if run.role == "cue"]
    parts: dict[int, dict[str, list[Span]]] = {number: {"source": [], "content": []} for number in range(len(cues))}
    for run in runs:
        if run.role != "cue" and (owner := owner_of(run, cues, drafts)) is not None:
            parts[owner][run.role].append(run.span)
    return [drafted(cue, parts[number], drafts) for number, cue in enumerate(cues) if parts[number]["content"]]


def owner_of(run: Run, cues: Sequence[Run], drafts: Sequence[Draft]) -> int | None:
    near = [number for number, cue in enumerate(cues) if cue.paragraph == run.paragraph]
    if not near:
        earlier = [number for number, cue in enumerate(cues) if cue.paragraph < run.paragraph]
        return earlier[-1] if earlier and run.role == "content" else None
    for draft in drafts:
        if draft.paragraph == run.paragraph and touches(getattr(draft, run.role), run.span):
            for number in near:
                if touches(draft.cue, cues[number].span):
                    return number
    return min(near, key=lambda number: (gap(cues[number].span, run.span), number))


def touches(spans: Sequence[Span], span: Span) -> bool:
    return any(start < span[1] and end > span[0] for start, end in spans)


def gap(a: Span, b: Span) -> int:
    return max(0, a[0] - b[1], b[0] - a[1])


def drafted(cue: Run, parts: Mapping[str, Sequence[Span]], drafts: Sequence[Draft]) -> Draft:
    """The draft of the rules with the learned extents; where the rules saw nothing, a new one."""
    known = next((draft for draft in drafts if draft.paragraph == cue.paragraph and touches(draft.cue, cue.span)), None)
    new = Draft(tuple(parts["content"]), (cue.span,), tuple(parts["source"]), Cue("", "said", "assert"), cue.paragraph)
    if known is None:
        return new
    return replace(known, content=new.content, cue=new.cue, source=new.source, noun=known.noun if known.source == new.source else None)
