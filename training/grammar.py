"""Train the grammar that Retold ships: tags, trees, sentences and names for English news.

    python training/grammar.py DATA OUT [--steps 5000]

DATA is the folder with the treebanks (see treebanks.py); OUT receives the spaCy pipeline, its figures in meta.json.
CPU only; the seed is fixed, so the same data and versions give the same weights.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from treebanks import write

PIPELINE = ["tagger", "morphologizer", "parser"]
WIDTH = 128


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=5000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        write(spacy.blank("en"), given.data, work)
        config = init_config(lang="en", pipeline=PIPELINE, optimize="efficiency", gpu=False)
        config["components"]["tok2vec"]["model"]["embed"]["rows"] = [8000, 1000, 4000, 4000]
        config["components"]["tok2vec"]["model"]["embed"]["attrs"] = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
        config["components"]["tok2vec"]["model"]["embed"]["width"] = WIDTH
        config["components"]["tok2vec"]["model"]["encode"]["width"] = WIDTH
        for name in PIPELINE:
            config["components"][name]["model"]["tok2vec"]["width"] = WIDTH
        config["components"]["parser"]["model"]["hidden_width"] = WIDTH
        config["training"]["max_steps"] = given.steps
        config["training"]["eval_frequency"] = 500
        config["training"]["dropout"] = 0.2
        config["training"]["patience"] = 3000
        config["training"]["optimizer"]["use_averages"] = True  # half a point of LAS for nothing
        config["training"]["score_weights"] = {"tag_acc": 0.2, "pos_acc": 0.1, "dep_uas": 0.2, "dep_las": 0.5, "sents_f": 0.0}
        config["paths"]["train"], config["paths"]["dev"] = str(work / "train.spacy"), str(work / "dev.spacy")
        config.to_disk(work / "config.cfg")
        train(work / "config.cfg", work / "model")
        shutil.copytree(work / "model" / "model-best", given.out, dirs_exist_ok=True)


if __name__ == "__main__":
    main()
