"""Measure a trained grammar on the test parts of its treebanks: grammar_scores.py DATA PIPELINE

Prints tags, parts of speech, trees and sentences, from raw text and with the treebank's own tokens.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from treebanks import grouped, sentences, tree_doc

SHOWN = ("token_acc", "tag_acc", "pos_acc", "dep_uas", "dep_las", "sents_f")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("pipeline", type=Path)
    given = parser.parse_args()
    nlp = spacy.load(given.pipeline)
    for corpus in ("gum", "ewt"):
        docs = [tree_doc(nlp, batch, names=False) for batch in grouped(sentences(given.data / f"{corpus}-test.conllu.gz"))]
        show(corpus, "raw text", nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs]))
        show(corpus, "own tokens", nlp.evaluate([Example(bare(doc), doc) for doc in docs]))


def bare(doc: Doc) -> Doc:
    return Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def show(corpus: str, how: str, scores: dict[str, float]) -> None:
    print(corpus, how, *(f"{name} {scores[name]:.4f}" for name in SHOWN if scores.get(name) is not None))


if __name__ == "__main__":
    main()
