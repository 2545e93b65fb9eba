"""Turn the Universal Dependencies treebanks and Wikigold into spaCy training data.

GUM (annotations CC BY 4.0) and EWT (CC BY-SA 4.0) give tags, trees and sentences; GUM and Wikigold (CC BY 4.0) give names.
What a corpus does not annotate is left unset, which spaCy treats as missing rather than as "none".
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

SENTENCES_A_DOC = 8
NAME_TYPES = {"person": "PERSON", "place": "PLACE", "organization": "ORG", "event": "OTHER", "object": "OTHER", "abstract": "OTHER"}
WIKIGOLD_TYPES = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG", "MISC": "OTHER"}
CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    space: bool
    part: str
    tag: str
    head: int
    relation: str
    entity: str


def sentences(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Document name and tokens of each sentence of a CoNLL-U file; multiword and empty tokens are left out."""
    document, rows = "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document = line.split("=")[-1].strip()
            elif line.startswith("#"):
                continue
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield document, list(tokens(rows))
                rows = []
    if rows:
        yield document, list(tokens(rows))


def tokens(rows: list[list[str]]) -> Iterator[Token]:
    words = [r for r in rows if r[0].isdigit()]
    inside: dict[int, tuple[str, bool]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside.update({n: (row[1], n == last and "SpaceAfter=No" not in row[9]) for n in range(first, last + 1)})
    for row in words:
        number = int(row[0])
        misc = dict(part.partition("=")[::2] for part in row[9].split("|"))
        space = inside[number][1] if number in inside else misc.get("SpaceAfter") != "No"
        yield Token(row[1].translate(CURLY), space, row[3], row[4], int(row[6]), row[7].split(":")[0], misc.get("Entity", ""))


def grouped(found: Iterable[tuple[str, list[Token]]]) -> Iterator[list[list[Token]]]:
    """Runs of neighbouring sentences of one document, so that the parser learns where sentences end."""
    batch: list[list[Token]] = []
    last = None
    for document, sentence in found:
        if batch and (document != last or len(batch) == SENTENCES_A_DOC):
            yield batch
            batch = []
        batch.append(sentence)
        last = document
    if batch:
        yield batch


def tree_doc(nlp: Language, batch: list[list[Token]], *, names: bool) -> Doc:
    flat = [token for sentence in batch for token in sentence]
    heads, starts, offset = [], [], 0
    for sentence in batch:
        for number, token in enumerate(sentence):
            heads.append(offset + (token.head - 1 if token.head else number))
            starts.append(number == 0)
        offset += len(sentence)
    spaces = [token.space for token in flat]
    spaces[-1] = False
    doc = Doc(
        nlp.vocab,
        words=[t.word for t in flat],
        spaces=spaces,
        tags=[t.tag for t in flat],
        pos=[t.part for t in flat],
        heads=heads,
        deps=["ROOT" if t.relation == "root" else t.relation for t in flat],
    )
    if names:
        doc.set_ents(list(named(doc, flat)), default="outside")
    return doc


def named(doc: Doc, flat: list[Token]) -> Iterator[Span]:
    """GUM marks every noun phrase; a name is one whose head is a proper noun, cut to the proper nouns around that head."""
    open_spans: list[tuple[int, str]] = []
    found: list[tuple[int, int, str]] = []
    for number, token in enumerate(flat):
        for piece in re.findall(r"\((?:\d+)-([a-z]+)|(\))", token.entity):
            if piece[0]:
                open_spans.append((number, piece[0]))
            elif open_spans:
                start, kind = open_spans.pop()
                if kind in NAME_TYPES and (cut := proper(flat, doc[start : number + 1])):
                    found.append((*cut, NAME_TYPES[kind]))
    taken: set[int] = set()
    for start, end, label in sorted(found, key=lambda f: f[0] - f[1]):
        if not taken & set(range(start, end)):
            taken |= set(range(start, end))
            yield Span(doc, start, end, label=label)


def proper(flat: list[Token], span: Span) -> tuple[int, int] | None:
    head = span.root.i
    if flat[head].part != "PROPN":
        return None
    joins = {"of", "the", "for", "and", "-", ".", "'s", "de", "al", "von", "van", "&"}
    start, end = head, head + 1
    while start > span.start and (
        flat[start - 1].part == "PROPN" or (flat[start - 1].word[:1].isupper() and flat[start - 1].part in ("NOUN", "ADJ", "VERB"))
    ):
        start -= 1
    while end < span.end:
        if (
            flat[end].part in ("PROPN", "NUM")
            or (flat[end].word[:1].isupper() and flat[end].part in ("NOUN", "ADJ"))
            or (flat[end].word in joins and any(flat[i].part == "PROPN" for i in range(end + 1, min(end + 3, span.end))))
        ):
            end += 1
        else:
            break
    return start, end


def wikigold_docs(nlp: Language, path: Path) -> Iterator[Doc]:
    rows: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.strip():
                word, label = line.split()
                rows.append((word, label))
            elif rows:
                yield wikigold_doc(nlp, rows)
                rows = []


def wikigold_doc(nlp: Language, rows: list[tuple[str, str]]) -> Doc:
    glued = {",", ".", ";", ":", "'s", ")", "?", "!"}
    words = [word for word, _ in rows]
    spaces = [nxt not in glued and word != "(" for word, nxt in zip(words, [*words[1:], "."], strict=True)]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    spans, start = [], None
    for number, (_, label) in enumerate([*rows, ("", "O")]):
        if start is not None and (label == "O" or label != rows[start][1]):
            spans.append(Span(doc, start, number, label=WIKIGOLD_TYPES[rows[start][1][2:]]))
            start = None
        if label != "O" and start is None:
            start = number
    doc.set_ents(spans, default="outside")
    return doc


def write(nlp: Language, folder: Path, out: Path) -> None:
    """Write train.spacy and dev.spacy: GUM and EWT both, Wikigold in training only."""
    for part in ("train", "dev", "test"):
        docs = DocBin(attrs=["ORTH", "TAG", "POS", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE", "SPACY"])
        for corpus in ("gum", "ewt"):
            if part != "train" and corpus == "ewt":
                continue
            for batch in grouped(sentences(folder / f"{corpus}-{part}.conllu.gz")):
                docs.add(tree_doc(nlp, batch, names=corpus == "gum"))
        if part == "train":
            for doc in wikigold_docs(nlp, folder / "wikigold.conll.txt.gz"):
                docs.add(doc)
        docs.to_disk(out / f"{part}.spacy")
