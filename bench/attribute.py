"""How fast statements are found, how much memory that takes, and how long the first one takes: python bench/attribute.py [FILE]

FILE holds texts as JSON lines (`{"text": …}`), plain or gzipped; by default the development part of PolNeAR under $RETOLD_DATA. Prints one
line of JSON: words, words a second of processor time on one core, the most memory the process held, and the seconds of processor time from the
start of Python to the package imported, and to the model loaded (median of three processes).
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

STARTS = 3
START = """
import time, retold
imported = time.process_time()
from retold.text.grammar import pipeline
pipeline()
print(imported, time.process_time())
"""


def main() -> None:
    data = Path(os.environ.get("RETOLD_DATA", "../shared"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else data / "data" / "attribution" / "polnear-dev.jsonl.gz"
    imported, loaded = start_up()
    words, seconds = throughput(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"words": words, "words_a_second": round(words / seconds), "peak_mb": round(memory), "import": imported, "model": loaded}
        )
    )


def start_up() -> tuple[float, float]:
    runs = [subprocess.run([sys.executable, "-c", START], check=True, capture_output=True, text=True).stdout.split() for _ in range(STARTS)]
    imported, loaded = (statistics.median(float(run[column]) for run in runs) for column in (0, 1))
    return round(imported, 2), round(loaded, 2)


def throughput(path: Path) -> tuple[int, float]:
    """Words, and the seconds of processor time that their statements took, the model being loaded."""
    from retold import Article, statements

    statements(Article.from_text("Ana Ruiz said it was over.", id="first"))
    words, seconds = 0, 0.0
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = Article.from_text(json.loads(line)["text"], id=str(number))
            began = time.process_time()
            statements(article)
            seconds += time.process_time() - began
            words += len(article.text.split())
    return words, seconds


if __name__ == "__main__":
    main()
